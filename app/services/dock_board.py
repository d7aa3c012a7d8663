"""The dock schedule with what each truck does for waiting orders."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC
from typing import TYPE_CHECKING, Any

from app.domain.appointments import MINUTE, claims
from app.domain.board import (
    INBOUND,
    OUTBOUND,
    Serves,
    Slot,
    make_slots,
    on_day,
    with_problems,
)
from app.domain.errors import NotFoundError
from app.domain.instants import print_instant
from app.domain.overruns import overruns_of, stays_of
from app.domain.settings import Settings
from app.services.dock_clocks import (
    clock_json,
    clocks_of,
    overrun_json,
    workload_json,
    workload_of,
)
from app.services.door_ways import calls_of
from app.services.doors import door_json
from app.services.pickups import departures_of, ready_json
from app.services.plan_json import relief_json
from app.services.unloading import unload_now
from app.texts.dock import conflict_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime, tzinfo

    from app.domain.appointments import Booking, Door
    from app.domain.board import Truck
    from app.domain.clocks import Clock
    from app.domain.door_choice import DoorOption
    from app.domain.overruns import Overrun
    from app.domain.pickups import Forecast
    from app.domain.plan.plan import Plan
    from app.domain.plan.reach import ReachHour
    from app.domain.plan.values import Unload
    from app.domain.workload import WorkHour
    from app.services.desk import Desk
    from app.work import Work


@dataclass(frozen=True, slots=True)
class DockDay:
    """One day's board; slots by start, doors by code, the unload order over all trucks.

    ``slots`` are deliveries; pickups stand beside them.  ``reach`` is what today's arrivals
    complete, by hour, ``workload`` what is to be moved; both None on another day, or without a
    plan.  ``clocks`` are by ASN; doors run late today alone.  ``bookings`` are the claims of
    all days.  ``calls`` are the doors to which to call the trucks in the yard today, by ASN;
    ``ready`` is by number what leaves with each pickup that is still to be loaded today.
    """

    as_of: datetime
    day: date
    slots: tuple[Slot, ...]
    doors: tuple[str, ...]
    unload: tuple[Unload, ...]
    reach: tuple[ReachHour, ...] | None = None
    is_today: bool = True
    clocks: Mapping[str, Clock] = field(default_factory=dict)
    overruns: tuple[Overrun, ...] = ()
    workload: tuple[WorkHour, ...] | None = None
    pickups: tuple[Slot, ...] = ()
    door_rules: tuple[Door, ...] = ()
    bookings: tuple[Booking, ...] = ()
    settings: Settings = field(default_factory=Settings)
    zone: tzinfo = UTC
    calls: Mapping[str, DoorOption] = field(default_factory=dict)
    ready: Mapping[str, Forecast] = field(default_factory=dict)


def dock_day(desk: Desk, day: date | None = None) -> DockDay:
    """Return the board of a site's day, today's without one."""
    with desk.store.read(desk.stamp()) as work:
        plan = desk.planner.current(work)
        now = work.stamp.at
        serves = serves_of(plan, work, now)
        trucks = work.boards.trucks()
        board = _board(work, day, trucks, serves, unload_now(plan, trucks, work))
        if not board.is_today:
            return board
        today = [slot.truck for slot in (*board.slots, *board.pickups)]
        stays = stays_of(today, now)
        load = workload_of(stays, serves, plan, now, work.settings)
        calls = calls_of(work, today, serves, board.unload)
        ready = departures_of(work, plan, [slot.truck for slot in board.pickups]).by_pickup
        return replace(
            board,
            reach=plan.reach(),
            overruns=overruns_of(stays),
            workload=load,
            calls=calls,
            ready=ready,
        )


def dock_trucks(desk: Desk, day: date | None = None) -> DockDay:
    """Return the same board before there is a plan: nothing of what the trucks serve."""
    with desk.store.read(desk.stamp()) as work:
        return _board(work, day, work.boards.trucks(), {}, ())


def _board(
    work: Work,
    day: date | None,
    known: Sequence[Truck],
    serves: Mapping[str, Serves],
    unload: tuple[Unload, ...],
) -> DockDay:
    now, zone = work.stamp.at, work.settings.zone
    today = now.astimezone(zone).date()
    day = day or today
    everyone = (*known, *work.visits.pickups())
    trucks = on_day(everyone, day, zone, today)
    doors = work.doors.all()
    slots = with_problems(make_slots(trucks, serves, unload, now), doors, work.settings)
    deliveries, pickups = (
        tuple(slot for slot in slots if slot.truck.direction == direction)
        for direction in (INBOUND, OUTBOUND)
    )
    return DockDay(
        now,
        day,
        deliveries,
        tuple(door.code for door in doors),
        unload,
        is_today=day == today,
        pickups=pickups,
        door_rules=doors,
        bookings=claims((one.asn, one.direction, one.state) for one in everyone),
        settings=work.settings,
        zone=zone,
        clocks=clocks_of([slot.truck for slot in deliveries], now, work.settings),
    )


def serves_of(plan: Plan, work: Work, now: datetime) -> Mapping[str, Serves]:
    """Return by ASN what its cross-dock units do."""
    shares: dict[str, dict[str, int]] = defaultdict(dict)
    late: dict[str, set[str]] = defaultdict(set)
    promised: dict[str, bool] = {}
    for peg in plan.pegs():
        if peg.asn is None or not peg.cross_dock:
            continue
        mine = shares[peg.asn]
        mine[peg.order] = mine.get(peg.order, 0) + peg.quantity
        if peg.order not in promised:
            facts = plan.rank_of(peg.order)
            promise = facts.promised_at if facts else None
            promised[peg.order] = promise is not None and promise < now
        if promised[peg.order]:
            late[peg.asn].add(peg.order)
    return {
        asn: Serves(sum(mine.values()), frozenset(mine), frozenset(late[asn]), mine)
        for asn, mine in shares.items()
    }


def at_door(board: DockDay, code: str) -> DockDay:
    """Return what of a board belongs to one door; NotFoundError for a door that is none.

    What is counted over the whole dock (reach, workload, the unload ranks) stays.
    """
    kept = [
        tuple(slot for slot in slots if slot.truck.state.door == code)
        for slots in (board.slots, board.pickups)
    ]
    if code not in board.doors and not any(kept):
        raise NotFoundError("unknown_door", value=code)
    return replace(
        board,
        slots=kept[0],
        pickups=kept[1],
        doors=tuple(door for door in board.doors if door == code),
        door_rules=tuple(door for door in board.door_rules if door.code == code),
        overruns=tuple(late for late in board.overruns if late.door == code),
    )


def dock_json(board: DockDay) -> dict[str, Any]:
    """Return the board as ``dock --json`` prints it."""
    slots = sorted(
        (*board.slots, *board.pickups), key=lambda slot: (slot.truck.start, slot.truck.asn)
    )
    return {
        "as_of": print_instant(board.as_of),
        "day": board.day.isoformat(),
        "appointments": [
            {
                **_slot_json(slot, board.zone),
                "clock": clock_json(board.clocks.get(slot.truck.asn)),
                "ready": _ready_json(slot, board),
            }
            for slot in slots
        ],
        "doors": [door_json(door) for door in board.door_rules],
        "reach": None if board.reach is None else _reach_json(board.reach),
        "overruns": [overrun_json(overrun) for overrun in board.overruns],
        "workload": None if board.workload is None else workload_json(board.workload),
    }


def _ready_json(slot: Slot, board: DockDay) -> dict[str, Any] | None:
    outbound = slot.truck.direction == OUTBOUND
    return ready_json(board.ready.get(slot.truck.asn)) if outbound else None


def _reach_json(reach: Sequence[ReachHour]) -> dict[str, Any]:
    hours = [
        {
            "from": print_instant(hour.start),
            "orders": hour.orders,
            "lines": hour.lines,
            "units": hour.units,
        }
        for hour in reach
    ]
    sums = {
        "orders": sum(hour.orders for hour in reach),
        "lines": sum(hour.lines for hour in reach),
        "units": sum(hour.units for hour in reach),
    }
    return {**sums, "hours": hours}


def _slot_json(slot: Slot, zone: tzinfo) -> dict[str, Any]:
    truck = slot.truck
    state = truck.state
    delivery = truck.direction == INBOUND
    return {
        "id": str(truck.id) if delivery else f"pickup-{truck.id}",
        "direction": truck.direction,
        "door": state.door or None,
        "number": truck.asn,
        "asn": truck.asn if delivery else None,
        "status": state.status,
        "start": print_instant(truck.start),
        "end": print_instant(truck.end),
        "expected_at": print_instant(state.expected_at),
        "units": truck.units,
        "cross_dock_units": slot.cross_dock_units,
        "orders": len(slot.orders),
        "late_units": slot.late_units,
        "late_orders": len(slot.late_orders),
        "late_minutes": None if slot.late_by is None else slot.late_by // MINUTE,
        "received": truck.received,
        "unload_rank": slot.unload_rank,
        **relief_json(slot.unload),
        "conflicts": list(slot.conflicts),
        **state.details.said(),
        "carrier": truck.carrier,
        "trailer": truck.trailer,
        "minutes": (truck.end - truck.start) // MINUTE,
        "fixed_minutes": state.details.minutes,
        "problems": [
            {"code": problem.code, "says": conflict_sentence(problem, zone)}
            for problem in slot.problems
        ],
    }
