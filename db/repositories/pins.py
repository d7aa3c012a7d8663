"""Supervisors' pins: appended as signed deltas, read with all that may have left them behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, or_, select, union

from app.domain.dock import GONE
from app.domain.goods import Trace
from app.domain.pins import Pinned
from db import tables as t
from db.dock_rows import dock_states
from db.imports.bulk import portions
from db.repositories.ledger import trace_values
from db.statements import Prepared

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlalchemy import Select
    from sqlalchemy.engine import Connection

k, line, order = t.locks.c, t.order_lines.c, t.orders.c
product, load, truck = t.products.c, t.inbound_lines.c, t.inbound.c
PINNED = Prepared(
    select(k.inbound_line_id, func.sum(k.delta))
    .where(k.order_line_id == bindparam("line"), k.kind == "pin")
    .group_by(k.inbound_line_id)
)
PICKED = (
    select(func.coalesce(func.sum(t.picks.c.delta), 0))
    .where(t.picks.c.order_line_id == line.id)
    .scalar_subquery()
)
NET = (
    select(
        k.order_line_id,
        k.product_id,
        k.inbound_line_id,
        func.sum(k.delta).label("units"),
        func.max(k.id).label("newest"),
    )
    .where(k.kind == "pin")
    .group_by(k.order_line_id, k.product_id, k.inbound_line_id)
    .having(func.sum(k.delta) > 0)
)


class PinRows:
    """Pins in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def pin(
        self, fact: int, order_line_id: int, product_id: int, units: int, inbound_line: int | None
    ) -> None:
        """Pin units (each; negative releases) of stock, or of an ASN line, to an order line."""
        row = {
            "fact": fact,
            "kind": "pin",
            "order_line_id": order_line_id,
            "product_id": product_id,
            "delta": units,
            "inbound_line_id": inbound_line,
            **trace_values(Trace()),
        }
        self._connection.execute(insert(t.locks), row)

    def pinned(self, order_line_id: int) -> tuple[tuple[int | None, int], ...]:
        """Return what is pinned to an order line: (inbound line or None for stock, units > 0)."""
        rows = PINNED.all(self._connection, line=order_line_id)
        return tuple((row[0], int(row[1])) for row in rows if row[1] > 0)

    def of_lines(self, order_line_ids: Collection[int]) -> tuple[Pinned, ...]:
        """Return all pins of order lines, by line and age."""
        return self._read(order_line_ids)

    def beside(self, inbound_ids: Collection[int]) -> tuple[Pinned, ...]:
        """Return all pins of the order lines to which units of inbound shipments are pinned."""
        lines: set[int] = set()
        for some in portions(sorted(inbound_ids)):
            query = select(k.order_line_id).join(t.inbound_lines, load.id == k.inbound_line_id)
            query = query.where(k.kind == "pin", load.inbound_id.in_(some)).distinct()
            lines.update(self._connection.scalars(query))
        return self._read(lines)

    def of_fact(self, fact: int) -> tuple[Pinned, ...]:
        """Return all pins of the order lines whose locks or picks a fact changed."""
        touched = (
            select(table.c.order_line_id).where(table.c.fact == fact)
            for table in (t.locks, t.picks)
        )
        return self._read(set(self._connection.scalars(union(*touched))))

    def pin_again(self, fact: int, undone: int, inbound_id: int) -> None:
        """Pin again what a fact freed of an inbound shipment."""
        query = (
            select(k.order_line_id, k.product_id, k.inbound_line_id, k.delta)
            .join(t.inbound_lines, load.id == k.inbound_line_id)
            .where(k.fact == undone, k.kind == "pin", k.delta < 0, load.inbound_id == inbound_id)
        )
        for row in self._connection.execute(query).all():
            self.pin(fact, row[0], row[1], -row[3], row[2])

    def _read(self, lines: Collection[int]) -> tuple[Pinned, ...]:
        rows = [row for some in portions(sorted(lines)) for row in self._rows(some)]
        trucks = {row[10] for row in rows if row[10] is not None}
        states = dock_states(self._connection, trucks) if trucks else {}
        gone = {key for key, state in states.items() if state.status in GONE}
        return tuple(
            Pinned(
                *(row[0], row[1], row[2], row[3], row[4], int(row[5]), row[6], row[7], row[8]),
                open=int(row[9]),
                gone=row[10] in gone or bool(row[11]),
            )
            for row in rows
        )

    def _rows(self, lines: Sequence[int]) -> Iterator[Any]:
        yield from self._connection.execute(_pins_of(lines))


def _pins_of(lines: Sequence[int]) -> Select[Any]:
    """Select the parts of a ``Pinned`` up to ``open``, then the truck and what else is over."""
    net = NET.where(k.order_line_id.in_(lines)).subquery()
    n = net.c
    swapped = or_(line.product_id != n.product_id, load.product_id != n.product_id)
    return (
        select(
            order.number,
            line.line,
            n.order_line_id,
            n.product_id,
            product.sku,
            n.units,
            n.inbound_line_id,
            truck.asn,
            n.newest,
            line.quantity - line.shipped_before - line.cancelled - PICKED,
            truck.id,
            func.coalesce(or_(order.cancelled, swapped), False),
        )
        .join_from(net, t.order_lines, line.id == n.order_line_id)
        .join(t.orders, order.id == line.order_id)
        .join(t.products, product.id == n.product_id)
        .outerjoin(t.inbound_lines, load.id == n.inbound_line_id)
        .outerjoin(t.inbound, truck.id == load.inbound_id)
        .order_by(n.order_line_id, n.newest)
    )
