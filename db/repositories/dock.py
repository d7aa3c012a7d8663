"""Trucks as the dock sees them, deliveries and pickups alike, and the doors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select, update

from app.dock_store import Visit
from app.domain.appointments import Block, Booking, Door, claims
from app.domain.board import OUTBOUND, Truck
from app.domain.dock import AWAITED, SWAP, DockState
from app.domain.truck_details import words
from db import tables as t
from db.columns import new_key
from db.dock_rows import DELIVERIES, PICKUPS, door_key, events_of, states_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import datetime

    from sqlalchemy.engine import Connection

    from app.domain.dock import DockEvent
    from db.dock_rows import Source
    from db.kept import Kept

e = t.dock_events.c
LIVE = (
    e.undoes.is_(None),
    e.id.not_in(select(e.undoes).where(e.undoes.is_not(None))),
)
"""What holds of an event that was not taken back."""
SOURCES = {source.direction: source for source in (DELIVERIES, PICKUPS)}


class VisitRows:
    """Deliveries and pickups of one site in one transaction."""

    def __init__(self, connection: Connection, site: str, kept: Kept) -> None:
        self._connection = connection
        self._site = site
        self._kept = kept

    def find(self, direction: str, number: str) -> Visit | None:
        """Find a visit by its number."""
        source = SOURCES[direction]
        key = self._connection.scalar(select(source.key).where(source.number == number))
        if key is None:
            return None
        events = events_of(self._connection, source, [key])
        state = states_of(self._connection, source, [key], events)[key]
        said = events.get(key, ())
        undone = {event.undoes for event in said}
        live = any(event.undoes is None and event.id not in undone for event in said)
        return Visit(key, number, direction, state, not live and self._unsaid(source, key))

    def _unsaid(self, source: Source, key: int) -> bool:
        """Tell whether no file has spoken of it either."""
        if source is PICKUPS:
            return True
        i = t.inbound.c
        found = self._connection.scalar(
            select(i.id).where(i.id == key, i.said == "", i.status == "cancelled")
        )
        return found is not None

    def add(
        self, fact: int, direction: str, number: str, at: datetime, supplier: str = ""
    ) -> Visit:
        """Make a visit that nobody announced; it is none (cancelled) until something is said."""
        row = {"site": self._site, "fact": fact}
        if direction == OUTBOUND:
            values = {**row, "number": number, "said_at": at}
            done = self._connection.execute(insert(t.pickups).values(values))
        else:
            values = {**row, "asn": number, "expected_at": at, "status": "cancelled"}
            values["supplier"] = supplier
            done = self._connection.execute(insert(t.inbound).values(values))
        return Visit(new_key(done), number, direction, DockState("cancelled", at), fresh=True)

    def say(self, fact: int, visit: Visit, event: DockEvent) -> None:
        """Append a dock event."""
        door = event.door
        door_id = door_key(self._connection, self._site, fact, door) if door else None
        row = {
            SOURCES[visit.direction].link.name: visit.id,
            "fact": fact,
            "kind": event.kind,
            "at": event.at,
            "door_id": door_id,
            "end_at": event.end_at,
            "details": json.dumps(dict(event.details)),
        }
        self._connection.execute(insert(t.dock_events).values(row))
        self._kept.clear()

    def take_back(self, fact: int, visit: Visit, kinds: Collection[str] = ()) -> int | None:
        """Take back the newest event (of some kinds) not yet taken back; return its fact or None.

        What the same fact said of other trucks is taken back with it, where it was a swap.
        """
        link = SOURCES[visit.direction].link
        query = select(e.id, e.fact).where(link == visit.id, *LIVE).order_by(e.id.desc())
        if kinds:
            query = query.where(e.kind.in_(sorted(kinds)))
        row = self._connection.execute(query).first()
        if row is None:
            return None
        swapped = select(e.id, link).where(e.fact == row[1], e.kind == SWAP, e.id != row[0])
        for event, truck in ((row[0], visit.id), *self._connection.execute(swapped)):
            undo = {"fact": fact, link.name: truck, "kind": "undo", "undoes": event}
            self._connection.execute(insert(t.dock_events).values(undo))
        self._kept.clear()
        return int(row[1])

    def newest(self, visit: Visit) -> int | None:
        """Return the fact of a visit's newest event not yet taken back, None without one."""
        link = SOURCES[visit.direction].link
        query = select(e.fact).where(link == visit.id, *LIVE).order_by(e.id.desc())
        found: int | None = self._connection.scalar(query.limit(1))
        return found

    def told_with(self, fact: int, visit: Visit) -> tuple[Visit, ...]:
        """Return the other visits of its direction of which a fact spoke too: a swap's partner."""
        source = SOURCES[visit.direction]
        query = (
            select(source.number)
            .join(t.dock_events, source.link == source.key)
            .where(e.fact == fact, e.kind == SWAP, source.key != visit.id)
        )
        found = (self.find(visit.direction, number) for number in self._connection.scalars(query))
        return tuple(other for other in found if other is not None)

    def bookings(self) -> tuple[Booking, ...]:
        """Return what every truck of the site claims that is not gone."""
        return claims((one.number, one.direction, one.state) for one in self._visits())

    def awaited(self) -> tuple[Visit, ...]:
        """Return the visits that have an appointment and are still awaited."""
        return tuple(
            visit
            for visit in self._visits()
            if visit.state.status in AWAITED and visit.state.end_at is not None
        )

    def missed_ahead(self, actor: str, now: datetime) -> tuple[Visit, ...]:
        """Return the visits whose last word is a no-show that an actor noted later than now."""
        found = []
        for source in SOURCES.values():
            last = select(func.max(e.id)).where(source.link.is_not(None), *LIVE)
            query = (
                select(source.number)
                .join(t.dock_events, source.link == source.key)
                .join(t.facts, t.facts.c.sequence == e.fact)
                .where(source.site == self._site, t.facts.c.actor == actor, e.at > now)
                .where(e.kind == "no_show", e.id.in_(last.group_by(source.link)))
            )
            numbers = sorted(self._connection.scalars(query))
            found += [self.find(source.direction, number) for number in numbers]
        return tuple(visit for visit in found if visit is not None)

    def pickups(self) -> tuple[Truck, ...]:
        """Return every pickup of which something is said."""
        return tuple(
            _truck(visit) for visit in self._of(PICKUPS) if visit.state.start_at is not None
        )

    def _visits(self) -> Iterator[Visit]:
        for source in SOURCES.values():
            yield from self._of(source)

    def _of(self, source: Source) -> Iterator[Visit]:
        states = states_of(self._connection, source)
        query = select(source.key, source.number).where(source.site == self._site)
        for key, number in self._connection.execute(query):
            yield Visit(key, number, source.direction, states[key])


def _truck(visit: Visit) -> Truck:
    said = visit.state.details
    names = (visit.number, "", said.carrier, said.trailer)
    return Truck(visit.id, *names, 0, 0, 0, visit.state, OUTBOUND)


class DoorRows:
    """The doors of one site in one transaction."""

    def __init__(self, connection: Connection, site: str) -> None:
        self._connection = connection
        self._site = site

    def all(self) -> tuple[Door, ...]:
        """Return the doors by code, with the blocks that are not lifted."""
        d, b = t.doors.c, t.door_blocks.c
        blocks: dict[int, list[Block]] = {}
        query = select(b.door_id, b.start_at, b.end_at, b.note).where(b.lifted.is_(None))
        for row in self._connection.execute(query.order_by(b.start_at, b.id)):
            blocks.setdefault(row[0], []).append(Block(*row[1:]))
        known = select(d.id, d.code, d.direction, d.hours, d.equipment).where(d.site == self._site)
        found = (
            Door(*row[1:4], words(row[4]), tuple(blocks.get(row[0], ())))
            for row in self._connection.execute(known)
        )
        return tuple(sorted(found, key=lambda door: door.code))

    def set(self, fact: int, code: str, values: Mapping[str, str]) -> None:
        """Set properties of a door; an unknown one is made."""
        key = door_key(self._connection, self._site, fact, code)
        query = update(t.doors).where(t.doors.c.id == key)
        self._connection.execute(query.values({**values, "fact": fact}))

    def block(self, fact: int, code: str, block: Block) -> None:
        """Take a door out of use for a while."""
        key = door_key(self._connection, self._site, fact, code)
        row = {"fact": fact, "door_id": key, "note": block.note}
        window = {"start_at": block.start, "end_at": block.end}
        self._connection.execute(insert(t.door_blocks).values(row | window))

    def lift(self, fact: int, code: str) -> int:
        """Lift all blocks of a door; return how many there were."""
        b = t.door_blocks.c
        key = door_key(self._connection, self._site, fact, code)
        query = update(t.door_blocks).where(b.door_id == key, b.lifted.is_(None))
        return self._connection.execute(query.values(lifted=fact)).rowcount
