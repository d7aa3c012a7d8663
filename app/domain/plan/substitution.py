"""Which approved substitute could stand in for what a line lacks?  Pure.

The plan serves every line from its own product first.  Offered is only what it leaves: units that
nobody gets who asked for that product, free stock before what arrives.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.days import to_instant

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from app.domain.plan.build import Built
    from app.domain.plan.facts import Flags
    from app.domain.plan.pegs import PegColumns
    from app.domain.plan.values import Unmet


@dataclass(frozen=True, slots=True)
class Approved:
    """A product (key) of which ``units`` stand in for ``replaces`` units of another, both > 0."""

    product_id: int
    sku: str
    units: int = 1
    replaces: int = 1


@dataclass(frozen=True, slots=True)
class Want:
    """Units (each, > 0) of an order line that neither stock nor any truck in sight serves."""

    order: str
    line: str
    sku: str
    units: int
    order_line_id: int
    product_id: int


@dataclass(frozen=True, slots=True)
class Spare:
    """Units (each, > 0) of one source that nobody gets who asked for the product.

    ``inbound_line_id``, ``asn`` and ``asn_line`` are None for stock.
    """

    units: int
    available_at: datetime
    inbound_line_id: int | None = None
    asn: str | None = None
    asn_line: str | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A substitute that could stand in for ``quantity`` units (each, > 0) of what a line lacks."""

    want: Want
    by: Approved
    quantity: int
    parts: tuple[Spare, ...]

    @property
    def units(self) -> int:
        """Return the units of the substitute that it takes."""
        return sum(part.units for part in self.parts)

    @property
    def now(self) -> int:
        """Return those of them that are in the building."""
        return sum(part.units for part in self.parts if part.inbound_line_id is None)


@dataclass(frozen=True, slots=True)
class StandIn:
    """A line to be added: ``units`` of a product that replace so many of the line it stands for."""

    stands_for: int
    line: str
    product_id: int
    units: int
    replaces: int


def offers(
    wants: Iterable[Want],
    approved: Mapping[int, Sequence[Approved]],
    spare: Mapping[int, Sequence[Spare]],
) -> tuple[Offer, ...]:
    """Say which substitutes could fill how much of each want, in the order of the wants.

    ``approved`` are the substitutes by product, the best first, ``spare`` the units to be had by
    product, in the order in which they are taken; each is offered once.  A product never stands in
    for itself, and only whole times its ratio.
    """
    left = {product: list(parts) for product, parts in spare.items()}
    found = []
    for want in wants:
        lacks = want.units
        for by in approved.get(want.product_id, ()):
            pool = left.get(by.product_id, [])
            times = min(lacks // by.replaces, sum(part.units for part in pool) // by.units)
            if times and by.product_id != want.product_id:
                parts, left[by.product_id] = _draw(pool, times * by.units)
                found.append(Offer(want, by, times * by.replaces, parts))
                lacks -= times * by.replaces
    return tuple(found)


def _draw(pool: Sequence[Spare], units: int) -> tuple[tuple[Spare, ...], list[Spare]]:
    """Return what is taken, from the first on, and what is left."""
    taken, left = [], []
    for part in pool:
        take = min(units, part.units)
        units -= take
        if take:
            taken.append(replace(part, units=take))
        if rest := part.units - take:
            left.append(replace(part, units=rest))
    return tuple(taken), left


def wants_of(unmet: Iterable[Unmet]) -> tuple[Want, ...]:
    """Return what lines lack; what their orders gave back, or do not get on hold, is no lack."""
    return tuple(
        Want(row.order, row.line, row.sku, row.missing, row.order_line_id, row.product_id)
        for row in unmet
        if row.reason != "on_hold" and row.missing
    )


def spare_units(
    built: Built, pegs: PegColumns, products: Collection[int]
) -> dict[int, tuple[Spare, ...]]:
    """Return what a plan leaves of some products (keys), in supply order; ``pegs`` are all."""
    ids, axes = built.facts.products.ids, built.axes
    chosen = np.isin(ids, sorted(products))
    given = _given(built, pegs, chosen)
    units = np.diff(axes.global_end, prepend=0)
    found: dict[int, list[Spare]] = {}
    for segment in np.flatnonzero(chosen[axes.product]).tolist():
        product, source = int(axes.product[segment]), int(axes.source[segment])
        if left := int(units[segment]) - given[product, source]:
            found.setdefault(int(ids[product]), []).append(_part(built, source, left))
    return {product: tuple(parts) for product, parts in found.items()}


def _given(built: Built, pegs: PegColumns, chosen: Flags) -> Counter[tuple[int, int]]:
    """Count the units of chosen products (rows) that lines get, by source, locked ones aside.

    An axis has no locked units.
    """
    product = built.ranked.product[pegs.place]
    mine = chosen[product]
    soft = (pegs.units - pegs.locked)[mine]
    given: Counter[tuple[int, int]] = Counter()
    for key, source, units in zip(
        product[mine].tolist(), pegs.source[mine].tolist(), soft.tolist(), strict=True
    ):
        given[key, source] += units
    return given


def _part(built: Built, source: int, units: int) -> Spare:
    if source < 0:
        return Spare(units, to_instant(built.now.as_of))
    facts = built.facts
    lines = facts.inbound_lines
    return Spare(
        units,
        to_instant(int(built.pools.available[source])),
        int(lines.ids[source]),
        facts.inbound.numbers[lines.shipment[source]],
        lines.texts[source],
    )
