"""Reads what happened to trucks, deliveries and pickups alike, and folds it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, literal, null, select

from app.domain.dock import DockEvent, DockState, fold
from db import tables as t
from db.columns import Instant, new_key
from db.statements import Prepared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.engine import Connection

i, a, e, k = t.inbound.c, t.appointments.c, t.dock_events.c, t.pickups.c
KEY = "truck"


@dataclass(frozen=True)
class Source:
    """Where one direction's trucks are kept: their columns, and what was said of them first."""

    direction: str
    key: ColumnElement[int]
    number: ColumnElement[str]
    site: ColumnElement[str]
    link: ColumnElement[int]
    states: Select[Any]

    @property
    def events(self) -> Select[Any]:
        """Select what happened, in its order."""
        columns = (self.link, e.id, e.kind, e.at, t.doors.c.code, e.undoes, e.end_at, e.details)
        said = select(*columns).outerjoin(t.doors, t.doors.c.id == e.door_id)
        return said.where(self.link.is_not(None)).order_by(e.fact, e.id)

    @cached_property
    def state_of_one(self) -> Prepared:
        """Select what was said first of one truck."""
        return Prepared(self.states.where(self.key == bindparam(KEY)))

    @cached_property
    def events_of_one(self) -> Prepared:
        """Select what happened to one truck."""
        return Prepared(self.events.where(self.link == bindparam(KEY)))


DELIVERIES = Source(
    "inbound",
    i.id,
    i.asn,
    i.site,
    e.inbound_id,
    select(i.id, i.status, i.expected_at, i.arrived_at, t.doors.c.code, a.start_at, a.end_at)
    .outerjoin(t.appointments, a.inbound_id == i.id)
    .outerjoin(t.doors, t.doors.c.id == a.door_id),
)
NEVER = null().cast(Instant)
PICKUPS = Source(
    "outbound",
    k.id,
    k.number,
    k.site,
    e.pickup_id,
    select(k.id, literal("cancelled"), k.said_at, NEVER, literal(""), NEVER, NEVER),
)


def states_of(
    connection: Connection,
    source: Source,
    keys: Iterable[int] | None = None,
    events: Mapping[int, Sequence[DockEvent]] | None = None,
) -> Mapping[int, DockState]:
    """Return the state of the named trucks (of all without names) by key.

    ``events`` are what happened to them, where that has been read already.
    """
    states = source.states
    wanted = None if keys is None else tuple(keys)
    if wanted is not None:
        states = states.where(source.key.in_(wanted))
    events = events_of(connection, source, wanted) if events is None else events
    return {row[0]: _folded(row, events.get(row[0], ())) for row in connection.execute(states)}


def events_of(
    connection: Connection, source: Source, keys: Iterable[int] | None = None
) -> Mapping[int, Sequence[DockEvent]]:
    """Return what happened to the named trucks (to all without names) by key."""
    said = source.events
    if keys is not None:
        said = said.where(source.link.in_(tuple(keys)))
    events: dict[int, list[DockEvent]] = {}
    for row in connection.execute(said):
        events.setdefault(row[0], []).append(_event(row))
    return events


def dock_states(
    connection: Connection, inbound_ids: Iterable[int] | None = None
) -> Mapping[int, DockState]:
    """Return the state of the named inbound shipments (of all without names) by key."""
    return states_of(connection, DELIVERIES, inbound_ids)


def dock_state(connection: Connection, inbound_id: int) -> DockState:
    """Return the state of one inbound shipment."""
    row = DELIVERIES.state_of_one.first(connection, **{KEY: inbound_id})
    if row is None:
        raise LookupError(f"no inbound shipment {inbound_id}")
    said = DELIVERIES.events_of_one.all(connection, **{KEY: inbound_id})
    return _folded(row, map(_event, said))


def _folded(row: Sequence[Any], events: Iterable[DockEvent]) -> DockState:
    state = DockState(row[1], row[3] or row[2], row[3], row[4] or "", row[5], row[6])
    return fold(state, tuple(events))


def _event(row: Sequence[Any]) -> DockEvent:
    details = json.loads(row[7]) if row[7] != "{}" else {}
    return DockEvent(row[1], row[2], row[3], row[4] or "", row[5], row[6], details)


def door_key(connection: Connection, site: str, fact: int, code: str) -> int:
    """Return a door's key; a door named for the first time is made."""
    d = t.doors.c
    found = connection.scalar(select(d.id).where(d.site == site, d.code == code))
    if found is not None:
        return int(found)
    done = connection.execute(insert(t.doors).values(site=site, code=code, fact=fact))
    return new_key(done)
