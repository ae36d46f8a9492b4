"""For many readers: slots filled from a table, and how near a text comes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

from copilot.channels import find_channel
from copilot.documents.readers import parse_readers, read_readers, safe_csv
from copilot.errors import BadOption
from copilot.generation import personalise
from copilot.guardrails.checks import intrusion
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText
from copilot.language.prose import Prose
from copilot.language.words import both
from copilot.records import (
    Brief,
    Copy,
)
from copilot.service.change import Changes
from copilot.service.results import Intrusiveness


class Readers(Changes):
    """Personalises approved copy."""

    def intrusiveness(self, copy: Copy, brief: Brief, language: str = "") -> Intrusiveness:
        """How near `copy` comes to its reader, against the brand's cap, and gentler words where it lies above. Raises: UnknownBrand, GuideFaults."""
        house = self._house(brief.brand)
        grounds = Grounds(locale=copy.locale, today=self.today, house=house, brief=brief)
        texts = [FieldText(key, Prose(text, copy.locale), None) for key, text in copy.fields.items()]
        level = max((sign.level for sign in intrusion.signs(texts, grounds)), default=0)
        cap = house.guide.voice.style.max_intrusiveness
        gentle = personalise.gentler(copy.fields, brief.attributes, cap) if level > cap else copy.fields
        return Intrusiveness(level=level, label=intrusion.LEVELS[level], cap=cap, gentler=gentle if gentle != copy.fields else {})

    def for_readers(self, draft: str, table: Path | bytes) -> personalise.Preview:
        """What five readers of `table` would see of a draft as it stands. Raises: UnknownDraft, FileFault."""
        now = self.review(draft).draft
        return personalise.preview(now, self._readers(table), find_channel(now.channel))

    def personalised(self, draft: str, who: str, table: Path | bytes, form: Literal["csv", "jsonl", "html"]) -> str:
        """An approved draft filled for every row of `table`, as CSV, JSON lines, or JSON lines whose texts are safe in HTML; the taking out is noted.

        Of a row's own columns only `id` and `email` go along. Raises: UnfilledSlots before anything is noted, NotAllowed, FileFault.
        """
        review, readers = self.review(draft), self._readers(table)
        now = review.draft
        rows = personalise.fill_all(now, readers, find_channel(now.channel), form == "html")
        keys = [key for key in ("id", "email") if any(key in reader.values for reader in readers)]
        records = [{"row": str(row.line), **{key: reader.values.get(key, "") for key in keys}, **row.fields} for reader, row in zip(readers, rows, strict=True)]
        self.export(draft, who, review.revision)
        if form == "csv":
            return safe_csv(list(records[0]), [list(record.values()) for record in records])
        return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)

    def tagged(self, draft: str, who: str, tool: str) -> str:
        """An approved draft with its slots as tags of a mailing tool, as JSON; the taking out is noted. Raises: UnfilledSlots, NotAllowed, BadOption."""
        known = next((name for name in personalise.EXPORTED if name == tool.strip().lower()), None)
        if known is None:
            names = ", ".join(personalise.EXPORTED)
            raise BadOption(option="--tool", given=tool, mend=both(f"Use one of: {names}.", f"Prenez l'un de : {names}."))
        review = self.review(draft)
        fields = personalise.tagged(review.draft, known)
        self.export(draft, who, review.revision)
        return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"

    def _readers(self, table: Path | bytes) -> list[personalise.Reader]:
        rows = read_readers(table) if isinstance(table, Path) else parse_readers(table, "table")
        return [personalise.Reader(row.line, row.values) for row in rows]
