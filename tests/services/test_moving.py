"""Several trucks moved at once: all or none, and taken back the same way."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.board import INBOUND, OUTBOUND
from app.domain.errors import FloorError, NotFoundError, RefusedError
from app.services.booking import Wish, book
from app.services.dock_board import dock_day
from app.services.doors import DoorChange, change_door
from app.services.moving import Telling, take_back_together, tell_together
from app.services.trucks import Said, TruckEvent, tell_truck
from tests.floor import NOW, Floor, inbound, make_floor

HOUR = timedelta(hours=1)


@pytest.fixture
def floor(tmp_path: Path) -> Floor:
    floor = make_floor(tmp_path / "floor.db")
    trucks = (f"T-{n},1,Acme,LAMP,4,2026-03-04T09:00Z," for n in (1, 2, 3))
    floor.give(inbound=inbound(*trucks))
    for door in ("D1", "D2"):
        change_door(door, DoorChange(), floor.desk)
    for number, door in (("T-1", "D1"), ("T-2", "D2")):
        tell_truck(number, TruckEvent("move", NOW + HOUR, door), floor.desk)
    return floor


def move(number: str, hours: int, door: str, direction: str = INBOUND) -> Telling:
    return Telling(number, TruckEvent("move", NOW + hours * HOUR, door), direction)


def stands(floor: Floor) -> dict[str, tuple[str, int]]:
    """Return by number the door and how many hours from now a truck begins."""
    board = dock_day(floor.desk)
    trucks = [slot.truck for slot in (*board.slots, *board.pickups)]
    return {one.asn: (one.state.door, (one.start - NOW) // HOUR) for one in trucks}


def test_two_trucks_change_places(floor: Floor) -> None:
    tell_together([move("T-1", 1, "D2"), move("T-2", 1, "D1")], floor.desk)

    assert stands(floor) == {"T-1": ("D2", 1), "T-2": ("D1", 1), "T-3": ("", 1)}


def test_a_delivery_and_a_pickup_move_together(floor: Floor) -> None:
    book("PU-1", Wish(NOW + 3 * HOUR, door="D1"), floor.desk, direction=OUTBOUND)

    tell_together([move("T-1", 2, "D1"), move("PU-1", 4, "D1", OUTBOUND)], floor.desk)

    assert (stands(floor)["T-1"], stands(floor)["PU-1"]) == (("D1", 2), ("D1", 4))


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (move("T-3", 3, "D1"), "not_booked"),
        (move("T-3", 5, "D9"), "not_booked"),
        (move("T-9", 5, "D1"), "unknown_asn"),
        (move("T-3", 5, "D1", OUTBOUND), "unknown_pickup"),
        (Telling("T-3", TruckEvent("reopen")), "truck_over"),
        (Telling("T-3", TruckEvent("resize", end_at=NOW)), "no_appointment"),
        (Telling("T-3", TruckEvent("confirm")), "not_requested"),
    ],
)
def test_where_one_cannot_move_none_does(floor: Floor, second: Telling, code: str) -> None:
    before = stands(floor)

    with pytest.raises(FloorError) as refused:
        tell_together([move("T-1", 3, "D1"), second], floor.desk)

    assert (refused.value.code, stands(floor)) == (code, before)


def test_a_dry_run_moves_none(floor: Floor) -> None:
    before = stands(floor)

    tell_together([move("T-1", 3, "D1"), move("T-2", 3, "D2")], floor.desk, dry_run=True)

    assert stands(floor) == before


def test_what_was_said_of_several_is_taken_back_at_once(floor: Floor) -> None:
    before = stands(floor)
    done = tell_together([move("T-1", 1, "D2"), move("T-2", 1, "D1")], floor.desk)

    take_back_together(done["said"], floor.desk)

    assert stands(floor) == before


def test_nothing_is_taken_back_where_something_was_said_of_one_since(floor: Floor) -> None:
    done = tell_together([move("T-1", 3, "D1"), move("T-2", 3, "D2")], floor.desk)
    tell_truck("T-2", TruckEvent("arrive"), floor.desk)
    before = stands(floor)

    with pytest.raises(RefusedError) as refused:
        take_back_together(done["said"], floor.desk)

    assert (refused.value.code, stands(floor)) == ("said_since", before)


def test_a_slot_that_is_taken_by_now_does_not_come_back(floor: Floor) -> None:
    done = tell_together([move("T-1", 3, "D1"), move("T-2", 3, "D2")], floor.desk)
    tell_truck("T-3", TruckEvent("move", NOW + HOUR, "D1"), floor.desk)

    with pytest.raises(RefusedError) as refused:
        take_back_together(done["said"], floor.desk)

    assert refused.value.code == "not_booked"
    assert stands(floor)["T-2"] == ("D2", 3)


@pytest.mark.parametrize(
    ("said", "error"),
    [(Said("T-9", INBOUND), NotFoundError), (Said("T-3", INBOUND), RefusedError)],
)
def test_of_nobody_and_of_a_truck_of_which_nothing_was_said_nothing_is_taken_back(
    floor: Floor, said: Said, error: type[FloorError]
) -> None:
    with pytest.raises(error):
        take_back_together([said], floor.desk)


def swap(one: str, two: str) -> list[Telling]:
    """Return the doors of two trucks, each given to the other."""
    return [
        Telling(number, TruckEvent("swap", door=door))
        for number, door in ((one, "D2"), (two, "D1"))
    ]


@pytest.mark.wrong_input
@pytest.mark.parametrize("told", ["T-1", "T-2"])
def test_a_swap_is_not_taken_back_once_either_truck_was_spoken_of_since(
    floor: Floor, told: str
) -> None:
    said = tell_together(swap("T-1", "T-2"), floor.desk)["said"]
    tell_truck(told, TruckEvent("at_door"), floor.desk)

    with pytest.raises(RefusedError) as caught:
        take_back_together(said, floor.desk)

    assert (caught.value.code, caught.value.data) == ("said_since", {"number": told})
    assert [stands(floor)[number][0] for number in ("T-1", "T-2")] == ["D2", "D1"]


@pytest.mark.wrong_input
def test_doors_that_a_board_no_longer_knows_are_not_swapped(floor: Floor) -> None:
    tell_truck("T-2", TruckEvent("yard"), floor.desk)

    with pytest.raises(RefusedError) as caught:
        tell_together(swap("T-1", "T-2"), floor.desk)

    assert caught.value.code == "said_since"
    assert [stands(floor)[number][0] for number in ("T-1", "T-2")] == ["D1", ""]


@pytest.mark.wrong_input
def test_a_truck_that_has_left_swaps_no_door(floor: Floor) -> None:
    for event in ("arrive", "depart"):
        tell_truck("T-2", TruckEvent(event), floor.desk)

    with pytest.raises(RefusedError) as caught:
        tell_together(swap("T-1", "T-2"), floor.desk)

    assert caught.value.code == "truck_over"
