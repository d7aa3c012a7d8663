"""The wall alone, as ``main.py wall`` shows it, and the day printed from Dock."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from app.domain.errors import RefusedError, TroubleError
from app.domain.stamp import Stamp
from app.services.desk import Desk
from app.services.planning import Planner
from db.prepare import open_database, prepare
from db.store import SqlStore
from tests.floor import NOW, FixedClock, Floor, make_floor
from ui.decks.dock import DockDeck
from ui.floor_thread import FloorThread
from ui.presenters.day_printer import DayPrinter
from ui.theme import Look
from ui.wall_station import Hung, WallStation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

ZONE = ZoneInfo("UTC")
AWAY = "The database does not answer; it is tried again."
DAY = date(2026, 3, 5)


@pytest.fixture
def floor(tmp_path: Path) -> Floor:
    return make_floor(tmp_path / "floor.db")


@pytest.fixture
def thread() -> Iterator[FloorThread]:
    thread = FloorThread()
    yield thread
    thread.stop()


def test_it_shows_the_whole_screen_and_ends_when_somebody_leaves(
    qtbot: QtBot, floor: Floor
) -> None:
    station = WallStation("test", lambda: Hung(floor.desk, ZONE, "Harbour"), floor.clock, "dark")
    seen = leave_once_read(station)

    assert station.run() == 0
    assert seen == [True]
    assert station.view.look.colours.name == "dark"


def leave_once_read(station: WallStation) -> list[bool]:
    """Leave a wall once it has a board; return whether it was on the whole screen then."""
    seen: list[bool] = []

    def leave() -> None:
        if station.wall is not None and station.wall.presenter.board is not None:
            seen.append(station.view.isFullScreen())
            station.view.close()

    station.floor.idle.connect(leave)
    return seen


@pytest.mark.parametrize("code", ["database_unreachable", "database_lost", "database_busy"])
@pytest.mark.wrong_input
def test_started_while_its_database_is_away_it_says_so_and_comes_up_by_itself(
    qtbot: QtBot, floor: Floor, code: str
) -> None:
    troubles, said = [code, code], []

    def open_up() -> Hung:
        if troubles:
            raise TroubleError(troubles.pop(), passing=code != "database_unreachable")
        return Hung(floor.desk, ZONE, "Harbour")

    station = WallStation("test", open_up, floor.clock, again_ms=1)
    station.floor.idle.connect(lambda: said.append(station.view.head.accessibleDescription()))
    seen = leave_once_read(station)

    assert station.run() == 0
    assert said[:3] == [AWAY, AWAY, ""]
    assert seen == [True]


def test_a_server_that_comes_up_later_is_found(
    qtbot: QtBot, tmp_path: Path, postgresql_url: str
) -> None:
    before, folder = postgresql_url.split("?host=")
    socket = tmp_path / "pg"
    url = f"{before}?host={socket}"
    clock = FixedClock(NOW)

    def open_up() -> Hung:
        engine = open_database(url)
        prepare(engine, Stamp(NOW))
        return Hung(Desk(SqlStore(engine), clock, Planner()), ZONE, "Harbour")

    station = WallStation("test", open_up, clock, again_ms=1)

    def come_up() -> None:
        if not socket.is_symlink():
            socket.symlink_to(folder)

    station.floor.idle.connect(come_up)
    seen = leave_once_read(station)

    assert station.run() == 0
    assert seen == [True]


@pytest.mark.parametrize(
    "error",
    [TroubleError("newer_database", found="9999", known="1"), OSError(13, "Permission denied")],
)
def test_what_waiting_cannot_mend_ends_the_wall(
    qtbot: QtBot, floor: Floor, error: Exception
) -> None:
    def open_up() -> Hung:
        raise error

    station = WallStation("test", open_up, floor.clock)

    with pytest.raises(type(error)):
        station.run()


@pytest.mark.wrong_input
def test_whoever_leaves_while_it_waits_is_let_go(qtbot: QtBot, floor: Floor) -> None:
    def open_up() -> Hung:
        raise TroubleError("database_unreachable")

    station = WallStation("test", open_up, floor.clock)
    station.floor.idle.connect(station.view.close)

    assert station.run() == 0
    assert station.wall is None


def refuse(_day: date | None) -> str:
    raise RefusedError("not_printed", printer="Bay", said="out of paper")


def no_room(_day: date | None) -> str:
    raise OSError(28, "No space left on device")


def no_font(_day: date | None) -> str:
    raise LookupError("no font")


def test_the_day_in_front_is_printed_and_told(qtbot: QtBot, thread: FloorThread) -> None:
    printer = DayPrinter(thread, lambda day: f"Printed {day}")

    with qtbot.waitSignal(printer.printed) as said:
        printer.print_day(DAY)

    assert said.args[0].outcome == "Printed 2026-03-05"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (refuse, "The printer Bay did not take it: out of paper"),
        (no_room, "The sheet could not be drawn: [Errno 28] No space left on device"),
        (no_font, "The sheet could not be drawn: no font"),
    ],
)
def test_no_paper_is_said_in_words(
    qtbot: QtBot, thread: FloorThread, make: Callable[[date | None], str], said: str
) -> None:
    printer = DayPrinter(thread, make)

    with qtbot.waitSignal(printer.trouble) as trouble:
        printer.print_day(DAY)

    assert trouble.args == [said]


def test_docks_button_prints_the_day_that_it_shows(
    qtbot: QtBot, floor: Floor, thread: FloorThread
) -> None:
    asked: list[date | None] = []

    def make(day: date | None) -> str:
        asked.append(day)
        return "Printed"

    deck = DockDeck(floor.desk, thread, Look(), lambda: ZONE, "Harbour", make)
    qtbot.addWidget(deck.view)
    with qtbot.waitSignal(deck.presenter.scene):
        deck.presenter.choose_day(DAY)
    with qtbot.waitSignal(deck.banded):
        deck.view.print_day.click()

    assert asked == [DAY]


def test_without_a_printer_dock_prints_nothing(
    qtbot: QtBot, floor: Floor, thread: FloorThread
) -> None:
    deck = DockDeck(floor.desk, thread, Look(), lambda: ZONE)
    qtbot.addWidget(deck.view)
    deck.view.print_asked.emit()

    assert not deck.view.print_day.isEnabled()
    assert thread.is_idle
