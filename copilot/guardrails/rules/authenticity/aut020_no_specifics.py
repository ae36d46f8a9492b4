import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

LEAST = 80
"""Words from which on a text should hold something that could be checked."""
_EN = """wool cotton linen silk leather steel iron brass copper tin wood oak ash beech pine birch cork glass clay stone slate rubber felt canvas denim wax oil
    paper cardboard wheat rye barley oats milk butter salt honey apple apples lemon coffee tea cocoa needle thread zip button buttons strap buckle hinge screw
    rivet sole laces monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
    december spring autumn winter noon midnight river harbour bench kiln loom lathe anvil oven"""
_FR = """laine coton lin soie cuir acier fer laiton cuivre étain bois chêne frêne hêtre pin bouleau liège verre argile pierre ardoise caoutchouc feutre toile
    denim cire huile papier carton blé seigle orge avoine lait beurre sel miel pomme pommes citron café thé cacao aiguille fil fermeture bouton boutons sangle
    boucle charnière vis rivet semelle lacets lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre
    octobre novembre décembre printemps automne hiver midi minuit rivière port établi four métier tour enclume"""
THINGS: dict[Locale, frozenset[str]] = {"en": frozenset(_EN.split()), "fr": frozenset(_FR.split())}
_NUMBERS = """two three four five six seven eight nine ten dozen hundred thousand deux trois quatre cinq sept huit neuf dix douze douzaine cent cents mille"""
NUMBERS = frozenset(_NUMBERS.split())
NAME = re.compile(r" (?<=[\w,;] )[A-ZÀ-Ý][\w'’-]+")
PLAIN = frozenset(("I", "I'm", "I've", "I'll", "I'd", "I’m", "I’ve", "I’ll", "I’d"))
MESSAGE = both(
    "{count} words and not one that could be checked: no figure, name, place, date or material.",
    "{count} mots, et pas un qu'on puisse vérifier : ni chiffre, ni nom, ni lieu, ni date, ni matière.",
)
SUGGESTION = both("Put in one thing that only you could know.", "Mettez une chose que vous seuls pouvez savoir.")


@rule("AUT020", "no-specifics", level="advice", last_reviewed="2026-11-22", threshold=LEAST, status="preview")
def no_specifics(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Nothing in particular.

    What it does
        Looks in texts of 80 words and more for a figure, a number word, a name, a day or month, a season, a material or a tool, and for the brand's own
        names; where there is none it advises on the first sentence.
    Why
        Hard-to-invent detail is the best sign that somebody was there.
    En français
        Rien de précis
        Le détail qu'on n'invente pas est la meilleure preuve que quelqu'un y était.
    Example
        Bad (en): Our products are made with care for people who value comfort and style. We believe that everyone deserves to feel good at home, and that is why our team works so hard to create designs that fit your life. From the first idea to the last detail, everything we do is about you. We listen, we learn and we keep getting better, because your satisfaction is our greatest reward. Come and see what makes us different. You will feel it right away, and so will the people you love.
        Good (en): Our products are made with care by Joan, on a bench by the window.
        Bad (fr): Nos produits sont conçus avec soin pour celles et ceux qui aiment le confort et le style. Nous croyons que chacun mérite de se sentir bien chez soi, et c'est pourquoi notre équipe travaille chaque jour à créer des modèles adaptés à votre vie. De la première idée au dernier détail, tout est pensé pour vous. Nous écoutons, nous apprenons et nous progressons sans cesse, parce que votre satisfaction est notre plus belle récompense. Venez voir ce qui nous rend différents. Vous le sentirez tout de suite.
        Good (fr): Nos produits sont faits par Odette, près de la fenêtre.
    Source
        Signs of AI writing, collected in github.com/blader/humanizer v2.8.2, read 2026-11-21; our own benches, 2026-11-22.
    """
    prose, least = text.prose, grounds.threshold("AUT020", LEAST)
    if len(prose.text) < 4 * least or prose.digits or prose.protected:
        return
    if any(match.group()[1:] not in PLAIN for match in NAME.finditer(prose.text)):
        return
    words = prose.words
    names = grounds.house.names if grounds.house else frozenset[str]()
    if len(words) >= least and all(known.isdisjoint(words) for known in (THINGS[grounds.locale], NUMBERS, names)):
        yield Hit(*prose.sentences[0], MESSAGE.fill(count=len(words)), SUGGESTION)
