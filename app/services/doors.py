"""What a door is good for, and when it is out of use; each change a fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.appointments import DIRECTIONS, Block, Door, door_conflicts
from app.domain.door_hours import parse_hours
from app.domain.errors import BadValueError, NotFoundError, RefusedError
from app.domain.instants import print_instant
from app.domain.truck_details import words
from app.services.ordering import weigh

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.services.desk import Desk
    from app.work import Work


@dataclass(frozen=True, slots=True)
class DoorChange:
    """What is asked of a door; None leaves a thing as it is.

    ``hours`` as ``app.domain.door_hours`` reads them; ``equipment`` with ``;`` between; ``lift``
    ends all its blocks.
    """

    direction: str | None = None
    hours: str | None = None
    equipment: str | None = None
    block: Block | None = None
    lift: bool = False


def doors_of(desk: Desk) -> tuple[Door, ...]:
    """Return the site's doors, by code."""
    with desk.store.read(desk.stamp()) as work:
        return work.doors.all()


def change_door(
    code: str, change: DoorChange, desk: Desk, *, dry_run: bool = False
) -> Mapping[str, Any]:
    """Change a door, or make it, and name the trucks whose booking it cannot keep any more.

    BadValueError for a direction, hours or a block that is none; RefusedError where there is
    nothing to lift.
    """
    values = _values(change)
    if change.block is not None and change.block.end <= change.block.start:
        raise BadValueError("bad_block")

    def apply(work: Work) -> Mapping[str, Any]:
        before = next((door for door in work.doors.all() if door.code == code), Door(code))
        fact = work.fact("door", code, {"before": door_json(before), "after": _told(change)})
        work.doors.set(fact, code, values)
        if change.lift and not work.doors.lift(fact, code):
            raise RefusedError("nothing_to_lift", value=code)
        if change.block is not None:
            work.doors.block(fact, code, change.block)
        door = find_door(work, code)
        return {**door_json(door), "affected": affected(work, door)}

    return {**weigh(desk, apply, dry_run=dry_run), "dry_run": dry_run}


def find_door(work: Work, code: str) -> Door:
    """Return a door; NotFoundError where there is none."""
    for door in work.doors.all():
        if door.code == code:
            return door
    raise NotFoundError("unknown_door", value=code)


def affected(work: Work, door: Door) -> list[str]:
    """Return the numbers of trucks yet to leave whose booking the door cannot keep."""
    return sorted(
        booking.number
        for booking in work.visits.bookings()
        if booking.door == door.code
        and booking.holds
        and booking.end > work.stamp.at
        and door_conflicts(booking, door, work.settings)
    )


def door_json(door: Door) -> dict[str, Any]:
    """Return a door as the commands print it."""
    blocks = [
        {"start": print_instant(block.start), "end": print_instant(block.end), "note": block.note}
        for block in door.blocks
    ]
    return {
        "door": door.code,
        "direction": door.direction,
        "hours": door.hours,
        "equipment": sorted(door.equipment),
        "blocks": blocks,
    }


def _values(change: DoorChange) -> dict[str, str]:
    values = {}
    if change.direction is not None:
        values["direction"] = change.direction.strip().lower()
        if values["direction"] not in DIRECTIONS:
            raise BadValueError("bad_direction", value=change.direction)
    if change.hours is not None:
        parse_hours(change.hours)
        values["hours"] = change.hours.strip()
    if change.equipment is not None:
        values["equipment"] = ";".join(sorted(words(change.equipment)))
    return values


def _told(change: DoorChange) -> dict[str, Any]:
    told: dict[str, Any] = {**_values(change), "lift": change.lift}
    if change.block is not None:
        told["block"] = [print_instant(change.block.start), print_instant(change.block.end)]
    return told
