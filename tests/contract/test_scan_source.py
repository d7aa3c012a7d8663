"""What every ``ScanSource`` promises, on the script and on a real serial line."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.domain.device import DeviceProfile, LinkState
from hardware.script_source import ScriptSource
from hardware.serial_source import SerialSource
from tests.hardware.pty_scanner import FixedClock, Listener, PtyScanner, surroundings

if TYPE_CHECKING:
    from app.ports import ScanSource

Codes = Sequence[str]


class Scripted:
    """A source that replays a file."""

    def __init__(self, folder: Path) -> None:
        ids = count(1)
        self._file = folder / "codes.txt"
        self.source: ScanSource = ScriptSource(self._file, FixedClock(), lambda: f"id-{next(ids)}")

    def start(self, codes: Codes, listener: Listener) -> None:
        self._file.write_text("".join(code.replace("\x1d", r"\x1d") + "\n" for code in codes))
        self.source.start(listener.said, listener.linked)
        listener.wait_for(LinkState.CONNECTED)

    def vanish(self) -> None:
        self._file.unlink(missing_ok=True)


class Wired:
    """A source that reads a pseudo-terminal; its same-code window is off here."""

    def __init__(self, folder: Path) -> None:
        self._scanner = PtyScanner(folder / "ttyACM0")
        profile = DeviceProfile(name="wired", path=str(self._scanner.path), same_code_ms=0)
        self.source: ScanSource = SerialSource(profile, surroundings())

    def start(self, codes: Codes, listener: Listener) -> None:
        self.source.start(listener.said, listener.linked)
        listener.wait_for(LinkState.CONNECTED)
        self._scanner.send("".join(f"{code}\r\n" for code in codes).encode())

    def vanish(self) -> None:
        self._scanner.unplug()


Device = Scripted | Wired


@pytest.fixture(params=[Scripted, Wired])
def device(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Device]:
    made: Callable[[Path], Device] = request.param
    device = made(tmp_path)
    yield device
    device.source.stop()
    device.vanish()


def test_codes_come_in_order_each_with_an_id_and_the_device(device: Device) -> None:
    listener = Listener()

    device.start([f"CODE-{number}" for number in range(200)], listener)

    scans = [listener.next_scan() for _ in range(200)]
    assert [scan.text for scan in scans] == [f"CODE-{number}" for number in range(200)]
    assert len({scan.scan_id for scan in scans}) == 200
    assert {scan.device for scan in scans} == {device.source.name}
    assert {scan.at for scan in scans} == {FixedClock().now()}


def test_gs_and_the_aim_identifier_are_kept_apart(device: Device) -> None:
    listener = Listener()

    device.start(["]d20109501101530003\x1d10A"], listener)

    scan = listener.next_scan()
    assert (scan.aim, scan.text) == ("]d2", "0109501101530003\x1d10A")


def test_the_link_is_told_from_connecting_to_stopped(device: Device) -> None:
    listener, states = Listener(), []
    device.source.start(listener.said, lambda link: states.append(link.state))

    device.source.stop()

    assert states[0] is LinkState.CONNECTING
    assert states[-1] is LinkState.STOPPED
    assert states.count(LinkState.STOPPED) == 1


def test_what_was_framed_is_delivered_before_the_stop(device: Device) -> None:
    listener = Listener()
    device.start(["A1", "B2", "C3"], listener)
    first = listener.next_scan()

    device.source.stop()

    assert first.text == "A1"
    assert listener.wait_for(LinkState.STOPPED).device == device.source.name
    rest = [listener.scans.get_nowait().text for _ in range(listener.scans.qsize())]
    assert rest == ["B2", "C3"][: len(rest)]


def test_after_a_stop_it_can_be_started_again(device: Device) -> None:
    first, second = Listener(), Listener()
    device.start(["A1"], first)
    assert first.next_scan().text == "A1"
    device.source.stop()

    device.start(["B2"], second)

    assert second.next_scan().text == "B2"
    assert first.scans.empty()


def test_blank_lines_are_no_scans(device: Device) -> None:
    listener = Listener()

    device.start(["", "A1", "", "", "B2"], listener)

    assert listener.next_texts(2) == ["A1", "B2"]


def test_a_code_scanned_twice_is_never_suppressed_here(device: Device) -> None:
    listener = Listener()

    device.start(["A1", "A1", "A1"], listener)

    assert listener.next_texts(3) == ["A1", "A1", "A1"]


def test_a_device_that_is_not_there_is_disconnected_and_says_nothing(device: Device) -> None:
    listener = Listener()
    device.vanish()

    device.source.start(listener.said, listener.linked)

    listener.wait_for(LinkState.DISCONNECTED)
    assert listener.scans.empty()


def test_a_start_without_a_stop_is_a_mistake_of_the_program(device: Device) -> None:
    listener = Listener()
    device.start([], listener)

    with pytest.raises(RuntimeError, match="started already"):
        device.source.start(listener.said, listener.linked)


def test_a_stop_without_a_start_does_nothing(device: Device) -> None:
    device.source.stop()
    device.source.stop()


@pytest.mark.wrong_input
def test_hostile_lines_come_as_they_are(device: Device) -> None:
    listener = Listener()
    lines = ["'; DROP TABLE scans; --", "A" * 3000, "CMD-QTY-0", "]", "\x00\x01\x1b"]

    device.start(lines, listener)

    assert listener.next_texts(len(lines)) == lines
