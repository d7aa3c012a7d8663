"""Orders and shipments in one transaction."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, insert, select, update

from app.domain.goods import Trace
from app.domain.orders import Held, Order, OrderLine, Policy, Shipment, line_key
from db import tables as t
from db.columns import new_key
from db.repositories.ledger import TRACE, held_sums, trace_values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement
    from sqlalchemy.engine import Connection, Row

ORDER = tuple(
    t.orders.c[name]
    for name in (
        "id",
        "number",
        "customer",
        "ordered_at",
        "promised_at",
        "priority",
        "policy",
        "max_shipments",
        "ship_to",
        "email",
        "hold",
        "cancelled",
        "shipments_before",
    )
)


class OrderRows:
    """Customer orders."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, number: str) -> Order | None:
        """Find an order with its lines in line order, and what has become of them."""
        row = self._connection.execute(select(*ORDER).where(t.orders.c.number == number)).first()
        return None if row is None else self._order(row)

    def of_line(self, order_line_id: int) -> tuple[str, str]:
        """Return the order number and the line number of an order line."""
        query = (
            select(t.orders.c.number, t.order_lines.c.line)
            .join(t.order_lines, t.order_lines.c.order_id == t.orders.c.id)
            .where(t.order_lines.c.id == order_line_id)
        )
        row = self._connection.execute(query).one()
        return (row[0], row[1])

    def _order(self, row: Row[Any]) -> Order:
        closed = self._connection.scalar(
            select(func.count()).where(
                t.shipments.c.order_id == row[0], t.shipments.c.closed.is_not(None)
            )
        )
        said: tuple[Any, ...] = tuple(row)
        made = said[12] + (closed or 0)
        about = dict(zip((column.name for column in ORDER), said[:12], strict=False))
        about["policy"] = Policy(about["policy"])
        return Order(**about, made=made, lines=self._lines(said[0]))

    def _lines(self, order_id: int) -> tuple[OrderLine, ...]:
        shipped, picked = self._progress(order_id)
        c = t.order_lines.c
        query = select(c.id, c.line, c.product_id, c.quantity, c.shipped_before, c.cancelled).where(
            c.order_id == order_id
        )
        lines = [
            OrderLine(
                row[0],
                row[1],
                row[2],
                row[3],
                row[4] + shipped[row[0]],
                row[5],
                picked[row[0]],
            )
            for row in self._connection.execute(query)
        ]
        return tuple(sorted(lines, key=lambda line: line_key(line.line)))

    def _progress(self, order_id: int) -> tuple[dict[int, int], dict[int, int]]:
        shipped: dict[int, int] = defaultdict(int)
        picked: dict[int, int] = defaultdict(int)
        query = (
            select(t.picks.c.order_line_id, t.shipments.c.closed, func.sum(t.picks.c.delta))
            .join(t.shipments, t.shipments.c.id == t.picks.c.shipment_id)
            .where(t.shipments.c.order_id == order_id)
            .group_by(t.picks.c.order_line_id, t.shipments.c.closed)
        )
        for line_id, closed, units in self._connection.execute(query):
            (picked if closed is None else shipped)[line_id] += int(units)
        return shipped, picked


class ShipmentRows:
    """Shipments with their picked and verified units."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def open_of(self, order_id: int) -> Shipment | None:
        """Return the order's shipment that is not closed, be it still empty."""
        c = t.shipments.c
        return self._one(and_(c.order_id == order_id, c.closed.is_(None)))

    def find(self, number: str) -> Shipment | None:
        """Find a shipment by its number."""
        return self._one(t.shipments.c.number == number)

    def _one(self, which: ColumnElement[bool]) -> Shipment | None:
        c = t.shipments.c
        query = select(c.id, c.number, c.order_id, c.ordinal, c.closed).where(which)
        row = self._connection.execute(query).first()
        return None if row is None else Shipment(*row[:4], closed=row[4] is not None)

    def open_new(self, fact: int, order: Order) -> Shipment:
        """Open the order's next shipment; its number is the order's with the ordinal behind."""
        last = self._connection.scalar(
            select(func.max(t.shipments.c.ordinal)).where(t.shipments.c.order_id == order.id)
        )
        ordinal = max(order.made, last or 0) + 1
        number = f"SH-{order.number}-{ordinal}"
        row = {"number": number, "order_id": order.id, "ordinal": ordinal, "fact": fact}
        done = self._connection.execute(insert(t.shipments).values(row))
        return Shipment(new_key(done), number, order.id, ordinal)

    def close(self, fact: int, shipment_id: int) -> None:
        """Mark it closed by a fact."""
        query = update(t.shipments).where(t.shipments.c.id == shipment_id).values(closed=fact)
        self._connection.execute(query)

    def pick(self, fact: int, shipment_id: int, held: Held) -> None:
        """Add picked units where they now stand."""
        row = {"fact": fact, "shipment_id": shipment_id, "product_id": held.product_id}
        place = {"location_id": held.location_id, "delta": held.quantity}
        line = {"order_line_id": held.order_line_id, **trace_values(held.trace)}
        self._connection.execute(insert(t.picks), {**row, **place, **line})

    def picked(self, shipment_id: int) -> tuple[Held, ...]:
        """Return what the shipment holds."""
        return held_sums(self._connection, t.picks, t.picks.c.shipment_id == shipment_id)

    def standing(self, product_id: int) -> tuple[Held, ...]:
        """Return what open shipments hold of a product."""
        still_open = select(t.shipments.c.id).where(t.shipments.c.closed.is_(None))
        which = and_(t.picks.c.product_id == product_id, t.picks.c.shipment_id.in_(still_open))
        return held_sums(self._connection, t.picks, which)

    def has_serial(self, product_id: int, serial: str) -> bool:
        """Tell whether a shipment, open or closed, holds that unit."""
        p = t.picks.c
        of_product = select(t.order_lines.c.id).where(t.order_lines.c.product_id == product_id)
        query = select(func.sum(p.delta)).where(
            p.order_line_id.in_(of_product), p.product_id == product_id, p.serial == serial
        )
        return (self._connection.scalar(query) or 0) > 0

    def verify(self, fact: int, shipment_id: int, held: Held) -> None:
        """Note verified units; a negative quantity takes back."""
        row = {
            "fact": fact,
            "shipment_id": shipment_id,
            "order_line_id": held.order_line_id,
            "delta": held.quantity,
            **trace_values(held.trace),
        }
        self._connection.execute(insert(t.verifications), row)

    def verified(self, shipment_id: int) -> Mapping[tuple[int, Trace], int]:
        """Return verified units by order line and trace."""
        c = t.verifications.c
        keys = [c.order_line_id, *(c[name] for name in TRACE)]
        query = select(*keys, func.sum(c.delta)).where(c.shipment_id == shipment_id)
        rows = self._connection.execute(query.group_by(*keys))
        return {(row[0], Trace(*row[1:4])): int(row[4]) for row in rows if row[4]}
