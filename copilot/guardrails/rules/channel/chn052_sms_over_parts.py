from collections.abc import Iterator

from copilot.guardrails.checks.places import filled
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language import gsm7
from copilot.language.words import both

TAG = 8
"""Letters counted for a merge tag."""
MESSAGE = both("Billed as {parts} SMS ({units} of {room}).", "Facturé {parts} SMS ({units} sur {room}).")
SUGGESTION = both("Cut {over} to send one.", "Coupez {over} signes pour n'en envoyer qu'un.")


@rule("CHN052", "sms-over-parts", level="advice", last_reviewed="2026-11-22", channels=("sms",))
def sms_over_parts(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """An SMS of several parts.

    What it does
        Counts septets (160 in one SMS, 153 a part) or, where a character is outside the alphabet, UCS-2 units (70 and 67), and marks what goes into the
        second part. € [ ] { } ~ ^ | \\ cost two. A merge tag counts as eight letters.
    Why
        Each part is billed, and a long SMS is read like a long SMS.
    En français
        SMS de plusieurs parties
        Chaque partie est facturée, et un long SMS se lit comme un long SMS.
    Example
        Bad (en, sms.text): Fettle & Thole: your old waxed jacket can come home to Hexham this month. Agnes puts in a new zip in eight days for £18, wax and tea included, the dog says hello too. Reply STOP to end.
        Good (en, sms.text): Fettle & Thole: a new zip in eight days, £18. Reply STOP to end.
        Bad (fr, sms.text): Pataud : les pantoufles sont prêtes… et le chat dort dessus. Passe quand tu veux. STOP au 36111
        Good (fr, sms.text): Pataud : les pantoufles sont là et le chat dort dessus. Passe quand tu veux. STOP au 36111
    Source
        3GPP TS 23.038 and 23.040, https://www.unicode.org/Public/MAPPINGS/ETSI/GSM0338.TXT, read 2026-11-21; 153 and 67 a part: general practice.
    """
    sent, offsets = filled(text.prose.text, TAG)
    sms = gsm7.measure(sent)
    if sms.parts > 1:
        end = gsm7.end_of_first(sent)
        start = offsets[end] if end < len(offsets) else len(text.prose.text)
        room = gsm7.SINGLE[sms.encoding]
        yield Hit(start, len(text.prose.text), MESSAGE.fill(parts=sms.parts, units=sms.units, room=room), SUGGESTION.fill(over=sms.units - room))
