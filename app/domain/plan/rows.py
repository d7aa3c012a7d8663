"""Turns the plan's columns into the values that people and services read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

import numpy as np

from app.domain.plan.criteria import CRITERIA
from app.domain.plan.days import to_instant
from app.domain.plan.facts import NEVER
from app.domain.plan.pegs import PegColumns
from app.domain.plan.putaway import PUT_AWAY_REASONS
from app.domain.plan.supply import DOCK
from app.domain.plan.values import (
    Peg,
    PlannedInbound,
    PutAwayReason,
    RankFacts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from app.domain.plan.build import Built
    from app.domain.plan.facts import Flags, Ints, Texts
    from app.domain.plan.putaway import InboundColumns

FIRST_CRITERION: Final = PUT_AWAY_REASONS.index(CRITERIA[0])


def peg_rows(built: Built, pegs: PegColumns) -> Iterator[Peg]:
    """Yield pegs as values, in the columns' order."""
    facts, lines = built.facts, built.facts.inbound_lines
    row, product = built.ranked.line[pegs.place], built.ranked.product[pegs.place]
    instants = _Instants()
    columns: tuple[Ints | Texts | Flags, ...] = (
        facts.orders.numbers[facts.lines.order[row]],
        facts.lines.texts[row],
        facts.products.skus[product],
        pegs.units,
        pegs.source,
        pegs.available,
        pegs.ships,
        pegs.cross_dock,
        pegs.locked,
        facts.lines.ids[row],
        facts.products.ids[product],
    )
    for order, line, sku, units, source, available, ships, crosses, locked, line_id, key in zip(
        *(column.tolist() for column in columns), strict=True
    ):
        inbound = source >= 0
        yield Peg(
            order=order,
            line=line,
            sku=sku,
            quantity=units,
            source="inbound" if inbound else "stock",
            asn=facts.inbound.numbers[lines.shipment[source]] if inbound else None,
            asn_line=lines.texts[source] if inbound else None,
            available_at=instants[available],
            ships_at=instants[ships],
            cross_dock=crosses,
            on_dock=source == DOCK,
            locked=locked,
            order_line_id=line_id,
            product_id=key,
            inbound_line_id=int(lines.ids[source]) if inbound else None,
        )


class _Instants(dict[int, "datetime"]):
    """Instants by microseconds since the epoch, each made once."""

    def __missing__(self, micros: int) -> datetime:
        made = self[micros] = to_instant(micros)
        return made


def names_of(built: Built, place: int) -> tuple[str, str, str, int, int]:
    """Return order, line and SKU of a line at a place, and the keys of line and product."""
    facts, row = built.facts, int(built.ranked.line[place])
    product = int(facts.lines.product[row])
    return (
        facts.orders.numbers[facts.lines.order[row]],
        facts.lines.texts[row],
        facts.products.skus[product],
        int(facts.lines.ids[row]),
        int(facts.products.ids[product]),
    )


def only(pegs: PegColumns, rows: Ints) -> PegColumns:
    """Return some rows of peg columns."""
    return PegColumns(*(getattr(pegs, name)[rows] for name in PegColumns.__slots__))


def rank_facts(built: Built, owner: int, order_ranks: Ints, units: int = 0) -> RankFacts:
    """Return what placed the order at an order rank."""
    orders, row = built.facts.orders, int(built.ranked.order[owner])
    promised = int(orders.promised[row])
    return RankFacts(
        order=orders.numbers[row],
        rank=int(order_ranks[owner]),
        priority=int(orders.priority[row]),
        promised_at=None if promised == NEVER else to_instant(promised),
        ordered_at=to_instant(orders.ordered[row]),
        units=units,
        preferred=bool(orders.preferred[row]),
    )


def inbound_rows(
    built: Built, columns: InboundColumns, rows: Ints, about: Concerned
) -> Iterator[PlannedInbound]:
    """Yield inbound lines as values; ``about`` says what their reasons speak of."""
    facts, lines = built.facts, built.facts.inbound_lines
    for row in rows.tolist():
        product = int(lines.product[row])
        reason: PutAwayReason | None = PUT_AWAY_REASONS[int(columns.reason[row])]
        if not columns.put_away[row]:
            reason = None
        waits = about.waits.get(row) if reason == "would_wait" else None
        share = about.shares.get(row) if reason == "share_too_small" else None
        yield PlannedInbound(
            asn=facts.inbound.numbers[lines.shipment[row]],
            line=lines.texts[row],
            sku=facts.products.skus[product],
            expected=int(lines.expected[row]),
            received=int(lines.received[row]),
            damaged=int(lines.damaged[row]),
            cross_dock=int(columns.cross_dock[row]),
            put_away=int(columns.put_away[row]),
            pegged=int(columns.pegged[row]),
            reason=reason,
            inbound_line_id=int(lines.ids[row]),
            product_id=int(facts.products.ids[product]),
            orders=about.orders(reason, row, product),
            waits=None if waits is None else timedelta(microseconds=waits),
            share=share,
        )


@dataclass(frozen=True, slots=True)
class Concerned:
    """What put-away reasons speak of: orders, in rank order, and how long units would wait.

    ``gave_back`` is by product (row): who gave units back.  The others are by inbound line (row),
    of the pegged units that are put away for the line's reason: ``kept_off`` whose they are,
    ``waits`` the shortest of their waits (microseconds), ``shares`` the largest of their shares.
    """

    gave_back: dict[int, dict[str, None]]
    kept_off: dict[int, dict[str, None]]
    waits: dict[int, int]
    shares: dict[int, int]

    def orders(self, reason: PutAwayReason | None, row: int, product: int) -> tuple[str, ...]:
        """Return the orders that the reason of an inbound line names."""
        if reason in CRITERIA:
            return tuple(self.kept_off.get(row, ()))
        return tuple(self.gave_back.get(product, ())) if reason == "would_not_complete" else ()


def concerned(built: Built, pegs: PegColumns, reasons: Ints) -> Concerned:
    """Return what the put-away reasons (by inbound line) speak of; ``pegs`` are all of the plan."""
    found = Concerned({}, {}, {}, {})
    numbers, ranked = built.facts.orders.numbers, built.ranked
    for place in np.flatnonzero(built.shares.took > built.shares.kept).tolist():
        number = numbers[ranked.order[ranked.owner[place]]]
        found.gave_back.setdefault(int(ranked.product[place]), {})[number] = None
    away = np.flatnonzero((pegs.source >= 0) & ~pegs.cross_dock)
    named = FIRST_CRITERION + pegs.kept_off[away] == reasons[pegs.source[away]]
    for row in away[named].tolist():
        source, wait = int(pegs.source[row]), int(pegs.ships[row] - pegs.available[row])
        share = int(pegs.share[row])
        number = numbers[ranked.order[ranked.owner[pegs.place[row]]]]
        found.kept_off.setdefault(source, {})[number] = None
        found.waits[source] = min(wait, found.waits.get(source, wait))
        found.shares[source] = max(share, found.shares.get(source, share))
    return found
