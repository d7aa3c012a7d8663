"""Which door is suggested for a truck, and with what reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.appointments import Block, Booking, Door, conflicts
from app.domain.door_choice import Carry, choose_door, lanes_of, standing_now
from app.domain.goods import Kind, Location
from app.domain.receiving import Lanes
from app.domain.settings import Settings

NINE = datetime(2026, 3, 4, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
SITE = Settings()
CODES = ("D1", "D2", "D3")


def booking(number: str, door: str = "", hours: float = 0, **more: Any) -> Booking:
    start = NINE + hours * HOUR
    return Booking(number, "inbound", door, start, start + HOUR, **more)


def names(
    wanted: Booking, *doors: Door, others: tuple[Booking, ...] = (), **more: Any
) -> list[str]:
    """Return the doors that can be had at the wished time, the best first."""
    found = choose_door(wanted, doors, others, SITE, more.get("carry", Carry()))
    return [option.door for option in found if option.free]


minutes = st.integers(-400, 400).map(lambda count: NINE + count * MINUTE)
needs = st.frozensets(st.sampled_from(["leveller", "ramp"]))
bookings = st.builds(
    Booking,
    st.integers(1, 30).map(str),
    st.sampled_from(["inbound", "outbound"]),
    st.sampled_from(["", *CODES]),
    minutes,
    minutes,
    st.sampled_from(["scheduled", "requested", "arrived", "at_door", "unloading", "departed"]),
    needs,
)
blocks = st.builds(Block, minutes, minutes)
doors = st.tuples(
    *(
        st.builds(
            Door,
            st.just(code),
            st.sampled_from(["in", "out", "both"]),
            st.sampled_from(["", "06:00-10:00", "08:00-12:00;13:00-24:00", "22:00-06:00"]),
            needs,
            st.lists(blocks, max_size=2).map(tuple),
        )
        for code in CODES
    )
)
carries = st.builds(
    Carry,
    st.dictionaries(st.sampled_from(["L1", "L2"]), st.integers(1, 9)),
    st.dictionaries(
        st.tuples(st.sampled_from(CODES), st.sampled_from(["L1", "L2"])), st.integers(0, 9)
    ),
)


@given(
    bookings, doors, st.lists(bookings, max_size=20), st.integers(0, 45), st.integers(0, 3), carries
)
def test_a_suggested_door_and_time_can_always_be_booked(
    wanted: Booking,
    site_doors: tuple[Door, ...],
    others: list[Booking],
    buffer: int,
    capacity: int,
    carry: Carry,
) -> None:
    site = replace(SITE, dock_buffer=buffer * MINUTE, dock_capacity=capacity)

    for option in choose_door(wanted, site_doors, others, site, carry):
        if option.start is not None:
            end = option.start + (wanted.end - wanted.start)
            asked = replace(wanted, door=option.door, start=option.start, end=end)
            assert conflicts(asked, others, site_doors, site) == ()


@given(bookings, doors, st.lists(bookings, max_size=20), st.integers(0, 3))
def test_a_door_that_cannot_be_had_says_what_a_refusal_would(
    wanted: Booking, site_doors: tuple[Door, ...], others: list[Booking], capacity: int
) -> None:
    site = replace(SITE, dock_capacity=capacity)

    for option in choose_door(wanted, site_doors, others, site):
        asked = replace(wanted, door=option.door)
        assert option.conflicts == conflicts(asked, others, site_doors, site)


@given(bookings, doors, st.lists(bookings, max_size=20))
def test_no_earlier_minute_is_passed_over(
    wanted: Booking, site_doors: tuple[Door, ...], others: list[Booking]
) -> None:
    span = wanted.end - wanted.start
    for option in choose_door(wanted, site_doors, others, SITE):
        if option.free or option.start is None:
            continue
        for early in range(0, (option.start - wanted.start) // MINUTE, 7):
            start = wanted.start + early * MINUTE
            asked = replace(wanted, door=option.door, start=start, end=start + span)
            assert conflicts(asked, others, site_doors, SITE) != ()


@given(bookings, doors, st.lists(bookings, max_size=20))
def test_a_free_door_stays_free_until_it_says(
    wanted: Booking, site_doors: tuple[Door, ...], others: list[Booking]
) -> None:
    for option in choose_door(wanted, site_doors, others, SITE):
        if option.free and option.free_until is not None and wanted.end < option.free_until:
            longer = replace(wanted, door=option.door, end=option.free_until)
            assert conflicts(longer, others, site_doors, SITE) == ()


def test_the_door_nearest_to_the_lanes_goes_first_and_says_so() -> None:
    carry = Carry(
        {"L1": 3, "L2": 1}, {("D1", "L1"): 8, ("D1", "L2"): 4, ("D2", "L1"): 2, ("D2", "L2"): 6}
    )

    best, other = choose_door(booking("T"), [Door("D1"), Door("D2")], [], SITE, carry)

    assert (best.door, best.steps, best.nearest) == ("D2", 3, True)
    assert (other.door, other.steps, other.nearest) == ("D1", 7, False)


def test_a_door_with_an_unknown_way_comes_after_those_with_a_known_one() -> None:
    carry = Carry({"L1": 1}, {("D2", "L1"): 99})
    assert names(booking("T"), Door("D1"), Door("D2"), carry=carry) == ["D2", "D1"]


def test_a_rare_door_is_kept_for_whoever_needs_it() -> None:
    rare = Door("D1", equipment=frozenset({"reefer plug"}))
    assert names(booking("T"), rare, Door("D2")) == ["D2", "D1"]
    assert names(booking("T", needs=frozenset({"reefer plug"})), rare, Door("D2")) == ["D1"]


def test_the_booked_door_goes_first_where_it_is_free() -> None:
    wanted = booking("T", "D2")
    assert names(wanted, Door("D1"), Door("D2")) == ["D2", "D1"]
    assert names(wanted, Door("D1"), Door("D2"), others=(booking("B", "D2"),)) == ["D1"]


@pytest.mark.parametrize(
    ("door", "others", "code"),
    [
        (Door("D1", "out"), (), "door_direction"),
        (Door("D1", hours="06:00-09:30"), (), "door_closed"),
        (Door("D1", hours="10:00-12:00"), (), "door_closed"),
        (Door("D1", blocks=(Block(NINE, NINE + MINUTE, "roller"),)), (), "door_blocked"),
        (Door("D1"), (booking("B", "D1", 0.5),), "door_taken"),
        (Door("D1"), (booking("B", "D1", -0.5, status="unloading"),), "door_taken"),
        (Door("D1", equipment=frozenset({"ramp"})), (), "door_lacks"),
    ],
)
def test_a_door_is_not_suggested_where(door: Door, others: tuple[Booking, ...], code: str) -> None:
    need = frozenset({"leveller"}) if code == "door_lacks" else frozenset[str]()
    free = replace(Door("D2"), equipment=frozenset({"leveller"}))

    best, refused = choose_door(booking("T", needs=need), [door, free], others, SITE)

    assert (best.door, refused.door, refused.start) == ("D2", "D1", None)
    assert [conflict.code for conflict in refused.conflicts] == [code]


@pytest.mark.parametrize(
    ("door", "others", "minutes_later"),
    [
        (Door("D1"), (booking("B", "D1"),), 60),
        (Door("D1"), (booking("B", "D1"), booking("C", "D1", 1.5)), 150),
        (Door("D1", hours="09:45-12:00"), (), 45),
        (Door("D1", blocks=(Block(NINE, NINE + 75 * MINUTE),)), (), 75),
        (Door("D1", "out"), (), None),
        (Door("D1", blocks=(Block(NINE, NINE + 25 * HOUR),)), (), None),
        (Door("D1", hours="09:10-10:00"), (), None),
    ],
    ids=["taken", "gap too short", "opens", "blocked", "never", "days", "always too short"],
)
def test_where_none_is_free_the_first_time_is_told(
    door: Door, others: tuple[Booking, ...], minutes_later: int | None
) -> None:
    (option,) = choose_door(booking("T"), [door], others, SITE)

    first = None if minutes_later is None else NINE + minutes_later * MINUTE
    assert (option.free, option.start) == (False, first)


def test_the_door_that_is_free_first_goes_first() -> None:
    others = (booking("A", "D1", 0.5), booking("B", "D2"))
    found = choose_door(booking("T"), [Door("D1"), Door("D2"), Door("D3", "out")], others, SITE)
    assert [(one.door, one.start) for one in found] == [
        ("D2", NINE + HOUR),
        ("D1", NINE + 1.5 * HOUR),
        ("D3", None),
    ]


def test_a_full_hour_sends_a_truck_to_the_next_one() -> None:
    site = replace(SITE, dock_capacity=1)
    (option,) = choose_door(booking("T"), [Door("D1")], [booking("B", "", 0.25)], site)
    assert [conflict.code for conflict in option.conflicts] == ["over_capacity"]
    assert option.start == NINE + HOUR


def test_a_buffer_is_left_before_and_after() -> None:
    site = replace(SITE, dock_buffer=15 * MINUTE)
    others = [booking("A", "D1", -1), booking("B", "D2", 2)]
    first, taken = choose_door(booking("T"), [Door("D1"), Door("D2")], others, site)
    assert (first.door, first.free_until) == ("D2", NINE + HOUR + 45 * MINUTE)
    assert [conflict.code for conflict in taken.conflicts] == ["door_taken"]


@pytest.mark.parametrize("hours", [0, -1, 30])
def test_a_window_that_is_none_gives_no_door(hours: int) -> None:
    wanted = replace(booking("T"), end=NINE + hours * HOUR)
    assert choose_door(wanted, [Door("D1")], [], SITE) == ()


def test_no_door_no_suggestion() -> None:
    assert choose_door(booking("T"), [], [], SITE) == ()


def test_at_the_calendars_end_nothing_breaks() -> None:
    last = datetime(9999, 12, 30, tzinfo=UTC)
    wanted = Booking("T", "inbound", "", last, last + HOUR)
    other = replace(wanted, number="B", door="D1", end=last + 24 * HOUR)
    site = replace(SITE, dock_buffer=24 * HOUR, dock_capacity=1)
    (option,) = choose_door(wanted, [Door("D1", hours="06:00-18:00")], [other], site)
    assert (option.free, option.start) == (False, None)


def test_who_stands_at_a_door_has_it_now_whatever_its_window() -> None:
    gone = booking("A", "D1", -3, status="at_door")
    early = booking("B", "D2", 3, status="unloading")
    awaited = booking("C", "D3", -3)

    seen = standing_now([gone, early, awaited], NINE)

    assert (seen[0].start, seen[0].end) == (gone.start, NINE + MINUTE)
    assert (seen[1].start, seen[1].end) == (NINE, early.end)
    assert seen[2] == awaited


def lane(number: int) -> Location:
    return Location(number, f"L{number}", Kind.STAGING, pick_sequence=number)


def test_units_go_to_the_lanes_that_receiving_would_give() -> None:
    lanes = Lanes((lane(1), lane(2), lane(3)), {1: 5})
    shares = {"SO-1": 4, "SO-2": 3, "SO-3": 2}
    assert lanes_of(shares, {"SO-2": [lane(1)]}, lanes, "first_free") == {"L2": 4, "L1": 3, "L3": 2}
    assert lanes_of(shares, {"SO-2": [lane(1)]}, lanes, "least_walking") == {"L1": 3}


def test_without_a_lane_units_go_nowhere() -> None:
    assert lanes_of({"SO-1": 4}, {}, Lanes((), {}), "first_free") == {}
