"""An appointment's card, read and filled: what is typed becomes a wish, a truck a draft.  Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.appointments import LONGEST, MINUTE
from app.domain.board import INBOUND, OUTBOUND
from app.domain.errors import BadValueError
from app.domain.instants import parse_day, parse_instant, print_day
from app.services.booking import Wish
from ui.models.appointment import Draft, Kind, Stay

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from app.domain.board import Truck

LOADS = ("pallets", "cartons", "loose")
TEXTS = ("carrier", "trailer", "seal", "phone", "note", "needs")
MOST_WEEKS = 53
_COUNT = re.compile(r"[0-9]{1,5}")
_CLOCK = re.compile(r"(?P<hour>[01]?[0-9]|2[0-3])(?:[:.]?(?P<minute>[0-5][0-9]))?")


def direction_of(draft: Draft) -> str:
    """Return which way the truck goes."""
    return OUTBOUND if draft.kind is Kind.PICKUP else INBOUND


def draft_of(truck: Truck, zone: tzinfo) -> Draft:
    """Return a truck's appointment as it would be typed; no start where it has no appointment."""
    state, details = truck.state, truck.state.details
    starts = truck.start.astimezone(zone)
    fixed = details.minutes is not None
    return Draft(
        kind=Kind.PICKUP if truck.direction == OUTBOUND else Kind.DELIVERY,
        number=truck.asn,
        day=print_day(starts.date()),
        start=f"{starts:%H:%M}" if state.start_at else "",
        stay=Stay.MINUTES if fixed else Stay.LOAD,
        length=str(details.minutes) if fixed else "",
        door=state.door,
        carrier=truck.carrier,
        trailer=truck.trailer,
        seal=details.seal,
        phone=details.phone,
        note=details.note,
        pallets=_typed(details.pallets),
        cartons=_typed(details.cartons),
        loose=_typed(details.loose),
        needs=details.needs,
        drop=details.drop,
    )


def tidy(draft: Draft) -> Draft:
    """Return a draft without blanks around its texts, and with nothing its kind cannot have."""
    plain = ("number", "day", "start", "length")
    texts: dict[str, Any] = {name: _clean(getattr(draft, name)) for name in plain}
    texts |= {name: _clean(getattr(draft, name)) for name in ("door", "weeks", *TEXTS, *LOADS)}
    draft = replace(draft, **texts)
    if draft.kind is not Kind.WALK_IN:
        return draft
    return replace(draft, start="", request=False, weeks="1")  # it is here: it begins now


def wish_of(draft: Draft, before: Draft | None, zone: tzinfo) -> Wish:
    """Return what a tidy draft asks for: of a known truck, what differs from ``before``.

    Raises BadValueError for what cannot be read; its ``field`` names the part of the draft.
    """
    was = before or Draft(kind=draft.kind)
    start = start_of(draft, zone)
    moved = before is None or (draft.day, draft.start) != (was.day, was.start)
    details = _details(draft, was)
    minutes, end = None, None
    if (draft.stay, draft.length) != (was.stay, was.length):
        minutes, end = _stay(draft, zone)
        if draft.stay is Stay.LOAD:
            details["minutes"] = None
    yard = not draft.door and (before is None or bool(was.door))
    return Wish(
        start if moved else None,
        end,
        minutes,
        "" if draft.door == was.door else draft.door,
        yard=yard,
        request=draft.request,
        walk_in=draft.kind is Kind.WALK_IN,
        weeks=weeks if (weeks := weeks_of(draft)) > 1 else None,
        new=before is None and draft.kind is Kind.PICKUP,
        details=details,
    )


def start_of(draft: Draft, zone: tzinfo) -> datetime | None:
    """Return when it begins, None where nobody said; BadValueError as `wish_of`."""
    return _instant(draft, draft.start, "start", zone) if draft.start else None


def weeks_of(draft: Draft) -> int:
    """Return for how many weeks it stands; BadValueError as `wish_of`."""
    weeks = int(draft.weeks) if _COUNT.fullmatch(draft.weeks) else 0
    if not 1 <= weeks <= MOST_WEEKS:
        raise BadValueError("bad_weeks", value=draft.weeks, field="weeks")
    return weeks


def needs_start(draft: Draft, before: Draft | None) -> bool:
    """Tell whether it must be said when it begins: who is here already begins now."""
    if draft.start or draft.kind is Kind.WALK_IN:
        return False
    return (
        before is None
        or bool(before.start)
        or (draft.stay, draft.length)
        != (
            before.stay,
            before.length,
        )
    )


def _details(draft: Draft, was: Draft) -> dict[str, object]:
    said: dict[str, object] = {
        name: getattr(draft, name) for name in TEXTS if getattr(draft, name) != getattr(was, name)
    }
    for name in LOADS:
        if getattr(draft, name) != getattr(was, name):
            said[name] = count_of(draft, name)
    if draft.drop != was.drop:
        said["drop"] = draft.drop
    return said


def count_of(draft: Draft, name: str) -> int | None:
    """Return a load (each, 0 to 99999), None where nobody said; BadValueError as `wish_of`."""
    text = getattr(draft, name)
    if not text:
        return None
    if not _COUNT.fullmatch(text):
        raise BadValueError("bad_load", value=text, field=name)
    return int(text)


def _stay(draft: Draft, zone: tzinfo) -> tuple[int | None, datetime | None]:
    """Return the fixed minutes or the end of the window, None where it is the other."""
    if draft.stay is Stay.LOAD:
        return None, None
    if draft.stay is Stay.UNTIL:
        return None, _instant(draft, draft.length, "length", zone)
    minutes = int(draft.length) if _COUNT.fullmatch(draft.length) else 0
    if not 1 <= minutes <= LONGEST // MINUTE:
        raise BadValueError("bad_length", value=draft.length or "…", field="length")
    return minutes, None


def _instant(draft: Draft, clock: str, field: str, zone: tzinfo) -> datetime:
    found = _CLOCK.fullmatch(clock)
    if found is None:
        raise BadValueError("bad_clock", value=clock or "…", field=field)
    try:
        day = parse_day(draft.day)
    except BadValueError as error:
        raise BadValueError(error.code, field="day", **error.data) from error
    try:
        return parse_instant(f"{day}T{int(found['hour']):02}:{found['minute'] or '00'}", zone)
    except BadValueError as error:
        raise BadValueError(error.code, field=field, **error.data) from error


def _typed(count: int | None) -> str:
    return "" if count is None else str(count)


def _clean(text: str) -> str:
    """Return one line without blanks around it; halves of characters, which are none, replaced."""
    return text.strip().encode("utf-8", "replace").decode("utf-8")
