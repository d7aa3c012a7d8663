"""Work by hour: nothing is lost on the way, and what is not done is carried on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.workload import ToUnload, WorkHour, next_hour, workload

NINE = datetime(2026, 3, 4, 9, tzinfo=UTC)
ZONE = ZoneInfo("UTC")


def at(minutes: int) -> datetime:
    return NINE + timedelta(minutes=minutes)


def test_a_truck_is_shared_over_the_hours_it_is_unloaded_in() -> None:
    truck = ToUnload(at(30), at(120), 90, 30)
    hours = workload([truck], {}, None, NINE, ZONE)

    assert [(hour.unload, hour.cross_dock) for hour in hours] == [(30, 10), (60, 20)]
    assert [hour.start for hour in hours] == [NINE, at(60)]


def test_picks_stand_in_their_hour_and_overdue_ones_in_the_hour_that_runs() -> None:
    hours = workload([], {at(-200): 5, at(10): 2, at(61): 7}, None, at(20), ZONE)

    assert [hour.pick for hour in hours] == [7, 7]


def test_what_an_hour_does_not_get_done_is_carried_to_the_next() -> None:
    hours = workload([], {at(0): 100, at(60): 20, at(120): 10}, 60, NINE, ZONE)

    assert [(hour.total, hour.over) for hour in hours] == [(100, 40), (60, 0), (10, 0)]
    assert [hour.carried for hour in hours] == [0, 40, 0]


def test_an_hour_that_runs_has_only_what_is_left_of_it() -> None:
    (hour,) = workload([], {at(0): 10}, 60, at(45), ZONE)

    assert hour.capacity == 15


def test_without_a_crew_no_hour_is_over() -> None:
    (hour,) = workload([], {at(0): 10_000}, None, NINE, ZONE)

    assert (hour.capacity, hour.over) == (None, 0)


def test_a_truck_without_length_is_unloaded_at_once() -> None:
    assert workload([ToUnload(NINE, NINE, 3, 1)], {}, None, NINE, ZONE) == (
        WorkHour(NINE, 3, 1, 0),
    )


@pytest.mark.parametrize("units", [0, 1])
def test_no_work_makes_no_hours(units: int) -> None:
    assert len(workload([ToUnload(NINE, at(600), units, 0)], {}, 5, NINE, ZONE)) == 10 * units


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Brussels", "2026-03-29", 23),
        ("Europe/Brussels", "2026-10-25", 25),
        ("Europe/Brussels", "2026-06-01", 24),
        ("Asia/Kathmandu", "2026-06-01", 24),
        ("Australia/Lord_Howe", "2026-04-05", 24),
        ("Australia/Lord_Howe", "2026-10-04", 24),
    ],
)
def test_each_hour_of_the_sites_day_comes_once_as_the_clocks_change(
    zone: str, day: str, hours: int
) -> None:
    site = ZoneInfo(zone)
    start = datetime.fromisoformat(day).replace(tzinfo=site).astimezone(UTC)
    end = (datetime.fromisoformat(day) + timedelta(days=1)).replace(tzinfo=site).astimezone(UTC)
    seen = [start]
    while next_hour(seen[-1], site) < end:
        seen.append(next_hour(seen[-1], site))

    assert len(seen) == hours
    assert next_hour(seen[-1], site) == end
    assert seen == sorted(set(seen))


TRUCKS = st.lists(
    st.builds(
        lambda start, span, units, part: ToUnload(at(start), at(start + span), units, units * part),
        st.integers(-300, 600),
        st.integers(0, 400),
        st.integers(0, 500),
        st.integers(0, 1),
    ),
    max_size=5,
)


@given(TRUCKS, st.dictionaries(st.integers(-90, 900).map(at), st.integers(0, 99), max_size=5))
def test_every_unit_stands_in_one_hour(trucks: list[ToUnload], picks: dict[datetime, int]) -> None:
    hours = workload(trucks, picks, 40, at(7), ZoneInfo("Australia/Lord_Howe"))

    assert sum(hour.unload for hour in hours) == sum(truck.units for truck in trucks)
    assert sum(hour.cross_dock for hour in hours) == sum(truck.cross_dock for truck in trucks)
    assert sum(hour.pick for hour in hours) == sum(picks.values())
    assert all(hour.over >= 0 for hour in hours)


@given(TRUCKS, st.integers(0, 300), st.integers(0, 300))
def test_more_people_leave_no_more_undone(trucks: list[ToUnload], capacity: int, more: int) -> None:
    few = workload(trucks, {}, capacity, NINE, ZONE)
    many = workload(trucks, {}, capacity + more, NINE, ZONE)

    assert all(b.over <= a.over for a, b in zip(few, many, strict=True))
