"""A serial scanner that the site names, and the product's own window: cut, lost, back again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import main as program
from app.commands.session import Options
from app.domain.device import Link, LinkState
from app.services.importing import import_files
from app.services.setting import change_setting
from tests.hardware.pty_scanner import PtyScanner
from tests.stories.story import warehouse_files
from ui.decks.setup import SetupDeck
from ui.models.band import BandKind
from ui.models.status import Health, StatusItem
from ui.station import Station

if TYPE_CHECKING:
    from ui.models.setup import SetupScene

CUP, PAN, JAR = "0400999000027", "0400999000034", "0400999000089"
PATIENCE_MS = 20_000  # how long a test waits before it fails; a passing one never waits that long


@dataclass
class Floor:
    """A station with a scanner on its line, and all that it answered."""

    station: Station
    scanner: PtyScanner
    qtbot: QtBot
    said: list[tuple[str, str]] = field(default_factory=list)
    links: list[LinkState] = field(default_factory=list)

    def answered(self, answer: Mapping[str, Any]) -> None:
        code = answer.get("scan", answer.get("number"))
        self.said.append((str(code), answer.get("outcome", "opened")))

    def linked(self, link: Link) -> None:
        if link.device == str(self.scanner.path):
            self.links.append(link.state)

    def wait_for_answers(self, *wanted: tuple[str, str]) -> None:
        self.qtbot.waitUntil(lambda: len(self.said) >= len(wanted), timeout=PATIENCE_MS)
        assert self.said == list(wanted)

    def wait_for_link(self, state: LinkState) -> None:
        """Wait until the last that was told of the scanner's link is this."""
        self.qtbot.waitUntil(lambda: self.links[-1:] == [state], timeout=PATIENCE_MS)

    def status(self) -> StatusItem:
        """What the status bar says of the scanners."""
        items = self.station.window.shell.status.items
        return next(item for item in items if item.name == "scanner")

    def unplug(self) -> None:
        self.scanner.unplug()
        self.wait_for_link(LinkState.DISCONNECTED)

    def plug_in(self) -> None:
        self.scanner.plug_in()
        self.wait_for_link(LinkState.CONNECTED)


@pytest.fixture
def floor(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Floor]:
    """The window as ``main`` puts it together, with the scanner's port in the site's settings."""
    scanner = PtyScanner(tmp_path / "scanner")
    outfit = program.fit_out(Options(db=str(tmp_path / "floor.db"), as_of="2026-03-02T08:40:00Z"))
    import_files(warehouse_files(), outfit.desk.store, outfit.desk.stamp())
    change_setting("scanner_ports", f" {scanner.path} ;", outfit.desk)
    station = Station("test", outfit.desk, program._surroundings(outfit, lambda _sound: None))
    floor = Floor(station, scanner, qtbot)
    station.window.room("receive").presenter.answered.connect(floor.answered)
    station.window.linked.connect(floor.linked)
    station._sources.clear()  # the keyboard scanner: offscreen no window keeps the keyboard
    station.window.shell.show()
    station.window.start()
    station.listen(program._serial_scanners(outfit))
    floor.wait_for_link(LinkState.CONNECTED)
    yield floor
    station.close()
    floor.wait_for_link(LinkState.STOPPED)
    scanner.unplug()
    station.window.shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize(
    "cut",
    [
        lambda codes: [bytes([byte]) for byte in codes],
        lambda codes: [codes],
        lambda codes: [codes[:3], codes[3:9], codes[9:]],
        lambda codes: [codes.replace(b"\r\n", b"\r")],
    ],
    ids=["one byte at a time", "glued", "split", "carriage return alone"],
)
@pytest.mark.right_input
def test_a_truck_is_received_however_the_line_cuts_the_codes(floor: Floor, cut: Any) -> None:
    codes = "".join(f"{code}\r\n" for code in ("ASN-1", CUP, PAN, JAR)).encode()

    floor.scanner.send_in_parts(cut(codes))

    floor.wait_for_answers(
        ("ASN-1", "opened"), (CUP, "accepted"), (PAN, "accepted"), (JAR, "accepted")
    )
    assert floor.station.window.shell.current().name == "receive"


@pytest.mark.wrong_input
def test_wrong_codes_are_refused_and_the_next_right_one_counts(floor: Floor) -> None:
    floor.scanner.send(b"ASN-1\r\n4006381333932\r\nNOBODY-KNOWS\r\n\x00\xff\r\n")
    floor.scanner.send(f"{CUP}\r\n".encode())

    floor.qtbot.waitUntil(lambda: (CUP, "accepted") in floor.said, timeout=PATIENCE_MS)

    outcomes = [outcome for _code, outcome in floor.said]
    assert outcomes == ["opened", "bad_check_digit", *["unknown_barcode"] * 2, "accepted"]


def test_the_status_bar_tells_the_scanners_link(floor: Floor) -> None:
    assert floor.status().health is Health.OK

    floor.unplug()
    assert (floor.status().health, floor.status().detail) == (Health.BAD, "not connected")

    floor.plug_in()
    assert floor.status().health is Health.OK


@pytest.mark.wrong_input
def test_half_a_code_at_unplug_is_told_and_counts_nothing(floor: Floor) -> None:
    floor.scanner.send(f"ASN-1\r\n{CUP}\r\n{PAN[:6]}".encode())
    floor.wait_for_answers(("ASN-1", "opened"), (CUP, "accepted"))

    floor.unplug()
    band = floor.station.window.shell.band.state
    assert band.kind is BandKind.REFUSED
    assert band.outcome == f"Half a code from {floor.scanner.path}: scan it again."

    floor.plug_in()
    floor.scanner.send(f"{PAN}\r\n".encode())
    floor.wait_for_answers(("ASN-1", "opened"), (CUP, "accepted"), (PAN, "accepted"))


def test_setup_shows_the_scanner_its_port_and_what_it_reads(floor: Floor) -> None:
    deck = floor.station.window.decks["setup"]
    assert isinstance(deck, SetupDeck)
    scenes: list[SetupScene] = []
    deck.presenter.scene.connect(scenes.append)
    path = str(floor.scanner.path)
    floor.station.window.bring("setup")

    floor.scanner.send(f"{CUP}\r\n".encode())
    floor.qtbot.waitUntil(lambda: any(scene.test for scene in scenes), timeout=PATIENCE_MS)

    last = scenes[-1]
    assert (path, "connected") in [(device.name, device.about) for device in last.devices]
    assert ("Serial ports of scanners", path) in [(row.label, row.value) for row in last.settings]
    assert not floor.said
