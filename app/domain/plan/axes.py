"""In which order supply is given out: one axis of units for each product.

An axis lists the units that no lock takes, earliest first: stock, stock on docks, then inbound by
availability, ASN number and line number.  A line then holds an interval of its product's axis.
Source: the floor's rules, "Supply".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from app.domain.plan.supply import DOCK, STOCK, sums

if TYPE_CHECKING:
    from app.domain.plan.facts import Ints, PlanFacts
    from app.domain.plan.supply import Moment, Pools


BY_SEGMENT: Final = ("product", "end", "source", "day")


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

    def part(self, begin: int, end: int) -> Axes:
        """Return some segments; what is by product stays behind."""
        columns = {name: getattr(self, name)[begin:end] for name in BY_SEGMENT}
        return replace(self, **columns)

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


def axes_with(old: Axes, facts: PlanFacts, pool: Pools, now: Moment, products: Ints) -> Axes:
    """Return the axes with those of some products (rows, ascending) lined up anew."""
    chosen = np.zeros(old.total.size, dtype=np.bool_)
    chosen[products] = True
    lines = np.flatnonzero(chosen[facts.inbound_lines.product])
    parts: list[Axes] = []
    first, done = old.first.copy(), 0
    total, in_building = old.total.copy(), old.in_building.copy()
    for product in products.tolist():
        mine = lines[facts.inbound_lines.product[lines] == product]
        cut = _segments(facts, pool, now, np.array([product]), mine)
        begin, end = int(old.first[product]), int(old.first[product + 1])
        parts += [old.part(done, begin), _alone(cut)]
        first[product + 1 :] += cut.units.size - (end - begin)
        total[product] = cut.units.sum()
        in_building[product] = pool.stock[product] + pool.dock[product]
        done = end
    parts.append(old.part(done, old.product.size))
    columns = {n: np.concatenate([getattr(part, n) for part in parts]) for n in BY_SEGMENT}
    return Axes(first=first, total=total, in_building=in_building, **columns)


def _alone(cut: Segments) -> Axes:
    """Return the axis of one product's segments."""
    none = np.zeros(0, dtype=np.int64)
    return Axes(none, cut.product, np.cumsum(cut.units), cut.source, cut.day, none, none)


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


def common_ends(old: Axes, new: Axes, product: int) -> tuple[int, int]:
    """Return how many units at the beginning, and at the end, of an axis come as they did.

    That is on the same day, and out of the building or from a truck as before.
    """
    one, other = _runs(old, product), _runs(new, product)
    return _common(one, other), _common(one[::-1], other[::-1])


def _runs(axes: Axes, product: int) -> list[tuple[int, int]]:
    """Return days (-1 for what is in the building) and units of a product's segments."""
    part = slice(int(axes.first[product]), int(axes.first[product + 1]))
    days = np.where(axes.source[part] < 0, -1, axes.day[part])
    units = np.diff(axes.end[part], prepend=0)
    return list(zip(days.tolist(), units.tolist(), strict=True))


def _common(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> int:
    found = 0
    for (day, units), (other_day, other_units) in zip(one, other, strict=False):
        if day != other_day:
            break
        found += min(units, other_units)
        if units != other_units:
            break
    return found
