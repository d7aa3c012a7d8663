"""Which lane an order gets."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.board import OUTBOUND, Truck
from app.domain.dock import DockState
from app.domain.goods import Kind, Location
from app.domain.receiving import Lanes, choose_lane, pickup_door

DOCK = Location(9, "DOCK", Kind.DOCK, pick_sequence=90)


def lane(key: int, walk: int | None = None, purpose: str = "") -> Location:
    return Location(key, f"LANE-{key}", Kind.STAGING, "", walk, purpose)


ONE, TWO, THREE = lane(1, 10), lane(2, 80), lane(3, 95)
ALL = (ONE, TWO, THREE)


def chosen(lanes: Lanes, **how: object) -> int | None:
    found = choose_lane(how.pop("own", ()), lanes, **how)  # type: ignore[arg-type]
    return None if found is None else found.id


@pytest.mark.parametrize(
    ("units", "expected"),
    [({}, 1), ({1: 1}, 2), ({1: 3, 2: 2, 3: 2}, 2), ({1: 1, 2: 2, 3: 1}, 1)],
)
def test_the_first_free_lane_else_the_one_that_holds_least(
    units: dict[int, int], expected: int
) -> None:
    assert chosen(Lanes(ALL, units)) == expected


def test_the_own_lane_comes_before_every_rule() -> None:
    assert chosen(Lanes(ALL, {2: 5}), own=[TWO], beside=[ONE], dock=DOCK) == 2


def test_a_lane_of_the_same_ship_to_comes_before_a_free_one() -> None:
    assert chosen(Lanes(ALL, {3: 5}), beside=[THREE]) == 3


@pytest.mark.parametrize(("units", "expected"), [({}, 3), ({3: 1}, 2), ({2: 1, 3: 1}, 1)])
def test_the_free_lane_nearest_to_the_dock(units: dict[int, int], expected: int) -> None:
    assert chosen(Lanes(ALL, units), dock=DOCK) == expected


def test_a_lane_of_unknown_place_is_the_farthest() -> None:
    assert chosen(Lanes((lane(4), ONE), {}), dock=DOCK) == 1


def test_nothing_is_cross_docked_to_an_outbound_place_while_there_is_another() -> None:
    outbound = lane(5, 1, "outbound")
    assert chosen(Lanes((outbound, ONE), {1: 9})) == 1
    assert chosen(Lanes((outbound,), {})) == 5
    assert chosen(Lanes((), {})) is None


NOW = datetime(2026, 3, 4, 8, tzinfo=UTC)


def pickup(number: str, carrier: str, door: str, hour: int, status: str = "scheduled") -> Truck:
    start = NOW.replace(hour=hour)
    state = DockState(status, start, None, door, start, start + timedelta(hours=1))
    return Truck(1, number, "", carrier, "", 0, 0, 0, state, OUTBOUND)


@pytest.mark.parametrize(
    ("booked", "expected"),
    [
        ((), ""),
        ((pickup("P-1", "Meridian", "D1", 9),), ""),
        ((pickup("P-1", " FERNWAY ", "D1", 9),), "D1"),
        ((pickup("P-1", "Fernway", "D1", 14), pickup("P-2", "Fernway", "D2", 9)), "D2"),
        ((pickup("P-1", "Fernway", "D1", 5), pickup("P-2", "Fernway", "D2", 9)), "D2"),
        ((pickup("P-1", "Fernway", "D1", 5),), "D1"),
        ((pickup("P-1", "Fernway", "D1", 5, "at_door"), pickup("P-2", "Fernway", "D2", 9)), "D1"),
        ((pickup("P-1", "Fernway", "D1", 9, "requested"),), ""),
        ((pickup("P-1", "Fernway", "D1", 9, "departed"),), ""),
        ((pickup("P-1", "Fernway", "", 9),), ""),
    ],
)
def test_the_door_of_a_carriers_next_pickup(booked: tuple[Truck, ...], expected: str) -> None:
    assert pickup_door("Fernway", booked, NOW) == expected


def test_who_names_no_carrier_has_no_door() -> None:
    assert pickup_door(" ", (pickup("P-1", " ", "D1", 9),), NOW) == ""
