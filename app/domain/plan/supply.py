"""What there is, when, and in which order it is given out: one axis of units for each product.

An axis lists the units that no lock takes, earliest first: stock, stock on docks, then inbound by
availability, ASN number and line number.  A line then holds an interval of its product's axis.
Source: the floor's rules, "Supply".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from app.domain.plan.days import local_day, local_days
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


@dataclass(frozen=True, eq=False)
class Axes:
    """The products' axes, one after the other.

    Segment ``s`` belongs to ``product[s]`` and ends at unit ``end[s]`` of that product's axis;
    a product's segments are ``first[p]`` up to ``first[p + 1]``; ``total`` is by product.
    """

    first: Ints
    product: Ints
    end: Ints
    source: Ints
    available: Ints
    day: Ints
    total: Ints
    in_building: Ints

    @cached_property
    def origin(self) -> Ints:
        """Return where each product begins when all axes are put one behind the other."""
        return np.cumsum(self.total) - self.total

    @cached_property
    def global_end(self) -> Ints:
        """Return where each segment ends there."""
        return self.end + self.origin[self.product]


def moment(as_of: int, horizon: int, rules: PlanRules) -> Moment:
    """Return the moment of a plan; both in microseconds."""
    return Moment(as_of, local_day(as_of, rules.zone), as_of + horizon)


def pools(facts: PlanFacts, rules: PlanRules, now: Moment) -> Pools:
    """Return what is there before any lock or order takes of it."""
    stock, lines = facts.stock, facts.inbound_lines
    good = stock.expires >= now.today
    size = facts.products.ids.size
    arrival = facts.inbound.expected[lines.shipment]
    truck_available = np.maximum(facts.inbound.expected, now.as_of)
    day = local_days(truck_available, rules.zone)[lines.shipment]
    expired = day > lines.expires
    promised = facts.products.backorderable[lines.product] & ~expired
    missing = np.maximum(lines.expected - lines.received, 0)
    return Pools(
        stock=sums(stock.product, np.where(good & ~stock.on_dock, stock.units, 0), size),
        dock=sums(stock.product, np.where(good & stock.on_dock, stock.units, 0), size),
        inbound=np.where(promised, missing, 0),
        arrival=arrival,
        available=truck_available[lines.shipment],
        day=day,
        turn=_turns(facts),
        in_horizon=arrival <= now.horizon_end,
        expired=expired,
    )


def sums(where: Ints, units: Ints, size: int) -> Ints:
    """Add up units by index, exactly."""
    total = np.zeros(size, dtype=np.int64)
    np.add.at(total, where, units)
    return total


def _turns(facts: PlanFacts) -> Ints:
    numbers = inverse(np.array(text_order(facts.inbound.numbers.tolist()), dtype=np.int64))
    texts = text_ranks(facts.inbound_lines.texts)
    return numbers[facts.inbound_lines.shipment] * (int(texts.max(initial=0)) + 1) + texts


def axes(facts: PlanFacts, pool: Pools, now: Moment) -> Axes:
    """Line up what the locks have left."""
    size = facts.products.ids.size
    rows = np.flatnonzero((pool.inbound > 0) & pool.in_horizon)
    here = [np.flatnonzero(units > 0) for units in (pool.stock, pool.dock)]
    counts = [here[0].size, here[1].size]
    product = np.concatenate((*here, facts.inbound_lines.product[rows]))
    source = np.concatenate((np.repeat([STOCK, DOCK], counts), rows))
    units = np.concatenate((pool.stock[here[0]], pool.dock[here[1]], pool.inbound[rows]))
    available = np.concatenate((np.full(sum(counts), now.as_of), pool.available[rows]))
    day = np.concatenate((np.full(sum(counts), now.today), pool.day[rows]))
    turn = np.concatenate((source[: sum(counts)], pool.turn[rows]))
    s = np.lexsort((turn, available, product))
    product, units = product[s], units[s]
    total = sums(product, units, size)
    first = np.searchsorted(product, np.arange(size + 1))
    end = np.cumsum(units) - (np.cumsum(total) - total)[product]
    in_building = pool.stock + pool.dock
    return Axes(first, product, end, source[s], available[s], day[s], total, in_building)
