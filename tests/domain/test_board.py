"""The day's dock schedule: who stands on it, who clashes, who is late."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.domain.board import Serves, Truck, conflicts_of, make_slots, on_day
from app.domain.dock import DockState
from app.domain.plan.values import Unload

DAY = date(2026, 3, 4)
NINE = datetime(2026, 3, 4, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def truck(asn: str, at: datetime = NINE, status: str = "scheduled", **state: Any) -> Truck:
    known = DockState(status, at, **state)
    return Truck(1, asn, "Acme", "", "", 10, 0, 2, known)


def asns(*trucks: Truck, day: date = DAY, today: date = DAY, zone: str = "UTC") -> list[str]:
    return [found.asn for found in on_day(trucks, day, ZoneInfo(zone), today)]


def test_trucks_stand_by_start_then_by_asn() -> None:
    assert asns(truck("B"), truck("A"), truck("C", NINE - HOUR)) == ["C", "A", "B"]


def test_a_truck_of_another_day_is_not_on_the_board() -> None:
    assert asns(truck("A", NINE + timedelta(days=1))) == []


def test_the_day_is_the_sites_own() -> None:
    late = truck("A", datetime(2026, 3, 4, 23, tzinfo=UTC))

    assert asns(late, zone="Asia/Tokyo") == []


@pytest.mark.parametrize("status", ["scheduled", "arrived", "unloading"])
def test_what_is_here_or_overdue_from_yesterday_is_on_todays_board(status: str) -> None:
    assert asns(truck("A", NINE - timedelta(days=1), status)) == ["A"]


@pytest.mark.parametrize("status", ["closed", "cancelled", "no_show", "departed"])
def test_what_is_over_since_yesterday_is_not(status: str) -> None:
    assert asns(truck("A", NINE - timedelta(days=1), status)) == []


def test_yesterdays_overdue_truck_is_not_on_tomorrows_board() -> None:
    tomorrow = DAY + timedelta(days=1)

    assert asns(truck("A", NINE - timedelta(days=1)), day=tomorrow) == []


def test_two_trucks_at_one_door_at_one_time_name_each_other() -> None:
    both = [truck("B", door="D1"), truck("A", NINE + HOUR / 2, door="D1")]

    assert conflicts_of(both) == {"A": ("B",), "B": ("A",)}


@pytest.mark.parametrize(
    "other",
    [
        truck("B", NINE + HOUR, door="D1"),
        truck("B", door="D2"),
        truck("B", status="cancelled", door="D1"),
        truck("B", status="no_show", door="D1"),
    ],
    ids=["when it ends", "another door", "cancelled", "no-show"],
)
def test_there_is_no_clash_with(other: Truck) -> None:
    assert conflicts_of([truck("A", door="D1"), other]) == {}


def test_trucks_without_a_door_do_not_clash() -> None:
    assert conflicts_of([truck("A"), truck("B")]) == {}


def test_units_that_crossed_already_count_with_those_still_planned() -> None:
    (slot,) = make_slots(
        [truck("A")], {"A": Serves(3, frozenset({"X", "Y"}), frozenset({"X"}))}, (), NINE
    )

    assert slot.cross_dock_units == 5
    assert slot.orders == {"X", "Y"}
    assert slot.late_orders == {"X"}


def test_the_unload_order_is_on_its_truck() -> None:
    row = Unload("A", 4, 1, 0, 3, arrived=False, expected_at=NINE, inbound_id=1)
    first, second = make_slots([truck("A"), truck("B")], {}, [row], NINE)

    assert (first.unload_rank, first.late_units, second.unload_rank) == (4, 1, None)


def test_a_truck_is_late_only_while_it_is_awaited() -> None:
    trucks = [truck("A"), truck("B", status="arrived"), truck("C", NINE + HOUR)]
    late = [slot.late_by for slot in make_slots(trucks, {}, (), NINE + HOUR)]

    assert late == [HOUR, None, None]
