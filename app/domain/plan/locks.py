"""Locks come first: staged units and pins take their supply before any order is served.

Source: the floor's rules: never more than is open or there, whatever the horizon, not given back;
a held order's locks freeze, so that nobody gets those units.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.facts import ANYWHERE, FROM_STOCK
from app.domain.plan.resolve import among, some
from app.domain.plan.supply import DOCK, STOCK, sums

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.plan.facts import Flags, Ints, PlanFacts
    from app.domain.plan.rank import Ranked
    from app.domain.plan.supply import Moment, Pools


@dataclass(frozen=True, slots=True, eq=False)
class Locked:
    """Units that locks hold: ``place`` of the line in rank order, source, units (each, > 0).

    Sorted by place; a line and a source occur once.
    """

    place: Ints
    source: Ints
    units: Ints


def take_locks(facts: PlanFacts, ranked: Ranked, pool: Pools, now: Moment, rows: Ints) -> Locked:
    """Take the units of some locks out of the pools (which change) and say who has them.

    Staged units first, as they are known one by one, then pins; both in the demand rank, which for
    locks knows no preference.  The rows must be all locks of their products.
    """
    taker = _Taker(facts, pool, now, rows)
    held = facts.orders.held[facts.lines.order[facts.locks.line[rows]]]
    frozen = set(rows[held].tolist())
    found: dict[tuple[int, int], int] = {}
    for row, place in _in_turn(facts, ranked, pool, rows):
        for source, units in taker.take(row):
            key = (place, source)
            if units and row not in frozen:
                found[key] = found.get(key, 0) + units
    return _columns(found)


def _columns(found: dict[tuple[int, int], int]) -> Locked:
    rows = sorted((place, source, units) for (place, source), units in found.items())
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return Locked(table[:, 0], table[:, 1], table[:, 2])


def _in_turn(
    facts: PlanFacts, ranked: Ranked, pool: Pools, chosen: Ints
) -> Iterator[tuple[int, int]]:
    locks = some(facts.locks, chosen)
    place = ranked.place_of_line[locks.line]
    source = np.maximum(locks.source, 0)
    from_truck = locks.source != FROM_STOCK
    known = from_truck & (source < pool.available.size)
    when, turn = np.zeros_like(source), np.zeros_like(source)
    when[known], turn[known] = pool.available[source[known]], pool.turn[source[known]]
    rank = ranked.plain[ranked.owner[place]]
    pins = locks.place == ANYWHERE
    keys = (locks.expires, locks.place, turn, when, from_truck, place, rank, pins)
    rows = np.lexsort(keys)
    return zip(chosen[rows].tolist(), place[rows].tolist(), strict=True)


class _Taker:
    """Takes units for one lock after the other, never more than is open or there."""

    def __init__(self, facts: PlanFacts, pool: Pools, now: Moment, rows: Ints) -> None:
        self._facts, self._pool, self._now = facts, pool, now
        self._open: dict[int, int] = {}
        self._there, self._docks = _standing(facts, now, rows)

    def take(self, row: int) -> tuple[tuple[int, int], ...]:
        """Return (source, units) that a lock gets; units may be 0."""
        locks = self._facts.locks
        line = int(locks.line[row])
        wanted = min(int(locks.units[row]), self._open.get(line, int(self._facts.lines.open[line])))
        taken = self._taken(row, int(self._facts.lines.product[line]), wanted)
        left = self._open.get(line, int(self._facts.lines.open[line]))
        self._open[line] = left - sum(units for _, units in taken)
        return taken

    def _taken(self, row: int, product: int, wanted: int) -> tuple[tuple[int, int], ...]:
        source, place = int(self._facts.locks.source[row]), int(self._facts.locks.place[row])
        if source != FROM_STOCK:
            return ((source, _draw(self._pool.inbound, source, wanted)),)
        if place == ANYWHERE:
            first = _draw(self._pool.stock, product, wanted)
            return (STOCK, first), (DOCK, _draw(self._pool.dock, product, wanted - first))
        good = int(self._facts.locks.expires[row]) >= self._now.today
        spot = (place, product)
        wanted = min(wanted, self._there.get(spot, 0)) if good else 0
        lying = DOCK if place in self._docks else STOCK
        pool = self._pool.dock if lying == DOCK else self._pool.stock
        units = _draw(pool, product, wanted)
        self._there[spot] = self._there.get(spot, 0) - units
        return ((lying, units),)


def _draw(pool: Ints, row: int, wanted: int) -> int:
    units = min(wanted, int(pool[row]))
    pool[row] -= units
    return units


def _standing(
    facts: PlanFacts, now: Moment, locks: Ints
) -> tuple[dict[tuple[int, int], int], set[int]]:
    """Return the good units in each place that those locks name, by product, and the docks."""
    stock = facts.stock
    named = np.unique(facts.locks.place[locks])
    rows = np.flatnonzero(among(stock.place, named) & (stock.expires >= now.today))
    there: dict[tuple[int, int], int] = {}
    docks: set[int] = set()
    for row in rows.tolist():
        spot = (int(stock.place[row]), int(stock.product[row]))
        there[spot] = there.get(spot, 0) + int(stock.units[row])
        if stock.on_dock[row]:
            docks.add(spot[0])
    return there, docks


def locked_units(locked: Locked, size: int, only: Flags | None = None) -> Ints:
    """Add up locked units by place in rank order."""
    units = locked.units if only is None else np.where(only, locked.units, 0)
    return sums(locked.place, units, size)
