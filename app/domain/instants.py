"""Instants and days as people and files write them (ISO 8601), read in a site's time zone.

An instant is kept aware and in UTC.  A date with no time means 23:59:59 of that day in the site's
zone; an hour that repeats means its first occurrence; one that is skipped does not exist.  What
lies at the calendar's ends, or beyond, is kept a day from them, where every zone can show it.
Source: the floor's rules, "Facts and derived things".
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from app.domain.errors import BadValueError

if TYPE_CHECKING:
    from datetime import tzinfo

LAST_SECOND = time(23, 59, 59)
EARLIEST = datetime(1, 1, 2, tzinfo=UTC)
LATEST = datetime(9999, 12, 30, tzinfo=UTC)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{8}")
_INSTANT = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{8})"
    r"(?:[Tt ](?P<time>[0-9]{2}(?::?[0-9]{2}(?::?[0-9]{2}(?:[.,][0-9]{1,9})?)?)?)"
    r" ?(?P<offset>[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)


def parse_instant(text: str, zone: tzinfo) -> datetime:
    """Return the instant that an ISO 8601 text means at a site: aware, UTC, EARLIEST to LATEST.

    Raises BadValueError("bad_instant") for another form and for an instant that does not exist.
    """
    found = _INSTANT.fullmatch(text)
    if found is None:
        raise BadValueError("bad_instant", value=text)
    day = parse_day(found["day"])
    try:
        return min(max(_instant(day, found["time"], found["offset"], zone), EARLIEST), LATEST)
    except OverflowError:
        return EARLIEST if day.year == EARLIEST.year else LATEST
    except ValueError as error:
        raise BadValueError("bad_instant", value=text) from error


def _instant(day: date, clock: str | None, offset: str | None, zone: tzinfo) -> datetime:
    if clock is None:
        return at_site(datetime.combine(day, LAST_SECOND), zone)
    moment = datetime.combine(day, time.fromisoformat(clock))
    if offset is None:
        return at_site(moment, zone)
    return datetime.fromisoformat(f"{moment.isoformat()}{offset.upper()}").astimezone(UTC)


def site_hour(instant: datetime, zone: tzinfo) -> datetime:
    """Return the instant, in UTC, at which the site's hour of an aware instant began."""
    local = instant.astimezone(zone)
    return local.replace(minute=0, second=0, microsecond=0).astimezone(UTC)


def at_site(local: datetime, zone: tzinfo) -> datetime:
    """Return the instant, in UTC, at which a site's clock shows ``local`` for the first time.

    Raises BadValueError("bad_instant") where the clock skips it.
    """
    instant = local.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) != local:
        raise BadValueError("bad_instant", value=local.isoformat())
    return instant


def parse_day(text: str) -> date:
    """Return a calendar day (``2026-02-28`` or ``20260228``); else BadValueError("bad_day")."""
    if not _DAY.fullmatch(text):
        raise BadValueError("bad_day", value=text)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadValueError("bad_day", value=text) from error


def print_instant(instant: datetime) -> str:
    """Write an aware instant as ISO 8601 in UTC with ``Z``; microseconds only where there are."""
    return f"{instant.astimezone(UTC).replace(tzinfo=None).isoformat()}Z"


def print_day(day: date) -> str:
    """Write a calendar day as ISO 8601 (``2026-02-28``)."""
    return day.isoformat()
