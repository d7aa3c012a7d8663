"""Inbound shipments, what came off them, and what happened to the truck."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, func, insert, select

from app.domain.goods import Trace
from app.domain.inbound import Asn, AsnLine, Told
from app.domain.orders import line_key
from db import tables as t
from db.columns import new_key
from db.dock_rows import dock_state, door_key
from db.repositories.ledger import TRACE, trace_values
from db.statements import Insertion, Prepared

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy.engine import Connection

    from db.kept import Kept

r, n = t.receipts.c, t.inbound_lines.c
UNANNOUNCED = and_(t.inbound.c.said == "", t.inbound.c.status == "cancelled")
BY_ASN = Prepared(
    select(t.inbound.c.id, t.inbound.c.asn, t.inbound.c.supplier, UNANNOUNCED).where(
        t.inbound.c.asn == bindparam("asn")
    )
)
LINES = Prepared(
    select(n.id, n.line, n.product_id, n.quantity, n.lot, n.expires_on, n.sscc).where(
        n.inbound_id == bindparam("inbound")
    )
)
COUNTS = Prepared(
    select(r.inbound_line_id, r.disposition, func.sum(r.told))
    .join(t.inbound_lines, n.id == r.inbound_line_id)
    .where(n.inbound_id == bindparam("inbound"))
    .group_by(r.inbound_line_id, r.disposition)
)
WAITING_KEYS = (
    r.inbound_line_id,
    n.product_id,
    *(r[name] for name in TRACE),
    *(r.disposition, r.dock_id, r.location_id, r.order_line_id),
)
WAITING = Prepared(
    select(*WAITING_KEYS, func.sum(r.told - r.moved))
    .join(t.inbound_lines, n.id == r.inbound_line_id)
    .where(r.sitting_id == bindparam("sitting"), r.disposition != "damaged")
    .group_by(*WAITING_KEYS)
    .order_by(func.min(r.id))
)
SENT = Prepared(
    select(*WAITING_KEYS, func.sum(r.told))
    .join(t.inbound_lines, n.id == r.inbound_line_id)
    .where(n.inbound_id == bindparam("inbound"))
    .group_by(*WAITING_KEYS)
    .order_by(func.min(r.id))
)
SENT_BY = Prepared(
    select(*WAITING_KEYS, func.sum(r.told))
    .join(t.inbound_lines, n.id == r.inbound_line_id)
    .where(r.fact == bindparam("scan"))
    .group_by(*WAITING_KEYS)
    .order_by(func.min(r.id))
)
PROMISED = Prepared(
    select(*WAITING_KEYS, func.sum(r.told - r.moved))
    .join(t.inbound_lines, n.id == r.inbound_line_id)
    .join(t.sittings, t.sittings.c.id == r.sitting_id)
    .join(t.locations, t.locations.c.id == r.location_id)
    .where(t.locations.c.site == bindparam("site"))
    .where(t.sittings.c.ended.is_(None), r.disposition == "put_away")
    .group_by(*WAITING_KEYS)
    .order_by(func.min(r.id))
)
NONE = (0, 0, 0)
RECEIPT = Insertion(t.receipts, *(column.name for column in r if column.name != "id"))


class InboundRows:
    """ASNs of one site in one transaction."""

    def __init__(self, connection: Connection, site: str, kept: Kept) -> None:
        self._connection = connection
        self._site = site
        self._kept = kept

    def find(self, asn: str) -> Asn | None:
        """Find an ASN with its lines in line order."""
        return self._kept.get("asn", asn, lambda: self._find(asn))

    def _find(self, asn: str) -> Asn | None:
        head = self._kept.get("truck", asn, lambda: self._head(asn))
        return None if head is None else replace(head, lines=self._lines(head.id))

    def _head(self, asn: str) -> Asn | None:
        row = BY_ASN.first(self._connection, asn=asn)
        if row is None:
            return None
        state = dock_state(self._connection, row[0])
        return Asn(row[0], row[1], row[2], state.status, state.door, (), bool(row[3]))

    def _lines(self, inbound_id: int) -> tuple[AsnLine, ...]:
        rows = self._kept.get("loads", inbound_id, lambda: self._loads(inbound_id))
        counts = self._counts(inbound_id)
        return tuple(
            [
                AsnLine(row[0], row[1], row[2], row[3], *counts.get(row[0], NONE), *row[4:])
                for row in rows
            ]
        )

    def _loads(self, inbound_id: int) -> list[Any]:
        rows = LINES.all(self._connection, inbound=inbound_id)
        return sorted(rows, key=lambda row: line_key(row[1]))

    def _counts(self, inbound_id: int) -> dict[int, tuple[int, int, int]]:
        """Return received, damaged and cross-docked units by line."""
        told: dict[int, dict[str, int]] = {}
        for line_id, disposition, units in COUNTS.all(self._connection, inbound=inbound_id):
            told.setdefault(line_id, {})[disposition] = int(units)
        return {
            line_id: (sum(ways.values()), ways.get("damaged", 0), ways.get("cross_dock", 0))
            for line_id, ways in told.items()
        }

    def add_line(self, fact: int, inbound_id: int, product_id: int) -> int:
        """Add a line with nothing expected, numbered after the last whole number."""
        c = t.inbound_lines.c
        taken = self._connection.scalars(select(c.line).where(c.inbound_id == inbound_id))
        last = max((line_key(line)[1] for line in taken), default=0)
        row = {
            "inbound_id": inbound_id,
            "line": str(last + 1),
            "product_id": product_id,
            "quantity": 0,
            "fact": fact,
        }
        done = self._connection.execute(insert(t.inbound_lines).values(row))
        self._kept.clear()
        return new_key(done)

    def tell(self, fact: int, sitting: int, told: Told, moved: int) -> None:
        """Note received units and where they were sent; ``moved`` of them are there already."""
        self._add(fact, sitting, told, {"told": told.quantity, "moved": moved})

    def moved(self, fact: int, sitting: int, told: Told, location_id: int) -> None:
        """Note that told units have been moved; the row keeps where they were told to go."""
        _ = location_id
        self._add(fact, sitting, told, {"told": 0, "moved": told.quantity})

    def _add(self, fact: int, sitting: int, told: Told, units: dict[str, int]) -> None:
        row = {
            "fact": fact,
            "sitting_id": sitting,
            "inbound_line_id": told.line_id,
            "disposition": told.disposition,
            "location_id": told.location_id,
            "dock_id": told.dock_id,
            "order_line_id": told.order_line_id,
            **units,
            **trace_values(told.trace),
        }
        self._kept.drop("asn")
        RECEIPT.add(self._connection, **row)

    def sent(self, inbound_id: int) -> tuple[Told, ...]:
        """Return what was received of an ASN and sent anywhere, moved by now or not."""
        return _told(SENT.all(self._connection, inbound=inbound_id))

    def sent_by(self, fact: int) -> tuple[Told, ...]:
        """Return what one scan (its fact) counted and sent anywhere."""
        return _told(SENT_BY.all(self._connection, scan=fact))

    def waiting(self, sitting: int) -> tuple[Told, ...]:
        """Return what a sitting has sent somewhere and nobody has moved yet, in scan order."""
        return _told(WAITING.all(self._connection, sitting=sitting))

    def promised(self) -> tuple[Told, ...]:
        """Return what sittings that have not ended sent to a shelf and nobody has moved yet."""
        return _told(PROMISED.all(self._connection, site=self._site))

    def counted_serial(self, product_id: int, serial: str) -> bool:
        """Tell whether a receipt that was not undone counts that serial already."""
        r, n = t.receipts.c, t.inbound_lines.c
        query = (
            select(func.sum(r.told))
            .join(t.inbound_lines, n.id == r.inbound_line_id)
            .where(n.product_id == product_id, r.serial == serial)
        )
        return (self._connection.scalar(query) or 0) > 0

    def event(
        self, fact: int, inbound_id: int, kind: str, at: datetime | None, door: str = ""
    ) -> None:
        """Append a dock event."""
        door_id = door_key(self._connection, self._site, fact, door) if door else None
        row = {"fact": fact, "inbound_id": inbound_id, "kind": kind, "at": at, "door_id": door_id}
        self._connection.execute(insert(t.dock_events).values(row))
        self._kept.clear()


def _told(rows: Iterable[Any]) -> tuple[Told, ...]:
    """Make values of rows of ``WAITING_KEYS`` and a sum of units; sums of 0 are left out."""
    return tuple(
        Told(row[0], row[1], Trace(*row[2:5]), int(row[9]), *row[5:9]) for row in rows if row[9] > 0
    )
