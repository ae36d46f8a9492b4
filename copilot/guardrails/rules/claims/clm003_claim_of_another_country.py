from collections.abc import Iterator

from copilot.guardrails.checks.evidence import claimed
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

COUNTRIES = {"fr": both("France", "la France"), "eu": both("the EU", "l'UE"), "uk": both("the UK", "le Royaume-Uni"), "us": both("the US", "les États-Unis")}
MESSAGE = both("The claim '{id}' holds in {there} only.", "L'allégation « {id} » ne vaut que pour : {there}.")
SUGGESTION = both("Leave it out here, or add evidence for this country to claims.yaml.", "Retirez-la ici, ou ajoutez à claims.yaml une preuve pour ce pays.")


@rule("CLM003", "claim-of-another-country", level="blocking", last_reviewed="2026-11-22")
def claim_of_another_country(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A claim made where it does not hold.

    What it does
        Looks for the wordings of claims whose jurisdictions are all other than the brand's own. Passes where the brief or a claim in force says the same.
    Why
        Evidence, prizes and permissions stop at borders; what may be said in London may not in Limoges.
    En français
        Allégation hors de son pays
        Preuves, prix et autorisations s'arrêtent aux frontières : ce qui se dit à Londres ne se dit pas forcément à Limoges.
    Example
        Bad (en): Workshop of the Year 2025.
        Good (en): A workshop, most of the year.
        Bad (fr): Prix de l'atelier 2025, merci au jury.
        Good (fr): Le prix de l'atelier, on le paie chaque mois.
    Source
        The brand's own claims.yaml (`jurisdictions`); ASA, objective claims need evidence held before publication, CAP Code 3.7,
        https://www.asa.org.uk/advice-online/types-of-claims-general.html, read 2026-11-21.
    """
    for claim in grounds.claims_out_of_force:
        if set(claim.jurisdictions) & set(grounds.jurisdictions) or (claim.expires != "never" and claim.expires < grounds.today):
            continue
        there = both(*(", ".join(COUNTRIES[place].say(language) for place in claim.jurisdictions) for language in ("en", "fr")))
        for start, end in claimed(text.prose, claim.texts(grounds.locale)):
            if not grounds.stated.holds(text.prose.text[start:end]):
                yield Hit(start, end, MESSAGE.fill(id=claim.id, there=there), SUGGESTION)
