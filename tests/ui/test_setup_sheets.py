"""The sheets that Setup prints: a button each, printed by the station's printer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

import pypdfium2
import pytest
import zxingcpp

import main
from app.commands.session import Options
from app.domain.labels import commands_to_print
from ui.decks.setup import SetupDeck
from ui.station import Station

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.commands.session import Outfit


def no_font(*_form: object) -> NoReturn:
    raise LookupError("there is no font")


class Setup:
    """The program's own window with Setup in front."""

    def __init__(self, outfit: Outfit, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.said: list[str] = []
        self.troubles: list[str] = []
        around = main._surroundings(outfit, lambda _name: None)
        self.station = Station("test", outfit.desk, around)
        deck = self.station.window.decks["setup"]
        assert isinstance(deck, SetupDeck)
        deck.presenter.said.connect(self.said.append)
        deck.presenter.trouble.connect(self.troubles.append)
        self.view = deck.view

    def until_told(self) -> None:
        self._qtbot.waitUntil(lambda: bool(self.said or self.troubles), timeout=30_000)


@pytest.fixture
def outfit(tmp_path: Path) -> Outfit:
    return main.fit_out(Options(db=str(tmp_path / "floor.db")))


@pytest.fixture
def setup(outfit: Outfit, qtbot: QtBot) -> Iterator[Setup]:
    one = Setup(outfit, qtbot)
    yield one
    one.station.close()


def codes_on(file: Path) -> set[str]:
    """What a decoder reads on all pages of a PDF."""
    pages = pypdfium2.PdfDocument(file.read_bytes())
    pictures = (page.render(scale=300 / 72).to_pil() for page in pages)
    return {code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)}


def test_the_command_sheet_comes_out_with_every_command(setup: Setup, tmp_path: Path) -> None:
    setup.view.command_sheet.click()
    setup.until_told()

    assert (setup.said, setup.troubles) == (["The command sheet is in the print queue."], [])
    [sheet] = (tmp_path / "documents").glob("*.pdf")
    assert codes_on(sheet) >= {label.command.barcode for label in commands_to_print()}


def test_the_scanner_test_sheet_comes_out(setup: Setup, tmp_path: Path) -> None:
    setup.view.sheet.click()
    setup.until_told()

    assert (len(setup.said), setup.troubles) == (1, [])
    assert len(list((tmp_path / "documents").glob("*.pdf"))) == 1


@pytest.mark.wrong_input
def test_a_sheet_that_cannot_be_drawn_is_told_and_not_queued(
    outfit: Outfit, qtbot: QtBot, tmp_path: Path
) -> None:
    setup = Setup(replace(outfit, label_writer=no_font), qtbot)
    setup.view.command_sheet.click()
    setup.until_told()
    setup.station.close()

    assert setup.said == []
    assert ["there is no font" in trouble for trouble in setup.troubles] == [True]
    assert not (tmp_path / "documents").exists()
