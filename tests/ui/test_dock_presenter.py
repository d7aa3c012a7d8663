"""Dock shows what the clock has noted, and says why a door cannot be had."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from app.services.doors import DoorChange, change_door
from app.services.setting import change_setting
from app.services.trucks import TruckEvent, tell_truck
from tests.floor import NOW, Floor, inbound, make_floor
from ui.floor_thread import FloorThread
from ui.models.dock import Place
from ui.presenters.dock import DockPresenter

NINE = NOW + timedelta(hours=1)


@pytest.fixture
def floor(tmp_path: Path) -> Floor:
    floor = make_floor(tmp_path / "floor.db")
    trucks = (f"T-{n},1,Acme,LAMP,4,2026-03-04T09:00Z," for n in (1, 2))
    floor.give(inbound=inbound(*trucks))
    change_door("D1", DoorChange(), floor.desk)
    tell_truck("T-1", TruckEvent("move", NINE, "D1"), floor.desk)
    return floor


@pytest.fixture
def dock(qtbot: QtBot, floor: Floor) -> Iterator[DockPresenter]:
    thread = FloorThread()
    presenter = DockPresenter(floor.desk, thread, lambda: ZoneInfo("UTC"))
    with qtbot.waitSignals([presenter.scene, presenter.scene]):
        presenter.refresh()
    yield presenter
    thread.stop()


def test_a_truck_that_never_came_turns_into_a_no_show_at_the_next_look(
    qtbot: QtBot, floor: Floor, dock: DockPresenter
) -> None:
    change_setting("no_show_after", "30m", floor.desk)
    floor.clock.instant = NINE + timedelta(hours=2)

    with qtbot.waitSignals([dock.changed, dock.scene]):
        dock.refresh()

    assert dock.board is not None
    states = {slot.truck.asn: slot.truck.state.status for slot in dock.board.slots}
    assert states == {"T-1": "no_show", "T-2": "scheduled"}


def test_a_door_that_is_taken_is_said_in_words(
    qtbot: QtBot, floor: Floor, dock: DockPresenter
) -> None:
    assert dock.board is not None
    truck = next(slot.truck for slot in dock.board.slots if slot.truck.asn == "T-2")

    with qtbot.waitSignal(dock.trouble) as said:
        dock.place([Place(truck.id, "D1", NINE + timedelta(minutes=30))])

    assert said.args == ["T-2 cannot be booked so: T-1 has door D1 from Wed 09:00 to Wed 10:00."]
