"""Reads what happened to trucks, and folds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select

from app.domain.dock import DockEvent, DockState, fold
from db import tables as t
from db.columns import new_key
from db.statements import Prepared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.engine import Connection

i, a, e = t.inbound.c, t.appointments.c, t.dock_events.c
STATES = (
    select(i.id, i.status, i.expected_at, i.arrived_at, t.doors.c.code, a.start_at, a.end_at)
    .outerjoin(t.appointments, a.inbound_id == i.id)
    .outerjoin(t.doors, t.doors.c.id == a.door_id)
)
EVENTS = (
    select(e.inbound_id, e.id, e.kind, e.at, t.doors.c.code, e.undoes)
    .outerjoin(t.doors, t.doors.c.id == e.door_id)
    .order_by(e.fact, e.id)
)
STATE_OF_ONE = Prepared(STATES.where(i.id == bindparam("inbound")))
EVENTS_OF_ONE = Prepared(EVENTS.where(e.inbound_id == bindparam("inbound")))


def dock_states(
    connection: Connection, inbound_ids: Iterable[int] | None = None
) -> Mapping[int, DockState]:
    """Return the state of the named inbound shipments (of all without names) by key."""
    wanted = None if inbound_ids is None else tuple(inbound_ids)
    states, said = STATES, EVENTS
    if wanted is not None:
        states, said = states.where(i.id.in_(wanted)), said.where(e.inbound_id.in_(wanted))
    events: dict[int, list[DockEvent]] = {}
    for row in connection.execute(said):
        events.setdefault(row[0], []).append(_event(row))
    return {row[0]: _folded(row, events.get(row[0], ())) for row in connection.execute(states)}


def dock_state(connection: Connection, inbound_id: int) -> DockState:
    """Return the state of one inbound shipment."""
    row = STATE_OF_ONE.first(connection, inbound=inbound_id)
    if row is None:
        raise LookupError(f"no inbound shipment {inbound_id}")
    return _folded(row, map(_event, EVENTS_OF_ONE.all(connection, inbound=inbound_id)))


def _folded(row: Sequence[Any], events: Iterable[DockEvent]) -> DockState:
    state = DockState(row[1], row[3] or row[2], row[3], row[4] or "", row[5], row[6])
    return fold(state, tuple(events))


def _event(row: Sequence[Any]) -> DockEvent:
    return DockEvent(row[1], row[2], row[3], row[4] or "", row[5])


def door_key(connection: Connection, site: str, fact: int, code: str) -> int:
    """Return a door's key; a door named for the first time is made."""
    d = t.doors.c
    found = connection.scalar(select(d.id).where(d.site == site, d.code == code))
    if found is not None:
        return int(found)
    done = connection.execute(insert(t.doors).values(site=site, code=code, fact=fact))
    return new_key(done)
