"""Which staged units would a more urgent order want?  Pure: nothing is moved, a person decides."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.facts import ANYWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.plan.plan import Plan
    from app.domain.plan.values import Unmet


@dataclass(frozen=True, slots=True)
class Wanted:
    """Units (each, > 0) staged for ``from_line`` of ``from_order`` that a better rank lacks."""

    order: str
    line: str
    sku: str
    units: int
    from_order: str
    from_line: str


@dataclass(frozen=True, slots=True)
class _Staged:
    order: str
    line: str
    rank: int
    units: int


def wanted_staged(plan: Plan) -> tuple[Wanted, ...]:
    """Return what stands staged for an order while one that ranks before it lacks the product.

    In the rank of those who lack it; of each, what stands for the last in rank first.  Orders on
    hold are on neither side.
    """
    staged = _staged_by_product(plan)
    if not staged:
        return ()
    return tuple(
        wanted
        for row in plan.unmet_of_products(staged)
        if row.reason != "on_hold"
        for wanted in _for_line(plan, row, staged[row.product_id])
    )


def _for_line(plan: Plan, row: Unmet, staged: list[_Staged]) -> Iterator[Wanted]:
    facts = plan.rank_of(row.order)
    rank = facts.rank if facts else 0
    for one in sorted(staged, key=lambda one: (-one.rank, one.line)):
        if one.rank > rank:
            units = min(one.units, row.quantity)
            yield Wanted(row.order, row.line, row.sku, units, one.order, one.line)


def _staged_by_product(plan: Plan) -> dict[int, list[_Staged]]:
    facts = plan.built.facts
    units: dict[int, int] = defaultdict(int)
    for row in np.flatnonzero(facts.locks.place != ANYWHERE).tolist():
        units[int(facts.locks.line[row])] += int(facts.locks.units[row])
    found: dict[int, list[_Staged]] = defaultdict(list)
    for line, count in units.items():
        order = int(facts.lines.order[line])
        number = facts.orders.numbers[order]
        ranked = plan.rank_of(number)
        if ranked is not None and not facts.orders.held[order]:
            product = int(facts.products.ids[facts.lines.product[line]])
            found[product].append(_Staged(number, facts.lines.texts[line], ranked.rank, count))
    return found
