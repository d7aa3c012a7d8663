"""The dock schedule of a day: appointments by door, what they bring, and what clashes.  Pure."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from app.domain.appointments import SLOT, booking_of, door_conflicts
from app.domain.dock import AWAITED, HERE, DockState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.domain.appointments import Conflict, Door
    from app.domain.plan.values import Unload
    from app.domain.settings import Settings

INBOUND, OUTBOUND = "inbound", "outbound"
FACT_OF = {INBOUND: "truck", OUTBOUND: "pickup"}
MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Standing:
    """Units (each, > 0) that stand staged in a place for an order, the first of them ``since``."""

    place: str
    purpose: str
    order: str
    customer: str
    units: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Truck:
    """An inbound shipment, or a pickup (``asn`` is its number), with its truck's state.

    ``units`` are all announced units (each), ``crossed`` those that went across already.
    """

    id: int
    asn: str
    supplier: str
    carrier: str
    trailer: str
    units: int
    received: int
    crossed: int
    state: DockState
    direction: str = INBOUND

    @property
    def start(self) -> datetime:
        """Return when it stands on the board: its appointment, else its expected arrival."""
        return self.state.start_at or self.state.expected_at

    @property
    def end(self) -> datetime:
        """Return when its slot ends."""
        return self.state.end_at or self.start + SLOT


@dataclass(frozen=True, slots=True)
class Slot:
    """One truck on the board with what the plan says of it; ``late_by`` is None in time."""

    truck: Truck
    cross_dock_units: int
    orders: frozenset[str]
    late_units: int
    late_orders: frozenset[str]
    unload_rank: int | None
    conflicts: tuple[str, ...] = ()
    late_by: timedelta | None = None
    problems: tuple[Conflict, ...] = ()
    unload: Unload | None = None


@dataclass(frozen=True, slots=True)
class Serves:
    """What a truck's cross-dock units do: units (each), orders served, late ones among them.

    ``shares`` are the units by order, in the order of the plan.
    """

    units: int = 0
    orders: frozenset[str] = frozenset()
    late_orders: frozenset[str] = frozenset()
    shares: Mapping[str, int] = field(default_factory=dict)


def on_day(trucks: Iterable[Truck], day: date, zone: tzinfo, today: date) -> tuple[Truck, ...]:
    """Return the trucks of a site's day, by start, then ASN.

    Today's board also shows what is here or overdue from an earlier day.
    """

    def belongs(truck: Truck) -> bool:
        starts = truck.start.astimezone(zone).date()
        ends = max(truck.start, truck.end - MOMENT).astimezone(zone).date()
        expected = truck.state.expected_at.astimezone(zone).date()
        if starts <= day <= ends or day == expected:
            return True
        still = truck.state.status in HERE | AWAITED
        return day == today and still and expected < day

    found = [truck for truck in trucks if belongs(truck)]
    return tuple(sorted(found, key=lambda truck: (truck.start, truck.asn)))


def conflicts_of(trucks: Sequence[Truck]) -> dict[str, tuple[str, ...]]:
    """Return by ASN the other ASNs whose slot overlaps at the same door (ends are open)."""
    by_door: dict[str, list[Truck]] = defaultdict(list)
    for truck in sorted(trucks, key=lambda one: one.start):
        if truck.state.door and truck.state.status not in ("cancelled", "no_show"):
            by_door[truck.state.door].append(truck)
    clashes: dict[str, set[str]] = defaultdict(set)
    for at_door in by_door.values():
        standing: list[Truck] = []
        for truck in at_door:
            standing = [other for other in standing if truck.start < other.end]
            for other in standing:
                if other.start < truck.end:
                    clashes[truck.asn].add(other.asn)
                    clashes[other.asn].add(truck.asn)
            standing.append(truck)
    return {asn: tuple(sorted(others)) for asn, others in clashes.items()}


def make_slots(
    trucks: Sequence[Truck],
    serves: Mapping[str, Serves],
    unload: Iterable[Unload],
    now: datetime,
) -> tuple[Slot, ...]:
    """Join trucks with what the plan says of them."""
    ranks = {row.asn: row for row in unload}
    clashes = conflicts_of(trucks)
    slots = []
    for truck in trucks:
        does, row = serves.get(truck.asn, Serves()), ranks.get(truck.asn)
        slot = Slot(
            truck,
            truck.crossed + does.units,
            does.orders,
            row.late_units if row else 0,
            does.late_orders,
            row.rank if row else None,
            clashes.get(truck.asn, ()),
            unload=row,
        )
        waits = truck.state.status in AWAITED and truck.start < now
        slots.append(replace(slot, late_by=now - truck.start) if waits else slot)
    return tuple(slots)


def with_problems(
    slots: Iterable[Slot], doors: Iterable[Door], settings: Settings
) -> tuple[Slot, ...]:
    """Add to each truck that is not over what its door has against it."""
    by_code = {door.code: door for door in doors}
    found = []
    for slot in slots:
        state = slot.truck.state
        door = by_code.get(state.door)
        if door is not None and state.status in HERE | AWAITED:
            booking = booking_of(slot.truck.asn, slot.truck.direction, state)
            problems = tuple(door_conflicts(booking, door, settings))
            found.append(replace(slot, problems=problems) if problems else slot)
        else:
            found.append(slot)
    return tuple(found)
