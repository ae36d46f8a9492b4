"""What drafting costs: the books added up, and tokens per draft that passes. All calls count, those of failed candidates and repairs too."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from copilot.generation.calls import Price
from copilot.ports import Call
from copilot.records import Draft, Record


class Sum(Record):
    """Calls of one brand and model, added up. `costs`: currency -> amount, for the calls whose price is known; `unpriced` counts the others that took tokens."""

    brand: str
    model: str
    calls: int
    failed: int
    tokens_in: int
    tokens_out: int
    seconds: float
    costs: dict[str, float]
    unpriced: int


class DraftCost(Record):
    """What one draft took, its repairs included. `passes`: nothing in it blocks, as it was written; `cost` None where no price is known."""

    draft: str
    brand: str
    model: str
    tokens_in: int
    tokens_out: int
    cost: float | None
    currency: str
    passes: bool


class Costs(Record):
    """The ledger. `tokens_per_passing` divides all tokens of the calls by the drafts that pass; None where none does."""

    sums: tuple[Sum, ...]
    drafts: tuple[DraftCost, ...]
    tokens: int
    passing: int
    tokens_per_passing: float | None


def add_up(calls: Sequence[Call], drafts: Sequence[Draft], prices: dict[str, Price], passes: Callable[[Draft], bool]) -> Costs:
    """The ledger of these calls and drafts; drafts of the composer and of people cost nothing and are left out."""
    groups: dict[tuple[str, str], list[Call]] = {}
    for call in calls:
        groups.setdefault((call.brand, call.model), []).append(call)
    own = tuple(_draft(draft, prices.get(draft.made.model), passes(draft)) for draft in drafts if draft.made.tokens_in + draft.made.tokens_out)
    tokens = sum(call.tokens_in + call.tokens_out for call in calls)
    passing = sum(one.passes for one in own)
    return Costs(
        sums=tuple(_sum(brand, model, own_calls) for (brand, model), own_calls in sorted(groups.items())),
        drafts=own,
        tokens=tokens,
        passing=passing,
        tokens_per_passing=round(tokens / passing, 1) if passing else None,
    )


def _sum(brand: str, model: str, calls: Sequence[Call]) -> Sum:
    costs: dict[str, float] = {}
    for call in calls:
        if call.cost is not None:
            costs[call.currency] = round(costs.get(call.currency, 0.0) + call.cost, 6)
    return Sum(
        brand=brand,
        model=model,
        calls=len(calls),
        failed=sum(call.outcome != "reply" for call in calls),
        tokens_in=sum(call.tokens_in for call in calls),
        tokens_out=sum(call.tokens_out for call in calls),
        seconds=round(sum(call.seconds for call in calls), 1),
        costs=costs,
        unpriced=sum(call.cost is None and call.tokens_in + call.tokens_out > 0 for call in calls),
    )


def _draft(draft: Draft, price: Price | None, passes: bool) -> DraftCost:
    made = draft.made
    return DraftCost(
        draft=draft.id,
        brand=draft.brief.brand,
        model=made.model,
        tokens_in=made.tokens_in,
        tokens_out=made.tokens_out,
        cost=round(price.cost(made.tokens_in, made.tokens_out), 6) if price else None,
        currency=price.currency if price else "",
        passes=passes,
    )
