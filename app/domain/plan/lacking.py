"""What an order lacks, and which orders starve: parts are there, and may not go.  Pure.

An order starves where its policy lets no part of what it took go, or only some, because it is short
of other units; meanwhile units that it could have had lie there, or go to less urgent orders.  Held
orders do not starve: somebody decided that they wait.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from app.domain.plan.pickable import pickable_pegs
from app.domain.plan.rank import NO_LIMIT
from app.domain.plan.rows import rank_facts
from app.domain.plan.unmet import NOBODY
from app.domain.plan.unmet_rows import Causes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from app.domain.plan.build import Built
    from app.domain.plan.columns import Columns
    from app.domain.plan.facts import Ints
    from app.domain.plan.values import RankFacts

LackReason = Literal["stockout", "outranked", "outside_horizon", "no_supply"]


@dataclass(frozen=True, slots=True)
class Lack:
    """Units (each, > 0) of a product that an order finds nowhere, and why.

    ``asn`` is the first truck that brings the product after the horizon, at ``expected_at``; both
    are None without one.  ``order`` goes with ``outranked``: the last that is served before.
    """

    sku: str
    units: int
    reason: LackReason
    asn: str | None = None
    expected_at: datetime | None = None
    order: str | None = None


@dataclass(frozen=True, slots=True)
class Starving:
    """An order that waits for the whole while parts of it are there; quantities in each.

    ``here`` are units in the building that its policy keeps from going; ``passed`` are units that
    it took and gave back and that less urgent orders have now, ``passed_to`` those orders in rank
    order.
    """

    facts: RankFacts
    here: int
    passed: int
    passed_to: tuple[str, ...]
    lacks: tuple[Lack, ...]


def lacks_of(columns: Columns, number: str) -> tuple[Lack, ...]:
    """Return what an order finds nowhere, by product in line order; none for a held one."""
    owner = columns.owner_of(number)
    return (
        () if owner is None else _lacks(columns, owner, Causes(columns.built, columns.order_ranks))
    )


def _lacks(columns: Columns, owner: int, causes: Causes) -> tuple[Lack, ...]:
    built, unmet = columns.built, columns.unmet
    begin, end = np.searchsorted(unmet.place, built.ranked.first[owner : owner + 2]).tolist()
    found: dict[str, Lack] = {}
    for row in range(begin, end):
        place = int(unmet.place[row])
        units = int(built.demand.wanted[place] - built.shares.took[place])
        if units:
            lack = _lack(built, causes, place, int(unmet.winner[row]), units)
            before = found.get(lack.sku)
            found[lack.sku] = lack if before is None else _with(before, units)
    return tuple(found.values())


def _with(lack: Lack, units: int) -> Lack:
    return Lack(lack.sku, lack.units + units, lack.reason, lack.asn, lack.expected_at, lack.order)


def _lack(built: Built, causes: Causes, place: int, winner: int, units: int) -> Lack:
    product = int(built.ranked.product[place])
    sku = built.facts.products.skus[product]
    if not built.facts.products.backorderable[product]:
        return Lack(sku, units, "stockout")
    next_one = causes.beyond(place)
    asn, at = (next_one.asn, next_one.expected_at) if next_one else (None, None)
    if winner != NOBODY:
        first = built.facts.orders.numbers[built.ranked.order[winner]]
        return Lack(sku, units, "outranked", asn, at, first)
    return Lack(sku, units, "outside_horizon" if next_one else "no_supply", asn, at)


def starving_orders(columns: Columns) -> tuple[Starving, ...]:
    """Return the orders that starve, the longest ordered first."""
    built = columns.built
    causes = Causes(built, columns.order_ranks)
    short = np.flatnonzero(built.shares.short & (built.demand.limit != NO_LIMIT))
    here = _standing(columns)
    found = []
    for owner in short.tolist():
        back = list(_given_back(built, owner))
        lying = here.get(owner, 0) + sum(
            max(0, min(end, int(built.axes.in_building[product])) - begin)
            for product, begin, end in back
        )
        passed, to = _passed(built, owner, back)
        if lying or passed:
            facts = rank_facts(built, owner, columns.order_ranks)
            lacks = _lacks(columns, owner, causes)
            found.append(Starving(facts, lying, passed, to, lacks))
    return tuple(sorted(found, key=lambda one: (one.facts.ordered_at, one.facts.rank)))


def _standing(columns: Columns) -> dict[int, int]:
    """Return by order rank the pegged units that are there and cannot go, where k has a limit."""
    built, pegs = columns.built, columns.pegs
    owner = built.ranked.owner[pegs.place]
    stays = (
        (pegs.source < 0) & ~pickable_pegs(built, pegs) & (built.demand.limit[owner] != NO_LIMIT)
    )
    found: dict[int, int] = {}
    for at, units in zip(owner[stays].tolist(), pegs.units[stays].tolist(), strict=True):
        found[at] = found.get(at, 0) + units
    return found


def _given_back(built: Built, owner: int) -> Iterator[tuple[int, int, int]]:
    """Yield product, first and last unit on its axis of what an order took and gave back.

    An order's takes of one product follow each other, and it keeps the first of them.
    """
    ranked, shares = built.ranked, built.shares
    spans: dict[int, list[int]] = {}
    for place in range(*ranked.first[owner : owner + 2].tolist()):
        start = int(shares.start[place])
        span = spans.setdefault(int(ranked.product[place]), [start, start])
        span[0] += int(shares.kept[place])
        span[1] += int(shares.took[place])
    for product, (begin, end) in spans.items():
        if begin < end:
            yield product, begin, end


def _passed(
    built: Built, owner: int, back: list[tuple[int, int, int]]
) -> tuple[int, tuple[str, ...]]:
    """Return how many of those units less urgent orders have, and which orders."""
    ranked, shares = built.ranked, built.shares
    units, owners = 0, set()
    for product, begin, end in back:
        lines = ranked.lines_of(product)
        lines = lines[ranked.owner[lines] > owner]
        first = shares.start[lines]
        inside = np.minimum(first + shares.kept[lines], end) - np.maximum(first, begin)
        units += int(np.maximum(inside, 0).sum())
        owners.update(ranked.owner[lines[inside > 0]].tolist())
    return units, _numbers(built, owners)


def _numbers(built: Built, owners: set[int]) -> tuple[str, ...]:
    rows: Ints = built.ranked.order[sorted(owners)]
    return tuple(built.facts.orders.numbers[rows].tolist())
