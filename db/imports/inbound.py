"""ASNs, their lines, appointments and dock events, in bulk."""

from __future__ import annotations

import json
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select, update

from app.domain.instants import parse_instant, print_instant
from app.exchange.rows import AsnHead, AsnLineRow
from app.import_store import KnownAsn, KnownAsnLine
from db import tables as t
from db.dock_rows import dock_states, door_key
from db.imports.bulk import add_rows, change_rows, portions, rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.engine import Connection

    from app.domain.dock import DockState
    from db.imports.bulk import Keys

SLOT = timedelta(hours=1)  # of an appointment whose end nobody said
INSTANTS = ("expected_at", "window_start", "window_end")


class ImportInboundRows:
    """ASNs, their lines and appointments."""

    def __init__(self, connection: Connection, keys: Keys) -> None:
        self._connection = connection
        self._keys = keys
        self._doors: dict[str, int] = {}

    def find(self, numbers: Sequence[str]) -> Mapping[str, KnownAsn]:
        """Return ASNs by number."""
        i = t.inbound.c
        query = select(
            i.id, i.asn, i.said, i.supplier, i.expected_at, i.purchase_order, i.carrier, i.trailer,
            i.status,
        )  # fmt: skip
        found = list(rows_of(self._connection, query, i.asn, numbers))
        states: dict[int, DockState] = {}
        for portion in portions(row[0] for row in found):
            states.update(dock_states(self._connection, portion))
        return {
            row[1]: KnownAsn(row[0], _said(row, states[row[0]]), states[row[0]]) for row in found
        }

    def lines(self, inbound_ids: Sequence[int]) -> Mapping[tuple[int, str], KnownAsnLine]:
        """Return the lines of ASNs by ASN and line number."""
        n = t.inbound_lines.c
        query = select(
            n.inbound_id, n.id, n.line, t.products.c.sku, n.quantity, n.lot, n.expires_on, n.sscc
        ).join(t.products, t.products.c.id == n.product_id)
        return {
            (row[0], row[2]): KnownAsnLine(*row[1:])
            for row in rows_of(self._connection, query, n.inbound_id, inbound_ids)
        }

    def received(self, line_ids: Sequence[int]) -> frozenset[int]:
        """Return those lines on which units have been received and not taken back."""
        r = t.receipts.c
        query = select(r.inbound_line_id).group_by(r.inbound_line_id).having(func.sum(r.told) != 0)
        rows = rows_of(self._connection, query, r.inbound_line_id, line_ids)
        return frozenset(row[0] for row in rows)

    def add(
        self, fact: int, asns: Sequence[tuple[str, AsnHead, datetime | None]]
    ) -> Mapping[str, int]:
        """Add ASNs with their appointments where a door or a window is said."""
        values = (
            {
                "site": self._keys.site,
                "asn": number,
                "expected_at": head.expected_at,
                "status": head.status,
                "arrived_at": arrived_at,
                **_carried(fact, head),
            }
            for number, head, arrived_at in asns
        )
        add_rows(self._connection, t.inbound, values)
        i = t.inbound.c
        numbers = (number for number, _, _ in asns)
        rows = rows_of(self._connection, select(i.asn, i.id), i.asn, numbers)
        keys = {row[0]: row[1] for row in rows}
        appointments = (
            self._appointment(fact, keys[number], head)
            for number, head, _ in asns
            if head.door or head.window_start or head.window_end
        )
        add_rows(self._connection, t.appointments, appointments)
        return keys

    def _appointment(self, fact: int, inbound_id: int, head: AsnHead) -> dict[str, Any]:
        start = head.window_start or head.expected_at
        return {
            "site": self._keys.site,
            "direction": "inbound",
            "inbound_id": inbound_id,
            "door_id": self._door(fact, head.door),
            "start_at": start,
            "end_at": max(start, head.window_end or start + SLOT),
            "fact": fact,
        }

    def _door(self, fact: int, code: str) -> int | None:
        if not code:
            return None
        if code not in self._doors:
            self._doors[code] = door_key(self._connection, self._keys.site, fact, code)
        return self._doors[code]

    def change(self, fact: int, inbound_id: int, head: AsnHead) -> None:
        """Overwrite who sends and who carries, and note what was said."""
        query = update(t.inbound).where(t.inbound.c.id == inbound_id)
        self._connection.execute(query.values(_carried(fact, head)))

    def event(self, fact: int, inbound_id: int, kind: str, at: datetime | None, door: str) -> None:
        """Append a dock event."""
        door_id = self._door(fact, door)
        row = {"fact": fact, "inbound_id": inbound_id, "kind": kind, "at": at, "door_id": door_id}
        self._connection.execute(insert(t.dock_events).values(row))

    def window(self, fact: int, inbound_id: int, head: AsnHead) -> None:
        """Make the appointment where there is none; give it the length of the window."""
        a = t.appointments.c
        wanted = self._appointment(fact, inbound_id, head)
        row = self._connection.execute(
            select(a.id, a.start_at).where(a.inbound_id == inbound_id)
        ).first()
        if row is None:
            self._connection.execute(insert(t.appointments).values(wanted))
            return
        end_at = row[1] + (wanted["end_at"] - wanted["start_at"])
        query = update(t.appointments).where(a.id == row[0])
        self._connection.execute(query.values(end_at=end_at, fact=fact))

    def add_lines(self, fact: int, lines: Sequence[tuple[int, AsnLineRow]]) -> None:
        """Add lines to ASNs."""
        values = (
            {"inbound_id": inbound_id, "line": row.line, **_line(self._keys, fact, row)}
            for inbound_id, row in lines
        )
        add_rows(self._connection, t.inbound_lines, values)

    def change_lines(self, fact: int, lines: Sequence[tuple[int, AsnLineRow]]) -> None:
        """Overwrite lines."""
        values = ({"known_by": key, **_line(self._keys, fact, row)} for key, row in lines)
        change_rows(self._connection, t.inbound_lines, t.inbound_lines.c.id, values)


def _line(keys: Keys, fact: int, row: AsnLineRow) -> dict[str, Any]:
    return {
        "product_id": keys.skus()[row.sku],
        "quantity": row.quantity,
        "lot": row.lot,
        "expires_on": row.expires_on,
        "sscc": row.sscc,
        "fact": fact,
    }


def _carried(fact: int, head: AsnHead) -> dict[str, Any]:
    return {
        "supplier": head.supplier,
        "purchase_order": head.purchase_order,
        "carrier": head.carrier,
        "trailer": head.trailer,
        "said": _said_text(head),
        "fact": fact,
    }


def _said_text(head: AsnHead) -> str:
    values = head._asdict()
    for name in INSTANTS:
        values[name] = print_instant(values[name]) if values[name] else None
    return json.dumps(values)


def _said(row: Sequence[Any], state: DockState) -> AsnHead:
    if not row[2]:  # no import has spoken of it yet
        return AsnHead._make((*row[3:8], state.door, state.start_at, state.end_at, row[8]))
    values = json.loads(row[2])
    for name in INSTANTS:
        values[name] = parse_instant(values[name], UTC) if values[name] else None
    return AsnHead(**values)
