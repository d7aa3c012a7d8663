"""The ways from doors to the lanes of a truck's units, and the door to which to call a truck."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.domain.board import Serves
from app.domain.calling import CallingDay, calls
from app.domain.door_choice import Carry, lanes_of
from app.domain.goods import Kind
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

    ``trucks`` are those of the day, pickups too.
    """
    if all(truck.state.status != "arrived" for truck in trucks):
        return {}
    ways = Ways(work)
    day = CallingDay(tuple(trucks), work.doors.all(), work.settings, work.stamp.at)
    turns = [row.asn for row in unload]
    return calls(day, turns, lambda asn: ways.carry(serves.get(asn, Serves()).shares))
