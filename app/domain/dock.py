"""A truck's state, folded from the imported shipment and the dock's events.  Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

DockStatus = Literal[
    "scheduled",
    "arrived",
    "at_door",
    "unloading",
    "done",
    "departed",
    "closed",
    "no_show",
    "cancelled",
]
ENDED: Final[frozenset[str]] = frozenset({"closed", "no_show", "cancelled"})
"""Statuses of a shipment that is no supply."""
ARRIVED: Final[frozenset[str]] = frozenset({"arrived", "at_door", "unloading", "done", "departed"})
"""Statuses of a truck that has been on the yard, its goods not yet closed."""
_BECOMES: Final[dict[str, DockStatus]] = {
    "arrive": "arrived",
    "at_door": "at_door",
    "unloading": "unloading",
    "done": "done",
    "depart": "departed",
}
_ENDS: Final[dict[str, DockStatus]] = {
    "no_show": "no_show",
    "cancel": "cancelled",
    "close": "closed",
}


@dataclass(frozen=True, slots=True)
class DockEvent:
    """Something said of a truck, in fact order; ``undoes`` is the id of the event it takes back.

    Kinds: arrive, at_door, unloading, done, depart, no_show, cancel, move (``at`` is the new
    start), estimate (``at`` is the new expected arrival), close, reopen, undo.
    """

    id: int
    kind: str
    at: datetime | None = None
    door_id: int | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class DockState:
    """Where a truck stands; ``planned_at`` is the arrival that was said last."""

    status: DockStatus
    planned_at: datetime
    checked_in_at: datetime | None = None
    door_id: int | None = None
    before_end: DockStatus = "scheduled"

    @property
    def expected_at(self) -> datetime:
        """Return the actual check-in, else whatever was said last (rules: expected arrival)."""
        return self.checked_in_at or self.planned_at

    @property
    def is_open(self) -> bool:
        """Tell whether the shipment is still supply: not closed, cancelled or no-show."""
        return self.status not in ENDED

    @property
    def has_arrived(self) -> bool:
        """Tell whether the truck has checked in and its shipment is not ended."""
        return self.status in ARRIVED


def base_state(status: DockStatus, expected_at: datetime, arrived_at: datetime | None) -> DockState:
    """Return the state as imported; a file's ``arrived`` is checked in at ``arrived_at``."""
    checked_in = arrived_at or (expected_at if status == "arrived" else None)
    before: DockStatus = "arrived" if checked_in else "scheduled"
    return DockState(status, expected_at, checked_in, None, before)


def fold(base: DockState, events: Sequence[DockEvent]) -> DockState:
    """Return the state after the events (fact order), without those that were taken back."""
    state = base
    for event in _standing(events):
        state = _after(state, event)
    return state


def _standing(events: Sequence[DockEvent]) -> Iterable[DockEvent]:
    taken_back: set[int] = set()
    for event in reversed(events):
        if event.undoes is not None and event.id not in taken_back:
            taken_back.add(event.undoes)
    return [e for e in events if e.id not in taken_back and e.undoes is None]


def _after(state: DockState, event: DockEvent) -> DockState:
    door = event.door_id if event.door_id is not None else state.door_id
    if event.kind in _BECOMES:
        checked_in = state.checked_in_at or event.at
        return replace(state, status=_BECOMES[event.kind], checked_in_at=checked_in, door_id=door)
    if event.kind in _ENDS:
        before = state.status if state.is_open else state.before_end
        return replace(state, status=_ENDS[event.kind], before_end=before)
    if event.kind == "reopen":
        return state if state.is_open else replace(state, status=state.before_end)
    if event.kind in ("move", "estimate") and event.at is not None:
        return replace(state, planned_at=event.at, door_id=door)
    return state
