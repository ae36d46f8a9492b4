import re
from collections.abc import Iterator

from copilot.guardrails.checks import as_written, phrase_pattern
from copilot.guardrails.checks.anchors import anchors_of
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both
from copilot.records import Fix

INSTEAD: dict[Locale, dict[str, str]] = {
    "en": {
        "chairman": "chair", "chairmen": "chairs", "mankind": "humankind", "manpower": "staff", "man-hours": "hours of work", "man-hour": "hour of work",
        "salesman": "seller",
        "salesmen": "sellers", "saleswoman": "seller", "businessman": "business owner", "businessmen": "business owners", "spokesman": "spokesperson",
        "policeman": "police officer",
        "policemen": "police officers", "fireman": "firefighter", "firemen": "firefighters", "stewardess": "flight attendant",
        "stewardesses": "flight attendants", "cleaning lady": "cleaner", "cleaning ladies": "cleaners", "housewife": "homemaker", "housewives": "homemakers",
        "layman": "lay person",
        "laymen": "lay people", "middleman": "go-between", "man up": "be brave", "male nurse": "nurse", "lady doctor": "doctor", "woman doctor": "doctor",
        "congressman": "member of Congress",
        "hey guys": "hello everyone", "hi guys": "hello everyone", "career woman": "professional",
    },
    "fr": {
        "madame le directeur": "Madame la directrice", "madame le président": "Madame la présidente", "madame le maire": "Madame la maire",
        "madame le ministre": "Madame la ministre",
        "madame le juge": "Madame la juge", "madame le professeur": "Madame la professeure", "femme de ménage": "personne qui fait le ménage",
        "femmes de ménage": "personnel d'entretien",
        "femme médecin": "médecin", "femme pilote": "pilote", "femme ingénieur": "ingénieure", "femmes ingénieurs": "ingénieures",
        "femme écrivain": "écrivaine", "femme chef": "cheffe",
        "femme pompier": "pompière", "femme d'affaires": "entrepreneuse", "homme d'affaires": "entrepreneur", "hommes d'affaires": "milieux d'affaires",
        "mère au foyer": "parent au foyer",
        "hôtesse de caisse": "personnel de caisse", "hôtesses de caisse": "personnel de caisse", "hôtesse de l'air": "personnel de bord",
        "hôtesses de l'air": "personnel de bord",
    },
}  # fmt: skip
PATTERNS: dict[Locale, re.Pattern[str]] = {locale: phrase_pattern(words) for locale, words in INSTEAD.items()}
VACANCY = re.compile(
    r"\b(?:(?:nous|on) (?:recrut|recherch|cherch|embauch)(?:ons|e)|(?:recrute|embauche|recherche)) (?:activement |actuellement |dès maintenant )?(?:un"
    r"|des|son|sa|notre (?:futur|prochain|nouveau)) "
    r"((?:directeur|vendeur|développeur|commercial|technicien|ouvrier|conseiller|chargé|assistant|ingénieur|livreur|serveur|cuisinier|boulanger|coiffeur"
    r"|menuisier|couturier|rédacteur|vendeurs"
    r"|développeurs|commerciaux|techniciens|ouvriers|conseillers|livreurs|serveurs|animateur|formateur|responsable qualifié|chauffeur-livreur|magasinier"
    r"|préparateur|employé|apprenti|stagiaire motivé)\b)"
    r"(?![^.\n]{0,60}(?:h/f|f/h|h-f|\(e\)|·|ou une|/))"
)  # fmt: skip
NAMED_BEFORE = re.compile(r"[A-Z][\w'-]+, (?:our |the |a |its |their )?(?:\w+ )?$")
NAMED_AFTER = re.compile(r",? [A-Z][a-z]")
MESSAGE = both("'{text}' names a job by a sex.", "« {text} » donne un sexe à un métier.")
SUGGESTION = both("Say '{instead}'.", "Dites « {instead} ».")
VACANCY_SUGGESTION = both("Add F/H or name both forms.", "Ajoutez F/H, ou nommez les deux formes.")


@rule(
    "INC001", "gendered-job", level="advice", last_reviewed="2026-11-22", anchors={"en": anchors_of(PATTERNS["en"]), "fr": anchors_of(PATTERNS["fr"], VACANCY)}
)
def gendered_job(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A job with a sex.

    What it does
        Finds chairman, man-hours, cleaning lady, « Madame le directeur », « femme ingénieur », and French vacancies in the masculine with no F/H. Next to a
        name (`Alan, our chairman`) the word is a fact and passes; so do quotations.
    Why
        Half of the readers wonder whether they are meant.
    En français
        Un métier avec un sexe
        La moitié des lecteurs se demande si c'est pour elle.
    Example
        Bad (en): Every salesman gets a van.
        Good (en): Alan, our chairman, made the tea.
        Bad (fr): Madame le directeur vous attend.
        Good (fr): La directrice t'attend.
    Source
        Retext-equality 7, github.com/retextjs/retext-equality, and Mailchimp content style guide, github.com/mailchimp/content-style-guide, read 2026-11-21;
        chosen for marketing copy here; HCE, guide pour une communication publique sans stéréotype de sexe (2015, 2022), by egalactu.com, read 2026-11-21.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        if grounds.locale == "en" and (NAMED_BEFORE.search(text.prose.text, max(0, start - 30), start) or NAMED_AFTER.match(text.prose.text, end)):
            continue
        word = text.prose.text[start:end]
        instead = as_written(word, INSTEAD[grounds.locale][text.prose.scan[start:end]])
        yield Hit(start, end, MESSAGE.fill(text=word), SUGGESTION.fill(instead=instead), Fix(replacement=instead, safety="unsafe"))
    if grounds.locale == "fr":
        for start, end in said(VACANCY, text.prose):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), VACANCY_SUGGESTION)
