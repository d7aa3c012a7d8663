"""What there is, and when, before any lock or order takes of it.

Source: the floor's rules, "Supply".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from app.domain.instants import LATEST
from app.domain.plan.days import local_day, local_days, to_micros
from app.domain.plan.rank import inverse, text_order, text_ranks

if TYPE_CHECKING:
    from app.domain.plan.facts import Flags, Ints, PlanFacts
    from app.domain.plan.values import PlanRules

STOCK: Final = -2
DOCK: Final = -1
"""Sources of a unit that is no inbound line's: they come before the inbound lines (rows >= 0)."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The instant planned for, its day at the site, and the last arrival that counts."""

    as_of: int
    today: int
    horizon_end: int


@dataclass(frozen=True, slots=True, eq=False)
class Pools:
    """Units that locks and orders may take, by product (stock, docks) and by inbound line.

    ``arrival`` is the expected arrival, ``available`` and ``day`` say when an inbound line's units
    are there, ``turn`` its place among lines available at the same time.
    """

    stock: Ints
    dock: Ints
    inbound: Ints
    arrival: Ints
    available: Ints
    day: Ints
    turn: Ints
    in_horizon: Flags
    expired: Flags


def moment(as_of: int, horizon: int, rules: PlanRules) -> Moment:
    """Return the moment of a plan; both in microseconds."""
    end = min(as_of + horizon, to_micros(LATEST))
    return Moment(as_of, local_day(as_of, rules.zone), end)


def pools(facts: PlanFacts, rules: PlanRules, now: Moment) -> Pools:
    """Return what is there before any lock or order takes of it."""
    stock, dock = stock_units(facts, now, np.arange(facts.stock.units.size))
    found = pools_of(stock, dock, facts, rules, now)
    lines = np.arange(facts.inbound_lines.ids.size)
    found.inbound[:] = inbound_units(facts, found.expired, lines)
    return found


def pools_of(stock: Ints, dock: Ints, facts: PlanFacts, rules: PlanRules, now: Moment) -> Pools:
    """Return pools of what lies there, whose trucks come when they come but bring nothing yet."""
    lines = facts.inbound_lines.ids.size
    inbound, arrival, available, day = (np.zeros(lines, dtype=np.int64) for _ in range(4))
    in_horizon, expired = (np.zeros(lines, dtype=np.bool_) for _ in range(2))
    turn = _turns(facts)
    found = Pools(stock, dock, inbound, arrival, available, day, turn, in_horizon, expired)
    set_arrivals(found, facts, rules, now, np.arange(lines))
    return found


def set_arrivals(pool: Pools, facts: PlanFacts, rules: PlanRules, now: Moment, rows: Ints) -> None:
    """Set when the units of some inbound lines are there."""
    trucks, shipment = np.unique(facts.inbound_lines.shipment[rows], return_inverse=True)
    arrival = facts.inbound.expected[trucks]
    available = np.maximum(arrival, now.as_of)
    pool.arrival[rows], pool.available[rows] = arrival[shipment], available[shipment]
    pool.day[rows] = local_days(available, rules.zone)[shipment]
    pool.in_horizon[rows] = pool.arrival[rows] <= now.horizon_end
    pool.expired[rows] = pool.day[rows] > facts.inbound_lines.expires[rows]


def stock_units(facts: PlanFacts, now: Moment, rows: Ints) -> tuple[Ints, Ints]:
    """Return by product the good units of some stock rows, off the docks and on them."""
    stock, size = facts.stock, facts.products.ids.size
    units = np.where(stock.expires[rows] >= now.today, stock.units[rows], 0)
    product, on_dock = stock.product[rows], stock.on_dock[rows]
    return (
        sums(product, np.where(on_dock, 0, units), size),
        sums(product, np.where(on_dock, units, 0), size),
    )


def inbound_units(facts: PlanFacts, expired: Flags, rows: Ints) -> Ints:
    """Return the units that some inbound lines still promise."""
    lines = facts.inbound_lines
    promised = facts.products.backorderable[lines.product[rows]] & ~expired[rows]
    missing = np.maximum(lines.expected[rows] - lines.received[rows], 0)
    return np.where(promised, missing, 0)


def sums(where: Ints, units: Ints, size: int) -> Ints:
    """Add up units by index, exactly."""
    total = np.zeros(size, dtype=np.int64)
    np.add.at(total, where, units)
    return total


def _turns(facts: PlanFacts) -> Ints:
    """Return the place of each inbound line among those available at the same time."""
    numbers = inverse(np.array(text_order(facts.inbound.numbers.tolist()), dtype=np.int64))
    texts = text_ranks(facts.inbound_lines.texts)
    return numbers[facts.inbound_lines.shipment] * (int(texts.max(initial=0)) + 1) + texts
