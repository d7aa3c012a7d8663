"""What the card of an appointment shows and what is typed into it; texts are as they are typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum


class Kind(StrEnum):
    """What is booked: an announced or asked delivery, one that is here unplanned, or a pickup."""

    DELIVERY = "delivery"
    WALK_IN = "walk_in"
    PICKUP = "pickup"


class Stay(StrEnum):
    """How long it stays: as its load needs, so many minutes, or until a time of that day."""

    LOAD = "load"
    MINUTES = "minutes"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class Draft:
    """An appointment as it is typed.

    ``day`` is written ``2026-11-24``, ``start`` ``09:30``; ``length`` goes with ``stay``; ``door``
    "" is the yard; ``weeks`` is for how many weeks it stands.
    """

    kind: Kind = Kind.DELIVERY
    number: str = ""
    day: str = ""
    start: str = ""
    stay: Stay = Stay.LOAD
    length: str = ""
    door: str = ""
    carrier: str = ""
    trailer: str = ""
    seal: str = ""
    phone: str = ""
    note: str = ""
    pallets: str = ""
    cartons: str = ""
    loose: str = ""
    needs: str = ""
    drop: bool = False
    request: bool = False
    weeks: str = "1"


@dataclass(frozen=True, slots=True)
class AppointmentForm:
    """What the card opens with; of a ``known`` truck number and kind stay as they are."""

    title: str
    draft: Draft
    known: bool = False
    doors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AppointmentHints:
    """What is worked out from a draft while it is typed.

    ``stay`` tells how long and until when; ``advice`` which door suits it and why, which ``take``
    ("" for none) takes: ``door`` on ``day`` at ``start``, written as in a draft.  ``number`` is
    proposed for a new pickup.
    """

    stay: str = ""
    advice: str = ""
    take: str = ""
    door: str = ""
    day: str = ""
    start: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an appointment was not booked; ``field`` is the draft's that is wrong, or ""."""

    text: str
    field: str = ""


def stepped(field: str, text: str, by: int) -> str:
    """Return a field's text a step on or back: a day, a quarter of an hour, or one.

    A text that is none of these stays.  Hours end at midnight, counts at none, weeks at one.
    """
    try:
        if field == "day":
            return (date.fromisoformat(text) + timedelta(days=by)).isoformat()
        if field == "start":
            clock = datetime.strptime(text or "08:00", "%H:%M").replace(tzinfo=UTC)
            quarter = (clock.hour * 60 + clock.minute) // 15 + by
            return f"{quarter // 4:02}:{quarter % 4 * 15:02}" if 0 <= quarter < 96 else text
        least = 1 if field == "weeks" else 0
        return str(max(int(text or "0") + by, least))
    except (ValueError, OverflowError):
        return text
