from collections.abc import Iterator

from copilot.guardrails.checks.evidence import claimed, denied, printed
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

MESSAGE = both("The claim '{id}' expired on {day}.", "L'allégation « {id} » a expiré le {day}.")
SUGGESTION = both("Renew its evidence in claims.yaml, or leave the sentence out.", "Renouvelez sa preuve dans claims.yaml, ou retirez la phrase.")


@rule("CLM002", "expired-claim", level="blocking", last_reviewed="2026-11-22")
def expired_claim(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A claim past its date.

    What it does
        Looks for the wordings of claims whose date in claims.yaml has passed: the same words in a row, or a sentence with all their figures and longer words.
        Passes where a claim in force or the brief says the same.
    Why
        The evidence no longer covers it; what was true last year is now a statement nobody stands for.
    En français
        Allégation périmée
        Sa preuve ne la couvre plus ; ce qui était vrai l'an dernier n'a plus personne derrière.
    Example
        Bad (en): Still 80% wool from the Creuse.
        Good (en): Guaranteed for three years, stitching included.
        Good (en): Our wool comes from somewhere colder.
        Bad (fr): Avec 80 % de laine de la Creuse.
        Good (fr): Garanti trois ans, couture comprise.
        Good (fr): De la laine, et une promenade dans la Creuse.
    Source
        The brand's own claims.yaml; ASA, objective claims need evidence held before publication, CAP Code 3.7,
        https://www.asa.org.uk/advice-online/types-of-claims-general.html, read 2026-11-21.
    """
    for claim in grounds.claims_out_of_force:
        if claim.expires == "never" or claim.expires >= grounds.today:
            continue
        for start, end in claimed(text.prose, claim.texts(grounds.locale)):
            if not grounds.stated.holds(text.prose.text[start:end]) and not denied(text.prose, start):
                yield Hit(start, end, MESSAGE.fill(id=claim.id, day=printed(claim.expires)), SUGGESTION)
