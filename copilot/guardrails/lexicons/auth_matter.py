"""Words that can be seen, touched, counted or done, and words that cannot.

THINGS: materials, parts, tools, food, weather, body, places and dates, units: what a copywriter can only write who has been there.
DEEDS: verbs of the hand and the senses, and what the senses tell. VAGUE: nouns, adjectives and adverbs that fit any product; with them count the abstract
nouns known by their endings (ABSTRACT), the words of ORDINARY apart, which end so and can be seen.

Short form of `checks.wording.expand`; an ending (s) for plurals is understood and not written.
Origin: written down here, for copy about goods and services in general; no word was chosen by counting a corpus. Last looked through 2026-11-22.
"""

from __future__ import annotations

import re

from copilot.language.prose import Locale

THINGS: dict[Locale, tuple[str, ...]] = {
    "en": tuple(
        str.split("""wool cotton linen leather silk denim canvas felt cashmere merino nylon polyester velvet suede rubber cork straw paper cardboard ink wax oil soap wood
        oak pine ash birch walnut beech bamboo steel iron brass copper tin aluminium aluminum gold silver glass clay stone brick concrete plaster tile
        marble slate sand gravel dust mud coal plastic foam feather down fleece fur thread yarn zip zipper button buckle strap lace sole heel toe cuff
        collar sleeve hem seam stitch pocket hood lining hook nail screw bolt hinge handle lid cap knob wheel gear chain cable plug socket switch
        screen battery bulb lamp candle stove oven pan pot kettle cup mug plate bowl spoon fork knife jar bottle box crate bag sack basket shelf
        drawer table chair bench stool bed pillow blanket sheet rug curtain door window roof floor wall stairs ladder gate fence garden yard shed barn
        garage cellar kitchen bathroom bedroom hallway attic counter bread flour butter milk cheese egg eggs sugar salt pepper honey jam tea coffee
        beer wine cider apple pear plum lemon orange cherry berry tomato potato onion garlic carrot bean rice pasta soup stew pie cake biscuit
        chocolate cream meat beef pork lamb chicken fish salmon herb basil mint thyme rosemary lavender rose grass leaf tree root seed soil rain snow
        frost fog wind storm sun cloud hail puddle river lake sea beach harbour harbor hill mountain field forest path road street bridge tunnel
        station train bus van truck bike boat ferry barge plane airport museum church school hospital shop bakery pub market post office dog cat horse
        sheep cow hen duck bee bird mouse hand finger thumb wrist elbow shoulder back knee foot feet ankle skin hair eye ear nose tooth teeth mouth
        belly bone blood hat scarf glove mitten sock shoe boot slipper coat jacket jumper sweater shirt trousers jeans skirt dress belt apron tent
        rope knot needle scissors hammer saw drill spanner brush broom bucket sponge towel envelope stamp letter parcel invoice receipt ticket coin
        map photo phone laptop keyboard printer monday tuesday wednesday thursday friday saturday sunday january february april june july august
        september october november december spring summer autumn winter noon midnight dawn dusk morning afternoon evening tonight yesterday tomorrow
        o'clock am pm gram grams kilo litre liter metre meter inch inches pound pounds ounce ounces mile miles minute minutes hour hours second
        seconds week weeks month months year years dozen half quarter pair third mum mother father grandmother uncle aunt neighbour neighbor baker
        carpenter plumber driver farmer nurse teacher cobbler tailor weaver potter foreman postman""")
    ),
    "fr": tuple(
        str.split("""laine coton lin cuir soie toile feutre cachemire mérinos velours daim caoutchouc liège paille papier carton encre cire huile savon bois chêne pin
        frêne bouleau noyer hêtre bambou acier fer laiton cuivre étain aluminium or argent verre argile pierre brique béton plâtre carrelage marbre
        ardoise sable gravier poussière boue cendre charbon plastique mousse plume duvet polaire fourrure fil pelote fermeture bouton boucle sangle
        lacet semelle talon orteil poignet col manche ourlet couture maille poche capuche doublure crochet clou vis boulon charnière poignée couvercle
        roue chaîne câble prise écran batterie ampoule lampe bougie poêle four casserole marmite bouilloire tasse assiette bol cuillère fourchette
        couteau bocal bouteille boîte caisse sac panier étagère tiroir table chaise banc tabouret lit oreiller couverture drap tapis rideau porte
        fenêtre toit plancher mur escalier échelle portail clôture jardin cour cabane grange garage cave cuisine chambre couloir grenier comptoir pain
        farine beurre lait fromage œuf œufs sucre sel poivre miel confiture thé café bière vin cidre pomme poire prune citron orange cerise tomate
        oignon ail carotte haricot riz pâtes soupe ragoût tarte gâteau biscuit chocolat crème viande bœuf porc agneau poulet poisson saumon basilic
        menthe thym romarin lavande herbe feuille arbre racine graine terre pluie neige gel brouillard vent orage soleil nuage grêle flaque rivière
        lac mer plage port colline montagne champ forêt sentier route rue pont tunnel gare train bus camion camionnette vélo bateau péniche écluse
        avion aéroport musée église école hôpital boutique boulangerie marché poste bureau chien chat cheval mouton brebis vache poule canard abeille
        oiseau souris main doigt pouce coude épaule dos genou pied cheville peau cheveux œil yeux oreille nez dent bouche ventre os sang chapeau
        bonnet écharpe gant moufle chaussette chaussure botte chausson pantoufle manteau veste pull chemise pantalon jupe robe ceinture tablier tente
        corde nœud aiguille ciseaux marteau scie perceuse clé brosse balai seau éponge serviette enveloppe timbre lettre colis facture reçu billet
        pièce carte photo téléphone ordinateur clavier imprimante lundi mardi mercredi jeudi vendredi samedi dimanche janvier février avril juin
        juillet août septembre octobre novembre décembre printemps été automne hiver midi minuit aube matin après-midi soir hier demain gramme kilo
        litre mètre centimètre kilomètre minute heure seconde semaine mois an ans année années douzaine demi moitié quart paire tiers maman mère père
        grand-mère grand-père oncle tante voisin voisine boulanger menuisier plombier chauffeur agriculteur éleveur infirmière institutrice cordonnier
        tailleur tisserand potier facteur atelier usine étable ferme camembert baguette brouette établi métier tricot plaid bouillotte""")
    ),
}
DEEDS: dict[Locale, tuple[str, ...]] = {
    "en": tuple(
        str.split("""cut cuts cutting sew sews sewn sewed sewing stitched knit knits knitted weave weaves woven wove boil boils boiled boiling bake bakes baked baking fry
        fried chop chopped pour pours poured pouring stir stirred scrub scrubbed wash washes washed rinse rinsed dry dries dried drying soak soaked
        fold folds folded folding pack packs packed unpack wrap wrapped tie ties tied untie zip zipped unzip button hang hangs hung carry carries
        carried lift lifts lifted drop drops dropped throw throws threw thrown catch caught kick kicked walk walks walked walking run runs ran running
        climb climbed sit sits sat sitting stand stood lie lay sleep sleeps slept wake woke eat eats ate eaten drink drinks drank smell smells smelled
        smelt taste tastes tasted hear heard squeak squeaks squeaked creak creaks creaked rattle rattles rustle hum hums crack cracks cracked break
        breaks broke broken mend mends mended repair repaired fix fixed glue glued paint painted polish polished rub rubs rubbed sand sanded drill
        drilled nail nailed screw screwed weigh weighs weighed measure measured post posted mail mailed stamp stamped print printed sign signed ring
        rings rang knock knocked drive drives drove driven ride rode pedal park parked row sail sailed dig dug plant planted pick picked pull pulls
        pulled push pushed squeeze squeezed shake shook grind ground melt melts melted freeze froze frozen burn burnt burned spill spilled leak leaks
        leaked tear tore torn stain stained rust rusts rusted laugh laughed shout shouted whisper whispered cry cried sneeze yawn nod shrug soft hard
        rough smooth sticky slippery wet damp warm cold hot cool heavy light thick thin sharp blunt stiff loose tight crisp crunchy chewy salty sour
        bitter sweet loud quiet dark bright red blue green yellow brown black white grey gray orange pink purple round square flat""")
    ),
    "fr": tuple(
        str.split("""coupe coupé coupée couper coud cousu cousue coudre tricote tricoté tricotée tricoter tisse tissé tissée tisser bout bouilli bouillir cuit cuite cuire
        cuisson frit hache haché verse verser versé remue remuer frotte frotter frotté lave laver lavé rince rincer sèche sécher séché trempe tremper
        trempé plie plier plié pliée emballe emballer emballé noue nouer ferme fermer ouvre ouvrir accroche accrocher accroché suspendu porte porter
        porté soulève soulever tombe tomber tombé lance lancer attrape attraper marche marcher marché court courir grimpe grimper assis assise
        s'assoit debout couché couchée dort dormir dormi réveille mange manger mangé boit boire bu sent sentir goûte goûter entend entendre entendu
        grince grincer craque craquer claque claquer ronfle ronronne casse casser cassé cassée répare réparer réparé raccommode raccommoder raccommodé
        colle coller collé peint peindre cire cirer polit polir poncer ponce perce percer cloue clouer visse visser pèse peser pesé mesure mesurer
        poste poster timbre imprime imprimer imprimé signe signer sonne sonner frappe frapper conduit conduire roule rouler roulé pédale pédaler gare
        garer rame ramer creuse creuser plante planter planté cueille cueillir tire tirer tiré pousse pousser poussé presse presser secoue moudre
        moulu fond fondre fondu gèle gelé brûle brûler brûlé renverse renverser fuit fuir déchire déchirer déchiré tache taché rouille rouiller rit
        rire ri crie crier chuchote pleure pleurer éternue bâille doux douce dur dure rêche rugueux lisse collant glissant mouillé mouillée humide
        tiède chaud chaude chauds chaudes froid froide froids froides frais fraîche lourd lourde lourds léger légère épais épaisse mince fin fine
        pointu raide souple serré lâche croustillant croquant salé salée acide amer amère sucré sucrée bruyant sombre clair claire rouge bleu bleue
        vert verte jaune brun brune noir noire blanc blanche gris grise rose violet rond ronde carré carrée plat plate""")
    ),
}
VAGUE: dict[Locale, tuple[str, ...]] = {
    "en": tuple(
        str.split("""solution experience quality value benefit feature approach process service level aspect element factor opportunity potential possibility need goal
        expectation lifestyle journey world way range variety array wide various numerous many several different great good best better perfect ideal
        amazing wonderful beautiful nice excellent outstanding superior high-quality premium unique special important significant essential key
        effective efficient optimal overall really truly very highly extremely incredibly always ever everything anything something everyone anyone
        success excellence innovation comfort style convenience performance passion inspiration vision mission trust care wellness well-being
        happiness joy beauty elegance luxury memorable positive enjoyable impressive""")
    ),
    "fr": tuple(
        str.split("""solution expérience qualité valeur avantage atout fonctionnalité approche démarche processus service niveau aspect élément facteur opportunité
        potentiel possibilité besoin objectif attente quotidien univers monde manière façon gamme variété large divers diverse nombreux nombreuses
        plusieurs différent différente grand grande bon bonne meilleur meilleure parfait parfaite idéal idéale merveilleux merveilleuse magnifique
        excellent excellente supérieur supérieure unique spécial important importante significatif essentiel essentielle efficace optimal optimale
        vraiment très extrêmement incroyablement toujours jamais tout réussite succès excellence innovation confort style praticité performance
        passion inspiration vision mission confiance bien-être bonheur joie beauté élégance luxe sérénité liberté authenticité ensemble""")
    ),
}
ABSTRACT: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(r"\w{3,}(?:tion|sion|ment|ness|ity|ance|ence|ship)s?"),
    "fr": re.compile(r"\w{3,}(?:tion|sion|ité|ance|ence|isme|tude)s?"),
}
ORDINARY: dict[Locale, frozenset[str]] = {
    "en": frozenset(
        str.split("""ambulance apartment apartments appointment audience balance basement business cement cities city comment comments department difference distance
        document documents edition element elements entrance equipment evidence fence fences fitness garment garments harness instrument invoice
        location locations mention moment moments ointment option options pavement payment payments pension prescription question questions
        reservation science section sections sentence sentences station stations subscription television university version versions wilderness
        witness""")
    ),
    "fr": frozenset(
        str.split("""absence addition agence agences ambulance assurance balance boisson cité cités cuisson distance enfance essence livraison location maison mention
        naissance option options ordonnance pension portion portions potion présence question questions réservation science section sections semence
        station stations séance séances télévision université vacances version versions édition électricité""")
    ),
}
SPOKEN: dict[Locale, frozenset[str]] = {
    "en": frozenset(str.split("""actually anyway bit even get gets got just lot maybe no now pretty really so still then though too well yes""")),
    "fr": frozenset(str.split("""alors assez bien bon donc déjà encore jamais là même non oui peu plutôt puis quand rien si tout trop voilà ça""")),
}
"""Small words of talk. Smooth prose drops them first (measured in both languages, see docs/authenticity.md)."""
ARTICLES: dict[Locale, frozenset[str]] = {
    "en": frozenset(str.split("""by each every from our the these this with""")),
    "fr": frozenset(str.split("""avec ce ces cet cette chaque l' la le les nos notre""")),
}
"""Sentence openings of prose that presents: `The`, `With its`, « Cette », « Chaque »."""
