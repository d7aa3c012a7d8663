"""What is dropped on Dock is said to the services, taken back in steps, and said again."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from app.domain.appointments import Block
from app.domain.board import OUTBOUND
from app.services.booking import Wish, book
from app.services.doors import DoorChange, change_door
from app.services.setting import change_setting
from app.services.trucks import TruckEvent, tell_truck
from tests.floor import NOW, Floor, inbound, make_floor
from ui.floor_thread import FloorThread
from ui.models.dock import YARD, BlockState, Closure, DockScene, Place
from ui.presenters.dock import DockPresenter

HOUR = timedelta(hours=1)
UTC = ZoneInfo("UTC")


@pytest.fixture
def floor(tmp_path: Path) -> Floor:
    """Two doors for deliveries, one for pickups; T-1 at D1 from nine, T-3 has no appointment."""
    floor = make_floor(tmp_path / "floor.db")
    trucks = (f"T-{n},1,Acme,LAMP,4,2026-03-04T09:00Z," for n in (1, 2, 3))
    floor.give(inbound=inbound(*trucks))
    change_door("D1", DoorChange(direction="in", hours="07:00-12:00;13:00-18:00"), floor.desk)
    repair = Block(NOW + 4 * HOUR, NOW + 6 * HOUR, "Leveller repair")
    change_door("D2", DoorChange(direction="both", block=repair), floor.desk)
    change_door("D0", DoorChange(direction="out"), floor.desk)
    tell_truck("T-1", TruckEvent("move", NOW + HOUR, "D1"), floor.desk)
    tell_truck("T-2", TruckEvent("move", NOW + HOUR, "D2"), floor.desk)
    pickup = Wish(NOW + HOUR, door="D0", details={"carrier": "Swiftway", "pallets": 10})
    book("PU-1", pickup, floor.desk, direction=OUTBOUND)
    return floor


class Dock:
    """The presenter with what it showed last; every call waits until the floor is idle."""

    def __init__(self, qtbot: QtBot, floor: Floor) -> None:
        self.qtbot, self.thread = qtbot, FloorThread()
        self.presenter = DockPresenter(floor.desk, self.thread, lambda: UTC)
        self.scenes: list[DockScene] = []
        self.troubles: list[str] = []
        self.offered: list[str] = []
        self.presenter.scene.connect(self.scenes.append)
        self.presenter.trouble.connect(self.troubles.append)
        self.presenter.undoable.connect(self.offered.append)
        self.presenter.refresh()
        self.wait()

    def wait(self) -> None:
        if not self.thread.is_idle:
            with self.qtbot.waitSignal(self.thread.idle):
                pass

    @property
    def scene(self) -> DockScene:
        return self.scenes[-1]

    def id_of(self, number: str) -> int:
        return next(block.id for block in self.scene.blocks if block.asn == number)

    def put(self, *places: tuple[str, str, int]) -> None:
        """Drop trucks at doors, so many hours from now."""
        self.presenter.place([self.place(*place) for place in places])
        self.wait()

    def place(self, number: str, door: str, hours: int) -> Place:
        return Place(self.id_of(number), door, NOW + hours * HOUR)

    def stretch(self, number: str, start: int, end: int) -> None:
        place = Place(self.id_of(number), "D1", NOW + start * HOUR, NOW + end * HOUR)
        self.presenter.place([place])
        self.wait()

    def undo(self, times: int = 1) -> None:
        for _ in range(times):
            self.presenter.undo()
        self.wait()

    def redo(self) -> None:
        self.presenter.redo()
        self.wait()

    def stands(self, number: str) -> tuple[str, int, int]:
        """Return a truck's door, and its start and end in hours from now."""
        block = next(block for block in self.scene.blocks if block.asn == number)
        return (block.door, (block.start - NOW) // HOUR, (block.end - NOW) // HOUR)


@pytest.fixture
def dock(qtbot: QtBot, floor: Floor) -> Iterator[Dock]:
    dock = Dock(qtbot, floor)
    yield dock
    dock.thread.stop()


def test_pickups_stand_on_the_board_with_ids_of_their_own(dock: Dock) -> None:
    blocks = {block.asn: block for block in dock.scene.blocks}
    pickup = blocks["PU-1"]

    assert len({block.id for block in dock.scene.blocks}) == 4
    assert (pickup.state, pickup.word, pickup.detail) == (
        BlockState.PICK_UP,
        "Pick-up",
        "10 pallets",
    )
    assert pickup.outbound
    assert not blocks["T-1"].outbound


def test_a_pickup_that_is_loaded_says_so(dock: Dock) -> None:
    dock.presenter.say_of_pickup("PU-1", "unloading", "")
    dock.wait()

    block = next(block for block in dock.scene.blocks if block.asn == "PU-1")
    assert (block.state, block.word) == (BlockState.LOADING, "Loading")
    assert dock.offered == ["PU-1: Loading"]


def test_a_pickups_doors_are_those_that_take_it(dock: Dock) -> None:
    doors = {
        block.asn: choice.doors
        for block in dock.scene.blocks
        for choice in block.events
        if choice.kind == "at_door"
    }

    assert (doors["PU-1"], doors["T-1"]) == (("D0", "D2"), ("D1", "D2"))


def test_outbound_doors_stand_below_the_others_and_say_their_direction(dock: Dock) -> None:
    assert [(door.name, door.about) for door in dock.scene.doors] == [
        ("D1", "inbound"), ("D2", "in and out"), ("D0", "outbound"),
    ]  # fmt: skip


def test_hours_and_blocks_are_shaded_with_their_note(dock: Dock) -> None:
    def at(hour: int) -> object:
        return NOW.replace(hour=hour).astimezone(UTC)

    shut = [one for one in dock.scene.closures if one.plain]
    assert [(one.door, one.start, one.end) for one in shut] == [
        ("D1", at(6), at(7)), ("D1", at(12), at(13)), ("D1", at(18), at(20)),
    ]  # fmt: skip
    assert [one for one in dock.scene.closures if not one.plain] == [
        Closure("D2", at(12), at(14), "Leveller repair", "out of use until 14:00")  # type: ignore[arg-type]
    ]


def test_a_block_of_another_day_is_not_shaded(dock: Dock, floor: Floor) -> None:
    dock.presenter.choose_day(NOW.date() + timedelta(days=1))
    dock.wait()

    assert [one.title for one in dock.scene.closures if not one.plain] == []


@pytest.mark.parametrize(
    "places",
    [
        [("T-3", "D1", 1)],
        [("T-3", "D1", 4)],
        [("T-3", "D1", 10)],
        [("T-3", "D0", 3)],
        [("PU-1", "D1", 3)],
        [("T-3", "D2", 5)],
        [("T-3", "D2", 2)],
        [("T-1", "D2", 3), ("T-2", "D2", 3)],
        [("T-1", "D1", 3), ("T-3", "D2", 1)],
    ],
)
def test_the_board_refuses_before_the_drop_what_the_service_refuses_after_it(
    dock: Dock, floor: Floor, places: list[tuple[str, str, int]]
) -> None:
    change_setting("dock_buffer", "30m", floor.desk)
    dock.presenter.refresh()
    dock.wait()
    rules = dock.scene.rules
    assert rules is not None

    said = rules.refusal([dock.place(*place) for place in places])
    dock.put(*places)

    why = said.rpartition(": ")[2] if len(places) > 1 else said
    assert why
    assert [trouble.partition(": ")[2].lower() for trouble in dock.troubles] == [why.lower()]


@pytest.mark.parametrize(
    "places",
    [
        [("T-3", "D1", 2)],
        [("T-3", "D1", 5)],
        [("T-3", "", 1)],
        [("T-1", "", 1)],
        [("PU-1", "D2", 2)],
        [("T-1", "D2", 1), ("T-2", "D1", 1)],
        [("T-1", "D1", 1)],
    ],
)
def test_what_the_board_lets_drop_the_service_takes(
    dock: Dock, places: list[tuple[str, str, int]]
) -> None:
    rules = dock.scene.rules
    assert rules is not None

    said = rules.refusal([dock.place(*place) for place in places])
    dock.put(*places)

    assert (said, dock.troubles) == ("", [])


def test_a_truck_dropped_on_the_yard_has_no_door_and_its_time(dock: Dock) -> None:
    dock.put(("T-1", YARD, 1))

    assert dock.stands("T-1") == (YARD, 1, 2)
    assert dock.offered == ["T-1 waits in the yard for a door"]


def test_a_no_show_cannot_be_put_in_the_yard(dock: Dock, floor: Floor) -> None:
    tell_truck("T-1", TruckEvent("no_show"), floor.desk)
    dock.presenter.refresh()
    dock.wait()
    rules = dock.scene.rules
    assert rules is not None

    said = rules.refusal([dock.place("T-1", YARD, 1)])
    dock.put(("T-1", YARD, 1))

    assert [said] == dock.troubles == ["T-1 is no show. Take that back first."]


def test_a_stay_is_made_longer_and_keeps_that_length(dock: Dock) -> None:
    dock.stretch("T-1", 1, 3)
    dock.put(("T-1", "D1", 2))

    assert dock.stands("T-1") == ("D1", 2, 4)
    assert dock.offered == ["T-1 has its door until 11:00", "Moved T-1 to D1 at 10:00"]


def test_a_stay_cannot_reach_into_closing_time(dock: Dock) -> None:
    dock.stretch("T-1", 1, 5)

    assert dock.troubles == [
        "T-1 cannot be booked so: door D1 is open only 07:00-12:00;13:00-18:00."
    ]
    assert dock.stands("T-1") == ("D1", 1, 2)


def test_a_truck_without_an_appointment_has_no_end_to_drag(dock: Dock) -> None:
    assert not next(block for block in dock.scene.blocks if block.asn == "T-3").resizable


def test_steps_are_taken_back_one_after_another_and_said_again(dock: Dock) -> None:
    dock.put(("T-1", "D1", 2))
    dock.put(("T-1", "D1", 5))
    dock.put(("T-3", "D1", 1))
    offered = dock.scene.undo

    dock.undo(2)
    back = dock.stands("T-1"), dock.stands("T-3"), dock.scene.undo, dock.scene.redo
    dock.redo()

    moved = "Moved T-1 to D1 at 10:00", "Moved T-1 to D1 at 13:00"
    assert offered == "Moved T-3 to D1 at 09:00"
    assert back == (("D1", 2, 3), (YARD, 1, 2), *moved)
    assert (dock.stands("T-1"), dock.scene.redo) == (("D1", 5, 6), "Moved T-3 to D1 at 09:00")


def test_a_group_is_taken_back_in_one_step(dock: Dock) -> None:
    dock.put(("T-1", "D2", 1), ("T-2", "D1", 1))

    dock.undo()

    assert (dock.stands("T-1")[0], dock.stands("T-2")[0]) == ("D1", "D2")
    assert (dock.scene.undo, dock.scene.redo) == ("", "Moved 2 trucks")


def test_where_one_of_a_group_is_refused_nothing_can_be_undone(dock: Dock) -> None:
    dock.put(("T-1", "D1", 3), ("T-3", "D2", 1))

    assert (dock.stands("T-1"), dock.scene.undo, dock.offered) == (("D1", 1, 2), "", [])


def test_an_undo_and_a_redo_are_new_facts(dock: Dock, floor: Floor) -> None:
    def facts() -> int:
        with floor.desk.store.work(floor.desk.stamp()) as work:
            return work.fact("look", "T-1")

    dock.put(("T-1", "D1", 2))
    before = facts()

    dock.undo()
    dock.redo()

    assert facts() == before + 2
    assert dock.stands("T-1") == ("D1", 2, 3)


def test_what_was_said_elsewhere_since_is_not_taken_back_instead(dock: Dock, floor: Floor) -> None:
    dock.put(("T-1", "D1", 2))
    tell_truck("T-1", TruckEvent("arrive"), floor.desk)

    dock.undo()

    assert dock.troubles == ["Something else was said of T-1 since. Take that back first."]
    assert dock.presenter.history.undo_words == ""


def test_a_slot_that_is_taken_by_now_is_not_given_back(dock: Dock, floor: Floor) -> None:
    dock.put(("T-1", "D1", 2))
    tell_truck("T-3", TruckEvent("move", NOW + HOUR, "D1"), floor.desk)

    dock.undo()

    assert dock.troubles == [
        "T-1 cannot be booked so: T-3 has door D1 from Wed 09:00 to Wed 10:00."
    ]


def test_something_new_ends_what_could_be_said_again(dock: Dock) -> None:
    dock.put(("T-1", "D1", 2))
    dock.undo()

    dock.put(("T-2", "D2", 2))
    dock.redo()

    assert (dock.scene.redo, dock.stands("T-1")) == ("", ("D1", 1, 2))


def test_an_undo_asked_for_at_once_takes_back_what_is_still_being_said(dock: Dock) -> None:
    dock.presenter.place([dock.place("T-1", "D1", 2)])
    dock.undo()

    assert (dock.stands("T-1"), dock.troubles) == (("D1", 1, 2), [])
    assert dock.offered == [""]


def test_what_the_menu_took_back_is_not_taken_back_again(dock: Dock) -> None:
    dock.put(("T-1", "D1", 2))
    dock.put(("T-2", "D2", 2))

    dock.presenter.say_event("T-2", "undo", "")
    dock.wait()
    dock.undo()

    assert (dock.stands("T-1"), dock.stands("T-2")) == (("D1", 1, 2), ("D2", 1, 2))
    assert dock.troubles == []


def test_a_check_in_said_again_keeps_its_minute(dock: Dock, floor: Floor) -> None:
    dock.presenter.say_event("T-1", "arrive", "")
    dock.wait()
    dock.undo()
    floor.clock.instant = NOW + HOUR / 2

    dock.redo()

    assert dock.presenter.board is not None
    arrived = {slot.truck.asn: slot.truck.state.arrived_at for slot in dock.presenter.board.slots}
    assert arrived["T-1"] == NOW


@pytest.mark.parametrize("what", ["undo", "redo"])
def test_with_nothing_said_here_nothing_is_taken_back_or_said(dock: Dock, what: str) -> None:
    getattr(dock, what)()

    assert (dock.troubles, dock.stands("T-1")) == ([], ("D1", 1, 2))


def test_a_block_that_is_gone_is_moved_nowhere(dock: Dock) -> None:
    dock.presenter.place([Place(999, "D1", NOW + 2 * HOUR)])
    dock.wait()

    assert (dock.scene.undo, dock.troubles, dock.offered) == ("", [], [])
