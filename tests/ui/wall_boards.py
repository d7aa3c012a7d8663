"""Days at the dock for the wall screen: each kind of door, and what a site may do to a screen."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from app.domain.appointments import Block, Door
from app.domain.board import INBOUND, OUTBOUND, Slot, Truck
from app.domain.calling import CallingDay, calls
from app.domain.clocks import ClockTerms, clock_of
from app.domain.dock import AWAITED, DockState
from app.domain.door_choice import NOWHERE
from app.domain.overruns import overruns_of, stays_of
from app.domain.plan.values import Unload
from app.domain.settings import Settings
from app.services.dock_board import DockDay

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
TERMS = ClockTerms(timedelta(hours=2), timedelta(minutes=30))


def at(clock: str) -> datetime:
    """Return an instant of the day."""
    hour, minute = map(int, clock.split(":"))
    return NOW.replace(hour=hour, minute=minute)


def visit(
    number: str,
    status: str,
    door: str,
    start: str,
    end: str,
    carrier: str = "",
    serves: tuple[int, int, int] = (0, 0, 0),
    direction: str = INBOUND,
    received: int = 0,
    **said: Any,
) -> Slot:
    """Return a truck of 400 units; it ``serves`` (units, orders, late orders)."""
    came = None if status in AWAITED else at(start)
    base = DockState(status, came or at(start), came, door, at(start), at(end))
    state = replace(base, **said)
    truck = Truck(1, number, "", carrier, "TR-9", 400, received, 0, state, direction)
    units, orders, late = serves
    all_orders = frozenset(f"{number}-{n}" for n in range(orders))
    late_by = NOW - at(start) if status in AWAITED and at(start) < NOW else None
    return Slot(
        truck, units, all_orders, late, frozenset(sorted(all_orders)[:late]), None, (), late_by
    )


def day(
    *slots: Slot,
    doors: tuple[Door, ...] = (),
    now: datetime = NOW,
) -> DockDay:
    """Return the board of these trucks; those that serve somebody rank in their order."""
    deliveries = tuple(slot for slot in slots if slot.truck.direction == INBOUND)
    pickups = tuple(slot for slot in slots if slot.truck.direction == OUTBOUND)
    ranked = [slot for slot in deliveries if slot.truck.state.status not in ("closed", "departed")]
    ranked.sort(key=lambda slot: slot.truck.state.status in AWAITED)
    clocks = {slot.truck.asn: clock_of(slot.truck.state, now, TERMS) for slot in deliveries}
    trucks = tuple(slot.truck for slot in slots)
    called = calls(
        CallingDay(trucks, doors, Settings(), now),
        [slot.truck.asn for slot in ranked],
        lambda _asn: NOWHERE,
    )
    return DockDay(
        now,
        now.date(),
        deliveries,
        tuple(door.code for door in doors),
        tuple(_unload(rank, slot) for rank, slot in enumerate(ranked, 1)),
        calls=called,
        pickups=pickups,
        door_rules=doors,
        clocks={number: clock for number, clock in clocks.items() if clock},
        overruns=overruns_of(stays_of([slot.truck for slot in deliveries], now)),
    )


def _unload(rank: int, slot: Slot) -> Unload:
    here = slot.truck.state.status not in AWAITED
    late, units = slot.late_units, slot.cross_dock_units
    due = (units - late) // 2
    number = slot.truck.asn
    return Unload(number, rank, late, due, units, here, slot.truck.state.expected_at, rank)


DOORS = (
    *(Door(str(number), "in") for number in range(1, 6)),
    Door("6", "out"),
    Door("7", "out"),
    Door("8", "in", blocks=(Block(at("06:00"), at("14:00"), "Leveller repair"),)),
)
BUSY = (
    visit("ASN-70418", "unloading", "1", "09:45", "11:18", "Meridian Cold", (58, 21, 9),
          received=250, unload_at=at("09:45")),
    visit("ASN-70435", "scheduled", "1", "12:00", "13:23", "Nordfracht", (22, 14, 0)),
    visit("ASN-70415", "unloading", "2", "09:20", "10:48", "Harbor & Pine", (12, 7, 1),
          received=370, unload_at=at("09:20")),
    visit("ASN-70430", "scheduled", "2", "10:45", "11:30", "Ostmark Cargo", (9, 6, 0)),
    visit("ASN-70421", "at_door", "3", "10:25", "11:53", "Fernway Road", (41, 17, 3),
          docked_at=at("10:25")),
    visit("ASN-70431", "arrived", "", "10:41", "11:26", "Kestrel Freight", (34, 12, 5)),
    visit("ASN-70427", "arrived", "", "08:45", "11:15", "Solberg Lines", (18, 9, 0),
          booked_at=at("09:00")),
    visit("ASN-70429", "scheduled", "4", "11:30", "12:58", "Tamar Transport", (30, 11, 4)),
    visit("ASN-70425", "scheduled", "5", "10:15", "11:43", "Quayside Trunking", (16, 8, 2)),
    visit("PU-3309", "unloading", "6", "10:00", "11:10", "Swiftway", direction=OUTBOUND),
    visit("PU-3311", "scheduled", "6", "11:45", "13:08", "Corvane Parcel", direction=OUTBOUND),
    visit("PU-3312", "scheduled", "7", "12:30", "13:53", "Penrose Pallets", direction=OUTBOUND),
)  # fmt: skip

LONG = (
    "Internationale Speditionsgesellschaft Donau-Schwarzwald-Adria mbH & Co. Kommanditgesellschaft"
)
NAMES = ("شركة الخليج للشحن", "上海东方国际物流有限公司", "Перевозки Север", LONG)


def full_day() -> DockDay:
    """Return the picture's morning: each state that a door can be in."""
    return day(*BUSY, doors=DOORS)


def large_day(doors: int = 60, late: int = 30) -> DockDay:
    """Return a site of so many doors, a truck at each, one of them late (a door's number)."""
    made = tuple(Door(f"D{number:02}", "in") for number in range(1, doors + 1))
    trucks = tuple(
        visit(f"A-{number:02}", "scheduled", f"D{number:02}",
              "10:00" if number == late else "13:00", "14:00", f"Carrier {number}", (5, 2, 1))
        for number in range(1, doors + 1)
    )  # fmt: skip
    return day(*trucks, doors=made)


def named_day() -> DockDay:
    """Return trucks with names in any script, and door codes of all lengths."""
    codes = ("D1", "DOCK-NORTH-12", "RAMPE 4 (KÜHL)", "ZZZZZZZZZZZZZZZZZZZZ")
    doors = tuple(Door(code) for code in codes)
    trucks = [
        visit(f"ASN-{n}", "unloading", code, "09:45", "11:18", name, (99_999, 1_234, 987),
              received=100, unload_at=at("09:45"))
        for n, (code, name) in enumerate(zip(codes, NAMES, strict=True))
    ]  # fmt: skip
    trucks += [
        visit(f"NEXT-{n}", "scheduled", code, "11:00", "12:00", name, (99_999, 9, 9))
        for n, (code, name) in enumerate(zip(codes, NAMES, strict=True))
    ]
    trucks += [visit(f"Y-{n}", "arrived", "", "08:00", "09:00", LONG, (9, 9, 9)) for n in (1, 2)]
    return day(*trucks, doors=doors)
