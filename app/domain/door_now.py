"""Does a door take a truck at this moment, and if not, why and until when?  Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.door_hours import covers, next_opening

if TYPE_CHECKING:
    from datetime import tzinfo

    from app.domain.appointments import Door

MOMENT = timedelta(microseconds=1)
MOST_TURNS = 50  # blocks and hours that may follow on each other before nobody knows


@dataclass(frozen=True, slots=True)
class Closing:
    """Why a door is shut: the ``note`` of its block, or its ``hours``; ``until`` None: no end."""

    until: datetime | None
    note: str = ""
    hours: str = ""


def closing_of(door: Door, at: datetime, zone: tzinfo) -> Closing | None:
    """Return why a door is shut at an instant and when it opens; None where it is open.

    Blocks that overlap or follow on each other, and hours that begin later, count as one closing;
    the reason is that of the instant asked for.
    """
    until = _shut_until(door, at, zone)
    if until == at:
        return None
    block = next((one for one in door.blocks if one.start <= at < one.end), None)
    note, hours = (block.note, "") if block else ("", door.hours)
    for _ in range(MOST_TURNS):
        later = until and _shut_until(door, until, zone)
        if later == until:
            return Closing(until, note, hours)
        until = later
    return Closing(None, note, hours)


def _shut_until(door: Door, at: datetime, zone: tzinfo) -> datetime | None:
    """Return the end of what shuts a door at an instant; the instant itself where nothing does."""
    blocks = [block.end for block in door.blocks if block.start <= at < block.end]
    if blocks:
        return max(blocks)
    if covers(door.hours, at, at + MOMENT, zone):
        return at
    return next_opening(door.hours, at, zone)
