"""The scanner doctor in the product's own window, with a scanner on a real serial line."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

import main as program
from app.commands.session import Options
from app.domain.device import LinkState, Suffix
from app.domain.doctor_labels import LABELS
from app.services.importing import import_files
from app.services.scanners import tunings_of
from app.services.setting import change_setting
from tests.hardware.pty_scanner import PtyScanner
from tests.stories.story import warehouse_files
from tests.support.scanner_tricks import Gun
from ui.decks.setup import SetupDeck
from ui.station import Station

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from app.commands.session import Outfit
    from app.domain.device import Link
    from app.domain.scan import Scan
    from ui.models.doctor import DoctorScene
    from ui.models.setup import SetupScene

PATIENCE_MS = 20_000
GUN = Gun(suffix=Suffix.TAB, prefix="P1", fnc1="|")
CUP = "0400999000027"


class Shop:
    """A station whose window is closed and opened again, and its scanner."""

    def __init__(self, outfit: Outfit, scanner: PtyScanner, qtbot: QtBot) -> None:
        self.outfit, self.scanner, self.qtbot = outfit, scanner, qtbot
        self.deck: SetupDeck
        self.doctor: list[DoctorScene] = []
        self.tests: list[SetupScene] = []
        self.scans: list[Scan] = []

    @contextmanager
    def opened(self) -> Iterator[Station]:
        """The window as ``main`` puts it together, with Setup in front."""
        around = program._surroundings(self.outfit, lambda _sound: None)
        station = Station("test", self.outfit.desk, around)
        links: list[Link] = []
        station._sources.clear()  # the keyboard scanner: offscreen no window keeps the keyboard
        station.window.linked.connect(links.append)
        station.window.scanned.connect(self.scans.append)
        deck = station.window.decks["setup"]
        assert isinstance(deck, SetupDeck)
        self.deck = deck
        deck.doctor.scene.connect(self.doctor.append)
        deck.presenter.scene.connect(self.tests.append)
        station.window.shell.show()
        station.window.start()
        station.listen(program._serial_scanners(self.outfit))
        self.wait(lambda: any(link.state is LinkState.CONNECTED for link in links))
        station.window.bring("setup")
        yield station
        station.close()
        self.wait(lambda: links[-1].state is LinkState.STOPPED)
        station.window.shell.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def wait(self, until: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(until, timeout=PATIENCE_MS)

    def scan_sheet(self, gun: Gun = GUN) -> None:
        for number, label in enumerate(LABELS, 1):
            self.scanner.send(gun.sent(label).encode())
            note = f"scan {number} of 4" if number < 4 else "all 4 scans"
            self.wait(lambda note=note: self.doctor[-1].note == note)  # type: ignore[misc]


@pytest.fixture
def shop(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Shop]:
    scanner = PtyScanner(tmp_path / "scanner")
    outfit = program.fit_out(Options(db=str(tmp_path / "floor.db"), as_of="2026-03-02T08:40:00Z"))
    import_files(warehouse_files(), outfit.desk.store, outfit.desk.stamp())
    change_setting("scanner_ports", str(scanner.path), outfit.desk)
    yield Shop(outfit, scanner, qtbot)
    scanner.unplug()


def test_four_scans_and_save_mend_a_scanner_at_once_and_for_the_next_start(shop: Shop) -> None:
    with shop.opened():
        shop.scan_sheet()
        titles = {row.title: row.state for row in shop.doctor[-1].rows}
        assert titles["Every scan ends with Tab"] == "info"
        assert titles["FNC1 comes as |"] == "info"
        assert titles["Sends P1 before each code"] == "info"
        assert shop.scans == []

        shop.deck.view.doctor.save.click()
        shop.wait(lambda: shop.doctor[-1].says.startswith("Saved for this station"))
        shop.scanner.send(GUN.sent(LABELS[1]).encode())
        shop.wait(lambda: len(shop.scans) == 1)
    with shop.opened():
        shop.scanner.send(GUN.sent(LABELS[1]).encode())
        shop.wait(lambda: len(shop.scans) == 2)

    assert [scan.text for scan in shop.scans] == [LABELS[1].code] * 2
    assert list(tunings_of(shop.outfit.desk)) == [f"path:{shop.scanner.path}"]


def test_a_code_is_shown_byte_by_byte_with_its_time(shop: Shop) -> None:
    with shop.opened():
        shop.scanner.send(f"]E0{CUP}\r\n".encode())
        shop.wait(lambda: (test := shop.tests[-1].test) is not None and "ms" in test.about)

        test = shop.tests[-1].test
        assert test is not None
        assert [token.text for token in test.tokens] == ["]E0", CUP, "CR", "LF"]
        assert test.title == "Read whole: a product"


@pytest.mark.wrong_input
def test_what_is_no_code_yet_is_shown_and_what_to_do_said(shop: Shop) -> None:
    with shop.opened():
        shop.scanner.send(f"{CUP}\t".encode())
        shop.wait(lambda: bool(shop.tests) and shop.tests[-1].test is not None)

        test = shop.tests[-1].test
        assert test is not None
        assert (test.title, test.state) == ("Bytes came, but no code", "warn")
        assert shop.doctor[-1].says.startswith("That is none of the sheet's labels")
        assert not shop.doctor[-1].can_save


@pytest.mark.wrong_input
def test_start_over_forgets_the_scans_and_keeps_nothing(shop: Shop) -> None:
    with shop.opened():
        shop.scan_sheet()

        shop.deck.view.doctor.start_over.click()

        assert (shop.doctor[-1].rows, shop.doctor[-1].can_save) == ((), False)
        assert tunings_of(shop.outfit.desk) == {}


def test_outside_setup_nothing_is_examined_and_a_scan_is_work(shop: Shop) -> None:
    with shop.opened() as station:
        station.window.bring("receive")
        shop.scanner.send(b"ASN-1\r\n")
        shop.wait(lambda: station.window.room("receive").presenter.number == "ASN-1")

        assert shop.doctor[-1].rows == ()


def test_another_port_is_read_as_soon_as_it_is_named(shop: Shop, tmp_path: Path) -> None:
    other = PtyScanner(tmp_path / "other")
    with shop.opened():
        shop.deck.presenter.change("scanner_ports", str(other.path))
        row = (str(other.path), "connected")
        shop.wait(lambda: row in {(row.name, row.about) for row in shop.tests[-1].devices})
        other.send(f"{CUP}\r\n".encode())
        shop.wait(lambda: bool(shop.scans))

    assert shop.scans[0].device == str(other.path)
    other.unplug()


def test_a_later_word_of_the_site_counts_for_what_was_saved(shop: Shop) -> None:
    with shop.opened():
        shop.scan_sheet()
        shop.deck.view.doctor.save.click()
        shop.wait(lambda: shop.doctor[-1].says.startswith("Saved"))

    change_setting("scanner_feedback", "ack", shop.outfit.desk)

    (kept,) = tunings_of(shop.outfit.desk).values()
    assert "feedback" not in kept
    assert kept["suffix"] == "tab"
