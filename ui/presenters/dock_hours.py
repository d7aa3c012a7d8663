"""What Dock shows hour by hour: orders that can go, and units to move.  Pure."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.workload import caught_up_at
from app.texts import screen
from ui.models.dock_unload import HourCount

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from app.domain.plan.reach import ReachHour
    from app.domain.workload import WorkHour


def reach_hours(reach: Sequence[ReachHour], zone: tzinfo) -> tuple[HourCount, ...]:
    """Return what today's arrivals complete, from the first such hour to the last."""
    if not reach:
        return ()
    orders = {hour.start: hour.orders for hour in reach}
    first, last = reach[0].start, reach[-1].start
    hours = [first + timedelta(hours=n) for n in range((last - first) // timedelta(hours=1) + 1)]
    return tuple(HourCount(f"{at.astimezone(zone):%H}", orders.get(at, 0)) for at in hours)


def reach_note(reach: Sequence[ReachHour]) -> str:
    """Return the day's orders and units in a few words."""
    orders, units = sum(hour.orders for hour in reach), sum(hour.units for hour in reach)
    return screen("reach_note", orders=orders, units=units)


def work_hours(hours: Sequence[WorkHour], zone: tzinfo) -> tuple[HourCount, ...]:
    """Return what is to be moved in each hour; one that is too much for the crew warns."""
    return tuple(_work_hour(hour, f"{hour.start.astimezone(zone):%H}") for hour in hours)


def _work_hour(hour: WorkHour, label: str) -> HourCount:
    parts = {"hour": label, "unload": hour.unload, "cross": hour.cross_dock, "pick": hour.pick}
    about = screen("work_hour", **parts)
    if hour.carried:
        about = f"{about}, {screen('work_carried', carried=hour.carried)}"
    state = "warn" if hour.over else ""
    return HourCount(label, hour.total, state=state, limit=hour.capacity, about=about)


def work_note(hours: Sequence[WorkHour], zone: tzinfo) -> tuple[str, str]:
    """Return the work in a few words and their state: all units, or when the crew is through."""
    if not hours:
        return "", ""
    if hours[-1].over:
        return screen("work_left", over=hours[-1].over), "warn"
    caught_up = caught_up_at(hours)
    if caught_up is None:
        units = sum(hour.total - hour.carried for hour in hours)
        return screen("work_units", units=units), ""
    return screen("work_until", at=f"{caught_up.astimezone(zone):%H:%M}"), "warn"
