"""Down the rank again, through those orders alone that a change can reach.

From the first order that is touched, an order is decided anew where its own demand changed, or
where another number of units is left of a product it names.  It stops when nothing differs.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.rank import NO_LIMIT
from app.domain.plan.walk import put_back

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.plan.axes import Axes
    from app.domain.plan.facts import Flags, Ints
    from app.domain.plan.rank import Ranked
    from app.domain.plan.walk import Demand, Keeper, Shares


class Rewalk:
    """Brings shares up to date in place, order by order."""

    def __init__(
        self, ranked: Ranked, demand: Demand, axes: Axes, keeper: Keeper, before: Shares
    ) -> None:
        self._ranked, self._demand, self._axes, self._keeper = ranked, demand, axes, keeper
        self._took, self._kept = before.took, before.kept
        self._start, self._short = before.start, before.short
        self._queue: list[int] = []
        self._queued: set[int] = set()

    def run(self, products: Iterable[int], owners: Iterable[int], most: int) -> bool:
        """Decide the touched orders and all that follow from them; False after ``most`` of them."""
        self._push(owners)
        for product in products:
            self._push(self._reached(product, 0))
        while self._queue:
            if (most := most - 1) < 0:
                return False
            owner = heappop(self._queue)
            self._queued.remove(owner)
            self._decide(owner)
        return True

    def _push(self, owners: Iterable[int]) -> None:
        for owner in owners:
            if owner not in self._queued:
                self._queued.add(owner)
                heappush(self._queue, owner)

    def _decide(self, owner: int) -> None:
        begin, end = self._ranked.first[owner : owner + 2].tolist()
        product = self._ranked.product[begin:end].tolist()
        took, kept = self._serve(owner, begin, product)
        self._short[owner] = took != self._demand.wanted[begin:end].tolist()
        self._took[begin:end] = took
        before = self._kept[begin:end].tolist()
        self._kept[begin:end] = kept
        for line, (old, new) in enumerate(zip(before, kept, strict=True)):
            if old != new:
                self._shift(product[line], begin + line, new - old)
        for line, (old, new) in enumerate(zip(before, kept, strict=True)):
            if old != new:
                self._push(self._reached(product[line], end))

    def _serve(self, owner: int, begin: int, product: list[int]) -> tuple[list[int], list[int]]:
        """Return what an order's lines take and keep of what is left at its rank."""
        total, lines = self._axes.total, range(len(product))
        took = self._demand.wanted[begin : begin + len(product)].tolist()
        left: dict[int, int] = {}
        full = True
        for line in lines:
            at = product[line]
            if at not in left:
                left[at] = int(total[at] - self._start[begin + line])
            full &= took[line] <= left[at]
            took[line] = min(took[line], left[at])
            left[at] -= took[line]
        limit = int(self._demand.limit[owner])
        if full or limit == NO_LIMIT:
            return took, took
        takes = put_back(lines, product, took, left, total)
        return took, self._keeper.keep(owner, limit, bool(self._demand.grows[owner]), takes)

    def _shift(self, product: int, place: int, units: int) -> None:
        rows = self._ranked.lines_of(product)
        self._start[rows[np.searchsorted(rows, place, side="right") :]] += units

    def _reached(self, product: int, place: int) -> list[int]:
        """Return the orders from a place on that would take another number of units."""
        rows = self._ranked.lines_of(product)
        rows = rows[np.searchsorted(rows, place) :]
        left = np.maximum(self._axes.total[product] - self._start[rows], 0)
        owner = self._ranked.owner[rows]
        differs = np.minimum(self._demand.wanted[rows], left) != self._took[rows]
        reached: list[int] = owner[differs | self._by_days(owner)].tolist()
        return reached

    def _by_days(self, owner: Ints) -> Flags:
        """Tell which orders keep what the days of their units say, not their number alone."""
        limit = self._demand.limit[owner]
        several = (limit > 1) | self._demand.grows[owner] | self._ranked.repeats[owner]
        return np.asarray(self._short[owner] & (limit != NO_LIMIT) & several, dtype=np.bool_)
