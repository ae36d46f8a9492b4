from collections.abc import Iterator

from copilot.guardrails.checks.readability import LEAST_WORDS, ease
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

VERY_HARD = 30
MESSAGE = both(
    "Very hard to read (ease {score}; 60 to 70 is plain). This is the longest of its sentences.",
    "Très difficile à lire (facilité {score} ; 60 à 70, c'est courant). Voici la plus longue de ses phrases.",
)
LONG_SENTENCES = both("{words} words a sentence: cut the long ones in two.", "{words} mots par phrase : coupez les longues en deux.")
LONG_WORDS = both("{syllables} syllables a word: take shorter words.", "{syllables} syllabes par mot : prenez des mots plus courts.")
USUAL = {"en": 1.55, "fr": 1.75}
"""Syllables a word in ordinary pages of organisations, measured here."""


@rule("RDB001", "hard-to-read", level="advice", last_reviewed="2026-11-22", threshold=VERY_HARD)
def hard_to_read(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Very hard to read.

    What it does
        In texts of 100 words or more, and four sentences, computes the Flesch reading ease (French: Kandel and Moles) and speaks under 30. It marks the longest
        sentence and names the driver. Short copy, lists and texts without full stops are not measured.
    Why
        Under 30 is the language of journals of law. It is a band, not a mark to chase: 2 to 3 % of the public pages of organisations lie there.
    En français
        Très difficile à lire
        Sous 30, c'est la langue des revues de droit. C'est une bande, pas une note à poursuivre.
    Example
        Bad (en): The harmonisation of organisational communication necessitates the implementation of standardised documentation methodologies. Departmental representatives participating in the consultation emphasised the indispensability of administrative simplification, notwithstanding considerable uncertainty regarding the operationalisation of the aforementioned recommendations. Consequently, the identification of complementary opportunities for the rationalisation of institutional resources constitutes an unavoidable prerequisite for the consolidation of collaborative initiatives. Additional considerations pertaining to the sustainability of multidisciplinary partnerships, particularly regarding accountability, interoperability and transparency, necessitate supplementary investigation. Stakeholders accordingly anticipate a comprehensive reconfiguration of responsibilities, facilitating the progressive institutionalisation of participatory evaluation procedures and the dissemination of representative information amongst participating intermediary organisations nationally and internationally.
        Good (en): We mend jackets. You post yours, we put in a zip, and it comes home in eight days.
        Bad (fr): L'harmonisation de la communication organisationnelle nécessite la généralisation de méthodologies documentaires standardisées. Les représentants départementaux participant à la consultation institutionnelle ont souligné l'indispensabilité de la simplification administrative, nonobstant l'incertitude considérable concernant l'opérationnalisation des recommandations susmentionnées. Consécutivement, l'identification d'opportunités complémentaires de rationalisation des ressources institutionnelles constitue une condition incontournable de la consolidation des collaborations interdépartementales. Des considérations additionnelles relatives à la responsabilisation, à l'interopérabilité et à la transparence nécessitent une investigation supplémentaire approfondie. Les partenaires anticipent conséquemment une reconfiguration significative des responsabilités, facilitant l'institutionnalisation progressive de procédures participatives d'évaluation, la représentativité des consultations préliminaires, la territorialisation de l'accompagnement administratif individualisé, la diversification des financements complémentaires et la régionalisation de la communication événementielle.
        Good (fr): On recoud les vestes. Tu postes la tienne, on pose une fermeture, et elle revient en huit jours.
    Source
        Flesch 206.835 - 1.015 w/s - 84.6 syl/w; Kandel and Moles (1958) 207 - 1.015 w/s - 73.6 syl/w: textstat, backend/utils/constants.py,
        https://github.com/textstat/textstat, read 2026-11-21; rates measured on public pages.
    """
    if len(text.prose.text) < 5 * LEAST_WORDS:
        return
    found = ease(text.prose)
    if found is None or found.score >= grounds.threshold("RDB001", VERY_HARD):
        return
    start, end = max(text.prose.sentences, key=lambda span: span[1] - span[0])
    driver = LONG_WORDS if found.syllables > USUAL[grounds.locale] and found.words < 25 else LONG_SENTENCES
    yield Hit(start, end, MESSAGE.fill(score=round(found.score)), driver.fill(words=round(found.words), syllables=round(found.syllables, 1)))
