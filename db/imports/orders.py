"""Orders and their lines, in bulk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from app.exchange.rows import OrderHead, OrderLineRow
from app.import_store import KnownLine, KnownOrder, LineChange, Said
from db import tables as t
from db.imports.bulk import add_rows, change_rows, rows_of
from db.stand_ins import replaced_units

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.engine import Connection

    from db.imports.bulk import Keys


class ImportOrderRows:
    """Orders and their lines."""

    def __init__(self, connection: Connection, keys: Keys) -> None:
        self._connection = connection
        self._keys = keys

    def find(self, numbers: Sequence[str]) -> Mapping[str, KnownOrder]:
        """Return orders by number, ``shipments_made`` with those closed here."""
        o = t.orders.c
        query = select(
            o.id, o.number, o.customer, o.ordered_at, o.promised_at, o.priority, o.policy,
            o.max_shipments, o.ship_to, o.email, o.shipments_before, o.hold, o.said, o.cancelled,
            o.allow_substitutes, o.carrier, o.language, o.note, o.reference,
        )  # fmt: skip
        found = list(rows_of(self._connection, query, o.number, numbers))
        closed = self._closed([row[0] for row in found])
        return {
            row[1]: KnownOrder(
                row[0],
                OrderHead._make(
                    (*row[2:10], row[10] + closed.get(row[0], 0), row[11], *row[14:19])
                ),
                _said(row[12]),
                row[13],
            )
            for row in found
        }

    def _closed(self, order_ids: Sequence[int]) -> dict[int, int]:
        s = t.shipments.c
        query = select(s.order_id, func.count()).where(s.closed.is_not(None)).group_by(s.order_id)
        rows = rows_of(self._connection, query, s.order_id, order_ids)
        return {row[0]: int(row[1]) for row in rows}

    def lines(self, order_ids: Sequence[int]) -> Mapping[tuple[int, str], KnownLine]:
        """Return the lines of orders by order and line number."""
        n = t.order_lines.c
        query = select(
            *(n.order_id, n.id, n.line, t.products.c.sku),
            *(n.quantity, n.shipped_before, n.cancelled, replaced_units()),
        ).join(t.products, t.products.c.id == n.product_id)
        return {
            (row[0], row[2]): KnownLine(*row[1:])
            for row in rows_of(self._connection, query, n.order_id, order_ids)
        }

    def shipped(self, line_ids: Sequence[int]) -> Mapping[int, int]:
        """Return the units that closed shipments took, by line."""
        p, s = t.picks.c, t.shipments.c
        query = (
            select(p.order_line_id, func.sum(p.delta))
            .join(t.shipments, s.id == p.shipment_id)
            .where(s.closed.is_not(None))
            .group_by(p.order_line_id)
        )
        rows = rows_of(self._connection, query, p.order_line_id, line_ids)
        return {row[0]: int(row[1]) for row in rows}

    def add(self, fact: int, orders: Sequence[tuple[str, OrderHead]]) -> Mapping[str, int]:
        """Add orders; return their keys by number."""
        values = (
            {
                "number": number,
                "cancelled": False,
                "shipments_before": head.shipments_made,
                "said": _said_text(_said_now(head)),
                **_head(fact, head),
            }
            for number, head in orders
        )
        add_rows(self._connection, t.orders, values)
        o = t.orders.c
        numbers = (number for number, _ in orders)
        rows = rows_of(self._connection, select(o.number, o.id), o.number, numbers)
        return {row[0]: row[1] for row in rows}

    def change(self, fact: int, orders: Sequence[tuple[KnownOrder, OrderHead, Said]]) -> None:
        """Overwrite how orders stand and what was said; more shipments were made before."""
        closed = self._closed([known.id for known, _, _ in orders])
        values = (
            {
                "known_by": known.id,
                "shipments_before": head.shipments_made - closed.get(known.id, 0),
                "said": _said_text(said),
                **_head(fact, head),
            }
            for known, head, said in orders
        )
        change_rows(self._connection, t.orders, t.orders.c.id, values)

    def say(self, said: Sequence[tuple[int, Said]]) -> None:
        """Note what was said of orders that stand so already."""
        values = ({"known_by": key, "said": _said_text(word)} for key, word in said)
        change_rows(self._connection, t.orders, t.orders.c.id, values)

    def add_lines(self, fact: int, lines: Sequence[tuple[int, OrderLineRow]]) -> None:
        """Add lines to orders."""
        skus = self._keys.skus()
        values = (
            {
                "order_id": order_id,
                "line": row.line,
                "product_id": skus[row.sku],
                "quantity": row.quantity,
                "shipped_before": row.shipped,
                "cancelled": row.cancelled,
                "fact": fact,
            }
            for order_id, row in lines
        )
        add_rows(self._connection, t.order_lines, values)
        self._add_stand_ins(fact, [pair for pair in lines if pair[1].stands_for])

    def _add_stand_ins(self, fact: int, lines: Sequence[tuple[int, OrderLineRow]]) -> None:
        n = t.order_lines.c
        orders = list(dict.fromkeys(order_id for order_id, _ in lines))
        query = select(n.order_id, n.line, n.id)
        rows = rows_of(self._connection, query, n.order_id, orders)
        keys = {(row[0], row[1]): row[2] for row in rows}
        values = (
            {
                "order_line_id": keys[order_id, row.line],
                "stands_for_id": keys[order_id, row.stands_for],
                "replaces": row.replaces,
                "fact": fact,
            }
            for order_id, row in lines
        )
        add_rows(self._connection, t.stand_ins, values)

    def change_lines(self, fact: int, lines: Sequence[LineChange]) -> None:
        """Overwrite lines."""
        skus = self._keys.skus()
        values = (
            {
                "known_by": line.id,
                "product_id": skus[line.sku],
                "quantity": line.quantity,
                "shipped_before": line.shipped_before,
                "cancelled": line.cancelled,
                "fact": fact,
            }
            for line in lines
        )
        change_rows(self._connection, t.order_lines, t.order_lines.c.id, values)


def _head(fact: int, head: OrderHead) -> dict[str, Any]:
    return {
        "customer": head.customer,
        "ordered_at": head.ordered_at,
        "promised_at": head.promised_at,
        "priority": head.priority,
        "policy": head.policy,
        "max_shipments": head.max_shipments,
        "ship_to": head.ship_to,
        "email": head.email,
        "hold": head.hold,
        "allow_substitutes": head.allow_substitutes,
        "carrier": head.carrier,
        "language": head.language,
        "note": head.note,
        "reference": head.reference,
        "fact": fact,
    }


def _said_now(head: OrderHead) -> Said:
    return Said(*(getattr(head, name) for name in Said._fields))


def _said_text(said: Said) -> str:
    words = ("yes" if one else "no" for one in (said.hold, said.allow_substitutes))
    return f"{said.priority} {said.policy} {' '.join(words)} {said.note or ''}"


def _said(text: str) -> Said | None:
    if not text:
        return None
    priority, policy, hold, *later = text.split(" ", 4)  # what was said before had fewer words
    allowed, note = (*later, *(None, None))[:2]
    return Said(int(priority), policy, hold == "yes", allowed == "yes", note)
