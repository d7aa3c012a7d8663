"""What stands in the lanes, for whom, for how long, and what it waits for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.goods import Kind
from app.domain.instants import print_instant
from app.services.lane_orders import in_lanes

if TYPE_CHECKING:
    from datetime import datetime, timedelta
    from zoneinfo import ZoneInfo

    from app.domain.goods import Location
    from app.services.desk import Desk
    from app.services.lane_orders import InLane


@dataclass(frozen=True, slots=True)
class Lane:
    """A staging place with what stands in it, the oldest first.

    ``loose`` are units (each) there that are staged for nobody.
    """

    place: Location
    orders: tuple[InLane, ...] = ()
    loose: int = 0

    @property
    def units(self) -> int:
        """Return the units (each) that stand there for orders."""
        return sum(one.standing.units for one in self.orders)

    def waits(self, now: datetime) -> timedelta | None:
        """Return how long the oldest units have stood, None for an empty lane."""
        return now - self.orders[0].standing.since if self.orders else None


@dataclass(frozen=True, slots=True)
class LaneMap:
    """All staging places in walking order; beyond ``most`` units have stood too long."""

    as_of: datetime
    zone: ZoneInfo
    most: timedelta
    lanes: tuple[Lane, ...]


def lane_map(desk: Desk) -> LaneMap:
    """Return what stands in every lane of the site."""
    with desk.store.read(desk.stamp()) as work:
        found = in_lanes(work, desk.planner.current(work))
        places = work.places.of_kind(Kind.STAGING)
        there = work.ledger.units_in(tuple(place.id for place in places))
        lanes = []
        for place in places:
            lane = Lane(place, found.get(place.code, ()))
            loose = max(0, there.get(place.id, 0) - lane.units)
            lanes.append(Lane(place, lane.orders, loose))
        settings = work.settings
        return LaneMap(work.stamp.at, settings.zone, settings.max_lane_dwell, tuple(lanes))


def lanes_json(found: LaneMap) -> dict[str, Any]:
    """Return the lanes as ``lanes --json`` prints them; ages are whole minutes."""
    return {
        "as_of": print_instant(found.as_of),
        "lanes": [_json(lane, found) for lane in found.lanes],
    }


def _json(lane: Lane, found: LaneMap) -> dict[str, Any]:
    waits = lane.waits(found.as_of)
    return {
        "lane": lane.place.code,
        "purpose": lane.place.purpose,
        "units": lane.units,
        "minutes": None if waits is None else int(waits.total_seconds() // 60),
        "too_long": waits is not None and waits > found.most,
        "for_nobody": lane.loose,
        "orders": [_order(one, found) for one in lane.orders],
    }


def _order(one: InLane, found: LaneMap) -> dict[str, Any]:
    standing = one.standing
    return {
        "order": standing.order,
        "customer": standing.customer,
        "units": standing.units,
        "since": print_instant(standing.since),
        "too_long": found.as_of - standing.since > found.most,
        "asns": list(one.asns),
        "ready": one.ready,
        "waits_for": one.says,
    }
