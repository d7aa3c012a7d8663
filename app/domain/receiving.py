"""Which announced line does an arriving unit belong to, and where does it go?  Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.goods import Trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.domain.goods import Location
    from app.domain.inbound import AsnLine


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


def choose_lane(
    own: Iterable[Location], lanes: Sequence[Location], units_in: Mapping[int, int]
) -> Location | None:
    """Choose the lane of an order: its own, else the first free, else the one that holds least.

    ``own`` are the places where units of the order are staged, ``lanes`` the staging locations
    in walking order, ``units_in`` their on-hand units.  None only where there is no lane.
    """
    mine = {place.id for place in own}
    for lane in lanes:
        if lane.id in mine:
            return lane
    for lane in lanes:
        if not units_in.get(lane.id):
            return lane
    return min(lanes, key=lambda lane: (units_in.get(lane.id, 0), lane.walk), default=None)
