"""The plan as a value that is asked: everything is worked out from columns on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan import rows
from app.domain.plan.build import build
from app.domain.plan.clashes import clashes_of
from app.domain.plan.columns import Columns
from app.domain.plan.days import span_micros, to_instant, to_micros
from app.domain.plan.pickable import pickable_pegs
from app.domain.plan.reach import leaving_of, reach_of
from app.domain.plan.substitution import spare_units, wants_of
from app.domain.plan.unload import unload_by_rule
from app.domain.plan.unmet_rows import unmet_rows
from app.domain.plan.values import DEFAULT_HORIZON, PlanRules
from app.domain.plan.why import Explainer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import datetime, timedelta

    from app.domain.plan.build import Built
    from app.domain.plan.facts import Ints, PlanFacts
    from app.domain.plan.lacking import Starving
    from app.domain.plan.reach import ReachHour
    from app.domain.plan.substitution import Spare, Want
    from app.domain.plan.values import Peg, PlannedInbound, RankFacts, Unload, Unmet
    from app.domain.policies import Clash


class Plan:
    """Who gets which unit, as of an instant.  Frozen: a change of facts makes another plan."""

    def __init__(self, built: Built) -> None:
        self.columns = Columns(built)
        self.as_of: datetime = to_instant(built.now.as_of)
        self.horizon_end: datetime = to_instant(built.now.horizon_end)

    @property
    def built(self) -> Built:
        """Return what the plan was made of."""
        return self.columns.built

    def pegs(self) -> Iterator[Peg]:
        """Yield every peg, in order rank, line, supply order."""
        return rows.peg_rows(self.built, self.columns.pegs)

    def pegs_of_order(self, number: str) -> tuple[Peg, ...]:
        """Return the order's pegs, in line and supply order; none for an unknown order."""
        return tuple(rows.peg_rows(self.built, self.columns.pegs_of_order(number)))

    def pegs_of_product(self, product_id: int, *, on_dock: bool = False) -> tuple[Peg, ...]:
        """Return the product's pegs, in order rank, line, supply order.

        With ``on_dock`` only those of units that lie on a dock (what receiving shares out).
        """
        pegs = self.columns.pegs_of_product(product_id, on_dock=on_dock)
        return tuple(rows.peg_rows(self.built, pegs))

    def unmet(self) -> Iterator[Unmet]:
        """Yield every unmet line, in order rank and line."""
        return self._unmet(np.arange(self.columns.unmet.place.size))

    def unmet_of_order(self, number: str) -> tuple[Unmet, ...]:
        """Return the order's unmet lines, in line order."""
        return tuple(self._unmet(self._unmet_rows_of(number)))

    def is_short(self, number: str) -> bool:
        """Tell whether nothing serves some unit of an order; false for an unknown one."""
        return bool(self._unmet_rows_of(number).size)

    def _unmet_rows_of(self, number: str) -> Ints:
        places = self.columns.places_of_order(number)
        ends = (int(places[0]), int(places[-1]) + 1) if places.size else (0, 0)
        return np.arange(*np.searchsorted(self.columns.unmet.place, ends))

    def unmet_of_products(self, product_ids: Collection[int]) -> tuple[Unmet, ...]:
        """Return the unmet lines of some products (keys), in order rank and line."""
        facts, ranked = self.built.facts, self.built.ranked
        ids = facts.products.ids[ranked.product[self.columns.unmet.place]]
        return tuple(self._unmet(np.flatnonzero(np.isin(ids, list(product_ids)))))

    def lacking(self, order_line_ids: Collection[int]) -> tuple[Want, ...]:
        """Return what lines (by key) find no supply for, in order rank and line."""
        ranked, place = self.built.ranked, self.columns.unmet.place
        ids = self.built.facts.lines.ids[ranked.line[place]]
        mine = np.isin(ids, sorted(order_line_ids))
        return wants_of(self._unmet(np.flatnonzero(mine)))

    def spare(self, product_ids: Collection[int]) -> dict[int, tuple[Spare, ...]]:
        """Return by product (key) the units that nobody gets, in supply order."""
        return spare_units(self.built, self.columns.pegs, product_ids)

    def _unmet(self, which: Ints) -> Iterator[Unmet]:
        ranks = self.columns.order_ranks
        return unmet_rows(self.built, self.columns.unmet, which, ranks)

    def inbound(self, asn: str | None = None) -> Iterator[PlannedInbound]:
        """Yield the lines of the open inbound shipments (or of one), by ASN number and line."""
        facts, turn = self.built.facts, self.built.pools.turn
        mine = np.arange(turn.size)
        if asn is not None:
            mine = np.flatnonzero((facts.inbound.numbers == asn)[facts.inbound_lines.shipment])
        reasons = self.columns.inbound.reason
        concerned = rows.concerned(self.built, self.columns.pegs, reasons)
        which = mine[np.argsort(turn[mine])]
        return rows.inbound_rows(self.built, self.columns.inbound, which, concerned)

    def unload(self) -> tuple[Unload, ...]:
        """Return the open inbound shipments by rule; ``app.domain.unloading`` has the last word."""
        return unload_by_rule(self.built, self.columns.pegs)

    def reach(self) -> tuple[ReachHour, ...]:
        """Return what today's arrivals complete, by hour of the site."""
        return reach_of(self.columns)

    def leaving(self) -> Mapping[datetime, int]:
        """Return the units (each) that ship today, and are to be picked, by hour of the site."""
        return leaving_of(self.columns)

    def pickable(self, number: str) -> dict[int, int]:
        """Return order line id -> units (each, > 0) that can be picked now, in line order."""
        pegs = self.columns.pegs_of_order(number)
        found: dict[int, int] = {}
        for row in np.flatnonzero(pickable_pegs(self.built, pegs)).tolist():
            line = self.built.ranked.line[pegs.place[row]]
            key = int(self.built.facts.lines.ids[line])
            found[key] = found.get(key, 0) + int(pegs.units[row])
        return found

    def clashes(self, *, defaults: bool = False) -> tuple[Clash, ...]:
        """Return whose policies differ for an order, in rank order.

        With ``defaults`` also where only the site's default yields.
        """
        return clashes_of(self.columns, defaults=defaults)

    def starving(self) -> tuple[Starving, ...]:
        """Return the orders that wait for the whole while parts are there, the oldest first."""
        return self.columns.starving

    def explainer(self) -> Explainer:
        """Return what says of each peg why it is so."""
        return Explainer(self.columns)

    def rank_of(self, number: str) -> RankFacts | None:
        """Return the order's rank among the orders with open units; None for any other."""
        owner = self.columns.owner_of(number)
        if owner is None or not self.columns.open_units[owner]:
            return None
        return rows.rank_facts(self.built, owner, self.columns.order_ranks)


def make_plan(
    facts: PlanFacts,
    rules: PlanRules | None = None,
    *,
    as_of: datetime,
    horizon: timedelta = DEFAULT_HORIZON,
) -> Plan:
    """Plan from scratch.  ``as_of`` is aware; the horizon's limit itself counts."""
    built = build(facts, rules or PlanRules(), to_micros(as_of), span_micros(horizon))
    return Plan(built)
