from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.detect import language_of
from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.words import both
from copilot.records import LOCALES, Locale

WANTED = {"en": both("English", "anglais"), "fr": both("French", "français")}
LEAST_FOREIGN = 2
MOST_OWN = 0.3
"""Share of own function words over which a text is not asked about."""
_THIRD = (
    "el los las una con para por muy está esta este del como pero más che il gli della nel sono non questo più und der das nicht ist mit auch sich eine"
    " het een van voor niet zijn deze não uma com"
    " mais são"
)
THIRD = frozenset(_THIRD.split())
"""Function words of Spanish, Italian, German, Dutch and Portuguese that are neither English nor everyday French."""
FOREIGN: dict[Locale, frozenset[str]] = {locale: THIRD - frozenset(FUNCTION_WORDS[locale]) for locale in LOCALES}
MESSAGE = both("This is not in {wanted}.", "Ce texte n'est pas en {wanted}.")
SUGGESTION = both("Translate it, or change the language of the draft.", "Traduisez-le, ou changez la langue du brouillon.")


@rule("SAF007", "wrong-language", level="blocking", last_reviewed="2026-11-22")
def wrong_language(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A field in another language.

    What it does
        Compares the field's function words with those of the other languages; where they speak against the draft's own, and there are twenty letters at
        least, asks a language detector without the names. Titles of a few words and mixed slogans pass (see *english-in-french*).
    Why
        A model asked in English answers in English; the mail goes to French readers.
    En français
        Champ dans une autre langue
        Un modèle à qui l'on parle anglais répond en anglais ; l'envoi part à des lecteurs français.
    Example
        Bad (en): La laine tient chaud et la poste est lente cette semaine.
        Good (en): Odette, Felletin, Creuse: wool.
        Bad (fr): The wool is warm and the post is slow this week.
        Good (fr): Shopping, look, week-end : Odette.
    Source
        Own; language detector lingua-language-detector 2, https://pypi.org/project/lingua-language-detector/, read 2026-11-21.
    """
    words = text.prose.words
    if len(words) < 4 or (text.spec is not None and text.spec.name in ("slug", "path")):
        return
    own = sum(map(FUNCTION_WORDS[grounds.locale].__contains__, words))
    other = max(sum(map(FUNCTION_WORDS[locale].__contains__, words)) for locale in LOCALES if locale != grounds.locale)
    third = sum(map(FOREIGN[grounds.locale].__contains__, words))
    if not (other > 2 * own and other >= LEAST_FOREIGN) and not (third >= LEAST_FOREIGN and own <= MOST_OWN * len(words)):
        return
    names = grounds.house.names if grounds.house else frozenset()
    plain = " ".join(
        word for word, (start, _) in zip(words, text.prose.word_spans, strict=True) if word not in names and not (start and text.prose.text[start].isupper())
    )
    found = language_of(plain)
    if found and found != grounds.locale and (found not in LOCALES or other >= LEAST_FOREIGN):
        yield Hit(0, len(text.prose.text), MESSAGE.fill(wanted=WANTED[grounds.locale]), SUGGESTION)
