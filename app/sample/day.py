"""The sample's calendar: days and hours of the site, counted from the demo's day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from datetime import date

TIME_ZONE = "Europe/Brussels"
MOMENT = "10:42"
"""Site time at which the demo plays: the middle of the morning."""


@dataclass(frozen=True, slots=True)
class Day:
    """The demo's day at the site; other days are offsets from it."""

    today: date

    def instant(self, days: int, clock: str) -> datetime:
        """Return the aware UTC instant of ``HH:MM`` site time, ``days`` from today.

        Of an hour that repeats it is the first occurrence.
        """
        wall = datetime.combine(self.today + timedelta(days), time.fromisoformat(clock))
        return wall.replace(tzinfo=ZoneInfo(TIME_ZONE)).astimezone(UTC)

    def at(self, days: int, clock: str) -> str:
        """Return that instant as ISO 8601 with Z, to the second."""
        return f"{self.instant(days, clock):%Y-%m-%dT%H:%M:%SZ}"

    def date(self, days: int) -> str:
        """Return the ISO 8601 date ``days`` from today."""
        return (self.today + timedelta(days)).isoformat()


def later(clock: str, minutes: int) -> str:
    """Return ``HH:MM`` that many minutes later on the same day; never past 23:59."""
    total = int(clock[:2]) * 60 + int(clock[3:]) + minutes
    return f"{total // 60:02d}:{total % 60:02d}"
