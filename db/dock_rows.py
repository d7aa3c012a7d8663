"""Reads what happened to trucks, and folds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from app.domain.dock import DockEvent, DockState, fold
from db import tables as t
from db.columns import new_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.engine import Connection


def dock_states(
    connection: Connection, inbound_ids: Iterable[int] | None = None
) -> Mapping[int, DockState]:
    """Return the state of the named inbound shipments (of all without names) by key."""
    wanted = None if inbound_ids is None else tuple(inbound_ids)
    i, a = t.inbound.c, t.appointments.c
    query = (
        select(i.id, i.status, i.expected_at, i.arrived_at, t.doors.c.code, a.start_at, a.end_at)
        .outerjoin(t.appointments, a.inbound_id == i.id)
        .outerjoin(t.doors, t.doors.c.id == a.door_id)
    )
    if wanted is not None:
        query = query.where(i.id.in_(wanted))
    events = _events(connection, wanted)
    return {
        row[0]: fold(
            DockState(row[1], row[3] or row[2], row[3], row[4] or "", row[5], row[6]),
            events.get(row[0], ()),
        )
        for row in connection.execute(query)
    }


def dock_state(connection: Connection, inbound_id: int) -> DockState:
    """Return the state of one inbound shipment."""
    return dock_states(connection, (inbound_id,))[inbound_id]


def _events(connection: Connection, wanted: tuple[int, ...] | None) -> dict[int, list[DockEvent]]:
    e = t.dock_events.c
    query = (
        select(e.inbound_id, e.id, e.kind, e.at, t.doors.c.code, e.undoes)
        .outerjoin(t.doors, t.doors.c.id == e.door_id)
        .order_by(e.fact, e.id)
    )
    if wanted is not None:
        query = query.where(e.inbound_id.in_(wanted))
    found: dict[int, list[DockEvent]] = {}
    for row in connection.execute(query):
        found.setdefault(row[0], []).append(DockEvent(row[1], row[2], row[3], row[4] or "", row[5]))
    return found


def door_key(connection: Connection, site: str, fact: int, code: str) -> int:
    """Return a door's key; a door named for the first time is made."""
    d = t.doors.c
    found = connection.scalar(select(d.id).where(d.site == site, d.code == code))
    if found is not None:
        return int(found)
    done = connection.execute(insert(t.doors).values(site=site, code=code, fact=fact))
    return new_key(done)
