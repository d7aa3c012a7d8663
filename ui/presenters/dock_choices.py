"""What of a truck can be weighed before it is said: late by, no-show, cancel, swap doors.  Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.board import OUTBOUND
from app.domain.dock import AWAITED, HERE, SWAP
from app.texts import screen
from ui.models.dock import EventChoice
from ui.presenters.dock_saying import LATE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

    from app.domain.board import Slot, Truck
    from app.services.dock_board import DockDay

LATE_BY = (30, 60, 120, 240)  # minutes
MOST_TO_SWAP = 8  # those nearest in time
WEIGHED = frozenset({"no_show", "cancel"})


def with_weighed(
    events: Iterable[EventChoice], slot: Slot, board: DockDay, zone: tzinfo
) -> tuple[EventChoice, ...]:
    """Add late by and swap to a delivery's events; what can be weighed is marked so."""
    marked = [replace(event, weighed=event.kind in WEIGHED) for event in events]
    added: list[EventChoice] = []
    if slot.truck.direction == OUTBOUND:
        marked = list(events)
    else:
        extra = (_late(slot.truck, board), _swap(slot, board, zone))
        added = [event for event in extra if event.options]
    last = [event for event in marked if event.kind == "undo"]
    return (*(event for event in marked if event.kind != "undo"), *added, *last)


def _late(truck: Truck, board: DockDay) -> EventChoice:
    """Offer to say how much after its time an awaited truck comes; what is past is not offered."""
    awaited = truck.state.status in ("scheduled", "no_show")
    options = tuple(
        (str(minutes), _span(minutes))
        for minutes in LATE_BY
        if awaited and truck.start + timedelta(minutes=minutes) > board.as_of
    )
    return EventChoice(LATE, screen("late_by_event"), "schedule", (), options, True, True)


def _span(minutes: int) -> str:
    if minutes < 60:
        return screen("minutes", minutes=minutes)
    return screen("whole_hours", hours=minutes // 60)


def _swap(slot: Slot, board: DockDay, zone: tzinfo) -> EventChoice:
    """Offer the trucks whose door it could have, nearest in time first."""
    mine = slot.truck
    others = [one.truck for one in board.slots if _can_swap(mine, one.truck)]
    nearest = sorted(others, key=lambda one: (abs(one.start - mine.start), one.asn))
    options = tuple((one.asn, _named(one, zone)) for one in nearest[:MOST_TO_SWAP])
    icon = "swap_horiz"
    return EventChoice(SWAP, screen("swap_event"), icon, (), options, weighed=True)


def _can_swap(mine: Truck, other: Truck) -> bool:
    doors = (mine.state.door, other.state.door)
    standing = all(one.state.status in HERE | AWAITED for one in (mine, other))
    return standing and all(doors) and doors[0] != doors[1]


def _named(truck: Truck, zone: tzinfo) -> str:
    time = f"{truck.start.astimezone(zone):%H:%M}"
    name = truck.carrier or truck.supplier
    return screen("swap_with", door=truck.state.door, carrier=name, time=time)
