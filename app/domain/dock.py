"""What has become of a truck: its facts, folded in their order.

Source: the floor's rules, "The cross-dock plan" (expected arrival) and the dock commands.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.domain.instants import LATEST
from app.domain.truck_details import NOTHING_SAID

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from app.domain.truck_details import Details

OPEN = frozenset({"requested", "scheduled", "arrived", "at_door", "unloading", "done", "departed"})
HERE = frozenset({"arrived", "at_door", "unloading", "done"})
AWAITED = frozenset({"requested", "scheduled"})
GONE = frozenset({"closed", "cancelled", "no_show"})
ENDS = frozenset({"done", "depart", "close"})
GOES_ON = frozenset({"arrive", "at_door", "unloading", "reopen"})
STATUS_AFTER = {
    "confirm": "scheduled",
    "arrive": "arrived",
    "walk_in": "arrived",
    "at_door": "at_door",
    "unloading": "unloading",
    "done": "done",
    "depart": "departed",
    "no_show": "no_show",
    "cancel": "cancelled",
    "close": "closed",
}
AFTER_THE_END = frozenset({"reopen"})
AFTER_NO_SHOW = frozenset(
    {"arrive", "at_door", "unloading", "move", "estimate", "cancel", "walk_in", "request"}
)
PUT_AT, BY_RULE = "put_at", "by_rule"  # its turn to be unloaded: said by a person, or ranked
SWAP = "swap"  # a door that it got from another truck, which got its own
NO_TURN = GONE | {"departed"}
YARD = "yard"  # takes a door away: an event of its own, or said with another
WINDOWS = frozenset({"estimate", "move", "window", "request", "walk_in", "resize"})
RESIZES = frozenset({"resize", "confirm"})  # a new end alone may be said with these


@dataclass(frozen=True, slots=True)
class DockEvent:
    """One fact about a truck; ``at`` is the instant it speaks of, ``undoes`` an event's key.

    ``end_at`` is the new end of the appointment, ``details`` are those that are said.
    """

    id: int
    kind: str
    at: datetime | None = None
    door: str = ""
    undoes: int | None = None
    end_at: datetime | None = None
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Put:
    """A supervisor's word on a truck's turn: its ``place`` (1 first), by whom, and why or "".

    ``said`` orders such words: a later one goes before an earlier one.
    """

    place: int
    by: str
    reason: str = ""
    said: int = 0


@dataclass(frozen=True, slots=True)
class DockState:
    """A truck as all facts so far tell it.

    ``expected_at`` is the actual check-in, else whatever was said last; ``arrived_at`` is the
    check-in or None; ``start_at`` and ``end_at`` are the appointment's, None without one.
    ``docked_at``, ``unload_at`` and ``ended_at`` (empty, left or closed) are None until said;
    ``booked_at`` is the appointment's start at check-in where it was moved since.
    ``forgiven`` tells that a no-show was taken back since the window was said last; ``causes`` are
    why it waits from an instant on, "" where nothing keeps it any more, as they were told.
    ``put`` is None where the truck has its turn by rule; it lapses for good when the truck is over.
    """

    status: str
    expected_at: datetime
    arrived_at: datetime | None = None
    door: str = ""
    start_at: datetime | None = None
    end_at: datetime | None = None
    docked_at: datetime | None = None
    unload_at: datetime | None = None
    ended_at: datetime | None = None
    booked_at: datetime | None = None
    details: Details = NOTHING_SAID
    forgiven: bool = False
    causes: tuple[tuple[datetime, str], ...] = ()
    put: Put | None = None

    @property
    def open(self) -> bool:
        """Tell whether its units still count as supply."""
        return self.status in OPEN


def objection(state: DockState, kind: str) -> str:
    """Return why an event cannot be said of a truck now, as an error's code; "" where it can."""
    over = state.status in ("closed", "cancelled")
    gone = state.status == "no_show" and kind not in AFTER_NO_SHOW
    if over != (kind in AFTER_THE_END) or gone:
        return "truck_over"
    if kind == SWAP and state.status not in HERE | AWAITED:
        return "truck_over"
    if kind == "cause" and state.status not in HERE:
        return "truck_not_here"
    if kind == "confirm" and state.status != "requested":
        return "not_requested"
    return "no_appointment" if kind == "resize" and state.start_at is None else ""


def fold(base: DockState, events: Iterable[DockEvent]) -> DockState:
    """Apply the events that were not taken back to what the first import said, in their order."""
    kept = list(events)
    taken_back = {event.undoes for event in kept if event.undoes is not None}
    state = base
    for event in kept:
        if event.undoes is None and event.id not in taken_back:
            state = after(state, event)
        elif event.kind == "no_show":
            state = replace(state, forgiven=True)
    return state


def after(state: DockState, event: DockEvent) -> DockState:
    """Apply one event."""
    if event.kind in (PUT_AT, BY_RULE):
        return state if state.status in NO_TURN else replace(state, put=_put(event))
    state = _happened(state, event)
    return replace(state, put=None) if state.put and state.status in NO_TURN else state


def _put(event: DockEvent) -> Put | None:
    if event.kind == BY_RULE:
        return None
    said = event.details
    place = said.get("place")
    return Put(
        place if isinstance(place, int) else 1,
        str(said.get("by", "")),
        str(said.get("reason", "")),
        event.id,
    )


def _happened(state: DockState, event: DockEvent) -> DockState:
    if event.details:
        state = replace(state, details=state.details.told(event.details))
    if event.door or event.kind == YARD or event.details.get(YARD):
        state = replace(state, door=event.door)
    state = _timed(state, event)
    if event.kind == "reopen":
        return replace(state, status="arrived" if state.arrived_at else "scheduled")
    if event.kind in WINDOWS or (event.kind == "confirm" and (event.at or event.end_at)):
        state = _moved(state, event)
    status = STATUS_AFTER.get(event.kind, state.status)
    if state.status == "requested" and status in HERE and not event.door:
        state = replace(state, door="")  # nobody granted it that door: it waits in the yard
    if status in HERE | {"departed"} and state.arrived_at is None and event.at is not None:
        return replace(state, status=status, arrived_at=event.at, expected_at=event.at)
    if event.kind == "no_show":  # whoever never came was not here: an earlier check-in was wrong
        return replace(state, status=status, arrived_at=None)
    return replace(state, status=status)


def _timed(state: DockState, event: DockEvent) -> DockState:
    """Note when it docked, began and ended; each is what was said first of this visit."""
    if event.kind == "no_show":
        nothing = replace(state, docked_at=None, unload_at=None, ended_at=None, booked_at=None)
        return replace(nothing, causes=())
    if event.kind == "cause" and event.at is not None:
        told = (event.at, str(event.details.get("cause", "")))
        return replace(state, causes=(*state.causes, told))
    if event.kind in ENDS:
        return replace(state, ended_at=state.ended_at or event.at)
    if event.kind in GOES_ON:
        state = replace(state, ended_at=None)
    if event.kind == "at_door":
        return replace(state, docked_at=state.docked_at or event.at)
    if event.kind == "unloading":
        return replace(state, unload_at=state.unload_at or event.at)
    return state


def _moved(state: DockState, event: DockEvent) -> DockState:
    state = replace(state, forgiven=False)
    if event.kind in RESIZES and event.at is None:
        return replace(state, end_at=event.end_at)
    if event.at is None:
        return state
    if event.kind != "estimate" and state.arrived_at is not None:
        state = replace(state, booked_at=state.booked_at or state.start_at)
    if event.end_at is not None:
        state = replace(state, start_at=event.at, end_at=event.end_at)
    elif event.kind != "estimate" and state.start_at is not None and state.end_at is not None:
        span = min(state.end_at - state.start_at, LATEST - min(event.at, LATEST))
        state = replace(state, start_at=event.at, end_at=event.at + span)
    if state.arrived_at is not None or event.kind == "window":
        return state
    return replace(state, expected_at=event.at, status=_awaited(state.status, event.kind))


def _awaited(status: str, kind: str) -> str:
    """Return the status after a new time was said of a truck that is not here."""
    if kind == "request":
        return "requested"
    revived = status == "no_show" or (kind == "move" and status == "cancelled")
    return "scheduled" if revived else status
