"""Turns the plan's columns into the values that people and services read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

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
    )


def inbound_rows(
    built: Built, columns: InboundColumns, rows: Ints, about: dict[tuple[str, int], list[str]]
) -> Iterator[PlannedInbound]:
    """Yield inbound lines as values; ``about`` names orders by reason and row or product."""
    facts, lines = built.facts, built.facts.inbound_lines
    for row in rows.tolist():
        product = int(lines.product[row])
        reason: PutAwayReason | None = PUT_AWAY_REASONS[int(columns.reason[row])]
        if not columns.put_away[row]:
            reason = None
        concerned = about.get((reason or "", row if reason == "would_wait" else product), ())
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
            orders=tuple(concerned),
        )


def concerned_orders(built: Built, pegs: PegColumns) -> dict[tuple[str, int], list[str]]:
    """Return the orders that put-away reasons speak of, in rank order.

    By ``("would_not_complete", product)`` who gave units back; by ``("would_wait", inbound line)``
    whose pegged units are put away.
    """
    found: dict[tuple[str, int], dict[str, None]] = {}
    numbers, ranked = built.facts.orders.numbers, built.ranked
    for place in np.flatnonzero(built.shares.took > built.shares.kept).tolist():
        key = ("would_not_complete", int(ranked.product[place]))
        found.setdefault(key, {})[numbers[ranked.order[ranked.owner[place]]]] = None
    for row in np.flatnonzero((pegs.source >= 0) & ~pegs.cross_dock).tolist():
        number = numbers[ranked.order[ranked.owner[pegs.place[row]]]]
        found.setdefault(("would_wait", int(pegs.source[row])), {})[number] = None
    return {key: list(orders) for key, orders in found.items()}
