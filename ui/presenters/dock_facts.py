"""The counters above the board.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.texts import screen
from ui.models.dock import Fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.board import Slot
    from app.services.dock_board import DockDay


def day_facts(board: DockDay) -> tuple[Fact, ...]:
    """Count a day's trucks, and what they do for orders; each counter lights up its trucks."""
    return (*_truck_facts((*board.slots, *board.pickups), board), *_order_facts(board.slots))


def _truck_facts(slots: Sequence[Slot], board: DockDay) -> tuple[Fact, ...]:
    yard = [slot for slot in slots if slot.truck.state.status == "arrived"]
    busy = [slot for slot in slots if slot.truck.state.status in ("at_door", "unloading")]
    late = [s for s in slots if s.late_by is not None or s.truck.state.status == "no_show"]
    doors = screen("doors_busy_value", busy=len(busy), doors=len(board.doors))
    number, warn = str(len(late)), "warn" if late else ""
    return (
        Fact("trucks", "local_shipping", str(len(slots)), screen("trucks_today")),
        Fact("yard", "garage_home", str(len(yard)), screen("in_the_yard"), "", _asns(yard)),
        Fact("doors", "sensor_door", doors, screen("doors_busy"), "", _asns(busy)),
        Fact("late", "schedule", number, screen("late_or_no_show"), warn, _asns(late)),
    )


def _order_facts(slots: Sequence[Slot]) -> tuple[Fact, ...]:
    serving = _asns([slot for slot in slots if slot.cross_dock_units])
    relief = _asns([slot for slot in slots if slot.late_orders])
    served = {order for slot in slots for order in slot.orders}
    late = {order for slot in slots for order in slot.late_orders}
    units = screen("cross_dock_value", units=sum(slot.cross_dock_units for slot in slots))
    orders = screen("orders_value", orders=len(served))
    relieved, bad = screen("late_orders_value", orders=len(late)), "bad" if relief else ""
    return (
        Fact("cross", "swap_horiz", units, screen("cross_dock_today"), "ok", serving),
        Fact("orders", "task_alt", orders, screen("orders_served"), "ok", serving),
        Fact("relief", "alarm", relieved, screen("late_served"), bad, relief),
    )


def _asns(slots: Sequence[Slot]) -> frozenset[str]:
    return frozenset(slot.truck.asn for slot in slots)
