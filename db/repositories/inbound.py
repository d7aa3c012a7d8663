"""Inbound shipments, what came off them, and what happened to the truck."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, insert, select

from app.domain.goods import Trace
from app.domain.inbound import Asn, AsnLine, Told
from app.domain.orders import line_key
from db import tables as t
from db.columns import new_key
from db.dock_rows import dock_state, door_key
from db.repositories.ledger import TRACE, trace_values

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.engine import Connection


class InboundRows:
    """ASNs of one site in one transaction."""

    def __init__(self, connection: Connection, site: str) -> None:
        self._connection = connection
        self._site = site

    def find(self, asn: str) -> Asn | None:
        """Find an ASN with its lines in line order."""
        query = select(t.inbound.c.id, t.inbound.c.asn, t.inbound.c.supplier)
        row = self._connection.execute(query.where(t.inbound.c.asn == asn)).first()
        if row is None:
            return None
        state = dock_state(self._connection, row[0])
        return Asn(*row, state.status, state.door, self._lines(row[0]))

    def _lines(self, inbound_id: int) -> tuple[AsnLine, ...]:
        c = t.inbound_lines.c
        query = select(c.id, c.line, c.product_id, c.quantity, c.lot, c.expires_on, c.sscc).where(
            c.inbound_id == inbound_id
        )
        counts = self._counts(inbound_id)
        lines = [
            AsnLine(*row[:4], *counts.get(row[0], (0, 0, 0)), *row[4:])
            for row in self._connection.execute(query)
        ]
        return tuple(sorted(lines, key=lambda line: line_key(line.line)))

    def _counts(self, inbound_id: int) -> dict[int, tuple[int, int, int]]:
        """Return received, damaged and cross-docked units by line."""
        r, n = t.receipts.c, t.inbound_lines.c
        query = (
            select(r.inbound_line_id, r.disposition, func.sum(r.told))
            .join(t.inbound_lines, n.id == r.inbound_line_id)
            .where(n.inbound_id == inbound_id)
            .group_by(r.inbound_line_id, r.disposition)
        )
        told: dict[int, dict[str, int]] = {}
        for line_id, disposition, units in self._connection.execute(query):
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
        self._connection.execute(insert(t.receipts), row)

    def waiting(self, sitting: int) -> tuple[Told, ...]:
        """Return what a sitting has sent somewhere and nobody has moved yet, in scan order."""
        r = t.receipts.c
        keys: list[Any] = [
            r.inbound_line_id,
            t.inbound_lines.c.product_id,
            *(r[name] for name in TRACE),
            r.disposition,
            r.dock_id,
            r.location_id,
            r.order_line_id,
        ]
        query = (
            select(*keys, func.sum(r.told - r.moved))
            .join(t.inbound_lines, t.inbound_lines.c.id == r.inbound_line_id)
            .where(and_(r.sitting_id == sitting, r.disposition != "damaged"))
            .group_by(*keys)
            .order_by(func.min(r.id))
        )
        return tuple(
            Told(row[0], row[1], Trace(*row[2:5]), int(row[9]), *row[5:9])
            for row in self._connection.execute(query)
            if row[9] > 0
        )

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

    def undo_event(self, fact: int, inbound_id: int) -> str | None:
        """Take back the newest event not yet taken back; return its kind, None without one."""
        e = t.dock_events.c
        taken_back = select(e.undoes).where(e.undoes.is_not(None))
        query = (
            select(e.id, e.kind)
            .where(e.inbound_id == inbound_id, e.undoes.is_(None), e.id.not_in(taken_back))
            .order_by(e.id.desc())
        )
        row = self._connection.execute(query).first()
        if row is None:
            return None
        undo = {"fact": fact, "inbound_id": inbound_id, "kind": "undo", "undoes": row[0]}
        self._connection.execute(insert(t.dock_events).values(undo))
        return str(row[1])
