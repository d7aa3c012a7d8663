"""Why a unit serves whom it serves: what placed the winner, and who would have had the unit else.

The runner-up of a peg is the first order behind its own in the rank that wants the product, is not
held, and lost by it: some of its units are there later than the peg's, or are not there at all.
An order that gave its units back because it is short of other products too is passed over: this
unit would not have helped it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.days import to_instant, to_micros
from app.domain.plan.facts import NEVER
from app.domain.plan.rank import NO_LIMIT
from app.domain.plan.rows import rank_facts
from app.domain.plan.supply import sums
from app.domain.plan.unmet import REASONS
from app.domain.plan.values import PegWhy, RunnerUp

if TYPE_CHECKING:
    from app.domain.plan.columns import Columns
    from app.domain.plan.facts import Ints
    from app.domain.plan.values import Peg

LOST_NOTHING = -NEVER


class Explainer:
    """Explains the pegs of one plan."""

    def __init__(self, columns: Columns) -> None:
        self._columns, self._built = columns, columns.built
        self._rows_of_product: dict[int, tuple[Ints, Ints]] = {}

    def of(self, peg: Peg) -> PegWhy:
        """Return why a peg is so; ValueError where the plan does not know its line."""
        ranked, ids = self._built.ranked, self._built.facts.lines.ids
        row = int(np.searchsorted(ids, peg.order_line_id))
        if row == ids.size or ids[row] != peg.order_line_id:
            raise ValueError(f"the plan knows no order line {peg.order_line_id}")
        place = int(ranked.place_of_line[row])
        owner = int(ranked.owner[place])
        return PegWhy(
            "locked" if peg.locked else "ranked",
            rank_facts(self._built, owner, self._columns.order_ranks, peg.quantity),
            self._runner_up(place, peg),
        )

    def _runner_up(self, place: int, peg: Peg) -> RunnerUp | None:
        ranked = self._built.ranked
        product, owner = int(ranked.product[place]), int(ranked.owner[place])
        lines, last = self._last_units(product)
        behind = lines[(ranked.owner[lines] > owner) & (last > to_micros(peg.available_at))]
        return self._lost(int(behind[0])) if behind.size else None

    def _lost(self, place: int) -> RunnerUp:
        """Return what an order lost, summed up for its line at a place."""
        built = self._built
        missing = int(built.demand.wanted[place] - built.shares.kept[place])
        owner = int(built.ranked.owner[place])
        ranks = self._columns.order_ranks
        if missing:
            reason = REASONS[int(self._reason_at[place])]
            return RunnerUp(rank_facts(built, owner, ranks, missing), reason, None)
        _, last = self._last_units(int(built.ranked.product[place]))
        lines = built.ranked.lines_of(int(built.ranked.product[place]))
        when = to_instant(int(last[np.searchsorted(lines, place)]))
        units = int(built.shares.kept[place])
        return RunnerUp(rank_facts(built, owner, ranks, units), "later", when)

    def _last_units(self, product: int) -> tuple[Ints, Ints]:
        """Return the places of a product's lines, and when the last unit of each is there.

        ``NEVER`` where units are missing, ``LOST_NOTHING`` for a line that is no runner-up.
        """
        if product not in self._rows_of_product:
            lines = self._built.ranked.lines_of(product)
            self._rows_of_product[product] = (lines, self._last_of(product, lines))
        return self._rows_of_product[product]

    def _last_of(self, product: int, lines: Ints) -> Ints:
        built, axes, shares = self._built, self._built.axes, self._built.shares
        kept = shares.kept[lines]
        part = slice(int(axes.first[product]), int(axes.first[product + 1]))
        last = np.full(lines.size, LOST_NOTHING, dtype=np.int64)
        gets = kept > 0
        segment = np.searchsorted(axes.end[part], shares.start[lines][gets] + kept[gets])
        source = axes.source[part][segment]
        there = np.full(source.size, built.now.as_of, dtype=np.int64)
        there[source >= 0] = built.pools.available[source[source >= 0]]
        last[gets] = there
        last[(built.demand.wanted[lines] > kept) & ~self._hopeless(lines)] = NEVER
        return last

    def _hopeless(self, lines: Ints) -> Ints:
        """Tell which lines' orders would not take another unit: they lack other products too."""
        ranked, demand = self._built.ranked, self._built.demand
        owner = ranked.owner[lines]
        where, mine = np.unique(owner, return_inverse=True)
        here = sums(mine, self._short[lines].astype(np.int64), where.size)
        elsewhere = self._short_lines[owner] > here[mine]
        return np.asarray((demand.limit[owner] != NO_LIMIT) & elsewhere)

    @cached_property
    def _short(self) -> Ints:
        return np.asarray(self._built.shares.took < self._built.demand.wanted)

    @cached_property
    def _short_lines(self) -> Ints:
        """Return by order rank on how many lines an order found too little."""
        ranked = self._built.ranked
        return sums(ranked.owner, self._short.astype(np.int64), ranked.order.size)

    @cached_property
    def _reason_at(self) -> Ints:
        """Return by place the index of the reason why a line is unmet."""
        found = np.zeros(self._built.ranked.line.size, dtype=np.int64)
        found[self._columns.unmet.place] = self._columns.unmet.reason
        return found
