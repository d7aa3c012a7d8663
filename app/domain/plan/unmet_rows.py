"""Turns unmet lines into values, each with what its reason speaks of."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.days import to_instant
from app.domain.plan.locks import locked_units
from app.domain.plan.rows import names_of, rank_facts
from app.domain.plan.unmet import REASONS, lines_beyond, usable_locked
from app.domain.plan.values import Beyond, RankFacts, Shortage, Unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.plan.build import Built
    from app.domain.plan.facts import Ints
    from app.domain.plan.unmet import UnmetColumns


def unmet_rows(built: Built, unmet: UnmetColumns, rows: Ints, order_ranks: Ints) -> Iterator[Unmet]:
    """Yield unmet lines as values; ``order_ranks`` are the ranks as people count them."""
    causes = Causes(built, order_ranks)
    for row in rows.tolist():
        place = int(unmet.place[row])
        reason = REASONS[int(unmet.reason[row])]
        order, line, sku, line_id, product_id = names_of(built, place)
        yield Unmet(
            order=order,
            line=line,
            sku=sku,
            quantity=int(unmet.units[row]),
            reason=reason,
            order_line_id=line_id,
            product_id=product_id,
            wanted=int(built.facts.lines.open[built.ranked.line[place]]),
            found=int(built.shares.took[place] + causes.locked[place]),
            winner=causes.winner(int(unmet.winner[row]), place) if reason == "outranked" else None,
            shortages=causes.shortages(place) if reason == "would_not_complete" else (),
            beyond=causes.beyond(place) if reason == "outside_horizon" else None,
        )


class Causes:
    """What the reasons speak of, for one plan."""

    def __init__(self, built: Built, order_ranks: Ints) -> None:
        self._built, self._order_ranks = built, order_ranks
        self.locked = locked_units(built.locked, built.ranked.line.size)

    @cached_property
    def _keeps(self) -> Ints:
        return self._built.shares.kept + usable_locked(self._built)

    @cached_property
    def _first_beyond(self) -> dict[int, int]:
        """Return by product the first inbound line beyond the horizon."""
        pools, lines = self._built.pools, self._built.facts.inbound_lines
        rows = np.flatnonzero(lines_beyond(self._built))
        rows = rows[np.lexsort((pools.turn[rows], pools.arrival[rows]))][::-1]
        return dict(zip(lines.product[rows].tolist(), rows.tolist(), strict=True))

    def winner(self, owner: int, place: int) -> RankFacts:
        """Return the order at a rank, with the units that it keeps of a line's product."""
        ranked = self._built.ranked
        lines = slice(*ranked.first[owner : owner + 2].tolist())
        mine = ranked.product[lines] == ranked.product[place]
        units = int(self._keeps[lines][mine].sum())
        return rank_facts(self._built, owner, self._order_ranks, units)

    def shortages(self, place: int) -> tuple[Shortage, ...]:
        """Return every product that the line's order is short of, in line order."""
        ranked, skus = self._built.ranked, self._built.facts.products.skus
        owner = int(ranked.owner[place])
        short: dict[str, int] = {}
        for line in range(*ranked.first[owner : owner + 2].tolist()):
            if units := int(self._built.demand.wanted[line] - self._built.shares.took[line]):
                sku = skus[ranked.product[line]]
                short[sku] = short.get(sku, 0) + units
        return tuple(Shortage(sku, units) for sku, units in short.items())

    def beyond(self, place: int) -> Beyond | None:
        """Return the first inbound line of a line's product that comes after the horizon."""
        row = self._first_beyond.get(int(self._built.ranked.product[place]))
        if row is None:
            return None
        facts, lines = self._built.facts, self._built.facts.inbound_lines
        asn = facts.inbound.numbers[lines.shipment[row]]
        return Beyond(asn, lines.texts[row], to_instant(self._built.pools.arrival[row]))
