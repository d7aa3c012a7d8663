"""Who may have a door when, and for how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.appointments import (
    HOLDING,
    Block,
    Booking,
    Door,
    conflicts,
    length,
    overdue,
    overlaps,
    weekly,
)
from app.domain.dock import OPEN, DockEvent, DockState, fold
from app.domain.errors import BadValueError
from app.domain.settings import Settings
from app.domain.truck_details import Details

NINE = datetime(2026, 3, 4, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
SITE = Settings()
DOORS = (Door("D1"), Door("D2"))


def booking(number: str, door: str = "D1", hours: float = 0, minutes: int = 60) -> Booking:
    start = NINE + hours * HOUR
    return Booking(number, "inbound", door, start, start + minutes * MINUTE)


def codes(
    wanted: Booking, *others: Booking, doors: tuple[Door, ...] = DOORS, **site: Any
) -> list[str]:
    found = conflicts(wanted, others, doors, replace(SITE, **site))
    return [conflict.code for conflict in found]


bookings = st.builds(
    Booking,
    st.integers(1, 30).map(str),
    st.sampled_from(["inbound", "outbound"]),
    st.sampled_from(["", "D1", "D2", "D9"]),
    st.integers(-600, 600).map(lambda minutes: NINE + minutes * MINUTE),
    st.integers(-600, 600).map(lambda minutes: NINE + minutes * MINUTE),
    st.sampled_from(sorted(OPEN)),
)


@given(st.lists(bookings, max_size=40), st.integers(0, 45), st.integers(0, 3))
def test_no_two_accepted_trucks_ever_share_a_door(
    asked: list[Booking], buffer: int, capacity: int
) -> None:
    site = replace(SITE, dock_buffer=buffer * MINUTE, dock_capacity=capacity)
    accepted: dict[tuple[str, str], Booking] = {}
    for wanted in asked:
        if not conflicts(wanted, accepted.values(), DOORS, site):
            accepted[wanted.direction, wanted.number] = wanted

    standing = [one for one in accepted.values() if one.status in HOLDING]
    for one in standing:
        assert one.start < one.end
        assert one.door in ("", "D1", "D2")
        for other in standing:
            if one is not other and one.door and one.door == other.door:
                assert not overlaps(one, other, site.dock_buffer)


@given(st.lists(bookings, max_size=25), bookings)
def test_the_order_in_which_others_booked_does_not_matter(
    others: list[Booking], wanted: Booking
) -> None:
    there = conflicts(wanted, others, DOORS, SITE)

    assert sorted(map(repr, there)) == sorted(
        map(repr, conflicts(wanted, others[::-1], DOORS, SITE))
    )


def test_a_door_is_taken_by_whoever_overlaps() -> None:
    assert codes(booking("B", hours=0.5), booking("A")) == ["door_taken"]


@pytest.mark.parametrize(
    "other",
    [
        booking("B", hours=1),
        booking("B", "D2"),
        booking("B", ""),
        booking("A"),
        replace(booking("B"), status="requested"),
        replace(booking("B"), status="departed"),
    ],
    ids=["after it", "another door", "the yard", "itself", "a request", "departed"],
)
def test_nobody_is_in_the_way_of(other: Booking) -> None:
    assert codes(booking("A"), other) == []


def test_a_buffer_lies_between_two_trucks() -> None:
    after = booking("B", hours=1)
    assert codes(after, booking("A"), dock_buffer=MINUTE) == ["door_taken"]
    assert codes(replace(after, start=after.start + MINUTE), booking("A"), dock_buffer=MINUTE) == []


@pytest.mark.parametrize(
    ("door", "code"),
    [
        (Door("D1", "out"), "door_direction"),
        (Door("D1", hours="06:00-09:30"), "door_closed"),
        (Door("D1", blocks=(Block(NINE + 59 * MINUTE, NINE + 2 * HOUR),)), "door_blocked"),
        (Door("D2"), "no_such_door"),
    ],
)
def test_a_door_refuses_what_it_cannot_do(door: Door, code: str) -> None:
    assert codes(booking("A"), doors=(door,)) == [code]


def test_a_door_without_the_equipment_is_none_for_the_truck() -> None:
    cold = replace(booking("A"), needs=frozenset({"reefer plug", "ramp"}))
    doors = (Door("D1", equipment=frozenset({"ramp"})),)

    (found,) = conflicts(cold, (), doors, SITE)

    assert (found.code, found.detail) == ("door_lacks", "reefer plug")


@pytest.mark.parametrize("minutes", [0, -60])
def test_a_window_that_ends_before_it_starts_is_none(minutes: int) -> None:
    assert codes(booking("A", minutes=minutes)) == ["window_backwards"]


def test_a_window_of_more_than_a_day_is_none() -> None:
    assert codes(booking("A", minutes=24 * 60)) == []
    assert codes(booking("A", minutes=24 * 60 + 1)) == ["window_too_long"]


def test_a_window_may_pass_midnight() -> None:
    late = booking("A", hours=14.5, minutes=120)
    assert codes(late) == []
    assert codes(booking("B", hours=15.5), late) == ["door_taken"]


def test_an_hour_takes_no_more_trucks_than_the_site_can() -> None:
    others = (booking("A", "D1"), booking("B", "", 0.5))
    assert codes(booking("C", "D2", 0.75), *others, dock_capacity=2) == ["over_capacity"]
    assert codes(booking("C", "D2", 1), *others, dock_capacity=2) == []


def test_everything_that_stands_against_it_is_named() -> None:
    door = Door("D1", "out", "06:00-07:00")
    assert codes(booking("B"), booking("A"), doors=(door,), dock_capacity=1) == [
        "door_direction",
        "door_closed",
        "door_taken",
        "over_capacity",
    ]


@pytest.mark.parametrize(
    ("details", "minutes"),
    [
        (Details(), 60),
        (Details(pallets=20), 60),
        (Details(pallets=20, cartons=3), 62),
        (Details(cartons=1), 30),
        (Details(loose=1_000_000_000), 24 * 60),
        (Details(pallets=20, minutes=45), 45),
    ],
    ids=["nothing said", "pallets", "rounded up", "the minimum", "beyond a day", "fixed"],
)
def test_a_load_says_how_long_a_truck_stays(details: Details, minutes: int) -> None:
    assert length(details, SITE) == minutes * MINUTE


def test_a_week_later_it_is_the_same_hour_of_the_clock() -> None:
    zone = replace(SITE, time_zone="Europe/Brussels").zone
    before = datetime(2026, 3, 25, 8, tzinfo=UTC)  # 09:00 there; the clocks change on the 29th

    found = list(weekly(before, before + HOUR, 2, zone))

    assert [end - start for start, end in found if end] == [HOUR, HOUR]
    assert found[1][0] == before + timedelta(days=7) - HOUR


def test_a_week_in_which_the_clock_skips_the_hour_is_a_bad_instant() -> None:
    zone = replace(SITE, time_zone="Europe/Brussels").zone
    before = datetime(2026, 3, 22, 1, 30, tzinfo=UTC)  # 02:30 there

    with pytest.raises(BadValueError, match="bad_instant"):
        list(weekly(before, None, 2, zone))


SAID = DockState("scheduled", NINE, door="D1", start_at=NINE, end_at=NINE + HOUR)


@pytest.mark.parametrize(
    ("state", "minutes", "is_over"),
    [
        (SAID, 90, False),
        (SAID, 91, True),
        (replace(SAID, status="requested"), 91, True),
        (replace(SAID, status="arrived"), 91, False),
        (replace(SAID, expected_at=NINE + 2 * HOUR), 91, False),
        (replace(SAID, end_at=None), 91, False),
    ],
    ids=["in time", "over", "a request", "here", "announced late", "no appointment"],
)
def test_whoever_has_not_come_when_patience_ends_is_a_no_show(
    state: DockState, minutes: int, *, is_over: bool
) -> None:
    assert overdue(state, 30 * MINUTE, NINE + minutes * MINUTE) is is_over


def test_a_no_show_that_was_taken_back_is_none_again_before_a_new_time_is_said() -> None:
    missed = DockEvent(1, "no_show", NINE + 2 * HOUR)
    back = (missed, DockEvent(2, "undo", undoes=1))
    moved = DockEvent(3, "move", NINE + 3 * HOUR)

    assert not overdue(fold(SAID, back), MINUTE, NINE + 9 * HOUR)
    assert overdue(fold(SAID, (*back, moved)), MINUTE, NINE + 9 * HOUR)


def test_a_booking_says_window_door_and_details_at_once_and_goes_back_at_once() -> None:
    told = DockEvent(1, "move", NINE + HOUR, "D2", None, NINE + 3 * HOUR, {"seal": "S", "new": 1})
    state = fold(SAID, (told,))

    assert (state.door, state.start_at, state.end_at) == ("D2", NINE + HOUR, NINE + 3 * HOUR)
    assert state.details == Details(seal="S")
    assert fold(SAID, (told, DockEvent(2, "undo", undoes=1))) == SAID
