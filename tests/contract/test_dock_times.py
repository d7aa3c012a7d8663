"""What the dock's clock counts and notes, alike in every database."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from app.domain.errors import FloorError
from app.services.dock_board import dock_day, dock_json
from app.services.doors import DoorChange, change_door
from app.services.no_shows import note_no_shows
from app.services.setting import change_setting
from app.services.trucks import TruckEvent, take_back, tell_truck
from app.texts import sentence
from tests.contract.test_appointments import HOUR, NINE, board, deliver, floor, pick_up

if TYPE_CHECKING:
    from tests.floor import Floor

__all__ = ["floor"]
MINUTE = timedelta(minutes=1)


def causes(floor: Floor, number: str) -> list[tuple[str, int]]:
    found: list[dict[str, Any]] = board(floor)[number]["clock"]["causes"]
    return [(one["cause"], one["minutes"]) for one in found]


def say_cause(floor: Floor, number: str, cause: str, minutes: int) -> None:
    floor.clock.instant = NINE + minutes * MINUTE
    tell_truck(number, TruckEvent("cause", details={"cause": cause}), floor.desk)


def test_each_minute_of_dwell_counts_for_the_cause_said_last(floor: Floor) -> None:
    deliver(floor, "T-1", start=NINE, door="D1")
    floor.clock.instant = NINE
    tell_truck("T-1", TruckEvent("arrive"), floor.desk)
    say_cause(floor, "T-1", "no leveller", 10)
    say_cause(floor, "T-1", "papers", 25)
    say_cause(floor, "T-1", "", 40)
    say_cause(floor, "T-1", "no leveller", 45)
    floor.clock.instant = NINE + HOUR

    assert causes(floor, "T-1") == [("no leveller", 30), ("papers", 15)]

    take_back("T-1", floor.desk)
    assert causes(floor, "T-1") == [("no leveller", 15), ("papers", 15)]


@pytest.mark.parametrize("event", ["", "depart", "no_show", "cancel"])
def test_nothing_keeps_a_truck_that_is_not_here(floor: Floor, event: str) -> None:
    deliver(floor, "T-1", start=NINE, door="D1")
    if event:
        tell_truck("T-1", TruckEvent(event), floor.desk)

    with pytest.raises(FloorError) as caught:
        say_cause(floor, "T-1", "papers", 10)

    assert sentence(caught.value.code, **caught.value.data).startswith("T-1 is ")


def test_a_pickup_behind_a_slow_delivery_is_foreseen_and_named(floor: Floor) -> None:
    change_door("D1", DoorChange(direction="both"), floor.desk)
    deliver(floor, "T-1", start=NINE, door="D1")
    pick_up(floor, "P-1", start=NINE + HOUR, door="D1")
    floor.clock.instant = NINE + 40 * MINUTE
    tell_truck("T-1", TruckEvent("at_door", door="D1"), floor.desk)

    seen = dock_json(dock_day(floor.desk))
    (late,) = seen["overruns"]

    assert (late["minutes"], late["says"]) == (40, "D1 will run 40 min late: 1 pickup affected")
    assert [(one["number"], one["asn"]) for one in late["trucks"]] == [("P-1", None)]
    assert sum(hour["unload"] for hour in seen["workload"]) == 6  # both deliveries


def jumped(floor: Floor, by: timedelta) -> tuple[str, ...]:
    """Let the clock stand so long after nine, and note who did not come."""
    floor.clock.instant = NINE + by
    return note_no_shows(floor.desk)


def statuses(floor: Floor) -> list[str]:
    return [board(floor)[number]["status"] for number in ("T-1", "P-1")]


def test_no_shows_of_a_clock_that_jumped_ahead_are_taken_back_when_it_is_right(
    floor: Floor,
) -> None:
    change_setting("no_show_after", "30m", floor.desk)
    deliver(floor, "T-1", start=NINE, door="D1")
    pick_up(floor, "P-1", request=True, start=NINE, door="D2")
    assert set(jumped(floor, 5 * HOUR)) >= {"T-1", "P-1"}

    assert jumped(floor, -HOUR / 2) == ()
    assert statuses(floor) == ["scheduled", "requested"]

    assert set(jumped(floor, 2 * HOUR)) >= {"T-1", "P-1"}


def test_a_no_show_that_a_person_said_ahead_of_the_clock_stays(floor: Floor) -> None:
    deliver(floor, "T-1", start=NINE, door="D1")
    floor.clock.instant = NINE + 5 * HOUR
    tell_truck("T-1", TruckEvent("no_show"), floor.desk)

    jumped(floor, -HOUR / 2)

    assert board(floor)["T-1"]["status"] == "no_show"


def test_who_has_the_slot_by_now_keeps_it(floor: Floor) -> None:
    change_setting("no_show_after", "30m", floor.desk)
    deliver(floor, "T-1", start=NINE, door="D1")
    jumped(floor, 5 * HOUR)
    floor.clock.instant = NINE - HOUR / 2
    pick_up(floor, "P-1", start=NINE, door="D1")

    jumped(floor, -HOUR / 2)

    assert statuses(floor) == ["no_show", "scheduled"]
