"""What is kept of briefs and replies, and for how long."""

from __future__ import annotations

from datetime import datetime, timedelta

from copilot.generation.privacy import Mask, without_personal
from copilot.records import (
    Brief,
)
from copilot.service.decide import Decisions
from copilot.service.results import Forgotten


class Retention(Decisions):
    """Forgets what need not be kept."""

    def forget(self, before: datetime) -> Forgotten:
        """Remove the replies of models kept before a time, and the personal data in the briefs of drafts written before it. The copy itself, its history and
        who signed it stay."""
        masks: dict[str, Mask] = {}

        def cleaned(brief: Brief) -> Brief:
            if brief.brand not in masks:
                masks[brief.brand] = Mask.of(self.guide(brief.brand)) if brief.brand in self.brands() and not self.faults(brief.brand) else Mask()
            return without_personal(brief, masks[brief.brand])

        return Forgotten(replies=self._books().forget_replies(before), briefs=self._ledger().clean_briefs(before, cleaned))

    def _forget_old(self) -> None:
        """Keep to the retention time, once in the life of a process."""
        if self.settings.retention_days and not self._forgot:
            self._forgot = True
            self.forget(self._clock() - timedelta(days=self.settings.retention_days))
