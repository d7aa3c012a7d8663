"""Which announced line does an arriving unit belong to, and where does it go?  Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from app.domain.dock import AWAITED, HERE
from app.domain.goods import Trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from app.domain.board import Truck
    from app.domain.goods import Location
    from app.domain.inbound import AsnLine

OUTBOUND: Final = "outbound"
"""The purpose of a staging place that waits for its carrier: nothing is cross-docked to it."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Units (each, > 0) that a scan adds to one ASN line; None is a line still to be made."""

    line: AsnLine | None
    units: int


def share_over_lines(lines: Sequence[AsnLine], units: int, lot: str = "") -> tuple[Counted, ...]:
    """Share scanned units over the ASN lines of their product, in line order.

    Lines of the scanned lot come first.  Each line takes what it still misses; what is over goes
    to the last line that took any, else to the first.  No lines: one new line takes all.
    """
    if not lines:
        return (Counted(None, units),)
    preferred = [line for line in lines if lot and line.lot == lot]
    ordered = preferred + [line for line in lines if line not in preferred]
    shares: dict[int, int] = {}
    left = units
    for line in ordered:
        if take := min(left, line.missing):
            shares[line.id] = take
            left -= take
    if left:
        last = next((line for line in reversed(ordered) if line.id in shares), ordered[0])
        shares[last.id] = shares.get(last.id, 0) + left
    return tuple(Counted(line, shares[line.id]) for line in ordered if line.id in shares)


def trace_on_line(scanned: Trace, line: AsnLine) -> Trace:
    """Fill in the lot and the expiry day that the ASN told where the code did not contradict."""
    other_lot = scanned.lot and line.lot and scanned.lot != line.lot
    other_day = scanned.expires_on and line.expires_on and scanned.expires_on != line.expires_on
    if other_lot or other_day:
        return scanned
    return Trace(scanned.lot or line.lot, scanned.expires_on or line.expires_on, scanned.serial)


class LaneRule(StrEnum):
    """Which lane an order gets that has none yet."""

    FIRST_FREE = "first_free"
    SAME_SHIP_TO = "same_ship_to"
    CARRIERS_DOOR = "carriers_door"
    LEAST_WALKING = "least_walking"


def pickup_door(carrier: str, pickups: Iterable[Truck], now: datetime) -> str:
    """Return the door at which a carrier's next pickup is booked, "" where none is.

    A truck that is here goes before one to come, and one whose window is over comes last.  Names
    of carriers compare without case and the blanks around them.  What is only asked for holds no
    door.
    """
    name = carrier.strip().casefold()
    booked = [
        truck
        for truck in pickups
        if name and truck.carrier.strip().casefold() == name
        if truck.state.door and truck.state.status in HERE | AWAITED - {"requested"}
    ]

    def turn(truck: Truck) -> tuple[bool, bool, datetime, str]:
        is_here = truck.state.status in HERE
        return (not is_here, not is_here and truck.end < now, truck.start, truck.asn)

    first = min(booked, key=turn, default=None)
    return "" if first is None else first.state.door


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes in walking order, with their on-hand units by key.

    Those for outbound goods are left out, unless there is no other.
    """

    places: tuple[Location, ...]
    units_in: Mapping[int, int]

    @property
    def usable(self) -> tuple[Location, ...]:
        """Return the lanes that cross-docked units may go to."""
        kept = tuple(lane for lane in self.places if lane.purpose != OUTBOUND)
        return kept or self.places


def choose_lane(
    own: Iterable[Location],
    lanes: Lanes,
    beside: Iterable[Location] = (),
    dock: Location | None = None,
) -> Location | None:
    """Choose the lane of an order: its own, else the first free, else the one that holds least.

    ``own`` are the places where units of the order are staged.  Before a free lane comes one of
    ``beside`` (where units for the same ship-to stand).  With a ``dock`` (where the units lie, or
    from where they leave) the free one that is nearest to it by pick sequence is taken.  None only
    where there is no lane.
    """
    usable = lanes.usable
    for places in (own, beside):
        keys = {place.id for place in places}
        for lane in usable:
            if lane.id in keys:
                return lane
    free = [lane for lane in usable if not lanes.units_in.get(lane.id)]
    if free:
        return free[0] if dock is None else min(free, key=lambda lane: _nearness(lane, dock))
    return min(usable, key=lambda lane: (lanes.units_in.get(lane.id, 0), lane.walk), default=None)


def steps(one: Location, other: Location) -> int | None:
    """Return how many places apart two stand in the walk; None where that of one is unknown."""
    if one.pick_sequence is None or other.pick_sequence is None:
        return None
    return abs(one.pick_sequence - other.pick_sequence)


def _nearness(lane: Location, dock: Location) -> tuple[bool, int, tuple[bool, int, str]]:
    """Return how a lane ranks by its way to a dock; one whose way is unknown comes last."""
    apart = steps(lane, dock)
    return (apart is None, apart or 0, lane.walk)
