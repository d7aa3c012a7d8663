"""What is said of an appointment while it is typed: how long it stays, which door suits.  Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.appointments import LONGEST, MINUTE, length
from app.domain.errors import BadValueError
from app.domain.instants import print_day
from app.domain.truck_details import NOTHING_SAID
from app.texts import screen
from app.texts.door_choice import suggestion_sentence
from ui.models.appointment import AppointmentHints, Stay
from ui.presenters.appointment_draft import LOADS, count_of, start_of, wish_of
from ui.presenters.dock_clocks import span_words

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from app.domain.board import Truck
    from app.domain.settings import Settings
    from app.services.suggesting import DoorAdvice
    from ui.models.appointment import Draft


def stay_words(
    draft: Draft, before: Draft | None, truck: Truck | None, settings: Settings, zone: tzinfo
) -> str:
    """Say the day, how long it stays and until when; "" while that cannot be read."""
    try:
        start = start_of(draft, zone)
        span = _span(draft, before, truck, settings, start, zone)
    except BadValueError:
        return ""
    if not span or span > LONGEST:
        return ""
    if start is None:
        return span_words(span)
    end = (start + span).astimezone(zone)
    begins = f"{start.astimezone(zone):%a}"
    until = f"{end:%H:%M}" if f"{end:%a}" == begins else f"{end:%a %H:%M}"
    return screen("stays_until", day=begins, span=span_words(span), time=until)


def _span(
    draft: Draft,
    before: Draft | None,
    truck: Truck | None,
    settings: Settings,
    start: datetime | None,
    zone: tzinfo,
) -> timedelta | None:
    """Return how long it stays, None for a window that ends before it starts."""
    wish = wish_of(draft, before, zone)
    if wish.end is not None:
        return wish.end - start if start and wish.end > start else None
    said = wish.minutes is not None or {"minutes", *LOADS} & wish.details.keys()
    if truck is not None and truck.state.start_at is not None and not said:
        return truck.end - truck.start
    if said and draft.stay is Stay.MINUTES and wish.minutes is None:
        return timedelta(minutes=int(draft.length))
    loads = {name: count_of(draft, name) for name in LOADS}
    return length(replace(NOTHING_SAID.told(loads), minutes=wish.minutes), settings)


def advice_hints(advice: DoorAdvice, start: datetime | None, *, only_now: bool) -> AppointmentHints:
    """Say which door suits and why, and what pressing it takes: a later start where none is free.

    ``only_now`` is for who is here: a door that is free later is only named.
    """
    zone, best = advice.zone, advice.best
    says = suggestion_sentence(advice.claim, advice.options, advice.carry, zone)
    if best is None or best.start is None or (only_now and not best.free):
        return AppointmentHints(advice=says)
    at = _next_minute(best.start.astimezone(zone))
    keeps = start is not None and best.start == start
    label = "take_door" if keeps else "take_door_at"
    return AppointmentHints(
        advice=says,
        take=screen(label, door=best.door, time=f"{at:%H:%M}"),
        door=best.door,
        day=print_day(at.date()),
        start=f"{at:%H:%M}",
    )


def _next_minute(instant: datetime) -> datetime:
    """Return a full minute, none earlier: a door is not free before its time."""
    whole = instant.replace(second=0, microsecond=0)
    return whole if whole == instant else whole + MINUTE
