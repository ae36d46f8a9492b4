"""English words that are not French ones, as slogans and calls to action use them.

A run of them inside French copy is English left untranslated. Words that French has borrowed or shares (week-end, look, parking, mode, pain, on) are
left out, and so are set phrases that everybody uses as they are. Origin: drawn up here, 2026-11-22, from the commonest words of English less those of French.
"""

_ENGLISH = """
    about above across adventure after again ahead alive all almost alone along already always am amazing and another any anyone anything anywhere are
    around ask at away awesome be beautiful beauty because become been before began begin being believe belong below best better between beyond big bigger
    bodies body bold born both boys brand break bring brings brother build built but buy by call can care change check child children choice choose city
    clean clear clothes coffee cold come comes coming could crazy create cute day days deal deals dear deeply did different discover do does done door
    down dream dreams drive each early earn earth easier easy eat edge else empower end enjoy enough even ever every everyday everyone everything
    everywhere explore eyes face family far fast faster feel feeling feels few fight find fire first fit fly follow food for forever forget forward free
    freedom fresh friend friends from fuel full fun game gear get gets getting gift gifts girl girls give gives giving glow go goes going good grab great
    greater green grow had hair hand hands happen happiness happy has hate have having head heal health healthy hear heart heat hello help her here hero
    hide high higher him his hit hold holidays home hope house how hungry hurry if impossible in inside inspire inspired into is it its join journey joy
    just keep keeping kids kind kiss know last late later laugh lead leading learn leave left less let life light like limits listen little live lives
    living long longer look looking lose lost lot love loved lovely lover loves made make maker makes making man many matter matters may me mean meant
    meet meets men might mind moment moments money month more morning mother mountain move moves much must my myself nature near need needs never new next
    nice night nobody not nothing now of off oh older once one only open or other our ours ourselves out outside over own paid part people perfect place
    planet play please power powered proud pure push put quality reach read ready real really reason rest ride right rise road rock rule rules run running
    safe same save saving say says sea see seen self sense set shape share she shine shop shopping should show side simple simply since skin sky sleep
    slow small smart smarter smell smile so soft some someone something soon soul sound speak spend spirit stand star start starts stay step still story
    strength strong stronger style such summer sun sunday super sure sweet take taste tell than thank thanks that the their them then there these they
    thing things think this those though through throughout time times tired to today together tomorrow tonight too top touch toward travel treat true
    trust truth try turn two under unleash unlock until up upgrade us use very voice wait wake walk want wants war warm was wash watch water way we wear
    week welcome well were what when where which while white who whole why wild will win wind winter wish with within without woman women wonder wool word
    words work working works world worth would year years yes yet you young younger your yours yourself
"""
_FRENCH_TOO = "an but chat coin comment main men mode on or pain part place plus son"
ENGLISH_WORDS = frozenset(_ENGLISH.split()) - frozenset(_FRENCH_TOO.split())
"""Less those that are French words too, or that French uses every day."""
_STRONG = (
    "the and of your you we our with for from this that it is are be been my never always every everything everyone make makes made get feel just now"
    " today more best better new free all to into without who what when where why how can will let only together beyond between through shop buy join"
    " discover enjoy love think"
)
STRONG = frozenset(_STRONG.split())
"""Those that show English by themselves; a run holds two of them."""
ADOPTED = (
    "made in", "black friday", "cyber monday", "click and collect", "click & collect", "best of", "french days", "happy hour", "happy end", "must have",
    "must-have", "do it yourself",
    "fast food", "back to school", "back to basics", "save the date", "work in progress", "prime time", "best seller", "open source", "ready to wear",
    "no comment", "start up", "buy one get one",
    "time to market", "go to market", "business to business", "peer to peer", "end to end", "one to one", "over the top", "all inclusive", "full remote",
    "know how", "up to date", "rock and roll",
    "come back", "feel good", "pay as you go", "print on demand", "state of the art", "proof of concept", "point of sale", "software as a service",
    "user experience", "the end", "show must go on",
)  # fmt: skip
"""Set phrases that French copy uses as they are."""
