"""An article, written as people write one: an outline first, then section by section with what was said before, then the questions that are left, then its head.

Each section is asked for with the facts that the outline gave it and no others. A section that fails is asked for once more; if it fails again the article goes on
without it, and the draft says so. The whole is one Markdown text, checked as one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from rapidfuzz import fuzz

from copilot.errors import ModelCutShort, ModelGarbage, ModelTrouble
from copilot.generation import write
from copilot.generation.angles import Angle
from copilot.generation.ask import ask, in_language, reply_object
from copilot.generation.loop import Made, Workshop
from copilot.generation.prompts import Prompt
from copilot.language.forms import slug
from copilot.language.words import both
from copilot.ports import ModelRequest
from copilot.records import Making

STEPS = ("outline", "section", "faq", "head")
"""What is asked for, in this order; each has a prompt `prompts/article/<step>`."""
MOST_SECTIONS = 5
MOST_REQUESTS = len(STEPS) - 1 + MOST_SECTIONS
SAME_CLAIM = 90.0
"""Likeness (0-100) from which a line of the outline means a claim."""
QUESTIONS = {"fr": "Questions", "en": "Questions"}
LEFT_OUT = both("left out, since the model failed twice: {what}", "laissé de côté, le modèle ayant échoué deux fois : {what}")

T = TypeVar("T")


def _text(limit: int = 0) -> dict[str, Any]:
    return {"type": "string", "minLength": 1} | ({"maxLength": limit} if limit else {})


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _list(items: dict[str, Any], least: int, most: int) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least, "maxItems": most}


SCHEMAS: dict[str, dict[str, Any]] = {
    "outline": _object(
        h1=_text(120),
        sections=_list(_object(heading=_text(90), says=_text(), facts=_list(_text(), 0, 12)), 1, MOST_SECTIONS),
        questions=_list(_text(120), 0, 4),
    ),
    "section": _object(text=_text(), summary=_text()),
    "faq": _object(faq=_list(_object(question=_text(120), answer=_text()), 0, 4)),
    "head": _object(title=_text(150), meta_description=_text(320), slug=_text(75)),
}


@dataclass(frozen=True)
class Section:
    """A section of the outline: what it says, and the facts and claims that it may use."""

    heading: str
    says: str
    facts: dict[str, str]
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Outline:
    """What the article will say, and in which order."""

    h1: str
    sections: tuple[Section, ...]
    questions: tuple[str, ...]


def read_outline(reply: dict[str, Any], facts: dict[str, str], claims: Sequence[str]) -> Outline:
    """The outline in a reply. A fact belongs to the first section that names it; a section without any has nothing to stand on and is left out.

    Raises: ValueError for a reply without a headline, or without a section that stands on a fact.
    """
    left, open_claims = dict(facts), list(claims)
    known = {name.strip().lower().replace("_", " "): name for name in facts}
    sections: list[Section] = []
    for item in reply.get("sections") or ():
        if not isinstance(item, dict) or not str(item.get("heading") or "").strip():
            continue
        own: dict[str, str] = {}
        said: list[str] = []
        for line in item.get("facts") or ():
            name = known.get(str(line).split(":")[0].strip().lower().replace("_", " "), "")
            claim = next((one for one in open_claims if fuzz.ratio(one.lower(), str(line).lower()) >= SAME_CLAIM), "")
            if name in left:
                own[name] = left.pop(name)
            elif claim:
                said.append(claim)
                open_claims.remove(claim)
        if own or said:
            heading = str(item["heading"]).strip().lstrip("# ")
            sections.append(Section(heading, str(item.get("says") or heading).strip(), own, tuple(said)))
    h1 = str(reply.get("h1") or "").strip().lstrip("# ")
    if not h1:
        raise ValueError("'h1' is missing")
    if not sections:
        raise ValueError("no section names a fact of the brief or a claim")
    questions = tuple(str(line).strip() for line in reply.get("questions") or () if str(line).strip())
    return Outline(h1, tuple(sections[:MOST_SECTIONS]), questions[:4])


def read_texts(reply: dict[str, Any], *names: str) -> dict[str, str]:
    """These texts of a reply. Raises: ValueError for one that is missing."""
    texts = {name: str(reply.get(name) or "").strip() for name in names}
    missing = [name for name, text in texts.items() if not text]
    if missing:
        raise ValueError(f"'{missing[0]}' is missing")
    return texts


def read_questions(reply: dict[str, Any]) -> list[tuple[str, str]]:
    """Questions with their answers; those without one are left out."""
    pairs = [(str(item.get("question") or "").strip(), str(item.get("answer") or "").strip()) for item in reply.get("faq") or () if isinstance(item, dict)]
    return [(question, answer) for question, answer in pairs if question and answer]


def assembled(written: Sequence[tuple[str, str]], pairs: Sequence[tuple[str, str]], questions: str) -> str:
    """The body as Markdown: sections under second-level headings, questions under third-level ones at the end."""
    parts = [f"## {heading}\n\n{text}" for heading, text in written]
    if pairs:
        parts += [f"## {questions}", *(f"### {question}\n\n{answer}" for question, answer in pairs)]
    return "\n\n".join(parts)


@dataclass(frozen=True)
class ArticleShop(Workshop):
    """A workshop whose drafts are articles. `steps` holds the prompt of each step."""

    steps: dict[str, Prompt] = field(default_factory=dict)

    @classmethod
    def of(cls, shop: Workshop, steps: dict[str, Prompt]) -> ArticleShop:
        """The same workshop, for articles."""
        return cls(**{item.name: getattr(shop, item.name) for item in fields(shop)}, steps=steps)

    @property
    def most_tokens_out(self) -> int:
        """Tokens of the replies for one article, at their longest."""
        longest = {name: prompt.head.defaults.max_tokens for name, prompt in self.steps.items()}
        return sum(longest.values()) + (MOST_SECTIONS - 1) * longest["section"]

    def _values(self, angle: Angle, avoid: Sequence[str]) -> dict[str, Any]:
        return super()._values(angle, avoid) | {"sections": MOST_SECTIONS}

    def draft(self, angle: Angle, avoid: Sequence[str], on_text: Callable[[str], None] | None = None) -> Made:
        """One article from this angle. Raises: ModelTrouble where outline or all sections fail, or where asking again would not help."""
        return _Writing(self, self._values(angle, avoid), on_text or self.on_text).article(angle.name)


class _Writing:
    """One article on its way: what was asked, what it took, what had to be left out."""

    def __init__(self, shop: ArticleShop, values: dict[str, Any], on_text: Callable[[str], None] | None) -> None:
        self._shop, self._values, self._on_text = shop, values, on_text
        self._in = self._out = 0
        self._left_out: list[str] = []

    def article(self, angle: str) -> Made:
        """Outline, sections, questions, head."""
        shop, locale = self._shop, self._shop.brief.locale
        outline = self._ask("outline", self._values, lambda reply: read_outline(reply, self._values["facts"], shop.claims))
        written, said = self._sections(outline)
        told = {**self._values, "h1": outline.h1, "said": said}
        pairs: list[tuple[str, str]] = []
        if outline.questions:
            pairs = self._tried(QUESTIONS[locale], "faq", {**told, "questions": list(outline.questions)}, read_questions) or []
        head = self._tried("title", "head", told, lambda reply: read_texts(reply, "title", "meta_description", "slug"))
        head = head or {"title": outline.h1, "meta_description": said[0]["summary"][:155], "slug": outline.h1}
        prompt = shop.steps["outline"]
        making = Making(
            model=shop.model.name if shop.model else "",
            prompt=prompt.label,
            prompt_hash=prompt.hash,
            passages=tuple(passage["id"] for passage in self._values["passages"]),
            tokens_in=self._in,
            tokens_out=self._out,
            angle=angle,
            note=LEFT_OUT.say(locale, what=", ".join(self._left_out)) if self._left_out else "",
        )
        body = assembled(written, pairs, QUESTIONS[locale])
        return Made({"title": head["title"], "meta_description": head["meta_description"], "slug": slug(head["slug"]), "h1": outline.h1, "body": body}, making)

    def _sections(self, outline: Outline) -> tuple[list[tuple[str, str]], list[dict[str, str]]]:
        """Headings with their texts, and what each said in a sentence."""
        written: list[tuple[str, str]] = []
        said: list[dict[str, str]] = []
        trouble: ModelTrouble | None = None
        for section in outline.sections:
            values = {
                **self._values,
                "h1": outline.h1,
                "headings": [one.heading for one in outline.sections],
                "heading": section.heading,
                "says": section.says,
                "facts": section.facts,
                "claims": list(section.claims),
                "said": list(said),
            }
            try:
                told = self._twice("section", values, lambda reply: read_texts(reply, "text", "summary"))
            except (ModelGarbage, ModelCutShort) as error:
                trouble = error
                self._left_out.append(section.heading)
                continue
            text = "\n".join(line for line in told["text"].splitlines() if not line.lstrip().startswith("#")).strip()
            written.append((section.heading, text))
            said.append({"heading": section.heading, "summary": told["summary"]})
        if not written and trouble is not None:
            raise trouble
        return written, said

    def _tried(self, name: str, step: str, values: dict[str, Any], read: Callable[[dict[str, Any]], T]) -> T | None:
        """What the step gave, or None where its replies could not be used; the article does without."""
        try:
            return self._twice(step, values, read)
        except (ModelGarbage, ModelCutShort):
            self._left_out.append(name)
            return None

    def _twice(self, step: str, values: dict[str, Any], read: Callable[[dict[str, Any]], T]) -> T:
        """A step, asked for once more where its reply was garbage or cut short."""
        try:
            return self._ask(step, values, read)
        except (ModelGarbage, ModelCutShort):
            return self._ask(step, values, read)

    def _ask(self, step: str, values: dict[str, Any], read: Callable[[dict[str, Any]], T]) -> T:
        """One step, masked, sent, restored, held against the brief and read."""
        shop, prompt = self._shop, self._shop.steps[step]
        assert shop.model is not None  # without a model the composer drafts
        system, user = write.masked_prompt(prompt, values, shop.mask, shop.brief.locale)
        defaults = prompt.head.defaults
        request = ModelRequest(
            system=system,
            user=user,
            reply_schema=SCHEMAS[step],
            temperature=defaults.temperature,
            max_tokens=defaults.max_tokens,
            channel=shop.channel.name,
            brand=shop.brief.brand,
            purpose="draft",
        )
        outputs = write.outputs_for(prompt, {**values, "claims": self._values["claims"]}, shop.brief, shop.mask, system)
        patience = iter((True,))

        def reader(text: str) -> T:
            reply = _restored(reply_object(text), shop.mask.restore)
            texts = {f"text_{number}": one for number, one in enumerate(_texts(reply))}
            outputs.check(in_language(texts, shop.brief.locale), strict=next(patience, False))
            return read(reply)

        answer = ask(shop.model, request, reader, shop.brief.locale, self._on_text)
        self._in, self._out = self._in + answer.tokens_in, self._out + answer.tokens_out
        return answer.value


def _restored(value: Any, restore: Callable[[str], str]) -> Any:
    """A reply with every text in it restored."""
    if isinstance(value, dict):
        return {key: _restored(item, restore) for key, item in value.items()}
    if isinstance(value, list):
        return [_restored(item, restore) for item in value]
    return restore(value) if isinstance(value, str) else value


def _texts(value: Any) -> list[str]:
    """All texts in a reply."""
    if isinstance(value, dict):
        return [text for key, item in value.items() if key != "slug" for text in _texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return [value] if isinstance(value, str) else []
