"""Stock wording: words and phrases that stand in copy about anything. The authenticity dial weighs each by how rare it is in human text.

WORDS may be said by anybody and are weighed with care; PHRASES are worn whole and start with a higher weight. Both in the short form of
`checks.wording.expand`; `lexicons.stock` adds to the words. The weights (`scores/data/authenticity.json`) are fitted: a word that people use as often as
models weighs nothing, whatever this list thinks of it.

Origin: written down here from general practice, with the frequency ratios of Kobak et al. 2025 and Liang et al. 2024 and our own counts beside it.
Left out on purpose, since measured not to have risen in French pages: « véritable », « au cœur de » alone, connectors, the comma before « et »; in both
languages the em dash. Such words age: look again every six months. Last looked through 2026-11-22.
"""

from __future__ import annotations

from copilot.language.prose import Locale

WORDS: dict[Locale, tuple[str, ...]] = {
    "en": (
        "vibrant", "bustling", "nestled", "exceptional(ly)", "remarkable", "remarkably", "delightful(ly)", "exquisite(ly)", "captivat(e|es|ed|ing)", "enchant(ed|ing)", "extraordinary",
        "unwavering", "profound(ly)", "breathtaking", "unforgettable", "stunning", "impeccable", "impeccably", "inviting", "serene", "sleek", "iconic", "renowned",
        "harmonious(ly)", "intricate(ly)", "delectable", "immersive", "immersed", "tranquil", "tranquility", "majestic", "mesmeri(z|s)ing", "picturesque", "unparalleled", "seamless(ly)",
        "meticulous(ly)", "curated", "timeless", "effortless(ly)", "elevat(e|es|ed|ing)", "luxurious(ly)", "indulg(e|ent|ence)", "sumptuous", "opulent", "whimsical", "countless",
        "boundless", "testament", "tapestry", "realm(s)", "beacon", "haven", "oasis", "sanctuary", "symphony", "essence", "elegance", "sophistication", "sophisticated", "ambiance",
        "allure", "charm", "vibe(s)", "dedication", "excellence", "craftsmanship", "perfection", "passion", "innovation", "innovative", "transformative", "cutting-edge", "state-of-the-art",
        "top-notch", "world-class", "unrivaled", "unrivalled", "unmatched", "robust", "holistic", "dynamic", "versatile", "crucial", "pivotal", "essential", "comprehensive",
        "nuanced", "multifaceted", "ever-evolving", "game-changer", "game-changing", "embark(s|ed|ing)", "delv(e|es|ed|ing)", "unlock(s|ing)", "unleash(es|ing)", "harness(es|ing)", "foster(s|ed|ing)",
        "showcas(e|es|ed|ing)", "underscor(e|es|ed|ing)", "leverag(e|es|ing)", "empower(s|ed|ing)", "streamlin(e|es|ed|ing)", "enhanc(e|es|ed|ing)", "embrac(e|es|ing)", "resonat(e|es|ed|ing)",
        "boast(s|ing)", "embod(y|ies|ying)", "exud(e|es|ed|ing)", "evok(e|es|ed|ing)", "ignit(e|es|ing)", "inspir(ing|es)", "thoughtful(ly)", "expertly", "carefully crafted", "beautifully", "lovingly",
        "perfectly", "truly", "undoubtedly", "ultimately", "amidst", "furthermore", "moreover", "additionally", "overall", "diverse", "myriad", "plethora", "array", "blend", "fusion",
        "journey", "experience(s)", "memorable", "lasting", "newfound", "solace", "warmth", "cozy", "cosy", "charming", "lively", "thrilling", "sense of", "touch of", "commitment to", "solution(s)",
        "landscape", "ecosystem", "synergy", "paradigm", "groundbreaking", "revolutionary", "revolutioni(ze|zes|zing|se|ses|sing)", "redefin(e|es|ed|ing)", "reimagin(e|es|ed|ing)", "transcend(s|ed|ing)",
        "reminder", "promptly", "swiftly", "eager(ly)", "diligently", "navigat(e|es|ing)", "vast", "rich", "ultimate", "awe", "awe-inspiring", "commendable", "noteworthy",
        "enthusiasts", "aficionados", "connoisseurs", "discerning", "hustle", "refined", "radiant", "rejuvenat(e|es|ed|ing)", "nourish(ing|es)", "pamper(ed|ing)", "tantali(z|s)ing",
    ),
    "fr": (
        "innovant(e)(s)", "incontournable(s)", "exceptionnel(le)(s)", "inoubliable(s)", "intemporel(le)(s)", "raffiné(e)(s)", "raffinement", "élégance", "élégant(e)(s)", "harmonie",
        "harmonieu(x|se|ses)", "harmonieusement", "authenticité", "authentique(s)", "excellence", "quintessence", "univers", "écrin(s)", "havre", "symphonie", "alchimie", "magie", "magique(s)",
        "unique(s)", "captivant(e)(s)", "envoûtant(e)(s)", "fascinant(e)(s)", "immersi(f|fs|ve|ves)", "sensoriel(le)(s)", "somptueu(x|se|ses)", "luxueu(x|se|ses)", "époustouflant(e)(s)", "enchanteur(s)",
        "singulier", "singulière", "audace", "audacieu(x|se|ses)", "passion", "passionné(e)(s)", "savoir-faire", "sublim(e|er|ez|ent|ant|é|ée|ées|és)", "révél(er|ez|ant)", "incarn(e|er|ent|ant)", "réinvent(e|er|ez|ent|ant)",
        "réenchant(e|er|ez)", "transcend(e|er|ant)", "magnifi(e|er|ez|ant)", "conjugu(e|er|ant|ent)", "alli(e|er|ant|ent)", "révolutionn(e|er|ez|ent|ant)", "révolutionnaire(s)", "optimis(er|ez|e|ant|ation)", "boost(e|er|ez)", "valoris(er|ez|e|ant)",
        "dynamis(er|ez|e|ant)", "propuls(e|er|ez|ant)", "fédér(er|ant)", "accompagn(er|e|ons)", "essentiel(le)(s)", "cruci(al|ale|ales|aux)", "primordi(al|ale|ales|aux)", "indispensable(s)", "fondament(al|ale|ales|aux)", "optim(al|ale|ales|aux)",
        "performant(e)(s)", "performance(s)", "pérenne(s)", "durablement", "holistique(s)", "emblématique(s)", "irrésistible(s)", "parfaitement", "pleinement", "résolument", "subtilement", "délicatement",
        "soigneusement", "méticuleusement", "incroyablement", "solution(s)", "levier(s)", "synergie(s)", "écosystème(s)", "expérience(s)", "quotidien", "bien-être", "sérénité", "épuré(e)(s)", "invitation", "promesse", "voyage", "évasion", "parenthèse", "bulle", "complicité", "instant(s)", "inspirant(e)(s)", "inégalé(e)(s)", "inégalable(s)", "incomparable(s)", "d'exception",
        "exigence", "exigeant(e)(s)", "engagement(s)", "enjeu(x)", "profond(e)(s)", "profondément", "complexe(s)", "complexité", "épanouissement", "équilibre", "transformer", "transforme(z)", "façonn(e|er|ent|ant|é|ée)",
        "soulign(e|ant|ent)", "témoign(e|ant|ent)", "illustr(e|ant)", "favoris(e|er|ant)", "enrichi(r|t|ssant|ssante)", "quête", "richesse", "diversité", "vibrant(e)(s)", "connecté(e)(s)", "intuitif", "intuitive", "fluide(s)", "fluidité", "simplicité", "modernité", "novat(eur|eurs|rice|rices)", "avant-gardiste(s)", "visionnaire(s)", "engagé(e)(s)", "bienveillance", "bienveillant(e)(s)",
    ),
}  # fmt: skip

PHRASES: dict[Locale, tuple[str, ...]] = {
    "en": (
        "in the heart of", "at the heart of", "a testament to", "rich tapestry", "rich history", "(wide|diverse|vast|extensive) (range|array|selection) of", "a (perfect|seamless|harmonious|unique|beautiful) blend of",
        "blend of", "(world|realm) of", "hidden gem", "must-visit", "must-have", "feast for the (eyes|senses)", "like no other", "second to none", "one of a kind", "above and beyond", "left no stone unturned",
        "a sense of (wonder|belonging|community|calm|warmth|adventure|purpose|accomplishment|peace|freedom|pride|style)", "a touch of (elegance|class|luxury|magic|sophistication|style|warmth)", "(warm|cozy) and inviting", "warm and welcoming",
        "attention to detail", "every detail", "to the next level", "take your", "look no further", "say goodbye to", "whether you're", "whether you are", "more than just", "not just", "it's not just", "isn't just", "it's more than",
        "in today's", "in a world", "ever-changing", "fast-paced", "hustle and bustle", "peace of mind", "at your fingertips", "the perfect (companion|choice|addition|way|balance|gift|place|combination|fit)", "perfect for (any|every|all|those|both)",
        "designed to (elevate|enhance|inspire|empower|transform|meet)", "crafted with (care|love|passion|precision)", "crafted (from|for|to)", "experience the", "discover the", "explore the", "embrace the", "unlock your", "unleash your", "elevate your",
        "transform your", "indulge in", "immerse yourself", "dive into", "delve into", "step into", "embark on", "join us", "don't miss", "stay tuned", "ready to", "get ready to", "imagine a", "where (style|tradition|comfort|innovation|quality|luxury|elegance) meets",
        "made for (you|every)", "for every (occasion|moment|season|adventure|day)", "redefine what", "push the boundaries", "stand the test of time", "make every moment", "moments that matter", "memories that", "unforgettable (experience|memories|moments|journey)",
        "(exceptional|outstanding|unparalleled) (quality|service|comfort|value|experience)", "quality and (comfort|style|craftsmanship|durability|performance)", "style and (comfort|function|functionality|substance|durability)", "comfort and (style|durability|convenience|luxury)",
        "form and function", "tradition and innovation", "passion for", "committed to", "dedicated to", "our commitment to", "we believe (that|in)", "at the forefront of", "the power of", "the art of", "the beauty of", "the magic of", "the joy of", "the essence of", "the future of",
        "plays a (crucial|vital|pivotal|significant|key) role", "serves as a", "stands as a", "it is (important|essential|worth) to note", "it's important to", "it's worth noting", "in conclusion", "in summary", "not only", "but also", "overall,", "as well as",
        "a (myriad|plethora|multitude|variety|range|array) of", "adds a touch", "leaves a lasting", "lasting impression", "much to be desired", "a reminder (of|that)", "in awe", "couldn't help but", "i highly recommend", "exceeded (my|our|your|all) expectations",
        "attentive and", "and attentive", "friendly and", "the atmosphere", "contributed to", "despite the", "with its", "offering a", "ensuring that", "ensuring a", "making it", "allowing (you|for|me|us)", "resulting in", "leading to", "adding a", "creating a", "providing a",
    ),
    "fr": (
        "plongez dans", "plongez au", "laissez-vous (séduire|tenter|transporter|surprendre|porter|guider|envoûter|charmer)", "dans un monde (où|en)", "à l'ère d(u|e)", "l'art de vivre", "art de vivre", "une expérience (unique|inoubliable|immersive|sensorielle|exceptionnelle)",
        "expérience (unique|inoubliable|immersive|sensorielle|exceptionnelle)", "un voyage (au|sensoriel|gustatif|unique|inoubliable)", "invitation au voyage", "une invitation à", "une ode à", "un hommage à", "havre de paix", "hors du temps", "hors du commun", "pas comme les autres", "à nul autre pareil", "unique en son genre", "alliant", "mêlant", "conjuguant", "mariant", "tout en (douceur|élégance|finesse|simplicité|légèreté|préservant|offrant|garantissant|conservant|respectant)",
        "entre tradition et (modernité|innovation)", "tradition et modernité", "élégance et (confort|simplicité|modernité|raffinement|praticité)", "confort et (style|élégance|praticité|sérénité|bien-être)", "style et (confort|praticité|élégance)", "douceur et (élégance|sérénité|confort|légèreté)", "qualité et (confort|innovation|durabilité|authenticité)",
        "avec passion", "avec soin", "avec amour", "fruit d'un", "né(e) d'une", "pensé(e)(s) pour", "conçu(e)(s) pour (vous|sublimer|accompagner|répondre|durer|offrir|allier|s'adapter)", "imaginé(e)(s) pour", "pour un(e) (confort|douceur|élégance|expérience|moment|rendu|résultat|style) (optimal|unique|inégalé|incomparable|inoubliable|parfait|absolu|absolue)",
        "chaque (instant|moment|détail|geste|bouchée|gorgée|jour|pièce) (compte|est|devient|raconte|révèle)", "chaque détail", "chaque instant", "chaque moment", "dans les moindres détails", "souci du détail", "le moindre détail", "attention portée", "pour toutes vos", "pour toutes les occasions", "en toute (occasion|circonstance|saison|sérénité|simplicité|confiance|liberté)",
        "que vous soyez", "que ce soit pour", "bien plus qu'un(e)", "plus qu'un(e) simple", "ce n'est pas (seulement|juste|qu'un|qu'une)", "n'est pas (seulement|juste|simplement)", "il ne s'agit pas (seulement|simplement|juste)", "loin d'être", "non seulement", "offrez-vous", "offre(z) à", "découvrez (notre|nos|l'|le|la|les|une|un)", "explorez (notre|nos|l'|les|le|la)", "rejoignez",
        "n'attendez plus", "prêt(e)(s) à", "ne cherchez plus", "dites adieu", "faites de", "faire de chaque", "donnez vie à", "osez", "vivez (une|l'|un|des|chaque)", "savourez", "succombez", "craquez pour", "évadez-vous", "sublimez", "transformez votre", "révélez (votre|votre|tout)", "réinventez", "boostez",
        "toujours plus", "plus que jamais", "à la pointe", "de pointe", "haut de gamme", "sur mesure", "clé en main", "clés en main", "au service de", "au plus près de", "à votre écoute", "répondre à (vos|tous|toutes|tes)", "à la hauteur de", "un gage de", "gage de qualité", "synonyme de", "la promesse d'un(e)", "le secret d'un(e)", "l'allié(e)", "votre allié(e)", "l'alliance (parfaite|subtile|entre|de)", "le parfait équilibre", "l'équilibre (parfait|subtil|entre)", "le mariage (parfait|subtil)",
        "joue un rôle (essentiel|clé|crucial|central|fondamental|majeur|déterminant)", "il est (important|essentiel|crucial|primordial|nécessaire) de", "il convient de", "en conclusion", "en somme", "en définitive", "dans cet article", "n'hésitez pas à", "un large (choix|éventail|panel)", "une large (gamme|palette|sélection)", "une multitude de", "un large éventail", "force est de",
        "permettant (de|ainsi|à)", "offrant (ainsi|une|un|à)", "garantissant", "assurant (une|un|ainsi)", "apportant (une|un)", "favorisant", "créant (une|un|ainsi)", "faisant de", "contribuant à", "invitant à", "reflétant", "témoignant d", "un sentiment de", "une touche (de|d'|d'élégance|moderne)", "une note de", "la richesse de", "la beauté de", "la magie de", "l'essence de", "l'essence même", "la capacité à",
        "par excellence", "à portée de main", "en un clin d'œil", "sans compromis", "sans effort", "repousser les limites", "faire la différence", "marquer les esprits", "éveille(r) les sens", "émerveill(e|er|ement)", "au fil des", "moment(s) de (partage|convivialité|détente|douceur|plaisir|bonheur|complicité)", "instant(s) de (partage|convivialité|détente|douceur|plaisir|bonheur)", "écrin de", "cocon de", "bulle de", "parenthèse", "bouffée d'",
    ),
}  # fmt: skip
