"""The ways from doors to the lanes of a truck's units, and the door to which to call a truck."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from app.domain.appointments import Booking, booking_of
from app.domain.board import INBOUND, Serves
from app.domain.door_choice import Carry, choose_door, lanes_of, standing_now
from app.domain.goods import Kind
from app.domain.overruns import AT_DOOR
from app.domain.receiving import Lanes, steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.domain.board import Truck
    from app.domain.door_choice import DoorOption
    from app.domain.goods import Location
    from app.domain.plan.values import Unload
    from app.work import Work


class Ways:
    """Lanes with what stands in them, and the docks by code; read once, when first needed."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def carry(self, shares: Mapping[str, int]) -> Carry:
        """Return where units (each, by order in plan order) go, and how far that is from doors."""
        if not shares or not self._lanes.places:
            return Carry()
        units = lanes_of(shares, self._own, self._lanes, self._work.settings.lane_rule)
        by_code = {lane.code: lane for lane in self._lanes.places}
        ways = {
            (dock.code, code): apart
            for dock in self._docks
            for code in units
            if (apart := steps(dock, by_code[code])) is not None
        }
        return Carry(units, ways)

    @cached_property
    def _lanes(self) -> Lanes:
        places = self._work.places.of_kind(Kind.STAGING)
        return Lanes(places, self._work.ledger.units_in(tuple(lane.id for lane in places)))

    @cached_property
    def _docks(self) -> tuple[Location, ...]:
        return self._work.places.of_kind(Kind.DOCK)

    @cached_property
    def _own(self) -> Mapping[str, Sequence[Location]]:
        by_code = {lane.code: lane for lane in self._lanes.places}
        own: dict[str, list[Location]] = {}
        for one in self._work.boards.staged():
            if one.place in by_code:
                own.setdefault(one.order, []).append(by_code[one.place])
        return own


def calls_of(
    work: Work,
    trucks: Sequence[Truck],
    serves: Mapping[str, Serves],
    unload: Iterable[Unload],
) -> Mapping[str, DoorOption]:
    """Return by ASN the door to which to call each truck in the yard; none where none is free.

    Trucks are called in unload order, each to a door of its own.  The door it is booked for is
    its own even where it then stands there longer than booked, once nobody is there.  ``trucks``
    are those of the day, pickups too.
    """
    yard = {truck.asn: truck for truck in trucks if truck.state.status == "arrived"}
    if not yard:
        return {}
    now, doors = work.stamp.at, work.doors.all()
    settings = replace(work.settings, dock_capacity=0)  # it is here: its hour has begun
    claims = (booking_of(truck.asn, truck.direction, truck.state) for truck in trucks)
    others = standing_now(claims, now)
    ways, calls = Ways(work), {}
    for row in unload:
        truck = yard.get(row.asn)
        if truck is None or truck.direction != INBOUND:
            continue
        claim = replace(
            booking_of(truck.asn, INBOUND, truck.state),
            start=now,
            end=now + (truck.end - truck.start),
        )
        carry = ways.carry(serves.get(row.asn, Serves()).shares)
        options = choose_door(claim, doors, others, settings, carry, look_ahead=False)
        option = _called_to(claim, options, others)
        if option is not None:
            calls[row.asn] = option
            others = [one for one in others if (one.direction, one.number) != (INBOUND, row.asn)]
            others.append(replace(claim, door=option.door, status="at_door"))
    return calls


def _called_to(
    claim: Booking, options: Sequence[DoorOption], others: Iterable[Booking]
) -> DoorOption | None:
    if options and options[0].free:
        return options[0]
    there = {one.door for one in others if one.status in AT_DOOR}
    return next((one for one in options if one.door == claim.door and _may(one, there)), None)


def _may(booked: DoorOption, there: set[str]) -> bool:
    return booked.door not in there and all(one.code == "door_taken" for one in booked.conflicts)
