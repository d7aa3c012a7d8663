"""States in icon, word and colour that several desk screens show.  Pure."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.texts import screen
from app.texts.wording import day_words, weekday_words
from ui.models.work import Mark

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from app.domain.board import Truck

DUE = timedelta(hours=24)
AT_DOOR = frozenset({"at_door", "unloading", "done"})


def promise_mark(promised: datetime | None, now: datetime, zone: tzinfo) -> Mark:
    """Say how an order stands to its promise: late, due within a day, in time, or none made."""
    if promised is None:
        return Mark("idle", "event", screen("no_promise"))
    if promised < now:
        late = now - promised
        hours = int(late.total_seconds()) // 3600
        said = screen("late_days", days=hours // 24) if hours >= 24 else ""
        return Mark("bad", "alarm", said or screen("late_hours", hours=max(1, hours)))
    local = promised.astimezone(zone)
    if promised <= now + DUE:
        return Mark("warn", "schedule", screen("due_at", time=f"{local:%H:%M}"))
    return Mark("idle", "event", screen("due_on", day=day_words(local)))


def truck_mark(truck: Truck, now: datetime, zone: tzinfo) -> Mark:
    """Say where a truck is: at a door, in the yard, late, or when it is due."""
    state = truck.state
    expected = state.expected_at.astimezone(zone)
    if state.status in AT_DOOR:
        return Mark("info", "sensor_door", screen("at_door_place", door=state.door or "–"))
    if state.status == "arrived":
        return Mark("info", "garage_home", screen("in_yard"))
    if state.expected_at < now:
        return Mark("warn", "schedule", screen("late_since", time=f"{expected:%H:%M}"))
    today = expected.date() == now.astimezone(zone).date()
    text = f"{expected:%H:%M}" if today else weekday_words(expected)
    return Mark("idle", "event", screen("due_place", time=text))
