from collections.abc import Iterator

from copilot.guardrails.checks.sentences import sentence_words
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

MOST = 60
MESSAGE = both("A sentence of {count} words.", "Une phrase de {count} mots.")
SUGGESTION = both("Put a full stop where you would take breath.", "Mettez un point là où vous reprendriez votre souffle.")


@rule("RDB003", "very-long-sentence", level="advice", last_reviewed="2026-11-22", threshold=MOST)
def very_long_sentence(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A sentence nobody reads in one breath.

    What it does
        Flags sentences of more than 60 words, whoever the brand is; a brand's own limit is another rule's. Lists (semicolons, several lines) pass.
    Why
        18F splits above 25 words; at 60 the reader has forgotten the beginning. 4 to 6 % of public pages hold one.
    En français
        Phrase interminable
        À soixante mots, le lecteur a oublié le début. 4 à 6 % des pages publiques en ont une.
    Example
        Bad (en): We mend the jackets that come to us by post or by hand from all over the north, and from further away when somebody has heard of Agnes from a cousin or a postman or a man on a train, and we put in a zip and close the seams and rub the wax in until the dog, who is asked each time, agrees.
        Good (en): We mend the jackets that come to us by post. The dog is asked each time.
        Bad (fr): On recoud les vestes qui nous arrivent par la poste ou par la route de tout le plateau et parfois de plus loin quand un cousin ou un facteur a parlé de Fatou à quelqu'un dans un train, et on pose une fermeture et on ferme les coutures et on brosse la laine jusqu'à ce que le chat, qu'on consulte à chaque fois, soit d'accord.
        Good (fr): On recoud les vestes qui arrivent par la poste. Le chat est consulté à chaque fois.
    Source
        18F content guide, https://github.com/18F/content-guide, read 2026-11-21; the limit of 60 and the rates were measured here on public pages.
    """
    prose = text.prose
    most = grounds.threshold("RDB003", MOST)
    if len(prose.text) < 2 * most:
        return
    for words, (begin, stop) in zip(sentence_words(prose), prose.sentences, strict=True):
        if len(words) <= most:
            continue
        count = sum(not word.endswith("'") for word in words)
        if count > most and ";" not in prose.text[begin:stop] and "\n" not in prose.text[begin:stop]:
            yield Hit(begin, stop, MESSAGE.fill(count=count), SUGGESTION)
