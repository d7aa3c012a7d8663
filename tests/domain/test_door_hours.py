"""When a door is open."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.door_hours import closings, covers, parse_hours
from app.domain.errors import BadValueError

BRUSSELS = ZoneInfo("Europe/Brussels")
HOUR = timedelta(hours=1)


def is_open(hours: str, start: str, minutes: int = 60) -> bool:
    """Tell whether it is open from a moment of the site's clock for so long."""
    begins = datetime.fromisoformat(start).replace(tzinfo=BRUSSELS).astimezone(UTC)
    return covers(hours, begins, begins + timedelta(minutes=minutes), BRUSSELS)


@pytest.mark.parametrize(
    ("hours", "start"),
    [
        ("", "2026-03-04T03:00"),
        ("06:00-18:00", "2026-03-04T06:00"),
        ("06:00-18:00", "2026-03-04T17:00"),
        ("22:00-06:00", "2026-03-04T23:30"),
        ("22:00-06:00", "2026-03-04T05:00"),
        ("06:00-12:00;12:00-14:00", "2026-03-04T11:30"),
        ("06:00-24:00; 00:00-02:00", "2026-03-04T23:30"),
    ],
)
def test_it_is_open(hours: str, start: str) -> None:
    assert is_open(hours, start)


@pytest.mark.parametrize(
    ("hours", "start"),
    [
        ("06:00-18:00", "2026-03-04T05:59"),
        ("06:00-18:00", "2026-03-04T17:01"),
        ("22:00-06:00", "2026-03-04T05:30"),
        ("06:00-12:00;12:30-18:00", "2026-03-04T11:45"),
    ],
)
def test_it_is_closed(hours: str, start: str) -> None:
    assert not is_open(hours, start)


def test_hours_follow_the_clock_through_daylight_saving() -> None:
    assert is_open("01:00-03:30", "2026-03-29T01:00", 90)  # 02:00 to 03:00 does not exist
    assert not is_open("01:00-03:30", "2026-03-29T01:00", 91)
    assert is_open("01:00-03:30", "2026-10-25T01:00", 210)  # 02:00 to 03:00 comes twice


@pytest.mark.parametrize(
    ("hours", "shut"),
    [
        ("", []),
        ("00:00-24:00", []),
        ("06:00-18:00", ["05-06", "18-20"]),
        ("22:00-06:00", ["06-20"]),
        ("05:00-12:00;13:00-24:00", ["12-13"]),
        ("05:00-12:00;11:00-20:00", []),
        ("01:00-03:00", ["05-20"]),
    ],
)
def test_it_is_closed_between_its_hours(hours: str, shut: list[str]) -> None:
    start, end = (datetime(2026, 3, 4, hour, tzinfo=BRUSSELS) for hour in (5, 20))

    found = closings(hours, start, end, BRUSSELS)

    spans = [[at.astimezone(BRUSSELS) for at in span] for span in found]
    assert [f"{opens:%H}-{closes:%H}" for opens, closes in spans] == shut


@pytest.mark.parametrize(
    "instant", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)]
)
def test_at_the_calendars_ends_it_is_closed(instant: datetime) -> None:
    assert not covers("06:00-18:00", instant, instant, BRUSSELS)


@pytest.mark.parametrize(
    "text", ["6-18", "06:00", "25:00-26:00", "06:00-06:00", "x;06:00-18:00", "06:00-24:30"]
)
def test_hours_of_another_form_are_none(text: str) -> None:
    with pytest.raises(BadValueError):
        parse_hours(text)
