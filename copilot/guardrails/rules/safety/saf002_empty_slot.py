import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import BLANK
from copilot.language.words import both

SLOTS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (
        ("[",),
        re.compile(
            r"(?<!\[)\[(?!(?:sic|…|\.\.\.|x| )\]|\d|http)(?:[A-ZÀ-Ý][A-ZÀ-Ý_' ]{1,30}(?:_\d{1,3})?|(?:[Ii]nsert|[Aa]dd|[Yy]our|[Ee]nter|[Pp]ut|[Ii]nclude"
            r"|[Nn]ame|[Bb]rand|[Cc]ompany|[Pp]roduct|[Cc]ity|[Dd]ate"
            r"|[Pp]rice|[Ll]ink|[Uu]rl|CTA|[Ff]irst|[Ll]ast|[Cc]ustomer|[Cc]lient|[Rr]ecipient|[Ii]nsére[zr]|[Aa]joute[zr]|[Vv]otre|[Tt]on|[Tt]a|[Nn]om"
            r"|[Mm]arque|[Ee]ntreprise|[Pp]roduit|[Vv]ille|[Pp]rix"
            r"|[Ll]ien|[Pp]r[ée]nom|[ÀàAa] (?:compléter|remplir|définir)|TBD|TBC|[Ii]ndique[zr]|[Pp]récise[zr]|[Cc]hiffre|[Nn]umber|[Nn]ombre|[Mm]ontant"
            r"|[Aa]mount|[Aa]dd?resse?|[Tt]éléphone|[Pp]hone)"
            r"(?![a-zà-ÿ]*ée?s?\])[^\[\]\n]{0,60})\](?!\()"
        ),
    ),
    (
        ("<",),
        re.compile(r"<(?:insert|your|add|enter|name|brand|product|company|nom|marque|produit|votre|prénom|prix|insérer|date|link|lien|url)\b[^<>\n]{0,40}>"),
    ),
    (("{", "*|"), re.compile(r"\{\{\s*\}\}|\{%\s*%\}|\*\|\s*\|\*|(?<![\w{])\{\s?\}")),
    (
        (
            "ipsum",
            "todo",
            "fixme",
            "tbd",
            "tbc",
            "compléter",
            "completer",
            "remplir ici",
            "à venir",
            "texte ici",
            " here",
            "insérer ",
            "nom de ",
            " doe",
            " name",
        ),
        re.compile(
            r"\b(?:(?i:lorem ipsum)\b[^.\n]{0,30}|(?:TODO|FIXME|TBD|TBC|À COMPLÉTER|A COMPLETER)\b|(?i:à compléter|à remplir ici|texte à venir|votre texte ici"
            r"|your text here"
            r"|insert (?:text|name|link|product|brand) here|insérer (?:le|la|un|votre) (?:nom|lien|texte|produit|prix|marque)|nom de (?:votre "
            r"|l['’])(?:entreprise|marque|produit))\b"
            r"|(?:John|Jane) Doe\b|(?:Company|Brand|Product|Business) Name\b(?=[ ,.!:]|$))"
        ),
    ),
    (
        ("xx", "x €", "x€", "x%", "x %", "€x", "£x", "$x", "€ x", "£ x", "$ x"),
        re.compile(
            r"(?<![\w.])(?:[xX]{1,3}(?= ?(?:€|£|\$|%|euros?)(?!\w))|[xX]{2,}(?= ?(?:jours|days|heures|hours|mois|months|ans|years)(?!\w)))"
            r"|(?<!\w)[€£$] ?[xX]{1,5}(?:[.,][xX]{2})?(?!\w)"
            r"|(?<![\w.@/-])X{3,}(?![\w-]|\.\w)"
        ),
    ),
    (("xx/", "00/", "jj/", "dd/"), re.compile(r"\b(?:XX|00|jj|dd|JJ|DD)/(?:XX|00|mm|MM)(?:/(?:XXXX|0000|aaaa|AAAA|yyyy|YYYY))?\b")),
    (
        ("01 23", "01.23", "0123", "555", "____", "site.", "exemple.", "example.", "brand.", "marque.", "company.", "entreprise."),
        re.compile(
            r"_{4,}|\b(?:www\.)?(?:votre-?site|votresite|monsite|yoursite|your-?website|yourwebsite|yourbrand|votremarque|yourcompany|votre-?entreprise"
            r"|exemple|website)\.(?:com|fr|co\.uk|org|net)\b"
            r"|\bhttps?://(?:www\.)?example\.(?:com|org|net)\b[^\s]{0,40}|\b01[ .]?23[ .]?45[ .]?67[ .]?89\b|(?:\b|\()(?:\+1 ?)?\(?555\)?[ -]?123[- ]?4567\b"
        ),
    ),
)
ANCHORS = {hint for hints, _ in SLOTS for hint in hints} | {BLANK}
MESSAGE = both("'{text}' was to be filled in.", "« {text} » était à remplir.")
SUGGESTION = both("Put the fact from the brief, a merge tag, or take the sentence out.", "Mettez le fait du brief, un champ de fusion, ou retirez la phrase.")


@rule("SAF002", "empty-slot", level="blocking", last_reviewed="2026-11-22", anchors={"en": tuple(sorted(ANCHORS)), "fr": tuple(sorted(ANCHORS))})
def empty_slot(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A slot nobody filled.

    What it does
        Finds bracketed slots ([Nom], [Insert brand], <your product>), our own masks ([NAME_1]), XXX and XX €, lorem ipsum, TODO and à compléter, empty tags
        {{ }}, blanks to write on, sample addresses and numbers (votresite.fr, 01 23 45 67 89). Notes ([1], [sic], [...]), sizes (XXL) and check boxes pass.
        Its rate on human text is that of the corpora's own masks ([NAME]).
    Why
        A thousand readers get 'Bonjour [Prénom]'.
    En français
        Case que personne n'a remplie
        Mille personnes reçoivent « Bonjour [Prénom] ».
    Example
        Bad (en): Dear [Customer Name], your jacket is ready.
        Good (en): The jacket [sic] is ready, says note [1].
        Bad (fr): Bonjour [Prénom], ta veste est prête.
        Good (fr): Taille XXL [épuisée].
    Source
        Signs of AI writing, collected in github.com/blader/humanizer v2.8.2, read 2026-11-21; patterns written here.
    """
    lowered = text.prose.text.lower()
    for hints, pattern in SLOTS:
        if any(hint in lowered for hint in hints):
            for match in pattern.finditer(text.prose.text):
                yield Hit(*match.span(), MESSAGE.fill(text=match.group()), SUGGESTION)
