"""Orders and shipments in one transaction."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, func, insert, select, update

from app.domain.goods import Trace
from app.domain.orders import Held, Order, OrderLine, Shipment, line_key
from app.domain.policies import Policy, terms
from db import tables as t
from db.columns import new_key
from db.repositories.ledger import TRACE, held_by, sums_held, trace_values
from db.statements import Insertion, Prepared

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

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
line, shipment, pick, verified = t.order_lines.c, t.shipments.c, t.picks.c, t.verifications.c
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
SHIPMENT = select(
    shipment.id, shipment.number, shipment.order_id, shipment.ordinal, shipment.closed
)
SHIPMENT_BY_NUMBER = Prepared(SHIPMENT.where(shipment.number == bindparam("number")))
SHIPMENT_OPEN = Prepared(
    SHIPMENT.where(shipment.order_id == bindparam("order"), shipment.closed.is_(None)).order_by(
        shipment.ordinal
    )
)
SHIPMENT_OF_ORDER = Prepared(
    SHIPMENT.where(
        shipment.order_id == bindparam("order"), shipment.ordinal == bindparam("ordinal")
    )
)
PICKED = held_by(t.picks, pick.shipment_id == bindparam("shipment"))
STANDING = held_by(
    t.picks,
    and_(
        pick.product_id == bindparam("product"),
        pick.shipment_id.in_(select(shipment.id).where(shipment.closed.is_(None))),
    ),
)
PICK = Insertion(
    t.picks,
    *("fact", "shipment_id", "order_line_id", "product_id", "delta", "location_id", *TRACE),
)
VERIFY = Insertion(
    t.verifications, "fact", "shipment_id", "order_line_id", "delta", *TRACE, "carton"
)
VERIFIED_KEYS = (verified.order_line_id, *(verified[name] for name in TRACE))
VERIFIED = Prepared(
    select(*VERIFIED_KEYS, func.sum(verified.delta))
    .where(verified.shipment_id == bindparam("shipment"))
    .group_by(*VERIFIED_KEYS)
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


class ShipmentRows:
    """Shipments with their picked and verified units."""

    def __init__(self, connection: Connection, kept: Kept) -> None:
        self._connection = connection
        self._kept = kept

    def open_of(self, order_id: int) -> Shipment | None:
        """Return the order's shipment that is not closed, be it still empty."""
        return self._kept.get("open", order_id, lambda: self._one(SHIPMENT_OPEN, order=order_id))

    def find(self, number: str) -> Shipment | None:
        """Find a shipment by its number."""
        return self._one(SHIPMENT_BY_NUMBER, number=number)

    def nth(self, order_id: int, ordinal: int) -> Shipment:
        """Return the order's shipment with that ordinal; LookupError where it has none."""
        found = self._one(SHIPMENT_OF_ORDER, order=order_id, ordinal=ordinal)
        if found is None:
            raise LookupError(f"no shipment {ordinal} of order {order_id}")
        return found

    def left(self, order_id: int) -> Mapping[int, datetime]:
        """Return by ordinal when the order's closed shipments were closed."""
        query = (
            select(shipment.ordinal, t.facts.c.at)
            .join(t.shipments, shipment.closed == t.facts.c.sequence)
            .where(shipment.order_id == order_id)
        )
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def _one(self, query: Prepared, **key: str | int) -> Shipment | None:
        row = query.first(self._connection, **key)
        return None if row is None else Shipment(row[0], row[1], row[2], row[3], row[4] is not None)

    def open_new(self, fact: int, order: Order) -> Shipment:
        """Open the order's next shipment; its number is the order's with the ordinal behind."""
        last = self._connection.scalar(
            select(func.max(t.shipments.c.ordinal)).where(t.shipments.c.order_id == order.id)
        )
        ordinal = max(order.made, last or 0) + 1
        number = f"SH-{order.number}-{ordinal}"
        row = {"number": number, "order_id": order.id, "ordinal": ordinal, "fact": fact}
        done = self._connection.execute(insert(t.shipments).values(row))
        self._kept.drop("open")
        return Shipment(new_key(done), number, order.id, ordinal)

    def close(self, fact: int, shipment_id: int) -> None:
        """Mark it closed by a fact."""
        query = update(t.shipments).where(t.shipments.c.id == shipment_id).values(closed=fact)
        self._connection.execute(query)
        self._kept.clear()

    def pick(self, fact: int, shipment_id: int, held: Held) -> None:
        """Add picked units where they now stand."""
        self._kept.drop("order", "picked")
        self._kept.drop_key("standing", held.product_id)
        PICK.add(
            self._connection,
            fact=fact,
            shipment_id=shipment_id,
            order_line_id=held.order_line_id,
            product_id=held.product_id,
            delta=held.quantity,
            location_id=held.location_id,
            **trace_values(held.trace),
        )

    def picked(self, shipment_id: int) -> tuple[Held, ...]:
        """Return what the shipment holds."""
        return self._kept.get(
            "picked",
            shipment_id,
            lambda: sums_held(self._connection, PICKED, shipment=shipment_id),
        )

    def standing(self, product_id: int) -> tuple[Held, ...]:
        """Return what open shipments hold of a product."""
        return self._kept.get(
            "standing",
            product_id,
            lambda: sums_held(self._connection, STANDING, product=product_id),
        )

    def has_serial(self, product_id: int, serial: str) -> bool:
        """Tell whether a shipment, open or closed, holds that unit."""
        p = t.picks.c
        of_product = select(t.order_lines.c.id).where(t.order_lines.c.product_id == product_id)
        query = select(func.sum(p.delta)).where(
            p.order_line_id.in_(of_product), p.product_id == product_id, p.serial == serial
        )
        return (self._connection.scalar(query) or 0) > 0

    def verify(self, fact: int, shipment_id: int, held: Held, carton: int = 1) -> None:
        """Note verified units in a carton (its number); a negative quantity takes back."""
        self._kept.drop("verified", "cartons")
        line = {"shipment_id": shipment_id, "order_line_id": held.order_line_id, "carton": carton}
        VERIFY.add(
            self._connection, fact=fact, **line, delta=held.quantity, **trace_values(held.trace)
        )

    def verified(self, shipment_id: int) -> Mapping[tuple[int, Trace], int]:
        """Return verified units by order line and trace."""
        return self._kept.get("verified", shipment_id, lambda: self._verified(shipment_id))

    def _verified(self, shipment_id: int) -> Mapping[tuple[int, Trace], int]:
        rows = VERIFIED.all(self._connection, shipment=shipment_id)
        return {(row[0], Trace(*row[1:4])): int(row[4]) for row in rows if row[4]}
