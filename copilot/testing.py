"""Doubles for tests, demos and `CENTAUR_MODEL=scripted:<file>`: a brand small enough to read, a model that answers from a script."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from copilot.errors import (
    FileFault,
    ModelCutShort,
    ModelDenied,
    ModelOverloaded,
    ModelRefused,
    ModelTimeout,
    ModelTrouble,
    ModelUnreachable,
    PromptTooLong,
)
from copilot.language.words import both
from copilot.ports import Hit, ModelReply, ModelRequest
from copilot.records import (
    BrandGuide,
    Brief,
    Claim,
    ClaimBank,
    Lexicon,
    Locale,
    Passage,
    Quirk,
    Style,
    Term,
    Voice,
)

TODAY = date(2026, 11, 22)


def fixed_clock() -> datetime:
    """A clock that stands at noon (UTC) of `TODAY`."""
    return datetime(TODAY.year, TODAY.month, TODAY.day, 12, 0, tzinfo=UTC)


def sample_guide() -> BrandGuide:
    """A bilingual brand of a few lines: jackets and wool, tutoiement, one claim in force, one expired, one that holds in the UK only."""
    return BrandGuide(
        brand="sample",
        folder="sample",
        voice=Voice(
            name="Sample",
            locales=("fr", "en"),
            jurisdictions=("fr", "eu"),
            address="tu",
            person="on",
            style=Style(max_words_per_sentence=25, exclamations_per_text=1, emoji=("🧶",)),
            quirks=(Quirk(name="three words", why="It is how we lay a thing on the table.", pattern=r"Une laine\. Une couture\. Un hiver\."),),
            names=("Sample", "Odette", "Hexham"),
            contacts=("bonjour@sample.example", "01 99 00 12 34"),
        ),
        lexicon=Lexicon(
            prefer=(
                Term(term="atelier", instead_of=("usine", "site de production"), locale="fr", why="C'est la taille du lieu."),
                Term(term="mend", instead_of=("refurbish",), locale="en", why="It is what we do."),
            ),
            avoid=(
                Term(term="collection", locale="fr", suggestion="dis l'objet", why="On n'est pas un défilé."),
                Term(term="solution", locale="en", suggestion="name the thing", why="It names nothing."),
            ),
            banned=(
                Term(term="révolutionnaire", locale="fr", suggestion="dis ce que ça change", why="Une pantoufle ne renverse personne."),
                Term(term="adventure", locale="en", suggestion="say where and how far", why="It is a walk."),
            ),
        ),
        claims=ClaimBank(
            claims=(
                Claim(
                    id="guarantee",
                    claim={"fr": "Garanti trois ans, couture comprise.", "en": "Guaranteed for three years, stitching included."},
                    evidence="Terms of sale, art. 7",
                    jurisdictions=("fr", "eu"),
                    expires=date(2027, 12, 31),
                ),
                Claim(
                    id="local-wool",
                    claim={"fr": "80 % de laine de la Creuse.", "en": "80% wool from the Creuse."},
                    evidence="Invoices 2025",
                    jurisdictions=("fr", "eu"),
                    expires=date(2026, 6, 30),
                ),
                Claim(
                    id="award",
                    claim={"fr": "Prix de l'atelier 2025.", "en": "Workshop of the Year 2025."},
                    evidence="Letter of the jury",
                    jurisdictions=("uk",),
                    expires="never",
                ),
            )
        ),
    )


def sample_brief(locale: Locale = "en", channel: str = "email") -> Brief:
    """A brief of the sample brand with a price, a weight and a delay."""
    if locale == "fr":
        return Brief(
            brand="sample",
            channel=channel,
            locale="fr",
            product="la veste Odette",
            facts={"prix": "49 €", "poids": "1,2 kg", "délai": "8 jours"},
            audience="ceux qui marchent",
        )
    return Brief(
        brand="sample",
        channel=channel,
        locale="en",
        product="the Odette jacket",
        facts={"price": "£49", "weight": "1.2 kg", "lead_time": "8 days"},
        audience="people who walk",
    )


class ScriptedModel:
    """A model that answers from a script, in order; the last answer repeats. Fulfils `ports.Model`.

    An answer is a text, or `{"error": kind}` with kind timeout, refused, unreachable, overloaded, denied, too long or cut (with `"text"`: what had come).
    A file holds a JSON list of answers, or one answer a line. `requests` keeps what was asked.
    """

    def __init__(self, answers: list[Any], name: str = "scripted") -> None:
        self._answers = list(answers)
        self.name = name
        self.requests: list[ModelRequest] = []

    @classmethod
    def from_file(cls, path: Path) -> ScriptedModel:
        """The script in `path`. Raises: FileFault."""
        try:
            raw = path.read_text(encoding="utf-8")
            answers = json.loads(raw) if raw.lstrip().startswith("[") else [json.loads(line) for line in raw.splitlines() if line.strip()]
        except (OSError, ValueError) as error:
            what = both(f"is no script of answers ({error})", f"n'est pas un script de réponses ({error})")
            raise FileFault(file=path, what=what, mend=both("Give a JSON list of answers.", "Donnez une liste JSON de réponses.")) from error
        return cls(answers, name=f"scripted:{path.name}")

    def reply(self, request: ModelRequest, on_text: Callable[[str], None] | None = None) -> ModelReply:
        """The next answer of the script."""
        self.requests.append(request)
        answer = self._answers[min(len(self.requests), len(self._answers)) - 1]
        if isinstance(answer, dict) and "error" in answer:
            raise _trouble(self.name, str(answer["error"]), str(answer.get("text", "")))
        text = answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)
        if on_text:
            on_text(text)
        return ModelReply(text=text, tokens_in=len(request.system + request.user) // 4, tokens_out=len(text) // 4)


def _trouble(model: str, kind: str, text: str) -> ModelTrouble:
    troubles: dict[str, ModelTrouble] = {
        "timeout": ModelTimeout(model=model, timeout_s=60.0),
        "refused": ModelRefused(model=model, what="scripted refusal"),
        "unreachable": ModelUnreachable(model=model, where="script", what="scripted"),
        "overloaded": ModelOverloaded(model, "scripted 429", retry_after_s=2.0),
        "denied": ModelDenied(model=model, what="scripted 401"),
        "too long": PromptTooLong(model=model, what="scripted 400"),
        "cut": ModelCutShort(model, "scripted cut", text),
    }
    return troubles[kind]


class MemoryIndex:
    """A vector index of shared words, in memory. Fulfils `ports.VectorIndex`; `refreshed` counts what was added."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, Locale], dict[str, Passage]] = {}
        self.refreshed = 0

    def refresh(self, brand: str, locale: Locale, passages: Sequence[Passage]) -> tuple[int, int]:
        """Hold exactly these passages."""
        before = self._held.get((brand, locale), {})
        after = {passage.id: passage for passage in passages}
        changed = sum(1 for id_, passage in after.items() if before.get(id_) != passage)
        self._held[brand, locale] = after
        self.refreshed += changed
        return changed, len(before.keys() - after.keys())

    def forget(self, brand: str, locale: Locale) -> None:
        """Forget a brand's passages in a locale."""
        self._held.pop((brand, locale), None)

    def search(self, brand: str, locale: Locale, text: str, limit: int) -> list[Hit]:
        """Passages by the share of words they have in common with `text`."""
        wanted = set(text.lower().split())
        found = [
            Hit(id=passage.id, score=len(wanted & set(passage.text.lower().split())) / (len(wanted) or 1))
            for passage in self._held.get((brand, locale), {}).values()
        ]
        return sorted(found, key=lambda hit: (-hit.score, hit.id))[:limit]
