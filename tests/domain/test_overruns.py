"""Which doors run late: who stands there, who is behind, and by how much."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.board import Truck
from app.domain.dock import DockState
from app.domain.overruns import Overrun, overruns_of, stays_of

NINE = datetime(2026, 3, 4, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def at(minutes: int) -> datetime:
    return NINE + timedelta(minutes=minutes)


def truck(asn: str, start: int, status: str = "scheduled", **said: Any) -> Truck:
    """Return a truck whose hour at D1 begins so many minutes after nine."""
    received = said.pop("received", 0)
    said = {"door": "D1", "expected_at": at(start), **said}
    state = DockState(status, start_at=at(start), end_at=at(start) + HOUR, **said)
    return Truck(1, asn, "Acme", "", "", 10, received, 0, state)


def found(now: int, *trucks: Truck) -> list[tuple[str, int, str, list[str]]]:
    return [plain(one) for one in overruns_of(stays_of(trucks, at(now)))]


def plain(one: Overrun) -> tuple[str, int, str, list[str]]:
    waiting = [stay.truck.asn for stay in one.waiting]
    return one.door, one.by // timedelta(minutes=1), one.cause, waiting


NEXT, LAST = truck("B", 60), truck("C", 120)


def test_a_late_start_pushes_all_that_are_booked_behind_it() -> None:
    slow = truck("A", 0, "unloading", arrived_at=at(40), unload_at=at(40))

    assert found(50, slow, NEXT, LAST) == [("D1", 40, "A", ["B", "C"])]


def test_a_gap_between_two_trucks_takes_up_the_delay() -> None:
    slow = truck("A", 0, "unloading", arrived_at=at(20), unload_at=at(20))

    assert found(50, slow, truck("B", 90)) == []


def test_who_unloads_in_time_holds_up_nobody() -> None:
    punctual = truck("A", 0, "unloading", arrived_at=at(0), unload_at=at(0))

    assert found(60, punctual, NEXT) == []
    assert found(61, punctual, NEXT) == []


def test_a_truck_still_unloading_past_its_window_keeps_who_is_here_waiting() -> None:
    slow = truck("A", 0, "unloading", arrived_at=at(0), unload_at=at(0))
    here = truck("B", 60, "arrived", arrived_at=at(55))

    assert found(85, slow, here) == [("D1", 25, "A", ["B"])]


def test_a_truck_at_its_door_begins_at_the_earliest_now() -> None:
    idle = truck("A", 0, "at_door", arrived_at=at(0), docked_at=at(0))

    assert found(30, idle, NEXT) == [("D1", 30, "A", ["B"])]


def test_a_truck_whose_units_are_scanned_began_when_it_docked() -> None:
    busy = truck("A", 0, "at_door", arrived_at=at(0), docked_at=at(0), received=3)

    assert found(30, busy, NEXT) == []


def test_a_later_estimate_lets_the_next_go_first_and_pushes_the_one_it_meets() -> None:
    late = truck("A", 0, expected_at=at(90))

    assert found(10, late, NEXT, LAST) == [("D1", 60, "B", ["A", "C"])]


def test_a_truck_not_here_when_its_window_ends_holds_up_nobody() -> None:
    assert found(59, truck("A", 0), NEXT) == [("D1", 59, "A", ["B"])]
    assert found(60, truck("A", 0), NEXT) == []


@pytest.mark.parametrize("status", ["departed", "closed", "cancelled", "no_show"])
def test_a_truck_that_is_gone_or_will_not_come_holds_up_nobody(status: str) -> None:
    assert found(50, truck("A", 0, status), NEXT) == []


def test_trucks_without_a_door_or_at_another_wait_for_nobody() -> None:
    slow = truck("A", 0, "unloading", arrived_at=at(40), unload_at=at(40))

    assert found(50, slow, truck("B", 60, door=""), truck("C", 60, door="D2")) == []


def test_the_worst_door_comes_first() -> None:
    slow = truck("A", 0, "unloading", arrived_at=at(20), unload_at=at(20))
    slower = truck("X", 0, "unloading", door="D2", arrived_at=at(30), unload_at=at(30))
    doors = [one[0] for one in found(50, slow, NEXT, slower, truck("Y", 60, door="D2"))]

    assert doors == ["D2", "D1"]


def test_a_window_without_length_ends_when_it_begins() -> None:
    state = DockState("scheduled", NINE, door="D1", start_at=NINE, end_at=NINE)
    (stay,) = stays_of([Truck(1, "A", "", "", "", 0, 0, 0, state)], NINE - HOUR)

    assert (stay.begins, stay.ends) == (NINE, NINE)


STARTS = st.lists(st.integers(0, 600), min_size=1, max_size=6)


@given(STARTS, st.integers(0, 120), st.integers(0, 60), st.integers(0, 60))
def test_the_later_the_first_begins_the_later_all_behind_it(
    starts: list[int], began: int, more: int, now: int
) -> None:
    behind = [truck(f"B{n}", start) for n, start in enumerate(starts)]

    def begins(unload: int) -> dict[str, datetime]:
        first = truck("A", 0, "unloading", arrived_at=at(0), unload_at=at(unload))
        return {stay.truck.asn: stay.begins for stay in stays_of([first, *behind], at(now))}

    sooner, later = begins(began), begins(began + more)
    assert all(later[asn] >= sooner[asn] for asn in sooner)


@given(STARTS, st.integers(0, 600))
def test_a_door_never_has_two_trucks_at_once_and_no_wait_is_negative(
    starts: list[int], now: int
) -> None:
    stays = stays_of([truck(f"B{n}", start) for n, start in enumerate(starts)], at(now))

    assert all(one.ends <= other.begins for one, other in pairwise(stays))
    assert all(stay.waits >= timedelta() for stay in stays)
