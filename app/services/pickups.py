"""The day's pickups: what leaves with each by the plan, when it is ready, and what misses it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from app.domain.appointments import MINUTE
from app.domain.board import on_day
from app.domain.instants import print_instant
from app.domain.pickups import Departures, Forecast, Part, departures, pickups_of
from app.domain.workload import crew_capacity
from app.texts.pickups import missed_sentence, ready_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import tzinfo

    from app.domain.board import Truck
    from app.domain.pickups import Missed
    from app.domain.plan.plan import Plan
    from app.services.desk import Desk
    from app.work import Work

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PickupDay:
    """Today's pickups by carrier and time, with what is foreseen of those still to be loaded."""

    as_of: datetime
    trucks: tuple[Truck, ...]
    departures: Departures
    zone: tzinfo


def pickup_day(desk: Desk) -> PickupDay:
    """Return today's pickups, and what leaves with each."""
    with desk.store.read(desk.stamp()) as work:
        trucks = pickups_today(work)
        found = departures_of(work, desk.planner.current(work), trucks)
        ordered = sorted(trucks, key=lambda truck: (truck.carrier, truck.start, truck.asn))
        return PickupDay(work.stamp.at, tuple(ordered), found, work.settings.zone)


def pickups_today(work: Work) -> tuple[Truck, ...]:
    """Return the pickups of the site's day, and those that are overdue."""
    zone = work.settings.zone
    today = work.stamp.at.astimezone(zone).date()
    return on_day(work.visits.pickups(), today, zone, today)


def departures_of(work: Work, plan: Plan, trucks: Iterable[Truck]) -> Departures:
    """Foresee what leaves today with each pickup; nothing where there is none to load."""
    settings, now = work.settings, work.stamp.at
    pickups = pickups_of(trucks, settings.pickup_cut_off)
    if not pickups:
        return Departures({})
    return departures(pickups, _parts(work, plan), crew_capacity(settings), now)


@dataclass
class _Sum:
    units: int = 0
    added: int = 0
    asns: dict[str, None] = field(default_factory=dict)


def _parts(work: Work, plan: Plan) -> Sequence[Part]:
    """Return what the plan ships until the site's day ends, by order and time, in rank order."""
    ends = _day_end(work)
    sums: dict[tuple[str, datetime], _Sum] = defaultdict(_Sum)
    for peg in plan.pegs():
        if peg.ships_at >= ends:
            continue
        part = sums[peg.order, peg.ships_at]
        part.units += peg.quantity
        if peg.cross_dock:
            part.added += peg.quantity
        if peg.asn is not None:
            part.asns[peg.asn] = None
    carriers = work.boards.carriers()
    return [
        Part(order, carriers.get(order, ""), at, one.units, one.added, tuple(one.asns))
        for (order, at), one in sums.items()
    ]


def _day_end(work: Work) -> datetime:
    zone = work.settings.zone
    today = work.stamp.at.astimezone(zone).date()
    return datetime.combine(today + DAY, time(), tzinfo=zone)


def ready_json(forecast: Forecast | None) -> dict[str, Any] | None:
    """Return a pickup's forecast as ``dock --json`` prints it; None where there is none."""
    if forecast is None:
        return None
    at = forecast.at
    return {
        "cut_off": print_instant(forecast.pickup.cut_off),
        "at": None if at is None else print_instant(at),
        "orders": forecast.orders,
        "units": forecast.units,
        "added_units": forecast.added,
        "spare_minutes": forecast.spare_minutes,
        "missed": [missed.order for missed in forecast.missed],
    }


def pickups_json(day: PickupDay) -> dict[str, Any]:
    """Return the day's pickups as ``pickups --json`` prints them."""
    without = day.departures.without
    return {
        "as_of": print_instant(day.as_of),
        "pickups": [_pickup_json(truck, day) for truck in day.trucks],
        "without_pickup": {
            "orders": sorted({part.order for part in without}),
            "units": sum(part.units for part in without),
        },
    }


def _pickup_json(truck: Truck, day: PickupDay) -> dict[str, Any]:
    forecast = day.departures.by_pickup.get(truck.asn)
    return {
        "pickup": truck.asn,
        "carrier": truck.carrier,
        "door": truck.state.door or None,
        "status": truck.state.status,
        "start": print_instant(truck.start),
        "end": print_instant(truck.end),
        "minutes": (truck.end - truck.start) // MINUTE,
        "ready": ready_json(forecast),
        "missed": [missed_json(one, day.zone) for one in forecast.missed] if forecast else [],
        "says": ready_sentence(forecast, day.zone) if forecast else "",
    }


def missed_json(missed: Missed, zone: tzinfo) -> dict[str, Any]:
    """Return an order that misses a pickup as commands print it."""
    return {
        "order": missed.order,
        "pickup": missed.pickup.number,
        "units": missed.units,
        "ready_at": print_instant(missed.last.at),
        "waits_for": list(missed.asns),
        "says": missed_sentence(missed, zone),
    }


def misses_of(work: Work, plan: Plan) -> Mapping[str, tuple[Missed, ...]]:
    """Return by number the orders that miss a pickup today, with those they miss."""
    return departures_of(work, plan, pickups_today(work)).missed()
