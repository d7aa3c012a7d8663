"""A built plan's answers as columns, each worked out when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.lacking import starving_orders
from app.domain.plan.pegs import PegColumns, pegs_of
from app.domain.plan.pickable import pickable_pegs
from app.domain.plan.putaway import InboundColumns, inbound_of
from app.domain.plan.rows import only
from app.domain.plan.supply import DOCK, sums
from app.domain.plan.unmet import UnmetColumns, unmet_of

if TYPE_CHECKING:
    from app.domain.plan.build import Built
    from app.domain.plan.facts import Ints
    from app.domain.plan.lacking import Starving


class Columns:
    """The columns of one plan; nothing here changes once it is known."""

    def __init__(self, built: Built) -> None:
        self.built = built

    @cached_property
    def pegs(self) -> PegColumns:
        """Return all pegs, in order rank, line, supply order."""
        return pegs_of(self.built, np.arange(self.built.ranked.line.size))

    @cached_property
    def unmet(self) -> UnmetColumns:
        """Return all unmet lines, in order rank and line."""
        return unmet_of(self.built)

    @cached_property
    def inbound(self) -> InboundColumns:
        """Return what becomes of the inbound lines, by row of the facts."""
        return inbound_of(self.built, self.pegs)

    @cached_property
    def pickable(self) -> PegColumns:
        """Return the pegs whose units can be picked now."""
        return only(self.pegs, np.flatnonzero(pickable_pegs(self.built, self.pegs)))

    @cached_property
    def starving(self) -> tuple[Starving, ...]:
        """Return the orders that wait for the whole while parts are there, the oldest first."""
        return starving_orders(self)

    @cached_property
    def order_ranks(self) -> Ints:
        """Return by order rank the rank that people count: from 1, among orders with open units."""
        return np.cumsum(self.open_units > 0)

    @cached_property
    def open_units(self) -> Ints:
        """Return open units by order rank."""
        ranked = self.built.ranked
        return sums(ranked.owner, self.built.facts.lines.open[ranked.line], ranked.order.size)

    def pegs_of_order(self, number: str) -> PegColumns:
        """Return the pegs of one order; none for an unknown one."""
        return pegs_of(self.built, self.places_of_order(number))

    def pegs_of_owners(self, owners: Ints) -> PegColumns:
        """Return the pegs of some orders, by their ranks, ascending."""
        return pegs_of(self.built, whole_orders(self.built.ranked.first, owners))

    def pegs_of_product(self, product_id: int, *, on_dock: bool) -> PegColumns:
        """Return the pegs of one product, or those of its units that lie on a dock."""
        ids, ranked = self.built.facts.products.ids, self.built.ranked
        product = int(np.searchsorted(ids, product_id))
        if product == ids.size or ids[product] != product_id:
            return pegs_of(self.built, np.zeros(0, dtype=np.int64))
        lines = self._served_from_dock(product) if on_dock else ranked.lines_of(product)
        pegs = self.pegs_of_owners(np.unique(ranked.owner[lines]))
        mine = ranked.product[pegs.place] == product
        return only(pegs, np.flatnonzero(mine & (pegs.source == DOCK) if on_dock else mine))

    def _served_from_dock(self, product: int) -> Ints:
        """Return the places of lines that hold or have locked units on a dock."""
        axes, shares, locked = self.built.axes, self.built.shares, self.built.locked
        lines = self.built.ranked.lines_of(product)
        dock = locked.place[locked.source == DOCK]
        for segment in range(int(axes.first[product]), int(axes.first[product + 1])):
            if axes.source[segment] == DOCK:
                begin = int(axes.in_building[product] - self.built.pools.dock[product])
                start, end = shares.start[lines], shares.start[lines] + shares.kept[lines]
                reach = (end > begin) & (start < axes.end[segment]) & (end > start)
                dock = np.union1d(dock, lines[reach])
        return np.asarray(dock, dtype=np.int64)

    def places_of_order(self, number: str) -> Ints:
        """Return the places of an order's lines; none for an unknown one."""
        ranked, owner = self.built.ranked, self.owner_of(number)
        none = np.zeros(0, dtype=np.int64)
        return none if owner is None else np.arange(ranked.first[owner], ranked.first[owner + 1])

    def owner_of(self, number: str) -> int | None:
        """Return the order rank of an order's number, None where the plan does not know it."""
        return self.built.ranked.owner_by_number.get(number)


def whole_orders(first: Ints, owners: Ints) -> Ints:
    """Return the places of all lines of some orders (order ranks, ascending)."""
    counts = first[owners + 1] - first[owners]
    offset = np.repeat(first[owners] - (np.cumsum(counts) - counts), counts)
    return np.asarray(np.arange(int(counts.sum())) + offset, dtype=np.int64)
