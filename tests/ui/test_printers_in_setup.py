"""Printers in the window: the queue, a person's word on a paper, where papers go, Qt's printers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.domain.printing import Handing, Handover, Paper, PrintState
from app.services.print_queue import ask_paper, hand_over, queue_of
from app.services.printing import Paperwork
from hardware.preview import all_pages, first_page
from hardware.test_page import test_page as make_test_page
from tests.fakes.printing import FakePrinter
from ui.decks.setup import SetupDeck
from ui.models.status import Health
from ui.presenters.printers_scene import pack_queue, printer_state
from ui.qt_printer import QtPrinter
from ui.views.setup_view import PRINTERS

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.printing import Queued
    from tests.floor import Floor
    from ui.rehearsal import Rehearsal
    from ui.station import Station
    from ui.views.setup_printers import PrintersPage


def no_writer(_page: str) -> FakePrinter:
    raise LookupError("no font")


def handed(floor: Floor, answer: Handing, number: str = "T-1") -> Queued:
    """A paper that was handed to a printer which answered so."""
    printer = FakePrinter(answer)
    made = Paperwork(no_writer, lambda _name: printer, no_writer, no_writer, no_writer)  # type: ignore[arg-type]
    paper = ask_paper("osd", number, b"%PDF", floor.desk)
    hand_over(paper, floor.desk, made)
    return paper


@pytest.fixture
def hands(told_station: Station, tmp_path: Path) -> Rehearsal:
    from ui.rehearsal import Rehearsal

    return Rehearsal(told_station, tmp_path)


def page_of(station: Station) -> PrintersPage:
    deck = station.window.decks["setup"]
    assert isinstance(deck, SetupDeck)
    return deck.view.printers


def open_printers(station: Station, hands: Rehearsal) -> PrintersPage:
    station.window.shell.status_pressed.emit("printer")
    hands.settle()
    return page_of(station)


def press(page: PrintersPage, label: str) -> None:
    next(b for line in page.lines for b in line.buttons if b.text() == label).click()


def states(floor: Floor) -> list[tuple[int, PrintState]]:
    return [(paper.job.copy, paper.job.state) for paper in queue_of(floor.desk)]


def test_a_click_on_the_printer_in_the_status_bar_shows_the_queue(
    told_station: Station, told_floor: Floor, hands: Rehearsal
) -> None:
    handed(told_floor, Handing.TURNED_AWAY)

    page = open_printers(told_station, hands)

    assert told_station.window.front().name == "setup"
    deck = told_station.window.decks["setup"]
    assert isinstance(deck, SetupDeck)
    assert deck.view.pages.currentIndex() == PRINTERS
    assert [line.row.title for line in page.lines] == ["OS&D sheet T-1"]
    assert page.lines[0].row.said == "out of order"


def test_no_other_item_of_the_status_bar_leaves_the_screen(
    told_station: Station, hands: Rehearsal
) -> None:
    for item in ("scanner", "station", ""):
        told_station.window.shell.status_pressed.emit(item)
    hands.settle()

    assert told_station.window.front().name == "dock"


@pytest.mark.parametrize(
    ("label", "left"),
    [
        ("It is here", []),
        ("Not here: print again", [(2, PrintState.TO_PRINT)]),
        ("Leave it", []),
    ],
)
def test_a_doubtful_paper_is_decided_by_a_button(
    told_station: Station,
    told_floor: Floor,
    hands: Rehearsal,
    label: str,
    left: list[tuple[int, PrintState]],
) -> None:
    handed(told_floor, Handing.NO_ANSWER)
    page = open_printers(told_station, hands)

    press(page, label)
    hands.settle()

    assert states(told_floor) == left
    assert len(page.lines) == len(left)


def test_a_scan_decides_nothing(told_station: Station, told_floor: Floor, hands: Rehearsal) -> None:
    handed(told_floor, Handing.NO_ANSWER)
    open_printers(told_station, hands)

    for code in ("CMD-DONE", "CMD-CANCEL", "T-1"):
        hands.scan(code)

    assert states(told_floor) == [(0, PrintState.DOUBTFUL)]


def test_a_typed_printer_is_the_station_s_and_an_unknown_paper_changes_nothing(
    told_station: Station, hands: Rehearsal
) -> None:
    page = open_printers(told_station, hands)

    page.chosen.emit("label", "tcp://zebra:9100")
    hands.settle()
    page.chosen.emit("boxes", "Bay")
    hands.settle()

    assert page.kinds["label"].field.text() == "tcp://zebra:9100"
    assert set(page.kinds) == {"slip", "sheet", "label"}


def test_the_status_bar_says_what_waits_and_what_is_in_doubt(told_floor: Floor) -> None:
    station = told_floor.desk.station
    assert printer_state((), station) == ("", Health.OK)

    handed(told_floor, Handing.TURNED_AWAY)
    assert printer_state(queue_of(told_floor.desk), station) == ("1 paper waits", Health.CATCH)

    handed(told_floor, Handing.NO_ANSWER, "T-2")
    queue = queue_of(told_floor.desk)
    assert printer_state(queue, station) == ("1 paper in doubt", Health.BAD)
    assert printer_state(queue, "Pack 2") == ("", Health.OK)


def test_pack_shows_a_printer_that_does_not_print_and_nothing_else(told_floor: Floor) -> None:
    station = told_floor.desk.station
    ask_paper("osd", "T-0", b"%PDF", told_floor.desk)
    assert pack_queue(queue_of(told_floor.desk), station) is None

    handed(told_floor, Handing.TURNED_AWAY)
    shown = pack_queue(queue_of(told_floor.desk), station)

    assert shown is not None
    assert (shown.title, shown.rows) == ("2 papers wait", ("T-1: out of order",))


@pytest.fixture
def page(tmp_path: Path) -> Paper:
    file = tmp_path / "page.pdf"
    file.write_bytes(make_test_page("slip"))
    return Paper("SH-1", 0, file)


def test_qt_prints_a_page_as_it_is(told_station: Station, page: Paper, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"

    told = QtPrinter("a file", all_pages, target).hand_over(page)

    assert told.answer is Handing.DONE
    ((wide, high, dots),) = all_pages(target, 72)
    assert (abs(wide - 595), abs(high - 842)) <= (1, 1)  # A4 in points
    assert len(set(dots)) > 1
    assert first_page(target, tmp_path / "out.png").exists()


@pytest.mark.parametrize("content", [b"^XA^XZ", b"", b"%PDF-1.4 cut o", None])
def test_what_is_no_page_is_turned_away_by_qt(
    told_station: Station, page: Paper, tmp_path: Path, content: bytes | None
) -> None:
    if content is None:
        page.file.unlink()
    else:
        page.file.write_bytes(content)

    told = QtPrinter("a file", all_pages, tmp_path / "out.pdf").hand_over(page)

    assert told.answer is Handing.TURNED_AWAY
    assert not (tmp_path / "out.pdf").exists()


def test_a_printer_that_qt_does_not_know_is_told(told_station: Station, page: Paper) -> None:
    told = QtPrinter("No such printer", all_pages).hand_over(page)

    assert told == Handover(
        Handing.TURNED_AWAY, said="This computer knows no printer of that name."
    )
    assert replace(told).said
