"""In which order supply is given out: one axis of units for each product.

An axis lists the units that no lock takes, earliest first: stock, stock on docks, then inbound by
availability, ASN number and line number.  A line then holds an interval of its product's axis.
Source: the floor's rules, "Supply".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.supply import DOCK, STOCK, sums

if TYPE_CHECKING:
    from app.domain.plan.facts import Flags, Ints, PlanFacts
    from app.domain.plan.supply import Moment, Pools


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


@dataclass(frozen=True, slots=True, eq=False)
class Segments:
    """Units (each, > 0) of one product and source that are there on one day of the site."""

    product: Ints
    source: Ints
    units: Ints
    day: Ints

    def take(self, rows: Ints) -> Segments:
        """Return some segments, in the order of the rows."""
        return Segments(self.product[rows], self.source[rows], self.units[rows], self.day[rows])


def axes(facts: PlanFacts, pool: Pools, now: Moment) -> Axes:
    """Line up what the locks have left of every product."""
    products = np.arange(facts.products.ids.size)
    segments = _segments(facts, pool, now, products, np.arange(pool.inbound.size))
    total = sums(segments.product, segments.units, products.size)
    return _joined(segments, total, pool.stock + pool.dock)


def axes_with(old: Axes, facts: PlanFacts, pool: Pools, now: Moment, products: Flags) -> Axes:
    """Return the axes with those of some products lined up anew."""
    lines = np.flatnonzero(products[facts.inbound_lines.product])
    new = _segments(facts, pool, now, np.flatnonzero(products), lines)
    kept = ~products[old.product]
    start = np.concatenate(([0], old.end[:-1]))
    start[old.first[:-1][old.total > 0]] = 0
    both = Segments(
        product=np.concatenate((old.product[kept], new.product)),
        source=np.concatenate((old.source[kept], new.source)),
        units=np.concatenate(((old.end - start)[kept], new.units)),
        day=np.concatenate((old.day[kept], new.day)),
    )
    s = np.argsort(both.product, kind="stable")
    total = np.where(products, sums(new.product, new.units, old.total.size), old.total)
    here = np.where(products, pool.stock + pool.dock, old.in_building)
    return _joined(both.take(s), total, here)


def _segments(facts: PlanFacts, pool: Pools, now: Moment, products: Ints, lines: Ints) -> Segments:
    """Cut the supply of some products (and of their inbound lines) into segments, in order."""
    rows = lines[(pool.inbound[lines] > 0) & pool.in_horizon[lines]]
    stock, dock = (products[units[products] > 0] for units in (pool.stock, pool.dock))
    here = stock.size + dock.size
    source = np.concatenate((np.repeat([STOCK, DOCK], [stock.size, dock.size]), rows))
    available = np.concatenate((np.full(here, now.as_of), pool.available[rows]))
    turn = np.concatenate((source[:here], pool.turn[rows]))
    found = Segments(
        product=np.concatenate((stock, dock, facts.inbound_lines.product[rows])),
        source=source,
        units=np.concatenate((pool.stock[stock], pool.dock[dock], pool.inbound[rows])),
        day=np.concatenate((np.full(here, now.today), pool.day[rows])),
    )
    return found.take(np.lexsort((turn, available, found.product)))


def _joined(segments: Segments, total: Ints, in_building: Ints) -> Axes:
    counts = np.bincount(segments.product, minlength=total.size)
    first = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    end = np.cumsum(segments.units) - (np.cumsum(total) - total)[segments.product]
    return Axes(first, segments.product, end, segments.source, segments.day, total, in_building)
