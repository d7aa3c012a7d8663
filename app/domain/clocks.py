"""How long a truck has been kept, and how much of it is beyond its free time.  Pure.

Source: USPS Publication 804, Drop Shipment Procedures for Destination Entry (October 2013),
chapter 6 (about.usps.com/publications/pub804/pub804_c6_006.htm): unload times of on-time
appointments count from the scheduled time or once the vehicle is docked, whichever is first; of
early arrivals from the unload start or the scheduled time, whichever is first; of late ones from
the unload start.
It is late when it arrives more than 30 minutes after its appointment (4-4.4), and early at a
delivery unit when it arrives more than 30 minutes before (5-3.1).  An arrival without an
appointment (5-3.7) is taken when there is room, so its time runs as that of a late one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from app.domain.dock import HERE

if TYPE_CHECKING:
    from app.domain.dock import DockState

MINUTE = timedelta(minutes=1)
EARLY, ON_TIME, LATE, UNSCHEDULED = "early", "on_time", "late", "unscheduled"
CAME = HERE | {"departed", "closed"}
BEGUN = frozenset({"unloading", "done", "departed", "closed"})


@dataclass(frozen=True, slots=True)
class ClockTerms:
    """What a site grants: ``free_time`` of dwell, and on time ``within`` so much of the slot."""

    free_time: timedelta
    within: timedelta


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of one truck, in whole minutes (>= 0), by the ``rule`` its arrival falls under.

    ``starts_at`` is None while nobody can say, and may lie ahead; ``ends_at`` is None while it
    runs; ``free_minutes`` are those left before detention.  ``causes`` are the minutes of dwell for
    which somebody said why, by cause, in the order in which each was said first.
    """

    rule: str
    starts_at: datetime | None
    ends_at: datetime | None
    dwell_minutes: int
    detention_minutes: int
    free_minutes: int
    causes: tuple[tuple[str, int], ...] = ()

    @property
    def running(self) -> bool:
        """Tell whether it has started and not ended."""
        return self.dwell_minutes > 0 and self.ends_at is None


def clock_of(state: DockState, now: datetime, terms: ClockTerms) -> Clock | None:
    """Return a truck's clock at an instant; None where it has not come, or will not."""
    arrived = state.arrived_at
    if arrived is None or state.status not in CAME:
        return None
    rule = rule_of(arrived, state.booked_at or state.start_at, terms.within)
    starts = _starts(state, rule)
    ends = state.ended_at
    dwell = 0 if starts is None else max((ends or now) - starts, timedelta()) // MINUTE
    free = terms.free_time // MINUTE
    causes = () if starts is None else _causes(state.causes, starts, dwell)
    return Clock(rule, starts, ends, dwell, max(dwell - free, 0), max(free - dwell, 0), causes)


def _causes(
    told: tuple[tuple[datetime, str], ...], starts: datetime, dwell: int
) -> tuple[tuple[str, int], ...]:
    """Share whole minutes of dwell among what was said to cause them; each holds until the next.

    What was said before the dwell began holds from its start.
    """
    marks = sorted(
        (min(max((at - starts) // MINUTE, 0), dwell), place, cause)
        for place, (at, cause) in enumerate(told)
    )
    shares: dict[str, int] = {}
    for (begins, _, cause), (ends, *_) in pairwise((*marks, (dwell, len(marks), ""))):
        if cause and ends > begins:
            shares[cause] = shares.get(cause, 0) + ends - begins
    return tuple(shares.items())


def rule_of(arrived: datetime, slot: datetime | None, within: timedelta) -> str:
    """Return EARLY, ON_TIME, LATE or, without a slot, UNSCHEDULED; both edges are on time."""
    if slot is None:
        return UNSCHEDULED
    if arrived < slot - within:
        return EARLY
    return LATE if arrived > slot + within else ON_TIME


def unload_start(state: DockState) -> datetime | None:
    """Return when unloading began.

    Where nobody said so of a truck that is being or was unloaded, it is when it docked, else when
    it checked in: a receipt's first counted scan does that.
    """
    if state.unload_at is not None or state.status not in BEGUN:
        return state.unload_at
    return state.docked_at or state.arrived_at


def _starts(state: DockState, rule: str) -> datetime | None:
    begun = unload_start(state)
    if rule in (LATE, UNSCHEDULED):
        return begun
    slot = state.booked_at or state.start_at
    first = (state.docked_at or begun) if rule == ON_TIME else begun
    known = [instant for instant in (slot, first) if instant is not None]
    return min(known, default=None)
