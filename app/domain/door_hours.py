"""When a door is open: ``06:00-18:00``, several with ``;`` between, every day, site time.

Hours may pass midnight (``22:00-06:00``) and end at ``24:00``.  An hour that daylight saving
repeats begins with its first occurrence and one that it skips at the instant after the gap.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from app.domain.errors import BadValueError
from app.domain.instants import EARLIEST, LATEST

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

_HOURS = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])")
DAY = timedelta(days=1)

Span = tuple[timedelta, timedelta]


def parse_hours(text: str) -> tuple[Span, ...]:
    """Return (from, to) since midnight, ``to`` > ``from`` (past midnight: above 24 hours).

    Raises BadValueError("bad_hours") for another form and for hours that take no time.
    """
    spans = []
    for part in filter(None, (part.strip() for part in text.split(";"))):
        found = _HOURS.fullmatch(part)
        if found is None:
            raise BadValueError("bad_hours", value=text)
        start, end = (timedelta(hours=int(found[n]), minutes=int(found[n + 1])) for n in (1, 3))
        if end == start or end > DAY:
            raise BadValueError("bad_hours", value=text)
        spans.append((start, end if end > start else end + DAY))
    return tuple(sorted(spans))


def covers(text: str, start: datetime, end: datetime, zone: tzinfo) -> bool:
    """Tell whether a door with these hours is open from ``start`` to ``end`` without a break."""
    if parse_hours(text) and not _has_doors(start, end):
        return False
    return open_until(text, start, end, zone) >= end


def open_until(text: str, start: datetime, end: datetime, zone: tzinfo) -> datetime:
    """Return how far from ``start`` on a door stays open, looking no further than about ``end``.

    ``start`` itself where the door is closed then.
    """
    spans = parse_hours(text)
    if not spans:
        return end
    reached = start
    for opens, closes in _openings_about(spans, start, end, zone):
        if opens <= reached < closes:
            reached = closes
    return reached


def opening_times(text: str, start: datetime, end: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    """Return the instants after ``start`` and before ``end`` at which a door opens, ascending."""
    spans = _openings_about(parse_hours(text), start, end, zone)
    return tuple(opens for opens, _ in spans if start < opens < end)


def _openings_about(
    spans: tuple[Span, ...], start: datetime, end: datetime, zone: tzinfo
) -> list[tuple[datetime, datetime]]:
    return sorted(_openings(spans, start, end, zone)) if _has_doors(start, end) else []


def _has_doors(start: datetime, end: datetime) -> bool:
    """Tell whether a window keeps away from the calendar's ends, where there are no doors."""
    return EARLIEST + 2 * DAY <= start <= end <= LATEST - 2 * DAY


def closings(
    text: str, start: datetime, end: datetime, zone: tzinfo
) -> tuple[tuple[datetime, datetime], ...]:
    """Return when a door with these hours is closed between two instants, in UTC, in order."""
    spans, found, reached = parse_hours(text), [], start
    for opens, closes in sorted(_openings(spans, start, end, zone)) if spans else ():
        if reached < min(opens, end):
            found.append((reached, min(opens, end)))
        reached = max(reached, closes)
    return (*found, (reached, end)) if spans and reached < end else tuple(found)


def next_opening(text: str, at: datetime, zone: tzinfo) -> datetime | None:
    """Return when a door with these hours opens next after an instant; None at the calendar's ends.

    A door that is always open has no next opening.
    """
    spans = parse_hours(text)
    if not spans or not EARLIEST + 2 * DAY <= at <= LATEST - 3 * DAY:
        return None
    ahead = (opens for opens, _ in _openings(spans, at, at + DAY, zone) if opens > at)
    return min(ahead, default=None)


def _openings(
    spans: tuple[Span, ...], start: datetime, end: datetime, zone: tzinfo
) -> Iterator[tuple[datetime, datetime]]:
    day = start.astimezone(zone).date() - DAY
    last = end.astimezone(zone).date()
    while day <= last:
        for opens, closes in spans:
            yield _at(day, opens, zone), _at(day, closes, zone)
        day += DAY


def _at(day: date, since_midnight: timedelta, zone: tzinfo) -> datetime:
    local = datetime.combine(day, time()) + since_midnight
    return local.replace(tzinfo=zone).astimezone(UTC)
