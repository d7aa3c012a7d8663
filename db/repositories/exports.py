"""What ``export`` writes: rows with readable keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from app.domain.instants import print_instant
from db import tables as t
from db.stand_ins import replaced_units

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ScalarSelect
    from sqlalchemy.engine import Connection

ORDERS = [
    "order",
    "line",
    "customer",
    "sku",
    "quantity",
    "ordered_at",
    "promised_at",
    "priority",
    "policy",
    "max_shipments",
    "ship_to",
    "email",
    "quantity_shipped",
    "quantity_cancelled",
    "shipments_made",
    "hold",
    "allow_substitutes",
    "stands_for",
    "replaces",
    "carrier",
    "language",
    "note",
    "reference",
]
STOCK = ["location", "sku", "quantity", "lot", "expires_on", "serial"]
SHIPMENTS = [
    "shipment",
    "order",
    "line",
    "sku",
    "quantity",
    "lot",
    "expires_on",
    "serial",
    "status",
]
JOURNAL = ["sequence", "at", "actor", "station", "site", "kind", "subject", "data"]

Sheet = tuple["Sequence[str]", "Iterator[Sequence[Any]]"]


class ExportRows:
    """Sheets of one moment."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def sheet(self, what: str) -> Sheet | None:
        """Return head and rows of ``orders``, ``stock``, ``shipments`` or ``journal``."""
        sheets = {
            "orders": (ORDERS, self._orders),
            "stock": (STOCK, self._stock),
            "shipments": (SHIPMENTS, self._shipments),
            "journal": (JOURNAL, self._journal),
        }
        if what not in sheets:
            return None
        head, rows = sheets[what]
        return (head, rows())

    def _orders(self) -> Iterator[Sequence[Any]]:
        o, c, stand, other = t.orders.c, t.order_lines.c, t.stand_ins.c, t.order_lines.alias()
        query = (
            select(
                o.number,
                c.line,
                o.customer,
                t.products.c.sku,
                c.quantity,
                o.ordered_at,
                o.promised_at,
                o.priority,
                o.policy,
                o.max_shipments,
                o.ship_to,
                o.email,
                c.shipped_before + _shipped(),
                c.cancelled - replaced_units(),
                o.shipments_before + _made(),
                o.hold,
                o.allow_substitutes,
                other.c.line,
                stand.replaces,
                *(o.carrier, o.language, o.note, o.reference),
            )
            .join(t.order_lines, c.order_id == o.id)
            .join(t.products, t.products.c.id == c.product_id)
            .outerjoin(t.stand_ins, stand.order_line_id == c.id)
            .outerjoin(other, other.c.id == stand.stands_for_id)
            .order_by(o.id, c.id)
        )
        for row in self._connection.execute(query):
            promised = None if row[6] is None else print_instant(row[6])
            flags = ("yes" if flag else "no" for flag in row[15:17])
            yield (*row[:5], print_instant(row[5]), promised, *row[7:15], *flags, *row[17:])

    def _stock(self) -> Iterator[Sequence[Any]]:
        s = t.stock.c
        query = (
            select(t.locations.c.code, t.products.c.sku, s.quantity, s.lot, s.expires_on, s.serial)
            .join(t.locations, t.locations.c.id == s.location_id)
            .join(t.products, t.products.c.id == s.product_id)
            .where(s.quantity > 0)
            .order_by(t.locations.c.id, t.products.c.id, s.lot, s.expires_on, s.serial)
        )
        yield from (tuple(row) for row in self._connection.execute(query))

    def _shipments(self) -> Iterator[Sequence[Any]]:
        p, s, c = t.picks.c, t.shipments.c, t.order_lines.c
        keys = [s.number, t.orders.c.number, c.line, t.products.c.sku]
        trace = [p.lot, p.expires_on, p.serial, s.closed]
        query = (
            select(*keys, func.sum(p.delta), *trace)
            .join(t.shipments, s.id == p.shipment_id)
            .join(t.orders, t.orders.c.id == s.order_id)
            .join(t.order_lines, c.id == p.order_line_id)
            .join(t.products, t.products.c.id == p.product_id)
            .group_by(s.id, c.id, *keys, *trace)
            .having(func.sum(p.delta) > 0)
            .order_by(s.id, c.id)
        )
        for row in self._connection.execute(query):
            yield (*row[:8], "open" if row[8] is None else "closed")

    def _journal(self) -> Iterator[Sequence[Any]]:
        f = t.facts.c
        columns = (f.sequence, f.at, f.actor, f.station, f.site, f.kind, f.subject, f.data)
        for row in self._connection.execute(select(*columns).order_by(f.sequence)):
            yield (row[0], print_instant(row[1]), *row[2:])


def _shipped() -> ScalarSelect[Any]:
    """Return the units of an order line that closed shipments took."""
    p, s = t.picks.c, t.shipments.c
    return (
        select(func.coalesce(func.sum(p.delta), 0))
        .join(t.shipments, s.id == p.shipment_id)
        .where(p.order_line_id == t.order_lines.c.id, s.closed.is_not(None))
        .scalar_subquery()
    )


def _made() -> ScalarSelect[Any]:
    """Return how many shipments of an order were closed."""
    s = t.shipments.c
    query = select(func.count()).where(s.order_id == t.orders.c.id, s.closed.is_not(None))
    return query.scalar_subquery()
