from collections.abc import Iterator

from copilot.guardrails.checks.places import over
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

MESSAGE = both("{length} characters, the place takes {limit}: {over} too many.", "{length} signes, la place en accepte {limit} : {over} de trop.")
SUGGESTION = both("Cut from here on, or say it in fewer words.", "Coupez à partir d'ici, ou dites-le en moins de mots.")


@rule("CHN001", "over-long-field", level="blocking", last_reviewed="2026-11-22")
def over_long_field(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Longer than the place accepts.

    What it does
        Counts each field as its channel counts it (after NFC, wide characters twice in Google Ads, links as 23 on X) against the hard limit in
        `channels.py`, and marks what stands beyond it. A merge tag counts for nothing, a Google tag ({KeyWord:slippers}) for its default text: what is
        found is too long for every reader.
    Why
        The platform refuses the asset, or cuts it where it likes.
    En français
        Plus long que la place ne l'accepte
        La plateforme refuse le texte, ou le coupe où bon lui semble.
    Example
        Bad (en, google_rsa.headline): Waxed jackets mended in Hexham since before you were cold
        Good (en, google_rsa.headline): Waxed jackets, mended
        Good (en, google_rsa.headline): {KeyWord:Waxed jackets}, mended here
        Bad (fr, google_rsa.headline): Des chaussons de laine qui n'ont peur de rien
        Good (fr, google_rsa.headline): Chaussons de laine
    Source
        Google Ads API, Responsive search ads, https://developers.google.com/google-ads/api/docs/responsive-search-ads/overview, read 2026-11-21;
        the sources of the other channels stand in `copilot/channels.py`.
    """
    if text.spec is None or text.spec.limit is None:
        return
    found = over(text.prose, text.spec, text.spec.limit)
    if found:
        length, start = found
        limit = text.spec.limit
        yield Hit(start, len(text.prose.text), MESSAGE.fill(length=length, limit=limit, over=length - limit), SUGGESTION)
