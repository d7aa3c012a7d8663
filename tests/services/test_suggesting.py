"""Which door is suggested for a truck, by what is booked, what stands there and whom it serves."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from app.domain.errors import BadValueError, NotFoundError, RefusedError
from app.services.booking import Wish, book
from app.services.dock_board import dock_day
from app.services.doors import DoorChange, change_door
from app.services.setting import change_setting
from app.services.suggesting import suggest_door, suggestion_json
from app.services.trucks import TruckEvent, tell_truck
from tests.floor import NOW, inbound, orders, wants

if TYPE_CHECKING:
    from app.services.suggesting import DoorAdvice
    from tests.floor import Floor

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DOCKS = "location,kind,pick_sequence\nD1,dock,60\nD2,dock,75\nD3,dock,200\n"
LAMP = "4006381333931"


@pytest.fixture
def doors(floor: Floor) -> Floor:
    """Three doors, LANE-1 and LANE-2 nearest to D2, and a truck at ten for SO-1 and SO-2."""
    floor.give(
        locations=DOCKS,
        orders=orders(wants("SO-1", 2), wants("SO-2", 1)),
        inbound=inbound(
            "T-1,1,Acme,LAMP,5,2026-03-04T10:00Z,", "T-2,1,Acme,VASE,5,2026-03-04T10:00Z,"
        ),
    )
    for door in ("D1", "D2", "D3"):
        change_door(door, DoorChange(), floor.desk)
    return floor


def suggest(floor: Floor, number: str, direction: str = "inbound", **wish: Any) -> DoorAdvice:
    return suggest_door(number, Wish(**wish), floor.desk, direction=direction)


def reserve(floor: Floor, number: str, door: str, start: Any, **wish: Any) -> None:
    book(number, Wish(start, door=door, **wish), floor.desk, direction="outbound")


def test_a_door_near_the_lanes_of_its_orders_is_suggested_with_the_reason(doors: Floor) -> None:
    reserve(doors, "P-1", "D2", NOW + 4 * HOUR)

    said = suggestion_json(suggest(doors, "T-1"))

    assert (said["door"], said["from"]) == ("D2", "2026-03-04T10:00:00Z")
    assert said["lanes"] == [{"lane": "LANE-1", "units": 2}, {"lane": "LANE-2", "units": 1}]
    assert said["says"] == "D2: free 10:00-12:00, nearest to lanes LANE-1 and LANE-2."
    assert [one["steps"] for one in said["doors"]] == [5, 20, 120]


def test_the_lane_in_which_an_order_stands_decides(doors: Floor) -> None:
    doors.give(
        locations="location,kind,pick_sequence\nLANE-9,staging,199\n",
        inbound=inbound("T-0,1,Acme,LAMP,1,2026-03-04T07:00Z,"),
    )
    change_setting("lane_rule", "least_walking", doors.desk)
    doors.receive("T-0", LAMP)
    stands = {one.place for one in dock_staged(doors)}

    said = suggestion_json(suggest(doors, "T-1"))

    assert [lane["lane"] for lane in said["lanes"]] == sorted(stands)


def dock_staged(floor: Floor) -> Any:
    with floor.desk.store.read(floor.desk.stamp()) as work:
        return work.boards.staged()


def test_nothing_is_kept_of_a_suggestion(doors: Floor) -> None:
    suggest(doors, "P-9", "outbound", start=NOW)
    suggest(doors, "W-9", walk_in=True)
    with doors.desk.store.read(doors.desk.stamp()) as work:
        assert work.visits.find("outbound", "P-9") is None
        assert work.visits.find("inbound", "W-9") is None


def test_where_none_is_free_the_first_time_of_the_first_door_is_told(doors: Floor) -> None:
    for number, door, minutes in (("P-1", "D1", 90), ("P-2", "D2", 75), ("P-3", "D3", 120)):
        reserve(doors, number, door, NOW + 2 * HOUR, minutes=minutes)

    said = suggestion_json(suggest(doors, "T-1"))

    assert (said["door"], said["from"]) == ("D2", "2026-03-04T11:15:00Z")
    assert said["says"] == "No door is free at 10:00. The first is D2 from 11:15."
    assert said["doors"][1]["says"] == (
        "D1 from 11:30: P-1 has door D1 from Wed 10:00 to Wed 11:30."
    )


def test_a_truck_that_stands_at_a_door_beyond_its_window_is_in_the_way_now(doors: Floor) -> None:
    tell_truck("T-2", TruckEvent("at_door", door="D2"), doors.desk)
    doors.clock.instant = NOW + 5 * HOUR

    said = suggestion_json(suggest(doors, "T-1"))

    assert said["door"] == "D1"
    assert "T-2 has door D2" in said["doors"][-1]["says"]


def test_the_load_says_how_long_a_door_must_be_free(doors: Floor) -> None:
    for door in ("D1", "D2", "D3"):
        reserve(doors, f"P-{door}", door, NOW + 3 * HOUR)

    assert suggest(doors, "T-1", details={"pallets": 20}).options[0].free
    assert not suggest(doors, "T-1", details={"pallets": 21}).options[0].free


@pytest.mark.parametrize(
    ("number", "direction", "wish", "error"),
    [
        ("T-9", "inbound", {}, NotFoundError),
        ("T-9", "inbound", {"start": NOW}, NotFoundError),
        ("P-9", "outbound", {}, NotFoundError),
        ("T-1", "outbound", {"start": NOW}, RefusedError),
        ("x" * 101, "outbound", {"start": NOW}, BadValueError),
        ("T-1", "inbound", {"start": NOW, "end": NOW}, RefusedError),
        ("T-1", "inbound", {"start": NOW, "minutes": 1441}, RefusedError),
        ("T-2", "inbound", {"start": NOW}, RefusedError),
    ],
    ids=["unknown", "unannounced", "no start", "taken", "no number", "empty", "long", "over"],
)
def test_no_door_is_suggested_for_what_cannot_be_booked(
    doors: Floor, number: str, direction: str, wish: dict[str, Any], error: type[Exception]
) -> None:
    tell_truck("T-2", TruckEvent("cancel"), doors.desk)
    with pytest.raises(error):
        suggest(doors, number, direction, **wish)


@pytest.mark.parametrize("seed", range(4))
def test_on_a_random_day_whatever_is_suggested_is_accepted(doors: Floor, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311  a day, not a secret
    change_setting("dock_buffer", f"{rng.choice((0, 10))}m", doors.desk)
    change_setting("dock_capacity", str(rng.choice((0, 2))), doors.desk)
    change_door("D1", DoorChange(hours="06:00-13:00"), doors.desk)
    change_door("D3", DoorChange(direction="out", equipment="ramp"), doors.desk)

    for count in range(14):
        direction = rng.choice(("inbound", "outbound"))
        number = rng.choice(("T-1", "T-2")) if direction == "inbound" else f"P-{count}"
        needs = {"needs": "ramp"} if direction == "outbound" and rng.random() < 0.3 else {}
        wish = Wish(
            NOW + rng.randrange(480) * MINUTE, minutes=rng.randrange(20, 200), details=needs
        )
        best = suggest_door(number, wish, doors.desk, direction=direction).best
        if best is not None:
            taken = Wish(best.start, minutes=wish.minutes, door=best.door, details=needs)
            done = book(number, taken, doors.desk, direction=direction)
            assert done["door"] == best.door


def arrived(floor: Floor, *numbers: str) -> dict[str, str]:
    """Check trucks in; return by ASN the doors to which the board calls."""
    for number in numbers:
        tell_truck(number, TruckEvent("arrive"), floor.desk)
    return {asn: option.door for asn, option in dock_day(floor.desk).calls.items()}


def test_trucks_in_the_yard_are_called_each_to_a_door_of_its_own(doors: Floor) -> None:
    assert arrived(doors, "T-1", "T-2") == {"T-1": "D2", "T-2": "D1"}


def test_no_two_trucks_are_called_to_one_door(doors: Floor) -> None:
    for door in ("D1", "D3"):
        change_door(door, DoorChange(direction="out"), doors.desk)
    assert arrived(doors, "T-1", "T-2") == {"T-1": "D2"}


def test_no_truck_is_called_to_a_door_that_is_not_for_it(doors: Floor) -> None:
    change_door("D2", DoorChange(direction="out"), doors.desk)
    reserve(doors, "P-1", "D1", NOW + 30 * MINUTE)
    assert arrived(doors, "T-1") == {"T-1": "D3"}


def test_a_truck_is_called_to_the_door_it_is_booked_for(doors: Floor) -> None:
    book("T-1", Wish(NOW + HOUR, door="D3"), doors.desk, direction="inbound")
    assert arrived(doors, "T-1") == {"T-1": "D3"}


def test_a_late_truck_keeps_its_door_while_nobody_is_there(doors: Floor) -> None:
    book("T-1", Wish(NOW, door="D3"), doors.desk, direction="inbound")
    for number, door in (("P-1", "D1"), ("P-2", "D2")):
        reserve(doors, number, door, NOW, minutes=600)
    reserve(doors, "P-3", "D3", NOW + HOUR)
    doors.clock.instant = NOW + 30 * MINUTE
    assert arrived(doors, "T-1") == {"T-1": "D3"}

    tell_truck("P-3", TruckEvent("at_door", door="D3"), doors.desk, direction="outbound")
    assert arrived(doors) == {}


def test_where_every_door_is_taken_nobody_is_called(doors: Floor) -> None:
    for door in ("D1", "D2", "D3"):
        reserve(doors, f"P-{door}", door, NOW)
    assert arrived(doors, "T-1") == {}


def test_another_day_calls_nobody(doors: Floor) -> None:
    arrived(doors, "T-1")
    assert dock_day(doors.desk, (NOW + 24 * HOUR).date()).calls == {}
