"""What leaves with which pickup, when it is ready, and what misses the cut-off."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.board import OUTBOUND, Truck
from app.domain.dock import OPEN, DockState
from app.domain.instants import LATEST
from app.domain.pickups import Departures, Part, Pickup, departures, pickups_of
from app.domain.truck_details import Details

NINE = datetime(2026, 3, 4, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def pickup(number: str, hours: float, carrier: str = "") -> Pickup:
    return Pickup(number, carrier, NINE + hours * HOUR, NINE + hours * HOUR)


def part(order: str, hours: float = 0, units: int = 10, **more: Any) -> Part:
    return Part(order, more.pop("carrier", ""), NINE + hours * HOUR, units, **more)


def leaves(found: Departures) -> dict[str, list[str]]:
    """Return by pickup the orders that leave with it."""
    return {
        number: [one.part.order for one in forecast.parts]
        for number, forecast in found.by_pickup.items()
    }


parts = st.lists(
    st.builds(
        Part,
        st.integers(1, 9).map("SO-{}".format),
        st.sampled_from(["", "Fast", "Slow"]),
        st.integers(-100, 700).map(lambda minutes: NINE + minutes * MINUTE),
        st.integers(1, 99),
    ),
    max_size=25,
)
pickups = st.lists(
    st.tuples(st.integers(0, 600), st.sampled_from(["", "Fast", "Other"])), max_size=5
).map(
    lambda found: sorted(
        (pickup(f"P-{place}", minutes / 60, by) for place, (minutes, by) in enumerate(found)),
        key=lambda one: (one.cut_off, one.number),
    )
)


@given(pickups, parts, st.one_of(st.none(), st.integers(1, 300)))
def test_every_unit_leaves_once_with_a_pickup_of_its_carrier_or_with_none(
    day: list[Pickup], asked: list[Part], capacity: int | None
) -> None:
    found = departures(day, asked, capacity, NINE)

    gone = [(one.pickup, ready.part) for one in found.by_pickup.values() for ready in one.parts]
    assert sorted(map(repr, (*(each for _, each in gone), *found.without))) == sorted(
        map(repr, asked)
    )
    assert all(by.takes(each.carrier) for by, each in gone)
    assert not any(by.takes(each.carrier) for by in day for each in found.without)


@given(pickups, parts, st.integers(1, 300))
def test_nothing_is_ready_before_it_is_there_and_picked(
    day: list[Pickup], asked: list[Part], capacity: int
) -> None:
    found = departures(day, asked, capacity, NINE)

    ready = [one for forecast in found.by_pickup.values() for one in forecast.parts]
    for one in ready:
        took = HOUR * one.part.units / capacity
        assert one.at >= max(one.part.there_at, NINE) + took
    units = sum(one.part.units for one in ready)
    last = max((one.at for one in ready), default=NINE)
    assert last - NINE >= HOUR * units / capacity - MINUTE


@given(pickups, parts)
def test_with_no_crew_said_a_part_is_ready_when_it_is_there(
    day: list[Pickup], asked: list[Part]
) -> None:
    found = departures(day, asked, None, NINE)
    for forecast in found.by_pickup.values():
        assert all(one.at == max(one.part.there_at, NINE) for one in forecast.parts)


def test_what_is_there_goes_with_the_first_pickup_and_the_rest_with_the_next() -> None:
    found = departures(
        [pickup("P-1", 2), pickup("P-2", 6)], [part("A"), part("B", 2), part("C", 2.1)], None, NINE
    )
    assert leaves(found) == {"P-1": ["A", "B"], "P-2": ["C"]}


def test_a_carriers_goods_go_with_its_own_pickup() -> None:
    day = [pickup("P-1", 1, "Fast"), pickup("P-2", 2, "Slow")]
    asked = [part("A", carrier=" slow "), part("B"), part("C", carrier="Other")]
    found = departures(day, asked, None, NINE)
    assert leaves(found) == {"P-1": ["B"], "P-2": ["A"]}
    assert [one.order for one in found.without] == ["C"]


def test_who_comes_after_the_last_cut_off_misses_it_and_is_named() -> None:
    late = part("B", 2.5, asns=("T-1",))
    forecast = departures([pickup("P-1", 2)], [part("A"), late], None, NINE).by_pickup["P-1"]

    assert (forecast.at, forecast.spare_minutes) == (NINE + 2.5 * HOUR, -30)
    assert (forecast.orders, forecast.units) == (2, 20)
    assert [(one.last.part, one.units) for one in forecast.missed] == [(late, 10)]


@pytest.mark.parametrize(("hours", "missed"), [(2, 0), (2 + 1 / 3600, 1)])
def test_ready_at_the_cut_off_is_in_time(hours: float, missed: int) -> None:
    found = departures([pickup("P-1", 2)], [part("A", hours)], None, NINE)
    assert len(found.by_pickup["P-1"].missed) == missed


def test_a_crew_that_is_too_slow_makes_the_last_in_rank_late() -> None:
    found = departures([pickup("P-1", 1)], [part("A"), part("B"), part("C")], 20, NINE)
    forecast = found.by_pickup["P-1"]
    assert [one.at for one in forecast.parts] == [NINE + n * HOUR / 2 for n in (1, 2, 3)]
    assert [one.order for one in forecast.missed] == ["C"]


def test_only_a_truck_that_comes_too_late_is_waited_for() -> None:
    asked = [part("A", 0.5, asns=("T-1",)), part("B", 3, asns=("T-2", "T-3"))]
    found = departures([pickup("P-1", 1)], asked, 10, NINE)
    assert {one.order: one.asns for one in found.by_pickup["P-1"].missed} == {
        "A": (),
        "B": ("T-2", "T-3"),
    }


def test_an_order_may_miss_two_pickups() -> None:
    day = [pickup("P-1", 1), pickup("P-2", 3)]
    found = departures(day, [part("A"), part("A", 4)], 4, NINE)
    assert [one.pickup.number for one in found.missed()["A"]] == ["P-1", "P-2"]


def test_the_earlier_cut_off_is_picked_first_whatever_the_rank() -> None:
    day = [pickup("P-1", 1, "Fast"), pickup("P-2", 8, "Slow")]
    asked = [part("A", carrier="Slow"), part("B", carrier="Fast")]
    found = departures(day, asked, 10, NINE)
    assert found.by_pickup["P-1"].at == NINE + HOUR
    assert found.by_pickup["P-2"].at == NINE + 2 * HOUR


def test_the_crew_does_not_wait_for_a_truck_while_there_is_work() -> None:
    asked = [part("A", 0.5), part("B")]
    found = departures([pickup("P-1", 8)], asked, 10, NINE).by_pickup["P-1"]
    assert [one.at for one in found.parts] == [NINE + 2 * HOUR, NINE + HOUR]


def test_an_order_in_parts_is_one_order_and_misses_by_its_last() -> None:
    forecast = departures(
        [pickup("P-1", 1)], [part("A"), part("A", 2), part("A", 3)], None, NINE
    ).by_pickup["P-1"]
    assert forecast.orders == 1
    (missed,) = forecast.missed
    assert (missed.units, missed.last.at) == (20, NINE + 3 * HOUR)


@pytest.mark.parametrize("capacity", [None, 5])
def test_without_parts_nothing_is_ready(capacity: int | None) -> None:
    forecast = departures([pickup("P-1", 1)], [], capacity, NINE).by_pickup["P-1"]
    assert (forecast.at, forecast.spare_minutes, forecast.units, forecast.missed) == (
        *(None, None, 0),
        (),
    )


def test_without_a_pickup_all_is_left() -> None:
    assert departures([], [part("A")], 5, NINE).without == (part("A"),)


def truck(number: str, status: str, hours: float = 0, **said: Any) -> Truck:
    start = NINE + hours * HOUR
    state = DockState(
        status, said.pop("expected_at", start), start_at=start, end_at=start + HOUR, **said
    )
    return Truck(1, number, "", "Fast", "", 0, 0, 0, state, OUTBOUND)


@pytest.mark.parametrize(
    "status", sorted(OPEN - {"scheduled", "arrived", "at_door", "unloading"} | {"cancelled"})
)
def test_a_pickup_that_is_not_to_be_loaded_takes_nothing(status: str) -> None:
    assert pickups_of([truck("P-1", status)], 0 * HOUR) == ()


def test_the_cut_off_lies_before_the_start_and_a_late_truck_moves_it() -> None:
    late = truck("P-2", "scheduled", expected_at=NINE + HOUR)
    here = truck("P-3", "arrived", 3, expected_at=NINE, arrived_at=NINE, details=Details())
    found = pickups_of([here, late, truck("P-1", "scheduled")], HOUR / 2)
    assert [(one.number, one.cut_off) for one in found] == [
        ("P-1", NINE - HOUR / 2),
        ("P-2", NINE + HOUR / 2),
        ("P-3", NINE + 2.5 * HOUR),
    ]
    assert max(one.cut_off for one in found) < LATEST
