"""Down the rank again, through those orders alone that a change can reach.

From the first order that is touched, an order is decided anew where its own demand changed, where
another number of units is left of a product it names, or where those units come on other days.  It
stops when nothing differs.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.axes import common_ends
from app.domain.plan.rank import NO_LIMIT
from app.domain.plan.resolve import among
from app.domain.plan.walk import put_back

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.plan.axes import Axes
    from app.domain.plan.facts import Flags, Ints
    from app.domain.plan.rank import Ranked
    from app.domain.plan.walk import Demand, Keeper, Shares


class Rewalk:
    """Brings shares up to date in place, order by order.

    ``old`` are the axes on which the shares stand, ``new`` those on which they are to stand.
    """

    def __init__(
        self, ranked: Ranked, demand: Demand, old: Axes, new: Axes, keeper: Keeper, shares: Shares
    ) -> None:
        self._ranked, self._demand, self._shares, self._keeper = ranked, demand, shares, keeper
        self._old, self._axes = old, new
        self._queue: list[int] = []
        self._queued: set[int] = set()
        self._ends: dict[int, tuple[int, int]] = {}
        self._stood: dict[int, Ints] = {}
        self._waiting: dict[int, list[int]] = {}

    def run(self, products: Iterable[int], owners: Iterable[int], most: int) -> bool:
        """Decide the touched orders and all that follow from them; False after ``most`` of them.

        ``products`` are those whose axis changed.
        """
        touched = sorted(owners)
        self._push(touched)
        for product in products:
            self._ends[product] = common_ends(self._old, self._axes, product)
            self._begin(product, touched)
        while self._queue:
            if (most := most - 1) < 0:
                return False
            owner = heappop(self._queue)
            self._queued.remove(owner)
            self._decide(owner)
        return True

    def _begin(self, product: int, touched: list[int]) -> None:
        """Look at the lines before the first touched order; those after it when it is decided."""
        rows = self._ranked.lines_of(product)
        theirs = np.flatnonzero(among(self._ranked.owner[rows], np.array(touched)))
        until = int(rows[theirs[0]]) if theirs.size else self._ranked.line.size
        if theirs.size:
            self._waiting.setdefault(int(self._ranked.owner[until]), []).append(product)
        self._push(self._reached(product, 0, until))

    def _push(self, owners: Iterable[int]) -> None:
        for owner in owners:
            if owner not in self._queued:
                self._queued.add(owner)
                heappush(self._queue, owner)

    def _decide(self, owner: int) -> None:
        begin, end = self._ranked.first[owner : owner + 2].tolist()
        product = self._ranked.product[begin:end].tolist()
        took, kept = self._serve(owner, begin, product)
        shares = self._shares
        shares.short[owner] = took != self._demand.wanted[begin:end].tolist()
        shares.took[begin:end] = took
        before = shares.kept[begin:end].tolist()
        shares.kept[begin:end] = kept
        changed = self._waiting.pop(owner, [])
        for line, (old, new) in enumerate(zip(before, kept, strict=True)):
            if old != new:
                self._shift(product[line], begin + line, new - old)
                changed.append(product[line])
        for at in changed:
            self._push(self._reached(at, end, self._ranked.line.size))

    def _serve(self, owner: int, begin: int, product: list[int]) -> tuple[list[int], list[int]]:
        """Return what an order's lines take and keep of what is left at its rank."""
        total, lines = self._axes.total, range(len(product))
        took = self._demand.wanted[begin : begin + len(product)].tolist()
        left: dict[int, int] = {}
        full = True
        for line in lines:
            at = product[line]
            if at not in left:
                left[at] = int(total[at] - self._shares.start[begin + line])
            full &= took[line] <= left[at]
            took[line] = min(took[line], left[at])
            left[at] -= took[line]
        limit = int(self._demand.limit[owner])
        if full or limit == NO_LIMIT:
            return took, took
        takes = put_back(lines, product, took, left, total)
        return took, self._keeper.keep(owner, limit, bool(self._demand.grows[owner]), takes)

    def _shift(self, product: int, place: int, units: int) -> None:
        rows, start = self._ranked.lines_of(product), self._shares.start
        self._stood.setdefault(product, start[rows])
        start[rows[np.searchsorted(rows, place, side="right") :]] += units

    def _reached(self, product: int, place: int, until: int) -> list[int]:
        """Return the orders between two places that may take or keep other units."""
        rows = self._ranked.lines_of(product)
        part = slice(*np.searchsorted(rows, (place, until)).tolist())
        rows = rows[part]
        start, took = self._shares.start[rows], self._shares.took[rows]
        stood = self._stood[product][part] if product in self._stood else start
        left = self._axes.total[product] - start
        owner = self._ranked.owner[rows]
        differs = np.minimum(self._demand.wanted[rows], np.maximum(left, 0)) != took
        whole = int(self._axes.total[product])
        head, tail = self._ends.get(product, (whole, whole))
        same = (left == self._old.total[product] - stood) & (left <= tail)
        # a short order's lines of one product gave back units that lay one behind the other
        alone = ~self._ranked.repeats[owner]
        same |= alone & (start == stood) & (start + took <= head)
        reached: list[int] = owner[differs | (self._by_days(owner) & ~same)].tolist()
        return reached

    def _by_days(self, owner: Ints) -> Flags:
        """Tell which orders keep what the days of their units say, not their number alone."""
        limit = self._demand.limit[owner]
        several = (limit > 1) | self._demand.grows[owner] | self._ranked.repeats[owner]
        short = self._shares.short[owner]
        return np.asarray(short & (limit != NO_LIMIT) & several, dtype=np.bool_)
