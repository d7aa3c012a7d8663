"""The dock's clocks: what each truck has cost, which doors run late, what each hour asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.board import INBOUND
from app.domain.clocks import MINUTE, Clock, ClockTerms, clock_of
from app.domain.instants import print_instant
from app.domain.workload import ToUnload, WorkHour, crew_capacity, workload
from app.texts.dock import overrun_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from app.domain.board import Serves, Truck
    from app.domain.overruns import Overrun, Stay
    from app.domain.plan.plan import Plan
    from app.domain.settings import Settings


def clocks_of(trucks: Iterable[Truck], now: datetime, settings: Settings) -> Mapping[str, Clock]:
    """Return by ASN the clocks of those that have come."""
    terms = ClockTerms(settings.free_time, settings.on_time_within)
    clocks = {truck.asn: clock_of(truck.state, now, terms) for truck in trucks}
    return {asn: clock for asn, clock in clocks.items() if clock is not None}


def workload_of(
    stays: Sequence[Stay],
    serves: Mapping[str, Serves],
    plan: Plan,
    now: datetime,
    settings: Settings,
) -> tuple[WorkHour, ...]:
    """Return today's work by hour; what is not yet received of each delivery is to unload."""
    trucks = []
    for stay in stays:
        if stay.truck.direction != INBOUND:
            continue
        left = max(stay.truck.units - stay.truck.received, 0)
        does = serves.get(stay.truck.asn)
        trucks.append(ToUnload(stay.begins, stay.ends, left, does.units if does else 0))
    return workload(trucks, plan.leaving(), crew_capacity(settings), now, settings.zone)


def clock_json(clock: Clock | None) -> dict[str, Any] | None:
    """Return a truck's clock as ``dock --json`` prints it."""
    if clock is None:
        return None
    return {
        "rule": clock.rule,
        "starts_at": None if clock.starts_at is None else print_instant(clock.starts_at),
        "ends_at": None if clock.ends_at is None else print_instant(clock.ends_at),
        "dwell_minutes": clock.dwell_minutes,
        "detention_minutes": clock.detention_minutes,
        "free_minutes": clock.free_minutes,
        "causes": [{"cause": cause, "minutes": minutes} for cause, minutes in clock.causes],
    }


def overrun_json(overrun: Overrun) -> dict[str, Any]:
    """Return a door that runs late as ``dock --json`` prints it."""
    return {
        "door": overrun.door,
        "minutes": overrun.by // MINUTE,
        "cause": overrun.cause,
        "says": overrun_words(overrun),
        "trucks": [
            {
                "number": stay.truck.asn,
                "asn": stay.truck.asn if stay.truck.direction == INBOUND else None,
                "minutes": stay.waits // MINUTE,
                "begins_at": print_instant(stay.begins),
            }
            for stay in overrun.waiting
        ],
    }


def workload_json(hours: Sequence[WorkHour]) -> list[dict[str, Any]]:
    """Return the work by hour as ``dock --json`` prints it."""
    return [
        {
            "from": print_instant(hour.start),
            "unload": hour.unload,
            "cross_dock": hour.cross_dock,
            "pick": hour.pick,
            "carried": hour.carried,
            "capacity": hour.capacity,
            "over": hour.over,
        }
        for hour in hours
    ]
