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
    from collections.abc import Mapping, Sequence

    from app.domain.plan.facts import Flags, Ints
    from app.domain.plan.locks import Locked
    from app.domain.plan.rank import Ranked
    from app.domain.plan.supply import Axes, Pools


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
    """By place: units that a line took at first, units that it keeps, and where they begin."""

    took: Ints
    kept: Ints
    start: Ints


class LockedDays:
    """The days on which the locked units of an order are there."""

    def __init__(self, ranked: Ranked, locked: Locked, pool: Pools, today: int) -> None:
        self._days: dict[int, set[int]] = {}
        owners = ranked.owner[locked.place].tolist()
        for owner, source in zip(owners, locked.source.tolist(), strict=True):
            day = (int(pool.day[source]), True) if source >= 0 else (today, False)
            self._days.setdefault(owner, set()).add(day[0] * 2 + day[1])

    def of(self, owner: int, *, inbound_only: bool) -> set[int]:
        """Return the days (ordinals) of an order's locked units."""
        coded = self._days.get(owner, set())
        return {day >> 1 for day in coded if day & 1 or not inbound_only}


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
    took, kept = _serve_all(ranked, demand, axes.total.tolist(), axes.total, keeper)
    return Shares(took, kept, starts(ranked, kept))


def _serve_all(
    ranked: Ranked, demand: Demand, left: list[int], total: Ints, keeper: Keeper
) -> tuple[Ints, Ints]:
    product, first = ranked.product.tolist(), ranked.first.tolist()
    took = demand.wanted.tolist()
    given_back: dict[int, int] = {}
    for owner, (limit, grows) in enumerate(
        zip(demand.limit.tolist(), demand.grows.tolist(), strict=True)
    ):
        full = True
        lines = range(first[owner], first[owner + 1])
        for line in lines:
            units, there = took[line], left[product[line]]
            if units > there:
                took[line], units, full = there, there, False
            left[product[line]] = there - units
        if not full and limit != NO_LIMIT:
            takes = put_back(lines, product, took, left, total)
            for line, (at, _, units), keeps in zip(
                lines, takes, keeper.keep(owner, limit, grows, takes), strict=True
            ):
                left[at] -= keeps
                if keeps < units:
                    given_back[line] = units - keeps
    taken = np.array(took, dtype=np.int64)
    return taken, _less(taken, given_back)


def put_back(
    lines: range, product: Sequence[int], took: Sequence[int], left: list[int], total: Ints
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
