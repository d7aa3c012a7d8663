"""Shipments, what is picked into them and verified, in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, func, insert, select, update

from app.domain.goods import Trace
from app.domain.orders import Held, Order, Shipment
from db import tables as t
from db.columns import new_key
from db.repositories.ledger import TRACE, held_by, sums_held, trace_values
from db.statements import Insertion, Prepared

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy.engine import Connection

    from db.kept import Kept

shipment, pick, verified = t.shipments.c, t.picks.c, t.verifications.c
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
