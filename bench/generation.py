"""What the drafting loop is worth: `python -m bench.generation [--model local:smollm2 | --served] [--channel push] [--locale fr] [--n 2] [--writes 0]`.

For the briefs of the sample brands it prints, before and after repair: the share of drafts in which nothing blocks, findings that count, figures that nothing supports, tokens
and seconds; tokens per passing draft, against a plain loop that asks again (as many times as the repair has rounds) instead of repairing; the spread of a set with angles against
plain sampling from one angle; and how much the skeleton repeats over several writings of one brief. Everything in one run, same briefs, same model. Offline there is nothing
to repair: the composer checks its candidates before it shows them.
"""

from __future__ import annotations

import argparse
import itertools
import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from copilot.bootstrap import build
from copilot.errors import ModelTrouble
from copilot.generation import choose, loop
from copilot.generation.angles import ANGLES
from copilot.guides.load import load_brief
from copilot.records import Brief, Copy, Locale
from copilot.service import Copilot
from copilot.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
BRIEFS: tuple[tuple[str, str, Locale], ...] = (
    ("fettle-and-thole", "drover-pack", "en"),
    ("pataud", "bouillotte-odette", "fr"),
    ("halage", "cold-round", "en"),
    ("fettle-and-thole", "resole-service", "en"),
    ("pataud", "plaid-germain", "fr"),
    ("halage", "retours-librairie", "fr"),
)


@dataclass
class Tally:
    """Counts over drafts: how many there are, pass, findings that count, unsupported figures; tokens and seconds they took."""

    drafts: int = 0
    passing: int = 0
    findings: int = 0
    figures: int = 0
    tokens: int = 0
    seconds: float = 0.0

    def add(self, copilot: Copilot, fields: dict[str, str], brief: Brief) -> bool:
        """Count one draft; whether it passes."""
        card = copilot.check(Copy(locale=brief.locale, channel=brief.channel, fields=fields), brief.brand, brief)
        passes = not card.at_level("blocking")
        self.drafts, self.passing = self.drafts + 1, self.passing + passes
        self.findings += len(card.at_level("scoring"))
        self.figures += sum(found.code == "GRD001" for found in card.findings)
        return passes

    def row(self, name: str) -> str:
        """One line of the table."""
        if not self.drafts:
            return f"{name:<22} no draft"
        each = f"{self.tokens / self.passing:9.0f}" if self.passing else "        -"
        share = f"{self.passing}/{self.drafts} = {self.passing / self.drafts:4.0%}"
        per = self.findings / self.drafts, self.figures / self.drafts, self.tokens / self.drafts, each, self.seconds / self.drafts
        return f"{name:<22} {share:>13} {per[0]:10.2f} {per[1]:10.2f} {per[2]:9.0f} {per[3]} {per[4]:9.1f}"


HEAD = f"{'':<22} {'pass':>13} {'findings':>10} {'figures':>10} {'tokens':>9} {'tok/pass':>9} {'seconds':>9}   (per draft)"


def briefs(channel: str, count: int, only: str = "") -> list[Brief]:
    """The sample brands' own briefs, in `only` this language if it is given."""
    found = []
    for brand, name, locale in [one for one in BRIEFS if only in ("", one[2])][:count]:
        path = ROOT / "brand_guides" / brand / "briefs" / f"{name}.yaml"
        found.append(load_brief(path, {"brand": brand, "channel": channel, "locale": locale}))
    return found


def skeleton(copy: Copy, brief: Brief) -> str:
    """The text without what the brief prescribes: facts, product and figures as slots."""
    text = copy.text
    for value in sorted((*brief.facts.values(), brief.product), key=len, reverse=True):
        text = re.sub(re.escape(value), "{}", text, flags=re.IGNORECASE)
    return re.sub(r"\d[\d\s.,]*", "{}", text)


def repetition(copies: Sequence[Copy], brief: Brief) -> tuple[float, float, float]:
    """Of all pairs: mean likeness of skeletons and highest, 0-1; and the share of writings that begin like an earlier one (first three words)."""
    likeness = [fuzz.token_sort_ratio(skeleton(one, brief), skeleton(other, brief)) / 100 for one, other in itertools.combinations(copies, 2)]
    openings = [" ".join(skeleton(copy, brief).lower().split()[:3]) for copy in copies]
    return sum(likeness) / max(len(likeness), 1), max(likeness, default=0.0), 1 - len(set(openings)) / max(len(openings), 1)


def with_model(copilot: Copilot, own: Sequence[Brief], count: int) -> None:
    """Before and after repair, against asking again, and angles against one angle."""
    before, after, again = Tally(), Tally(), Tally()
    spreads: list[tuple[float, float]] = []
    failed = 0
    for brief in own:
        shop = copilot._workshop(copilot._model(), brief, copilot.guide(brief.brand), copilot.context(brief))
        began = time.perf_counter()
        drawn = loop.draft_set(replace(shop, rounds=0), count, 0, [])
        spent = time.perf_counter() - began
        failed += len(drawn.troubles)
        before.seconds, after.seconds = before.seconds + spent, after.seconds + spent
        for made in drawn.made:
            tokens = made.making.tokens_in + made.making.tokens_out
            before.tokens += tokens
            again.tokens += tokens
            passes = before.add(copilot, made.fields, brief)
            began = time.perf_counter()
            mended = shop.mend(made)
            after.seconds += time.perf_counter() - began
            after.tokens += mended.making.tokens_in + mended.making.tokens_out
            after.add(copilot, mended.fields, brief)
            began, last = time.perf_counter(), made
            for _ in range(0 if passes else shop.rounds):
                try:
                    last = shop.draft(ANGLES[0], ())
                except ModelTrouble:
                    failed += 1
                    continue
                again.tokens += last.making.tokens_in + last.making.tokens_out
                if not copilot.check(Copy(locale=brief.locale, channel=brief.channel, fields=last.fields), brief.brand, brief).at_level("blocking"):
                    break
            again.seconds += time.perf_counter() - began + spent / max(len(drawn.made), 1)
            again.add(copilot, last.fields, brief)
        plain = loop.draft_set(replace(shop, rounds=0), count, 0, [], angles=[ANGLES[0]] * count)
        if len(drawn.made) > 1 and len(plain.made) > 1:
            spreads.append((_spread(drawn.made, brief), _spread(plain.made, brief)))
        print(f"\nafter {brief.brand} {brief.locale} {brief.product} ({len(drawn.made)} drafts)")
        print(f"{HEAD}\n{before.row('as first drafted')}\n{after.row('repaired')}\n{again.row('asked again instead')}\nfailed calls: {failed}")
        if spreads:
            ours, plain_ = (sum(pair[side] for pair in spreads) / len(spreads) for side in (0, 1))
            print(f"spread of a set, 0-1 (mean of {len(spreads)}): {ours:.3f} with angles, {plain_:.3f} by plain sampling", flush=True)


def _spread(made: Sequence[loop.Made], brief: Brief) -> float:
    return choose.spread([Copy(locale=brief.locale, channel=brief.channel, fields=one.fields) for one in made])


def offline(copilot: Copilot, own: Sequence[Brief], count: int) -> None:
    """The composer's drafts."""
    tally, spreads = Tally(), []
    for brief in own:
        began = time.perf_counter()
        written = copilot.write(brief, count)
        tally.seconds += time.perf_counter() - began
        for draft in written.drafts:
            tally.add(copilot, draft.fields, brief)
        spreads.append(written.spread)
    print(f"\n{HEAD}\n{tally.row('composer')}\nspread of a set, 0-1 (mean of {len(spreads)}): {sum(spreads) / len(spreads):.3f}")


def again_and_again(copilot: Copilot, own: Sequence[Brief], writes: int) -> None:
    """How much the skeleton repeats over `writes` writings of the same brief."""
    for brief in own:
        drafts: list[Copy] = []
        for _ in range(writes):
            try:
                drafts += copilot.write(brief, 1).drafts
            except ModelTrouble as trouble:
                print(f"  {trouble}")
        mean, highest, openings = repetition(drafts, brief)
        print(
            f"skeletons of {len(drafts)} writings, {brief.brand} {brief.locale}: likeness mean {mean:.2f}, highest {highest:.2f}; same opening {openings:.0%}",
            flush=True,
        )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="offline", help="as CENTAUR_MODEL")
    parser.add_argument("--channel", default="google_rsa")
    parser.add_argument("--n", type=int, default=2, help="drafts a brief")
    parser.add_argument("--briefs", type=int, default=len(BRIEFS))
    parser.add_argument("--rounds", type=int, default=2, help="rounds of repair, or of asking again")
    parser.add_argument("--locale", choices=("fr", "en"), default="", help="briefs of this language alone")
    parser.add_argument("--served", action="store_true", help="put the small weights behind llama.cpp's server and speak to it over the protocol")
    parser.add_argument("--writes", type=int, default=10, help="writings of the same brief")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as store, _served(Path(store), given.served) as address:
        more: dict[str, Any] = {"OPENAI_BASE_URL": address} if address else {}
        model = "openai:SmolLM2-135M" if address else given.model
        settings = Settings(
            home=ROOT, store=Path(store), model=model, context_tokens=400, model_parallel=1, model_timeout_s=600, repair_rounds=given.rounds, **more
        )
        copilot = build(settings)
        own = briefs(given.channel, given.briefs, given.locale)
        print(f"{copilot.model_name}, {given.channel}, {len(own)} briefs, {given.n} drafts each, at most {settings.repair_rounds} rounds of repair", flush=True)
        if model == "offline":
            offline(copilot, own, given.n)
        else:
            with_model(copilot, own, given.n)
        if given.writes:
            again_and_again(copilot, own[:3], given.writes)


@contextmanager
def _served(folder: Path, wanted: bool) -> Iterator[str]:
    """The address of a server with the small weights, or nothing."""
    if not wanted:
        yield ""
        return
    from tests.servers import language_model

    with language_model(folder / "model.log") as address:
        yield address


if __name__ == "__main__":
    main()
