"""Why a truck cannot have a door at a time, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, tzinfo

    from app.domain.appointments import Conflict

CONFLICTS: Mapping[str, str] = {
    "window_backwards": "its window ends before it starts",
    "window_too_long": "its window is longer than a day",
    "no_such_door": "there is no door {door}",
    "door_taken": "{other} has door {door} from {start} to {end}",
    "door_direction": "door {door} takes no {detail} trucks",
    "door_lacks": "door {door} has no {detail}",
    "door_closed": "door {door} is open only {detail}",
    "door_blocked": "door {door} is out of use from {start} to {end}",
    "over_capacity": "{detail} trucks begin in that hour already",
}


def conflict_words(conflict: Conflict, zone: tzinfo) -> str:
    """Return a conflict as part of a sentence, in the site's time."""
    words = CONFLICTS[conflict.code].format(
        door=conflict.door,
        other=conflict.other,
        detail=conflict.detail,
        start=_clock(conflict.start, zone),
        end=_clock(conflict.end, zone),
    )
    return f"{words} ({conflict.detail})" if _has_note(conflict) else words


def _has_note(conflict: Conflict) -> bool:
    return conflict.code == "door_blocked" and bool(conflict.detail)


def _clock(instant: datetime | None, zone: tzinfo) -> str:
    return "" if instant is None else f"{instant.astimezone(zone):%a %H:%M}"


def conflict_sentence(conflict: Conflict, zone: tzinfo) -> str:
    """Return a conflict as a sentence of its own."""
    words = conflict_words(conflict, zone)
    return f"{words[0].upper()}{words[1:]}."
