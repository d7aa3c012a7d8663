"""Down the rank: who takes how much of each product's axis, and who gives back.

A line's units are always the next ones of its product's axis, and what an order keeps are the
first of those it took (whole days, earliest first).  So the walk carries one number a product:
the units left.  Source: the floor's rules, "One rule for every backorder policy".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.rank import NO_LIMIT
from app.domain.plan.supply import sums

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping, MutableSequence, Sequence

    from app.domain.plan.axes import Axes
    from app.domain.plan.facts import Flags, Ints
    from app.domain.plan.locks import Locked
    from app.domain.plan.rank import Ranked
    from app.domain.plan.supply import Pools


@dataclass(frozen=True, slots=True, eq=False)
class Demand:
    """What each line still wants beside its locked units, by place; policies by order rank.

    ``limit`` is k (``NO_LIMIT`` without one); ``grows`` where units in the building may join the
    open shipment; a held order's lines want nothing.
    """

    wanted: Ints
    limit: Ints
    grows: Flags


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """By place: units that a line took at first, units that it keeps, and where they begin.

    ``short`` tells by order rank which orders found too little.
    """

    took: Ints
    kept: Ints
    start: Ints
    short: Flags


class LockedDays:
    """The days on which the locked units of an order are there."""

    def __init__(self, ranked: Ranked, locked: Locked, pool: Pools, today: int) -> None:
        self._ranked, self._locked, self._pool, self._today = ranked, locked, pool, today

    def of(self, owner: int, *, inbound_only: bool) -> set[int]:
        """Return the days (ordinals) of the locked units of the order at a rank."""
        if not self._locked.place.size:
            return set()
        lines = self._ranked.first[owner : owner + 2]
        begin, end = np.searchsorted(self._locked.place, lines).tolist()
        sources = self._locked.source[begin:end].tolist()
        days = {int(self._pool.day[source]) for source in sources if source >= 0}
        if not inbound_only and any(source < 0 for source in sources):
            days.add(self._today)
        return days


class Keeper:
    """Says what an order that is not full keeps: its first k - 1 days, and units that may join."""

    def __init__(self, axes: Axes, locked_days: LockedDays) -> None:
        self._axes = axes
        self._locked_days = locked_days
        self._known: dict[int, tuple[list[int], list[int]]] = {}

    def _segments(self, product: int) -> tuple[list[int], list[int]]:
        if product not in self._known:
            part = slice(int(self._axes.first[product]), int(self._axes.first[product + 1]))
            ends, days = self._axes.end[part].tolist(), self._axes.day[part].tolist()
            self._known[product] = (ends, days)
        return self._known[product]

    def keep(
        self, owner: int, limit: int, grows: bool, takes: Sequence[tuple[int, int, int]]
    ) -> list[int]:
        """Return the units kept of each take: product, first unit on its axis, units."""
        last = self._last_kept_day(owner, limit, grows, takes)
        return [self._first_units(*take, last, grows) for take in takes]

    def _last_kept_day(
        self, owner: int, limit: int, grows: bool, takes: Sequence[tuple[int, int, int]]
    ) -> int | None:
        if limit == 1:
            return None
        days = self._locked_days.of(owner, inbound_only=grows)
        for take in takes:
            days |= self._days_of(*take, grows)
        return sorted(days)[: limit - 1][-1] if days else None

    def _days_of(self, product: int, start: int, units: int, grows: bool) -> set[int]:
        end = start + units
        if grows:
            start = max(start, int(self._axes.in_building[product]))
        if start >= end:
            return set()
        ends, days = self._segments(product)
        return set(days[bisect_right(ends, start) : bisect_left(ends, end) + 1])

    def _first_units(
        self, product: int, start: int, units: int, last: int | None, grows: bool
    ) -> int:
        until = int(self._axes.in_building[product]) if grows else 0
        if last is not None:
            ends, days = self._segments(product)
            segments = bisect_right(days, last)
            until = max(until, ends[segments - 1] if segments else 0)
        return min(units, max(0, until - start))


def walk(ranked: Ranked, demand: Demand, axes: Axes, keeper: Keeper) -> Shares:
    """Serve every order in rank order."""
    return serve(ranked, demand, axes, keeper, range(ranked.order.size), axes.total)


def serve(
    ranked: Ranked, demand: Demand, axes: Axes, keeper: Keeper, owners: range, there: Ints
) -> Shares:
    """Serve some orders (ranks one after the other) from what the ones before them leave.

    ``there`` is by product.  The shares of all other orders are to be passed over.
    """
    product, first = ranked.product.tolist(), ranked.first.tolist()
    took, left = demand.wanted.tolist(), there.tolist()
    limits, grow = demand.limit.tolist(), demand.grows.tolist()
    given_back: dict[int, int] = {}
    for owner in owners:
        limit, lines = limits[owner], range(first[owner], first[owner + 1])
        full = True
        for line in lines:
            units, there = took[line], left[product[line]]
            if units > there:
                took[line], units, full = there, there, False
            left[product[line]] = there - units
        if not full and limit != NO_LIMIT:
            takes = put_back(lines, product, took, left, axes.total)
            kept = keeper.keep(owner, limit, grow[owner], takes)
            for line, keeps in zip(lines, kept, strict=True):
                left[product[line]] -= keeps
                if keeps < took[line]:
                    given_back[line] = took[line] - keeps
    taken = np.array(took, dtype=np.int64)
    short = np.zeros(ranked.order.size, dtype=np.bool_)
    short[ranked.owner[taken < demand.wanted]] = True
    kept_units = _less(taken, given_back)
    return Shares(taken, kept_units, starts(ranked, kept_units), short)


def put_back(
    lines: range,
    product: Sequence[int],
    took: Sequence[int],
    left: MutableSequence[int] | MutableMapping[int, int],
    total: Ints,
) -> list[tuple[int, int, int]]:
    """Undo an order's takes; return product, first unit on its axis and units of each."""
    takes = []
    for line in reversed(lines):
        at = product[line]
        left[at] += took[line]
        takes.append((at, int(total[at]) - left[at], took[line]))
    return takes[::-1]


def _less(taken: Ints, given_back: Mapping[int, int]) -> Ints:
    kept = taken.copy()
    kept[list(given_back)] -= np.fromiter(given_back.values(), np.int64, len(given_back))
    return kept


def starts(ranked: Ranked, kept: Ints) -> Ints:
    """Return where on its product's axis each line's kept units begin."""
    rows = ranked.by_product
    in_turn = kept[rows]
    before = np.cumsum(in_turn) - in_turn
    per_product = sums(ranked.product, kept, ranked.products)
    base = np.cumsum(per_product) - per_product
    start = np.empty_like(kept)
    start[rows] = before - base[ranked.product[rows]]
    return start
