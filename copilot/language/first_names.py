"""First names that are frequent in France, Britain and the United States, those brought by migration included.

PLAIN are names and nothing else; a capital letter is enough. DOUBTFUL are words, places, months or things too (Rose, Pierre, May, Paris): they count only with
a surname or where the words around say that a person is meant. Lower case, without accents.
Source: own list from general knowledge of the public statistics of first names (INSEE, Office for National Statistics, Social Security Administration).
"""

from __future__ import annotations

_FRENCH = """
adele adeline adrien adrienne agathe agnes aicha aime aissatou alain alan albane albert alberte alex alexandra alexandre alexia alexis alfred alice alicia aline alix
alizee aloise alphonse amandine amaury ambroise amelie amina amine anais anatole andre andree andrea angele angelique anissa anita anna annabelle anne annette annick
annie anouk antoine antoinette antonin apolline ariane aristide arlette armand armande armelle arnaud arsene arthur astrid aude audrey auguste augustin augustine aurelie
aurelien auriane aurore aveline axel axelle aymeric aziz baptiste barbara barnabe barthelemy bastien beatrice benedicte benjamin benoit berenice bernadette bernard
berthe bertrand bilal blaise boris brice brigitte bruno calixte camelia camille candice carine carla carole caroline casimir cassandra cassandre catherine cecile
celestin celeste celestine celia celina celine cesar chantal charlene charles charline chloe christel christelle christiane christine christophe clara clarisse claudette
claudia claudie claudine clelia clemence clothilde clotilde colette colin coline come constantin coralie corentin corine corinne cyprien cyril cyrille cyrielle dalila
damien daniel daniele danielle danny danielle daphne david deborah delphine denis denise diana diane didier dimitri djamel djamila dolores dominique dorian doriane
dorothee doriane edgar edith edmond edouard eleanore elea eleonore eliane elias eline elisa elisabeth elise elodie eloi eloise elsa elvire emeline emeric emile emilie
emilien emilienne emma emmanuel emmanuelle emy enzo eric erica erika ernest ernestine erwan erwann esteban estelle esther ethan etienne eudes eugene eugenie eva evan
evelyne ewen fabien fabienne fabrice fadila fanny farid farida fatiha fatima fatou fatoumata faustine felicie felix ferdinand fernand fernande fiona firmin flavie
flavien flora florentin florian floriane florine france-lise francine francis francisque franck francois francoise frederic frederique gabin gabriel gabriele
gabrielle gael gaelle gaetan gaetane garance gaspard gaston gauthier gautier genevieve geoffrey geoffroy georges georgette gerald geraldine gerard germaine gervais
ghislain ghislaine gilbert gilberte gilles ginette giovanni gisele gladys gregoire gregory guenole guilhem guillaume gustave guy-marie gwenael gwenaelle gwendoline hakim
hamid hamza hanae hassan hector helena helene heloise henri henriette herve hilaire honore honorine hortense hubert hugo hugues ibrahim idriss ilyes imane ines ingrid
irene isaac isabelle isidore ismael issa ivan jacky jacqueline jacques jacquot jamila jeanne jeannette jeannine janine jeannot jennifer jeremie jeremy jerome jessica
jessy joachim joanna jocelyn jocelyne joel joelle joffrey johan johanna johann jonathan jordane jorick josiane joseph josephe josephine josette josselin josue judicael
judith jules julia julian juliane julie julien julienne juliette justine kamel karim karima karine kathleen katia kelly kenza kevin khadija khaled kylian laetitia lahcen
laila lamia lancelot laura laure laureen laurence laurene laurette lauriane laurianne laurine lazare lea leandre leila lena leo leon leonard leonce leonie leonore leontine
leopold lilian liliane lilou lina linda line lionel lisa lise lison loana loan loic lola lorenzo lorette lorraine-marie louane louis louisa louise louison loup-marie louna
lubin luc lucas lucette lucie lucien lucienne lucile lucille lucrece ludivine ludovic lydia lydie lylou lyna mael maelle maelys maeva magali magalie magaly mahaut malek
malik malika maite manon manuel manuela marceau marcel marcelin marceline marcelle margaux margot maria mariam mariama marianne marie marie-claude marie-christine
marie-france marie-helene marie-jeanne marie-laure marie-line marie-louise marie-noelle marie-paule marie-pierre marie-rose marie-therese mariette marion marius marjorie
marlene marthe martial martine maryline marylise maryse maryvonne mathias mathieu mathilde mathis mathurin matteo mattheo matthias matthieu maud maude maurice maxence
maxime maximilien mehdi melanie melina melinda melissa melodie mickael mickaelle micheline michel michele michelle milan mireille mohamed mohammed moise mona monique
morgane mounir mouna mourad moussa muriel murielle mustapha myriam nabil nadege nadia nadine naima najat nassim natacha nathalie nathan nathanael nawel nelly nicolas
nicole nina ninon noa noah noam noemie nolan nolwenn noor nora norbert noura nour odette odile oceane-marie odilon olga olympe ombeline ophelie oriane oscar othman
ousmane pacome pamela pascaline patrice patricia patrick paul paula paule paulette pauline peggy perrine philibert philippe philippine pierrette pierrick pierre-yves
pierre-louis pierre-alain pierre-antoine placide quentin quitterie rachel rachid rachida ramzi raoul raphael raphaelle raymond raymonde rayane rebecca regine regis reine-marie
remi remy renaud rene renee rene-paul richard robert roberte rodolphe rodrigue roger roland rolande romain romane romaric romuald ronan rosalie rosaline roseline rosette roxane ruben
sabine sabrina sacha salima salome samantha sami samir samira samuel samy sandra sandrine sara sarah sarra saturnin sebastien segolene selim selma severine sibylle
sidonie simeon simon simone sixtine sofiane soizic solal solange solene soline sonia sophia sophie stanislas stephan stephane stephanie steven suzanne suzette suzie sylvain
sylvaine sylvette sylviane sylvie tanguy tatiana teddy teo terence tess thais thea theo theodore theophile theotime therese thibaud thibault thibaut thierry thimothee
thomas tiphaine titouan tiago tom tony tristan ugo ulysse urbain ursule valentin valentine valere valerian valerie vanessa vera veronique vincent violaine virginie
vivien viviane vivienne walid wassim wendy wilfried william xavier yacine yael yann yannick yannis yasmina yasmine yassine yohan yohann yolande youcef youssef ysaline yvan
yves yvette yvon yvonne zacharie zakaria zelie zephyrin zineb zoe zohra
"""
_ENGLISH = """
aaliyah aaron abbie abby abdul abdullah abel abigail abraham ada adam addison adele adelaide adrian adriana adrienne agatha agnes ahmed aidan aiden aileen aimee aisha aisling alan
alana alasdair alastair albert alec alejandro alex alexa alexander alexandra alexis alfie alfred alice alicia alison alistair allan allen allison alyssa amanda amelia
amir amina amy ana anastasia andre andrea andreas andrew andy angela angelica angelina angie angus anika anil anita anjali ann anna annabel annabelle anne annette annie
anthea anthony antonia antonio anya arabella archie ariana ariel arjun arnold arthur arturo asha ashleigh ashley ashok astrid audrey aubrey ava ayesha barbara barney barry
bartholomew beatrice beatrix becky belinda bella ben benedict benjamin bernadette bernard bernice bert bertha bertie beth bethany betsy betty beverley beverly bianca billie
billy blanche bobby bonita boris brad bradley brandon brenda brendan brenna brent brett brian briana bridget bridie brigid brittany bronwen bruce bryan bryony bryce
byron caitlin caleb callum calum calvin cameron camilla camille candace cara carl carla carlo carlos carly carmel carmen carol carole caroline carolyn carrie carys casey cassandra
cassie catherine cathy catriona cecil cecilia cedric celeste celia chad chantelle charlene charles charlie chelsey cherie cheryl chloe chris christa christie christina christine christoph
christopher christy cian ciara cindy claire-louise clara clarence clarissa claudia clifford clint clive clyde cody colin colleen conor connie connor conrad cora
cordelia corey corinne cormac cornelius cory courtney craig curtis cynthia cyril daisy-mae damian damon dan dana daniel daniela danielle danny daphne darcey daren darlene darren
darryl dave david davina deborah debbie debra deepak deirdre delia della delores denise dennis derek dermot desmond devon-lee diana diane dianne diego dillon dimitri dina dinah dirk
dmitri dolly dolores dominic dominique donald donna dora doreen doris dorothea dorothy doug douglas duncan dustin dwayne dylan eamon ebony eddie edgar edith edmund eduardo edward
edwin edwina eileen elaine eleanor elena eli eliana elias elijah elinor elisa elisabeth elise eliza elizabeth ella-mae ellen ellie elliot elliott ellis elsa elsie elspeth emilia
emily emma emmanuel emmett enid enrique eoin eric erica erik erika erin ernest ernie esme esmeralda esteban estelle ester esther ethan ethel eugene eunice eva evan evangeline
evelyn everett evie ewan ezra faisal farah fatima fatimah fay felicity felix fergus fernando finlay finley finn fiona fionn fletcher flora florrie francesca francesco
francis francisco frankie fraser fred freda freddie frederick freya gabriel gabriela gabriella gabrielle gail gareth garry garth gary gavin gayle gemma geoff geoffrey george
georgie georgina gerald geraldine gerard gerry gertrude giles gillian gina ginny giovanni gladys glen glenda glenn gloria gordon graeme graham greg gregory greta gretchen griffin
guillermo gurpreet gwen gwendolyn gwyneth hamish hana hannah harold harriet harrison harry harvey hassan hayden hayley hector heidi helen helena helene henrietta henry herbert
herman hilary hilda holly-anne howard hubert hugh hugo humphrey ian ibrahim ida imogen imran ina indira ines ingrid ira irene irma isaac isabel isabella isabelle isaiah isla ismail isobel
israel ivan ivana ivor izzy jackie jackson jacob jacqueline jacqui jada jaime jake jamal james jamie jan jane janet janice janine jared jasmin jason javier jayden jayne jeanette
jeanne jeannie jed jeff jeffery jeffrey jemima jenna jennie jennifer jenny jeremiah jeremy jermaine jerome jerry jesse jessica jessie jesus jill jillian jim jimmy jo jo-anne joan joann
joanna joanne jocelyn jodie jody joe joel joey johan john johnathan johnny jon jonah jonas jonathan jorge jose joseph josephine josh joshua josiah josie joyce juan juanita jude judith
judy jules julia julian juliana julie juliet julio julius june-marie justin kaitlyn kamal karen kareem karl karla kasia kate katelyn katharine katherine kathleen kathryn kathy katie
katrina kay kayla kayleigh keira keith kelly kelsey ken kendra kenneth kenny kerry keri kevin khalid kieran kiera kim kimberley kimberly kiran kirsten kirstie kirsty kristen kristin kristina kurt kyle
kylie lachlan lana lara larry latoya laura lauren laurence laurie lavinia lawrence leah leanne lee-ann leila lena lennox leo leon leona leonard leonie leroy leslie lester letitia
lewis lex liam lillian lilian lila lina linda lindsay lindsey linus lionel lisa liz liza lizzie lloyd logan lois lola lorcan loren lorenzo loretta lorna lorraine lottie lou louis
louisa louise luca lucas lucia lucille lucinda lucy luis luisa luka luke luther lydia lyle lynda lyndon lynette lynn lynne mabel mackenzie maddie maddison madeleine madeline madison
maggie mahmoud maia maisie malachi malcolm malik mandy manuel mara marc marcel marcia marco marcos marcus margaret margarita margery margot maria mariah mariam marian mariana
marianne marie marilyn marina mario marion marisa marissa marjorie marlene marlon marsha martha martina marvin mary maryam mateo matilda matt matthew maude maura maureen maurice
mavis maxine maxwell maya meera megan mehmet mei melanie melinda melissa mercedes meredith mia michael michaela michelle miguel mikayla mike mila mildred millicent millie
milo milton mina mindy minnie miranda miriam mitchell moira molly mona monica monique morag morgan moses mohammad muhammad murray muriel mustafa myra myrtle nadia nadine nan
nancy naomi natalia natalie natasha nathan nathaniel neha neil nell nellie nelson nerys nia niall niamh nicholas nick nicky nico nicola nicole nigel nikita nikki nina noah noel noelle
nora norah noreen norma norman oksana oleg olga oliver olivia ollie omar oonagh ophelia orla orlando oscar oswald otis otto owen pablo paddy padraig pam pamela parminder patricia patrick
patsy patti patty paul paula pauline pedro peggy penelope penny-ann percy perry pete peter petra phil philip phillip phillipa philippa phoebe phyllis pia polly preston priscilla
priya quentin quincy rachael rachel rafael rahul raj rajesh ralph ramona ramon randall raphael raquel rashid raul ravi raymond rebecca rebekah reggie regina reginald renee reuben
rhiannon rhoda rhona rhys ricardo richard rick ricky rita robbie robert roberta roberto rocco roderick rodney roger rohan roland roman ron ronald ronan ronnie rory rosa rosalie rosalind
rosamund rosanna roseanne rosemary-ann rosie ross-lee rowena roxanne roy rubina rufus rupert russell ruth ryan sabrina sadie sadia saira sally salma salman sam samantha samira sammy samuel sandeep
sandra sanjay santiago sara sarah sasha saul scott sean sebastian selina selma serena sergei sergio seth shane shania shannon sharon shaun shauna shawn sheena sheila shelby sheldon
shelley sheryl shirley shona shreya sian sidney siegfried simon simone sinead siobhan solomon sonia sonya sophia sophie stacey stacy stan stanley stefan stella stephanie stephen
steve steven stewart stuart sunil suresh susan susanna susannah susie suzanne suzie svetlana sybil sylvia tabitha tamara tamsin tania tanya tara tariq tasha tatiana ted terence teresa
terri terry tess tessa thea thelma theo theodora theodore theresa thomas tiffany tim timothy tina tobias toby todd tom tomas tomasz tommy toni tonya tracey traci tracy travis trent trevor
tricia trina trish trisha tristan troy trudy tyrone ulrich uma una ursula valentina valerie vanessa velma vera verity vernon veronica vicki vicky victor vijay vikram vince vincent viola
vivian vivien vladimir wade wallace walter wanda warren wayne wendy wesley whitney wilbur wilfred wilhelmina william willie wilma winifred winston wojciech xander yasmin yolanda yusuf yvette
yvonne zac zach zachary zahra zainab zara zelda zoe zofia
"""
_ALSO_WORDS = """
abbe abel ace aime aimee alba alma amande ambre amber ange angel apollon april art aster aubin august austin autumn avril azalee basil basile beau bella berry bill blanche bob bonnie
brandy brook brooklyn capucine carmine carter celeste cerise chance charity charlotte chase chelsea cher christian christelle chuck claire clair claude clementine clement
constance constant cooper coral coraline cristal crystal dahlia daisy dale dallas dawn dean desire desiree destiny devon dick dolly don drake drew duke earl eden elle ella ellis emerald
eve faith fabian fanny fay fern fleur flo florence florent forest foster france franc frank fred gale gaia garance gay gene georgia germain ginger glen grace grant guy hailey hank harmony hazel heath
heather henna holly honey honor hope hunter iris ivy isis jack jackson jade jasmin jasmine jay jean jeans jean-pierre jean-paul jean-marc jean-claude jean-luc jean-louis jean-michel jean-jacques
jean-baptiste jean-francois jerry jewel jet jo jordan joy juan juin jules june juste justice kay ken kent kim kit lacey lance laurel laurent lea lee lex lilas lily lin lorraine loup lourdes luna luz
mael magnolia major marc marguerite marin marina marine mark marlon marshall martin mason matt max may mayer melody melodie mercedes mercy merle mia miles mimosa mina modeste mona morris myrtille narcisse nell neve nick noel noelle noella norma olive
oliver olivia olivier opal oceane paloma paris parfait parker pascal pascale pat patience patsy pearl penny petunia philo pierre piper poppy precious presley prosper prudence prune queen rain ray reed reine rich rivers rob robin rocco
rod roman romeo rosa rosario rose rosemary ross ruby rusty sable sacha sage sally sam sandy saul savannah saxon scarlet scarlett serenity sergio serge shell sierra silver sky skye sol soleil soledad sofia sophia spencer stella
sterling stone storm sue summer sunny sydney taylor terra toby tom tour tracy trinity troy tyler ulysse val valentin valentine valery van vera verity victor victoria victoire vienna vincent viola
violet violette virginia walker wally ward warren wells whitney will willow winter wolf woody yann yves zach zen
amine brent chad come dana ebony honore ira israel jan line loan martial milan myrtle nan norman oscar percy placide preston romain romane terry una urbain wade
"""
DOUBTFUL = frozenset(_ALSO_WORDS.split()) - frozenset(
    [
        "jean-pierre",
        "jean-paul",
        "jean-marc",
        "jean-claude",
        "jean-luc",
        "jean-louis",
        "jean-michel",
        "jean-jacques",
        "jean-baptiste",
        "jean-francois",
        "vincent",
        "sally",
        "sergio",
        "lea",
        "mael",
        "jules",
        "yann",
        "yves",
        "jackson",
        "noelle",
        "noella",
        "toby",
        "stella",
        "sacha",
        "zach",
        "olivier",
        "laurent",
        "pascal",
        "pascale",
        "claire",
        "sophia",
        "romeo",
        "serge",
        "saul",
    ]
)
"""Names that are words, places or things too."""
PLAIN = (frozenset(_FRENCH.split()) | frozenset(_ENGLISH.split()) | frozenset(_ALSO_WORDS.split())) - DOUBTFUL
"""Names that are nothing else."""

_SURNAMES = """
adam ahmed allen andre anderson arnaud aubert bailey baker barbier barnes bell bennett benoit bernard bertrand blanc blanchard bonnet boucher bouvier boyer brown brun
brunet butler campbell carpentier carter charles chevalier clark clarke clement colin collet collins cook cooper cox davies davis denis dubois dufour dumas dumont dupond
dupont dupuis durand duval edwards evans evrard fabre faure ferrand fernandez fischer fleury fontaine fournier francois gaillard garcia garnier gauthier gautier gerard
gill giraud gomez gonzalez gray green griffiths guerin guillaume guillot hall harris harrison henry hernandez hill hoffmann hubert huet hughes jackson jacob jacquet james
jean jenkins joly jones kelly khan king kumar lacroix lambert langlois laurent leblanc leclerc leclercq lecomte lefebvre lefevre legrand lemaire lemoine leroux leroy lewis
lopez louis lucas mallet marchal marchand marie martin martinez martinez masson mathieu mercier meunier meyer michel miller mitchell moore moreau morel morgan morin morris
muller murphy murray nguyen nicolas noel olivier oneill parker patel perez perrin petit peter philippe phillips picard pierre poirier poulain powell prevost price renard renaud
renault rey reynolds richard richards richardson rivière riviere robert roberts robertson robin robinson roche rodriguez roger rogers rolland rossi rousseau roussel roux
roy ryan sanchez sanders schmitt schneider scott shaw simmons simon simpson singh smith stewart taylor thomas thompson tran turner vasseur vidal vincent wagner walker walsh
ward watson weber white williams wilson wood wright young
"""
SURNAMES = frozenset(_SURNAMES.split())
"""Surnames that are frequent in the same countries, words among them."""
