"""The wall alone, as ``main.py wall`` shows it, and the day printed from Dock."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from app.domain.errors import RefusedError
from tests.floor import Floor, make_floor
from ui.decks.dock import DockDeck
from ui.floor_thread import FloorThread
from ui.presenters.day_printer import DayPrinter
from ui.theme import Look
from ui.wall_station import WallStation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

ZONE = ZoneInfo("UTC")
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
    station = WallStation("test", floor.desk, lambda: ZONE, "Harbour", "dark")
    view, seen = station.wall.view, []

    def leave(scene: object) -> None:
        seen.append((view.isFullScreen(), scene))
        if station.wall.presenter.board is not None:
            view.close()

    station.wall.presenter.scene.connect(leave)

    assert station.run() == 0
    assert seen[-1][0]
    assert view.look.colours.name == "dark"


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
