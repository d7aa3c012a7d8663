"""Instants and days as people write them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import BadValueError
from app.domain.instants import EARLIEST, LATEST, parse_day, parse_instant, print_day, print_instant

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("2026-07-01T12:00:00Z", "2026-07-01T12:00:00Z"),
        ("2026-07-01T12:00:00+05:30", "2026-07-01T06:30:00Z"),
        ("2026-07-01T12-03", "2026-07-01T15:00:00Z"),
        ("2026-07-01T12:00", "2026-07-01T10:00:00Z"),
        ("2026-07-01 12:00", "2026-07-01T10:00:00Z"),
        ("20260701t120000z", "2026-07-01T12:00:00Z"),
        ("2026-01-01T12:00:00.250", "2026-01-01T11:00:00.250000Z"),
        ("2026-07-01", "2026-07-01T21:59:59Z"),
        ("2026-03-29", "2026-03-29T21:59:59Z"),
        ("2026-10-25T02:30", "2026-10-25T00:30:00Z"),
        ("2026-10-25T03:00", "2026-10-25T02:00:00Z"),
        ("2026-03-29T03:00", "2026-03-29T01:00:00Z"),
    ],
)
@pytest.mark.right_input
def test_an_instant_is_read_in_the_site_s_time_zone(text: str, means: str) -> None:
    assert print_instant(parse_instant(text, BERLIN)) == means


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-29T02:00", "2026-03-29T02:59:59", "2026-02-29", "2026-02-29T10:00Z", "2026-13-01",
        "2026-00-10", "2026-07-01T24:00", "2026-07-01T12:60", "2026-07-01T12:00:60Z", "26-07-01",
        "01.07.2026", "07/01/2026", "2026-W27-3", "2026-182", "2026-07-01T", "2026-07-01Z",
        "12:00", "now", "", "1783000000", "2026-07-01T12:00+25:00", "2026-07-01T12:00 Europe",
        "٢٠٢٦-07-01", "2026-07-01T12:00:00\n", "2026-07-01x12:00", " 2026-07-01", "0000-01-01",
    ],
)  # fmt: skip
def test_an_instant_that_does_not_exist_is_a_bad_value(text: str) -> None:
    with pytest.raises(BadValueError):
        parse_instant(text, BERLIN)


ZONES = ("UTC", "Pacific/Kiritimati", "America/Los_Angeles")


@pytest.mark.wrong_input
@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("0001-01-01", EARLIEST),
        ("0001-01-01T00:00Z", EARLIEST),
        ("0001-01-01T00:00+10:00", EARLIEST),
        ("9999-12-31", LATEST),
        ("9999-12-31T23:59:59Z", LATEST),
        ("9999-12-31T23:00-10:00", LATEST),
    ],
)
def test_an_instant_at_the_calendars_end_is_kept_where_every_zone_can_show_it(
    text: str, end: datetime, zone: str
) -> None:
    kept = parse_instant(text, ZoneInfo(zone))

    assert EARLIEST <= kept <= LATEST
    assert abs(kept - end) < timedelta(days=1)
    assert all(kept.astimezone(ZoneInfo(shown)) == kept for shown in ZONES)


def test_a_day_that_the_calendar_of_a_zone_skipped_does_not_exist() -> None:
    with pytest.raises(BadValueError):
        parse_instant("2011-12-30", ZoneInfo("Pacific/Apia"))


@given(st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1)))  # noqa: DTZ001
def test_what_is_printed_is_read_back(moment: datetime) -> None:
    instant = moment.replace(tzinfo=UTC)

    assert parse_instant(print_instant(instant), BERLIN) == instant


@pytest.mark.parametrize("text", ["2026-02-30", "2026-2-3", "2026-02-03T10:00", "", "today"])
def test_a_day_that_does_not_exist_is_a_bad_value(text: str) -> None:
    with pytest.raises(BadValueError):
        parse_day(text)


@given(st.dates())
def test_a_day_is_read_back(day: date) -> None:
    assert parse_day(print_day(day)) == day
    assert parse_day(print_day(day).replace("-", "")) == day
