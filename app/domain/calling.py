"""To which door is each truck in the yard called now?  Pure: no clock, no I/O.

Trucks are called in unload order, each to a door of its own.  The door it is booked for is its
own even where it then stands there longer than booked, once nobody is there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.appointments import booking_of
from app.domain.board import INBOUND
from app.domain.door_choice import choose_door, standing_now
from app.domain.overruns import AT_DOOR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from app.domain.appointments import Booking, Door
    from app.domain.board import Truck
    from app.domain.door_choice import Carry, DoorOption
    from app.domain.settings import Settings


@dataclass(frozen=True, slots=True)
class CallingDay:
    """The trucks of a day, pickups too, and the doors, at an instant."""

    trucks: tuple[Truck, ...]
    doors: tuple[Door, ...]
    settings: Settings
    now: datetime


def calls(
    day: CallingDay, turns: Iterable[str], carry: Callable[[str], Carry]
) -> Mapping[str, DoorOption]:
    """Return by ASN the door of each delivery in the yard; none where none is free.

    ``turns`` are the ASNs in unload order; ``carry`` says where an ASN's units go.
    """
    yard = {
        truck.asn: truck
        for truck in day.trucks
        if truck.state.status == "arrived" and truck.direction == INBOUND
    }
    settings = replace(day.settings, dock_capacity=0)  # it is here: its hour has begun
    claims = (booking_of(truck.asn, truck.direction, truck.state) for truck in day.trucks)
    others, called = standing_now(claims, day.now), {}
    for asn in turns:
        if asn not in yard:
            continue
        claim = _claim_now(yard[asn], day.now)
        options = choose_door(claim, day.doors, others, settings, carry(asn), look_ahead=False)
        option = _called_to(claim, options, others)
        if option is not None:
            called[asn] = option
            others = [one for one in others if (one.direction, one.number) != (INBOUND, asn)]
            others.append(replace(claim, door=option.door, status="at_door"))
    return called


def _claim_now(truck: Truck, now: datetime) -> Booking:
    claim = booking_of(truck.asn, INBOUND, truck.state)
    return replace(claim, start=now, end=now + (truck.end - truck.start))


def _called_to(
    claim: Booking, options: Sequence[DoorOption], others: Iterable[Booking]
) -> DoorOption | None:
    if options and options[0].free:
        return options[0]
    there = {one.door for one in others if one.status in AT_DOOR}
    return next((one for one in options if one.door == claim.door and _may(one, there)), None)


def _may(booked: DoorOption, there: set[str]) -> bool:
    return booked.door not in there and all(one.code == "door_taken" for one in booked.conflicts)
