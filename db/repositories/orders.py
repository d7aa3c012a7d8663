"""Orders in one transaction."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select

from app.domain.orders import Order, OrderLine, line_key
from app.domain.policies import Policy, terms
from db import tables as t
from db.statements import Prepared

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from db.kept import Kept

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
        "allow_substitutes",
        "carrier",
        "language",
        "note",
        "reference",
        "shipments_before",
    )
)

stand = t.stand_ins.c
line, shipment, pick = t.order_lines.c, t.shipments.c, t.picks.c
CLOSED = (
    select(func.count())
    .where(shipment.order_id == t.orders.c.id, shipment.closed.is_not(None))
    .scalar_subquery()
)
SAID, READS = t.customer_policies.c, t.customer_languages.c
AGREED = (func.coalesce(SAID.policy, Policy.DEFAULT.value), SAID.max_shipments)
BY_NUMBER = Prepared(
    select(*ORDER, CLOSED, *AGREED, READS.language)
    .outerjoin(t.customer_policies, SAID.customer == t.orders.c.customer)
    .outerjoin(t.customer_languages, READS.customer == t.orders.c.customer)
    .where(t.orders.c.number == bindparam("number"))
)
OF_LINE = Prepared(
    select(t.orders.c.number, line.line)
    .join(t.order_lines, line.order_id == t.orders.c.id)
    .where(line.id == bindparam("line"))
)
LINES = Prepared(
    select(
        *(line.id, line.line, line.product_id, line.quantity, line.shipped_before, line.cancelled),
        *(stand.stands_for_id, stand.replaces),
    )
    .outerjoin(t.stand_ins, stand.order_line_id == line.id)
    .where(line.order_id == bindparam("order"))
)
PROGRESS = Prepared(
    select(pick.order_line_id, shipment.closed, func.sum(pick.delta))
    .join(t.shipments, shipment.id == pick.shipment_id)
    .where(shipment.order_id == bindparam("order"))
    .group_by(pick.order_line_id, shipment.closed)
)


class OrderRows:
    """Customer orders."""

    def __init__(self, connection: Connection, kept: Kept) -> None:
        self._connection = connection
        self._kept = kept

    def find(self, number: str) -> Order | None:
        """Find an order with its lines in line order, and what has become of them."""
        return self._kept.get("order", number, lambda: self._find(number))

    def _find(self, number: str) -> Order | None:
        head = self._kept.get("head", number, lambda: self._head(number))
        return None if head is None else self._order(head)

    def _head(self, number: str) -> tuple[Any, ...] | None:
        row = BY_NUMBER.first(self._connection, number=number)
        return None if row is None else tuple(row)

    def number_of(self, order_id: int) -> str:
        """Return the number of an order by its key; LookupError for a key of none."""
        number = self._connection.scalar(select(t.orders.c.number).where(t.orders.c.id == order_id))
        if number is None:
            raise LookupError(f"no order {order_id}")
        return str(number)

    def of_line(self, order_line_id: int) -> tuple[str, str]:
        """Return the order number and the line number of an order line."""
        row = OF_LINE.first(self._connection, line=order_line_id)
        if row is None:
            raise LookupError(f"no order line {order_line_id}")
        return (row[0], row[1])

    def substitutable(self) -> frozenset[int]:
        """Return the open lines whose order allows substitutes and whose product has any."""
        query = (
            select(line.id)
            .join(t.orders, t.orders.c.id == line.order_id)
            .outerjoin(t.stand_ins, stand.order_line_id == line.id)
            .where(
                *(t.orders.c.allow_substitutes, ~t.orders.c.cancelled),
                line.product_id.in_(select(t.substitutes.c.product_id)),
                *(line.quantity > line.shipped_before + line.cancelled, stand.replaces.is_(None)),
            )
        )
        return frozenset(self._connection.scalars(query))

    def _order(self, said: tuple[Any, ...]) -> Order:
        about = dict(zip((column.name for column in ORDER), said, strict=False))
        closed, policy, most, language = said[len(ORDER) :]
        made = about.pop("shipments_before") + (closed or 0)
        about["policy"] = Policy(about["policy"])
        about["language"] = about["language"] or language or ""
        agreed = terms(policy, most)
        return Order(**about, made=made, lines=self._lines(said[0]), agreed=agreed)

    def _lines(self, order_id: int) -> tuple[OrderLine, ...]:
        shipped, picked = self._progress(order_id)
        rows = self._kept.get(
            "lines", order_id, lambda: LINES.all(self._connection, order=order_id)
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
                row[6],
                row[7] or 0,
            )
            for row in rows
        ]
        return tuple(sorted(lines, key=lambda line: line_key(line.line)))

    def _progress(self, order_id: int) -> tuple[dict[int, int], dict[int, int]]:
        shipped: dict[int, int] = defaultdict(int)
        picked: dict[int, int] = defaultdict(int)
        for line_id, closed, units in PROGRESS.all(self._connection, order=order_id):
            (picked if closed is None else shipped)[line_id] += int(units)
        return shipped, picked
