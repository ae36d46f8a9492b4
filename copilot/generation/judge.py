"""A judge, if one wants it: a model says of each trait in `voice.yaml` whether a draft keeps it, with words of the draft as evidence.

The criteria are the brand's own and stay the same from run to run; only their order turns, so that the first is not always the best. A vote whose evidence does not
stand in the draft, letter by letter, does not count. What several runs agree on becomes one part of the voice dial, beside the others: it never moves the dial's value and never
measures a dial that is not measured. Judges of this kind find stock prose poorly (DESIGN, section 5): read its evidence, not its number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Literal

from copilot.errors import ModelTrouble
from copilot.generation.ask import ask, reply_object
from copilot.generation.privacy import Mask
from copilot.generation.prompts import Prompt
from copilot.language.words import Words, both
from copilot.ports import Model, ModelRequest
from copilot.records import Attribute, Copy, Locale, Part, Record, Scorecard

Vote = Literal["kept", "broken", "silent"]
VOTES: tuple[Vote, ...] = ("kept", "broken", "silent")
RUNS = 3
LEAST_AGREEMENT = 2 / 3
"""Share of a trait's runs that must say the same for it to count."""
NAME = "judge"


class Judgement(Record):
    """What the runs said of one trait. `vote` is None where they did not agree enough; `agreement` 0-1, of all runs; `evidence` stands in the draft."""

    attribute: str
    vote: Vote | None
    agreement: float
    evidence: tuple[str, ...]
    made_up: int
    """Votes that did not count, since their evidence does not stand in the draft."""


class Judged(Record):
    """All traits, and what it took. `value`: traits kept, of those kept or broken, 0-100; None where none was decided."""

    model: str
    runs: int
    judgements: tuple[Judgement, ...]
    value: float | None
    agreement: float
    tokens_in: int = 0
    tokens_out: int = 0
    troubles: tuple[Words, ...] = ()

    def part(self, language: str) -> Part:
        """One part of the voice dial."""
        kept, broken = ([one.attribute for one in self.judgements if one.vote == vote] for vote in ("kept", "broken"))
        why = both(
            "{model}, {runs} runs, agreement {agreement}; kept: {kept}; broken: {broken}. Does not move the dial.",
            "{model}, {runs} passages, accord {agreement} ; tenus : {kept} ; rompus : {broken}. Ne bouge pas le cadran.",
        ).say(language, model=self.model, runs=self.runs, agreement=f"{self.agreement:.0%}", kept=", ".join(kept) or "-", broken=", ".join(broken) or "-")
        words = tuple(dict.fromkeys(piece for one in self.judgements if one.vote in ("kept", "broken") for piece in one.evidence))
        return Part(name=NAME, value=self.value, why=why, words=words)


def judge(
    model: Model,
    prompt: Prompt,
    copy: Copy,
    brand: str,
    brand_name: str,
    product: str,
    attributes: Sequence[Attribute],
    mask: Mask,
    locale: Locale,
    runs: int = RUNS,
    on_text: Callable[[str], None] | None = None,
) -> Judged:
    """What `runs` readings of the draft agree on. A run that fails is told in `troubles`. Raises: the trouble, where no run came through."""
    votes: list[dict[int, tuple[Vote, str]]] = []
    made_up: Counter[int] = Counter()
    troubles: list[ModelTrouble] = []
    spent_in = spent_out = 0
    numbered = list(enumerate(attributes, 1))
    for run in range(runs):
        turn = run * len(numbered) // max(runs, 1)
        order = numbered[turn:] + numbered[:turn]
        criteria = [{"number": number, "name": one.name, "do": one.do, "dont": one.dont} for number, one in order]
        system, user = mask.hide_both(*prompt.render(brand=brand_name, criteria=criteria, product=product, source=copy.text), locale)
        request = ModelRequest(
            system=system,
            user=user,
            reply_schema=_schema(len(numbered)),
            temperature=prompt.head.defaults.temperature,
            max_tokens=prompt.head.defaults.max_tokens,
            channel=copy.channel,
            brand=brand,
            purpose=NAME,
            draw=run,
        )
        try:
            answer = ask(model, request, lambda text: _read(text, len(numbered), mask), locale, on_text)
        except ModelTrouble as trouble:
            troubles.append(trouble)
            continue
        spent_in, spent_out = spent_in + answer.tokens_in, spent_out + answer.tokens_out
        true = {number: (vote, words) for number, (vote, words) in answer.value.items() if vote == "silent" or stands_in(words, copy)}
        made_up.update(set(answer.value) - set(true))
        votes.append(true)
    if troubles and not votes:
        raise troubles[0]
    judgements = tuple(_agreed(one, number, votes, made_up[number]) for number, one in numbered)
    decided = [one for one in judgements if one.vote in ("kept", "broken")]
    return Judged(
        model=model.name,
        runs=len(votes),
        judgements=judgements,
        value=round(100 * sum(one.vote == "kept" for one in decided) / len(decided), 1) if decided else None,
        agreement=round(sum(one.agreement for one in judgements) / max(len(judgements), 1), 3),
        tokens_in=spent_in,
        tokens_out=spent_out,
        troubles=tuple(both(trouble.say("en"), trouble.say("fr")) for trouble in troubles),
    )


def stands_in(words: str, copy: Copy) -> bool:
    """Whether `words` stand in one field of the draft, letter by letter, blanks apart."""
    wanted = " ".join(words.split())
    return bool(wanted) and any(wanted in " ".join(text.split()) for text in copy.fields.values())


def _agreed(attribute: Attribute, number: int, votes: Sequence[dict[int, tuple[Vote, str]]], made_up: int) -> Judgement:
    own = [run[number] for run in votes if number in run]
    counted = Counter(vote for vote, _ in own)
    vote, count = counted.most_common(1)[0] if counted else (None, 0)
    agreement = count / len(votes) if votes else 0.0
    evidence = tuple(dict.fromkeys(words for said, words in own if said == vote and words))
    return Judgement(
        attribute=attribute.name,
        vote=vote if agreement >= LEAST_AGREEMENT else None,
        agreement=round(agreement, 3),
        evidence=evidence,
        made_up=made_up,
    )


def with_part(card: Scorecard, judged: Judged, language: str) -> Scorecard:
    """`card` with the judge's part among those of the voice dial; value, interval, whether it is measured and the verdict stay as they are."""
    voice = card.dials["voice"]
    shown = voice.model_copy(update={"parts": (*voice.parts, judged.part(language))})
    return card.model_copy(update={"dials": {**card.dials, "voice": shown}})


def _schema(count: int) -> dict[str, Any]:
    row = {
        "type": "object",
        "properties": {
            "number": {"type": "integer", "minimum": 1, "maximum": count},
            "verdict": {"type": "string", "enum": list(VOTES)},
            "evidence": {"type": "string", "maxLength": 200},
        },
        "required": ["number", "verdict", "evidence"],
        "additionalProperties": False,
    }
    rows = {"type": "array", "minItems": 1, "maxItems": count, "items": row}
    return {"type": "object", "properties": {"judgements": rows}, "required": ["judgements"], "additionalProperties": False}


def _read(text: str, count: int, mask: Mask) -> dict[int, tuple[Vote, str]]:
    """Number -> verdict and evidence. Raises: ValueError for what is no such object; a row that is none is left out."""
    rows = reply_object(text).get("judgements")
    found: dict[int, tuple[Vote, str]] = {}
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict) and isinstance(row.get("number"), int) and 1 <= row["number"] <= count and isinstance(row.get("evidence", ""), str):
            vote = next((vote for vote in VOTES if vote == row.get("verdict")), None)
            if vote:
                found.setdefault(row["number"], (vote, mask.restore(row.get("evidence", "")).strip()))
    if not found:
        raise ValueError("'judgements' holds no verdict")
    return found
