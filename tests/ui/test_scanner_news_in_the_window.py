"""What a serial scanner and the product's window tell each other besides codes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import main as program
from app.commands.session import Options
from app.domain.device import Link, LinkState
from app.domain.feedback import ACK, NAK
from app.domain.layouts import Layout
from app.services.importing import import_files
from app.services.setting import change_setting, settings_of
from db.engine import WRITE, open_engine
from tests.hardware.pty_scanner import PtyScanner
from tests.stories.story import warehouse_files
from ui.models.band import BandKind
from ui.station import Station

CUP, PAN = "0400999000027", "0400999000034"
PATIENCE_MS = 20_000


@dataclass
class Floor:
    """A station, its scanner that waits for ACK, and what it answered."""

    station: Station
    scanner: PtyScanner
    database: Path
    qtbot: QtBot
    answers: list[Mapping[str, Any]] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def scan(self, *codes: str) -> None:
        self.scanner.send("".join(f"{code}\r\n" for code in codes).encode())

    def wait_for(self, is_so: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(is_so()), timeout=PATIENCE_MS)

    def hear(self) -> bytes:
        """What the host tells the scanner next, while the window works."""
        heard: list[bytes] = []

        def has_heard() -> bool:
            heard.append(self.scanner.heard_so_far())
            return heard[-1] != b""

        self.wait_for(has_heard)
        return heard[-1]

    def counted(self) -> int:
        """Units that scans have counted so far."""
        return sum(answer.get("quantity", 0) for answer in self.answers)

    def question(self) -> str:
        """What is asked under the band, "" for nothing."""
        strip = self.station.window.shell.scanner
        return strip.sentence.text() if strip.isVisible() else ""


@pytest.fixture
def floor(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Floor]:
    """A receipt is open; whatever the scanner sent before it was connected is in ``before``."""
    scanner, database = PtyScanner(tmp_path / "scanner"), tmp_path / "floor.db"
    scanner.send(b"OLD-1\r\nOLD-2\r\n")
    outfit = program.fit_out(Options(db=str(database), as_of="2026-03-02T08:40:00Z"))
    import_files(warehouse_files(), outfit.desk.store, outfit.desk.stamp())
    change_setting("scanner_ports", str(scanner.path), outfit.desk)
    change_setting("scanner_feedback", "ack", outfit.desk)
    station = Station("test", outfit.desk, program._surroundings(outfit, lambda _sound: None))
    floor = Floor(station, scanner, database, qtbot)
    window = station.window
    window.room("receive").presenter.answered.connect(floor.answers.append)
    window.room("receive").presenter.trouble.connect(floor.troubles.append)
    window.floor.broke.connect(lambda error: floor.troubles.append(str(error)))
    window.linked.connect(floor.links.append)
    station._sources.clear()
    window.shell.show()
    window.start()
    station.listen(program._serial_scanners(outfit))
    floor.wait_for(lambda: "thrown away" in window.shell.band.state.outcome)
    yield floor
    station.close()
    floor.wait_for(lambda: floor.links[-1].state is LinkState.STOPPED)
    scanner.unplug()
    window.shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def open_receipt(floor: Floor) -> None:
    floor.scan("ASN-1")
    floor.wait_for(lambda: floor.answers)
    assert floor.hear() == ACK
    floor.answers.clear()


@pytest.mark.wrong_input
def test_codes_from_before_are_thrown_away_and_the_band_says_so(floor: Floor) -> None:
    band = floor.station.window.shell.band.state

    assert band.kind is BandKind.REFUSED
    assert band.outcome == "2 codes from before 08:40 were thrown away: scan again."
    assert floor.answers == []


@pytest.mark.right_input
def test_the_scanner_hears_of_a_code_only_once_it_is_on_disk(floor: Floor) -> None:
    open_receipt(floor)

    other = open_engine(floor.database)
    with other.execution_options(**{WRITE: True}).begin():  # holds the write lock
        floor.scan(CUP)
        floor.wait_for(lambda: not floor.station.window.floor.is_idle)
        assert floor.scanner.heard_so_far() == b""

    assert floor.hear() == ACK
    with other.begin() as reader:
        stored = reader.exec_driver_sql("SELECT code FROM scans").scalars().all()
    assert stored == [CUP]
    other.dispose()


@pytest.mark.wrong_input
def test_a_refused_code_is_stored_so_the_scanner_hears_ack(floor: Floor) -> None:
    open_receipt(floor)

    floor.scan("NOBODY-KNOWS")

    assert floor.hear() == ACK
    floor.wait_for(lambda: floor.answers)
    assert floor.answers[0]["outcome"] == "unknown_barcode"


@pytest.mark.wrong_input
def test_a_commit_that_fails_is_nak_and_what_is_sent_again_counts_once(floor: Floor) -> None:
    open_receipt(floor)
    other = open_engine(floor.database)
    with other.begin() as broken:
        broken.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON scans BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    floor.scan(CUP)
    assert floor.hear() == NAK
    floor.wait_for(lambda: floor.troubles)
    with other.begin() as mended:
        mended.exec_driver_sql("DROP TRIGGER full")
    other.dispose()

    floor.scan(CUP)

    assert floor.hear() == ACK
    floor.wait_for(lambda: floor.answers)
    assert floor.counted() == 1


@pytest.mark.parametrize("way", ["button", "key", "command barcode"])
@pytest.mark.wrong_input
def test_one_trigger_read_twice_is_said_and_can_be_counted_after_all(
    floor: Floor, way: str
) -> None:
    open_receipt(floor)
    floor.scan(CUP, CUP)
    floor.wait_for(floor.question)
    floor.wait_for(lambda: floor.counted() == 1)
    assert floor.question() == f"Same code 2 times at once: counted once. {CUP}"

    shell = floor.station.window.shell
    if way == "button":
        shell.scanner.button.click()
    elif way == "key":
        shell.activateWindow()
        floor.wait_for(shell.isActiveWindow)
        QTest.keyClick(shell, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    else:
        floor.scan("cmd-count")

    floor.wait_for(lambda: floor.counted() == 2)
    assert floor.question() == ""


@pytest.mark.wrong_input
def test_a_repeat_that_was_seen_is_asked_about_no_more(floor: Floor) -> None:
    open_receipt(floor)
    floor.scan(CUP, CUP)
    floor.wait_for(floor.question)

    floor.station.window.shell.seen.emit()
    floor.scan("CMD-COUNT", PAN)

    floor.wait_for(lambda: any(answer["scan"] == PAN for answer in floor.answers))
    assert floor.question() == ""
    assert floor.counted() == 2
    assert floor.answers[1]["outcome"] == "wrong_state"


def test_a_keyboard_that_a_self_test_told_is_mapped_by_one_scan(floor: Floor) -> None:
    window = floor.station.window
    mapped: list[str] = []
    window.layout_chosen.connect(mapped.append)
    window.linked.emit(Link("wedge", LinkState.CONNECTED, typed_on=Layout.FRENCH))
    assert floor.question() == "This scanner types on a French keyboard: scan CMD-DONE to map it."

    floor.scan("CMD-DONE")

    floor.wait_for(lambda: mapped)
    assert mapped == ["french"]
    assert settings_of(window.desk).keyboard_layout == "french"
    assert window.shell.band.state.outcome == "Mapped: codes are read as on a French keyboard."
