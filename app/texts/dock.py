"""Why a truck cannot have a door at a time, and why it is unloaded when it is, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.appointments import MINUTE
from app.domain.board import OUTBOUND
from app.texts.screens import screen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, tzinfo

    from app.domain.appointments import Conflict
    from app.domain.overruns import Overrun
    from app.domain.plan.values import Unload

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


def overrun_words(overrun: Overrun) -> str:
    """Return by how much a door will run late, and whom that affects."""
    return screen("overrun", **overrun_data(overrun))


def overrun_data(overrun: Overrun) -> dict[str, object]:
    """Return what the sentences on a door that runs late are filled with."""
    pickups = sum(stay.truck.direction == OUTBOUND for stay in overrun.waiting)
    trucks = len(overrun.waiting) - pickups
    both = "waiting_both" if trucks and pickups else ""
    name = both or ("waiting_pickups" if pickups else "waiting_trucks")
    who = screen(name, trucks=trucks, pickups=pickups)
    return {"door": overrun.door, "minutes": overrun.by // MINUTE, "who": who}


def unload_sentence(row: Unload) -> str:
    """Say why a truck has its place in the unload order, and where it would have another."""
    put = put_words(row)
    return f"{put}. {why_words(row)}" if put else why_words(row)


def why_words(row: Unload) -> str:
    """Say which units rank a truck by rule, and what a minute at the door brings beside it."""
    return f"{_why(row)} {_relief(row)}".rstrip()


def put_words(row: Unload) -> str:
    """Say who put a truck at its place, as in "Put first by Dana, by rule 3rd"; "" for nobody."""
    if row.put is None:
        return ""
    place = screen("put_first") if row.put.place == 1 else ordinal(row.put.place)
    said = screen("put_by", place=place, by=row.put.by, rule=ordinal(row.rank_by_rule))
    return f"{said}: {row.put.reason.rstrip('.')}" if row.put.reason else said


def ordinal(number: int) -> str:
    """Write 1st, 2nd, 3rd, 4th, 11th, 21st."""
    teen = number // 10 % 10 == 1
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _why(row: Unload) -> str:
    if row.late_units:
        return screen("why_late", units=row.late_units)
    if row.due_units:
        return screen("why_due", units=row.due_units)
    return screen("why_units", units=row.units) if row.units else screen("why_nothing")


def _relief(row: Unload) -> str:
    """Say what a minute at the door brings, and the place by that where it is another."""
    units = "" if row.minutes is None or not row.relief else f"{float(row.relief):.2g}"
    if row.rank_by_relief != row.rank_by_rule:
        return screen("by_relief", units=units or 0, place=ordinal(row.rank_by_relief))
    return screen("relief_value", units=units) if units else ""
