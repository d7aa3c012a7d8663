"""Which calendar day of the site an instant falls on, for arrays of instants."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from app.domain.plan.facts import Ints

MICROS_A_DAY: Final = 86_400_000_000
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
EPOCH_DAY: Final = EPOCH.toordinal()
_MICROSECOND: Final = timedelta(microseconds=1)
_FAR: Final = 1 << 62


def to_micros(instant: datetime) -> int:
    """Return an aware instant as whole microseconds since the epoch, UTC."""
    return (instant - EPOCH) // _MICROSECOND


def span_micros(span: timedelta) -> int:
    """Return a span as whole microseconds."""
    return span // _MICROSECOND


def to_instant(micros: int) -> datetime:
    """Return microseconds since the epoch as an aware instant in UTC."""
    return EPOCH + int(micros) * _MICROSECOND


def start_of_day(ordinal: int, zone: ZoneInfo) -> int:
    """Return the instant (microseconds) at which a day, as an ordinal, begins in a zone.

    A midnight that occurs twice counts the first time; one that is skipped is the instant of the
    skip.  A day beyond the calendar begins beyond every instant.
    """
    if not 2 <= ordinal < date.max.toordinal():
        return -_FAR if ordinal < 2 else _FAR
    return to_micros(datetime.combine(date.fromordinal(ordinal), time(), zone))


def local_days(instants: Ints, zone: ZoneInfo) -> Ints:
    """Return the ordinal of the site's day for each instant (microseconds since the epoch)."""
    utc_days, where = np.unique(instants // MICROS_A_DAY, return_inverse=True)
    ordinals = [int(day) + EPOCH_DAY for day in utc_days.tolist()]
    today = np.array([start_of_day(day, zone) for day in ordinals], dtype=np.int64)[where]
    tomorrow = np.array([start_of_day(day + 1, zone) for day in ordinals], dtype=np.int64)[where]
    days = np.array(ordinals, dtype=np.int64)[where] - 1
    return np.asarray(days + (instants >= today) + (instants >= tomorrow), dtype=np.int64)


def local_day(instant: int, zone: ZoneInfo) -> int:
    """Return the ordinal of the site's day of one instant."""
    return int(local_days(np.array([instant], dtype=np.int64), zone)[0])
