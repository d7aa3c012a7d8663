"""A wall screen that nobody touches keeps itself true."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject, Signal

from app.domain.errors import FloorError, TroubleError
from app.services.doors import DoorChange, change_door
from app.services.trucks import TruckEvent, tell_truck
from tests.floor import Floor, inbound, make_floor
from ui.decks.dock import DockDeck
from ui.decks.wall import Wall
from ui.floor_thread import FloorThread
from ui.presenters.wall import A_LOOK_MS, A_PAGE_MS, wall_timers
from ui.theme import Look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Any

    from pytestqt.qtbot import QtBot

    from app.domain.stamp import Stamp
    from app.work import Store, Work
    from ui.models.wall import WallScene

ZONE = ZoneInfo("UTC")
MINUTE = timedelta(minutes=1)


class AskedFloor(QObject):
    """A floor that notes what it is asked, and answers when a test says so."""

    broke = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.is_idle = True
        self.asked: list[tuple[Any, ...]] = []

    def submit(self, *job: Any) -> None:
        self.asked.append(job)


class Plug:
    """A store whose database can be pulled out and put back."""

    def __init__(self, store: Store) -> None:
        self.store, self.out = store, False

    def read(self, stamp: Stamp) -> AbstractContextManager[Work]:
        self._check()
        return self.store.read(stamp)

    def work(self, stamp: Stamp) -> AbstractContextManager[Work]:
        self._check()
        return self.store.work(stamp)

    def _check(self) -> None:
        if self.out:
            raise TroubleError("database_unreachable", detail="pulled out")


@pytest.fixture
def floor(tmp_path: Path) -> Floor:
    floor = make_floor(tmp_path / "floor.db")
    floor.give(inbound=inbound("T-1,1,Acme,LAMP,4,2026-03-04T09:00Z,"))
    for number in range(1, 10):
        change_door(f"D{number}", DoorChange(), floor.desk)
    floor.desk = replace(floor.desk, store=Plug(floor.desk.store))
    return floor


@pytest.fixture
def plug(floor: Floor) -> Plug:
    store = floor.desk.store
    assert isinstance(store, Plug)
    return store


@pytest.fixture
def wall(qtbot: QtBot, floor: Floor) -> Iterator[Wall]:
    """A wall that is open; its timers stand, a test moves them."""
    thread = FloorThread()
    wall = Wall(floor.desk, thread, Look(), lambda: ZONE, "Harbour")
    qtbot.addWidget(wall.view)
    with qtbot.waitSignal(wall.presenter.scene, check_params_cb=is_read):
        wall.open()
    wall.presenter.timers.stop()
    yield wall
    wall.close()
    thread.stop()


@pytest.fixture
def alone(floor: Floor) -> Wall:
    """A wall on a floor that never answers by itself."""
    return Wall(floor.desk, AskedFloor(), Look(), lambda: ZONE, "Harbour")  # type: ignore[arg-type]


def is_read(scene: WallScene) -> bool:
    return bool(scene.rows) and not scene.trouble


def seen(wall: Wall) -> WallScene:
    scene = wall.view.head.scene
    assert scene is not None
    return scene


def test_what_another_station_writes_is_seen_at_the_next_look(
    qtbot: QtBot, floor: Floor, wall: Wall
) -> None:
    tell_truck("T-1", TruckEvent("at_door", door="D1"), floor.desk)

    with qtbot.waitSignal(
        wall.presenter.scene, check_params_cb=lambda scene: scene.rows[0].word == "At door"
    ):
        wall.presenter.timers.look.timeout.emit()


def test_a_look_that_finds_nothing_new_reads_no_board(
    qtbot: QtBot, floor: Floor, wall: Wall
) -> None:
    before = wall.presenter.board
    with qtbot.waitSignal(wall.presenter.floor.idle):
        wall.presenter.timers.look.timeout.emit()

    assert wall.presenter.board is before


def test_a_new_minute_moves_the_clock_at_once_and_reads_again(
    qtbot: QtBot, floor: Floor, wall: Wall
) -> None:
    floor.clock.instant += MINUTE
    with qtbot.waitSignals([wall.presenter.scene, wall.presenter.scene]):
        wall.presenter.timers.clock.timeout.emit()
        assert seen(wall).clock == "08:01"

    assert wall.presenter.board is not None
    assert wall.presenter.board.as_of == floor.clock.instant


def test_within_a_minute_nothing_is_painted(qtbot: QtBot, floor: Floor, wall: Wall) -> None:
    floor.clock.instant += MINUTE - timedelta(seconds=1)
    with qtbot.assertNotEmitted(wall.presenter.scene):
        wall.presenter.timers.clock.timeout.emit()


def test_pages_turn_and_come_round(wall: Wall) -> None:
    shown = [seen(wall).page_text]
    for _ in range(2):
        wall.presenter.timers.page.timeout.emit()
        shown.append(seen(wall).page_text)

    assert shown == ["page 1 of 2", "page 2 of 2", "page 1 of 2"]


def test_the_timers_have_the_pace_of_the_look(qapp: object) -> None:
    parent = QObject()
    timers = wall_timers(parent)

    assert (timers.look.interval(), timers.page.interval()) == (A_LOOK_MS, A_PAGE_MS)
    assert A_PAGE_MS == 12_000


def test_while_the_database_is_away_the_last_board_stays_and_says_how_old_it_is(
    qtbot: QtBot, floor: Floor, plug: Plug, wall: Wall
) -> None:
    plug.out = True
    floor.clock.instant += MINUTE
    with qtbot.waitSignal(wall.presenter.scene, check_params_cb=lambda scene: scene.trouble):
        wall.presenter.timers.look.timeout.emit()

    assert seen(wall).trouble == (
        "The database does not answer; it is tried again. Shown as of 08:00."
    )
    assert seen(wall).clock == "08:01"
    assert seen(wall).rows


def test_it_comes_back_by_itself_at_the_next_look(
    qtbot: QtBot, floor: Floor, plug: Plug, wall: Wall
) -> None:
    plug.out = True
    with qtbot.waitSignal(wall.presenter.scene, check_params_cb=lambda scene: scene.trouble):
        wall.presenter.timers.look.timeout.emit()
    plug.out = False

    with qtbot.waitSignal(wall.presenter.scene, check_params_cb=is_read):
        wall.presenter.timers.look.timeout.emit()
    assert not seen(wall).trouble


def test_a_database_that_was_never_there_is_tried_again_too(alone: Wall) -> None:
    alone.presenter.start()
    alone.presenter.timers.stop()
    floor: Any = alone.presenter.floor
    failed = floor.asked[-1][2]
    failed(FloorError("database_unreachable", detail="gone"))
    alone.presenter.look()

    assert seen(alone).trouble == "The database does not answer; it is tried again."
    assert seen(alone).empty == ""
    assert len(floor.asked) == 2


def test_a_mistake_of_the_program_is_said_and_tried_again(alone: Wall) -> None:
    floor: Any = alone.presenter.floor
    floor.broke.emit(ValueError("a mistake"))

    assert "Something went wrong" in seen(alone).trouble


def test_a_floor_that_hangs_is_not_asked_more_and_old_data_is_said_to_be_old(
    floor: Floor, wall: Wall
) -> None:
    wall.presenter.floor = AskedFloor()  # type: ignore[assignment]
    wall.presenter.floor.is_idle = False  # type: ignore[misc]
    floor.clock.instant += 3 * MINUTE
    wall.presenter.timers.clock.timeout.emit()
    wall.presenter.look()

    assert wall.presenter.floor.asked == []  # type: ignore[attr-defined]
    assert seen(wall).trouble.endswith("Shown as of 08:00.")


def test_a_closed_wall_asks_nothing_more(wall: Wall) -> None:
    wall.presenter.timers.start()
    wall.close()

    timers = wall.presenter.timers
    assert not any(timer.isActive() for timer in (timers.clock, timers.look, timers.page))


@pytest.fixture
def deck(qtbot: QtBot, floor: Floor) -> Iterator[DockDeck]:
    thread = FloorThread()
    deck = DockDeck(floor.desk, thread, Look(), lambda: ZONE, "Harbour")
    qtbot.addWidget(deck.view)
    qtbot.addWidget(deck.wall.view)
    deck.view.resize(1600, 900)
    deck.view.show()
    yield deck
    deck.wall.close()
    deck.presenter.floor.stop()


def test_docks_button_opens_the_wall_and_another_screen_in_front_closes_it(deck: DockDeck) -> None:
    deck.view.wall.click()
    opened = deck.wall.view.isVisible()
    deck.view.hide()

    assert (opened, deck.wall.view.isVisible()) == (True, False)
