"""What has become of a truck: its facts, folded in their order.

Source: the floor's rules, "The cross-dock plan" (expected arrival) and the dock commands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

OPEN = frozenset({"scheduled", "arrived", "at_door", "unloading", "done", "departed"})
HERE = frozenset({"arrived", "at_door", "unloading", "done"})
GONE = frozenset({"closed", "cancelled", "no_show"})
STATUS_AFTER = {
    "arrive": "arrived",
    "at_door": "at_door",
    "unloading": "unloading",
    "done": "done",
    "depart": "departed",
    "no_show": "no_show",
    "cancel": "cancelled",
    "close": "closed",
}


@dataclass(frozen=True, slots=True)
class DockEvent:
    """One fact about a truck; ``at`` is the instant it speaks of, ``undoes`` an event's key."""

    id: int
    kind: str
    at: datetime | None = None
    door: str = ""
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class DockState:
    """A truck as all facts so far tell it.

    ``expected_at`` is the actual check-in, else whatever was said last; ``arrived_at`` is the
    check-in or None; ``start_at`` and ``end_at`` are the appointment's, None without one.
    """

    status: str
    expected_at: datetime
    arrived_at: datetime | None = None
    door: str = ""
    start_at: datetime | None = None
    end_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Tell whether its units still count as supply."""
        return self.status in OPEN


def fold(base: DockState, events: Iterable[DockEvent]) -> DockState:
    """Apply the events that were not taken back to what the first import said, in their order."""
    kept = list(events)
    taken_back = {event.undoes for event in kept if event.undoes is not None}
    state = base
    for event in kept:
        if event.undoes is None and event.id not in taken_back:
            state = _after(state, event)
    return state


def _after(state: DockState, event: DockEvent) -> DockState:
    if event.door:
        state = replace(state, door=event.door)
    if event.kind == "reopen":
        return replace(state, status="arrived" if state.arrived_at else "scheduled")
    if event.kind in ("estimate", "move", "window"):
        return _moved(state, event)
    status = STATUS_AFTER.get(event.kind, state.status)
    if status in HERE | {"departed"} and state.arrived_at is None and event.at is not None:
        return replace(state, status=status, arrived_at=event.at, expected_at=event.at)
    if event.kind == "no_show":  # whoever never came was not here: an earlier check-in was wrong
        return replace(state, status=status, arrived_at=None)
    return replace(state, status=status)


def _moved(state: DockState, event: DockEvent) -> DockState:
    if event.at is None:
        return state
    if event.kind != "estimate" and state.start_at is not None and state.end_at is not None:
        span = state.end_at - state.start_at
        state = replace(state, start_at=event.at, end_at=event.at + span)
    if state.arrived_at is not None or event.kind == "window":
        return state
    status = "scheduled" if state.status == "no_show" else state.status
    return replace(state, expected_at=event.at, status=status)
