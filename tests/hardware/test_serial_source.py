"""Serial scanners on real pseudo-terminals: cut, glued, stalled, unplugged."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.device import DeviceProfile, LinkState, Suffix
from app.domain.scan import Scan
from hardware.serial_port import Port, ScannerPort
from hardware.serial_source import SerialSource, Surroundings
from tests.hardware.pty_scanner import Listener, PtyScanner, surroundings

Plugged = tuple[PtyScanner, Listener]
Start = Callable[..., Plugged]


@pytest.fixture(autouse=True)
def no_thread_stays() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    assert set(threading.enumerate()) == before


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Plug a scanner in, start its source and wait until it is connected."""
    open_ones: list[tuple[PtyScanner, SerialSource]] = []

    def begin(around: Surroundings | None = None, **profile: Any) -> Plugged:
        name = f"scanner-{len(open_ones)}"
        scanner, listener = PtyScanner(tmp_path / name), Listener()
        base = DeviceProfile(name=name, path=str(scanner.path), same_code_ms=0)
        source = SerialSource(replace(base, **profile), around or surroundings())
        open_ones.append((scanner, source))
        source.start(listener.said, listener.linked)
        listener.wait_for(LinkState.CONNECTED)
        return scanner, listener

    yield begin
    for scanner, source in open_ones:
        source.stop()
        scanner.unplug()


def test_bytes_that_come_one_at_a_time_are_one_code(start: Start) -> None:
    scanner, listener = start()

    scanner.send_in_parts([bytes([byte]) for byte in b"4006381333931\r\n"])

    assert listener.next_scan().text == "4006381333931"


def test_split_and_glued_codes_come_apart(start: Start) -> None:
    scanner, listener = start()

    scanner.send_in_parts([b"01234", b"56789\rB2\r\nC3\nD", b"4\r"])

    assert listener.next_texts(4) == ["0123456789", "B2", "C3", "D4"]


def test_a_scan_carries_device_bytes_aim_and_an_id_of_its_own(start: Start) -> None:
    scanner, listener = start(name="Dock 3")

    scanner.send(b"]C10109501101530003\x1d10A\rX\r")

    first, second = listener.next_scan(), listener.next_scan()
    assert (first.device, first.aim, first.text) == ("Dock 3", "]C1", "0109501101530003\x1d10A")
    assert first.raw == b"]C10109501101530003\x1d10A"
    assert first.scan_id != second.scan_id


@pytest.mark.wrong_input
def test_all_256_bytes_come_through_as_they_are(start: Start) -> None:
    scanner, listener = start(suffix=Suffix.CRLF)
    garbage = b"x" + bytes(range(256)) + b"x"

    scanner.send(garbage + b"\r\n4006381333931\r\n")

    assert listener.next_scan().raw == garbage
    assert listener.next_scan().text == "4006381333931"


@pytest.mark.wrong_input
def test_bytes_outside_the_encoding_stay_visible(start: Start) -> None:
    scanner, listener = start(encoding="utf-8")

    scanner.send("Łódź\r".encode() + b"\xff\xfe\r")

    assert listener.next_texts(2) == ["Łódź", "\ufffd\ufffd"]


def test_a_stand_in_becomes_gs(start: Start) -> None:
    scanner, listener = start(stand_ins=("|", "^]"))

    scanner.send(b"10A|21B^]30\r")

    assert listener.next_scan().text == "10A\x1d21B\x1d30"


def test_silence_ends_a_code_without_suffix(start: Start) -> None:
    scanner, listener = start(suffix=Suffix.NONE)

    scanner.send(b"4006381333931")
    assert listener.next_scan().text == "4006381333931"

    scanner.send(b"B2")
    assert listener.next_scan().text == "B2"


def test_an_endless_code_is_dropped_and_told(start: Start) -> None:
    scanner, listener = start()

    scanner.send_from_aside(b"A" * 10_000 + b"\rB2\r").join()

    assert listener.next_scan().text == "B2"
    assert listener.wait_for_drop().state is LinkState.CONNECTED


def test_half_a_code_at_unplug_is_dropped_and_told(start: Start) -> None:
    scanner, listener = start()
    scanner.send(b"A1\r40063")
    assert listener.next_scan().text == "A1"

    scanner.unplug()
    link = listener.wait_for(LinkState.DISCONNECTED)
    scanner.plug_in()
    listener.wait_for(LinkState.CONNECTED)
    scanner.send(b"81333931\r")

    assert listener.next_scan().text == "81333931"
    assert link.dropped_bytes == len(b"40063")


def test_twenty_times_unplugged_it_comes_back_and_no_whole_code_is_lost(start: Start) -> None:
    scanner, listener = start()
    for turn in range(20):
        scanner.send(f"CODE-{turn}\rHALF".encode())
        assert listener.next_scan().text == f"CODE-{turn}"
        scanner.unplug()
        listener.wait_for(LinkState.DISCONNECTED)
        scanner.plug_in()
        listener.wait_for(LinkState.CONNECTED)

    scanner.send(b"LAST\r")

    assert listener.next_scan().text == "LAST"


def test_a_port_is_given_back_at_once_when_the_device_is_lost(start: Start) -> None:
    closed: list[str] = []
    scanner, listener = start(replace(surroundings(), open_port=_noting_closes(closed)))

    scanner.unplug()
    listener.wait_for(LinkState.DISCONNECTED)

    assert closed == [str(scanner.path)]


def _noting_closes(closed: list[str]) -> Callable[[str, int, float], Port]:
    class NotedSerial(ScannerPort):
        def close(self) -> None:
            if self.is_open:
                closed.append(self.name)
            super().close()

    return lambda path, rate, timeout_s: NotedSerial(path, rate, timeout=timeout_s, exclusive=True)


def test_a_stalled_listener_loses_nothing(tmp_path: Path) -> None:
    scanner, source_listener = PtyScanner(tmp_path / "stalled"), Listener()
    go_on = threading.Event()
    profile = DeviceProfile(path=str(scanner.path))
    source = SerialSource(profile, surroundings())

    def hear_late(scan: Scan) -> None:
        go_on.wait()
        source_listener.said(scan)

    source.start(hear_late, source_listener.linked)
    source_listener.wait_for(LinkState.CONNECTED)
    codes = [f"CODE-{number:05}" for number in range(1000)]

    scanner.send("".join(f"{code}\r\n" for code in codes).encode())  # returns: all was read
    go_on.set()

    assert source_listener.next_texts(1000) == codes
    source.stop()
    scanner.unplug()


def test_a_stalled_reader_loses_nothing_on_the_line(start: Start) -> None:
    go_on = threading.Event()
    scanner, listener = start(replace(surroundings(), open_port=_stalled_until(go_on)))
    codes = [f"CODE-{number:05}" for number in range(1000)]

    sending = scanner.send_from_aside("".join(f"{code}\r\n" for code in codes).encode())
    assert sending.is_alive() or listener.scans.empty()
    go_on.set()

    assert listener.next_texts(1000) == codes
    sending.join()


def _stalled_until(go_on: threading.Event) -> Callable[[str, int, float], Port]:
    class StalledPort(ScannerPort):
        """A real port whose reader is held up."""

        def read(self, size: int = 1, /) -> bytes:
            if self.timeout != surroundings().settle_s:  # not while it settles
                go_on.wait()
            read: bytes = super().read(size)
            return read

        def cancel_read(self) -> None:
            go_on.set()
            super().cancel_read()

    return lambda path, rate, timeout_s: StalledPort(path, rate, timeout=timeout_s, exclusive=True)


def test_one_trigger_read_twice_is_one_scan(start: Start) -> None:
    scanner, listener = start(same_code_ms=60_000)

    scanner.send(b"A1\rA1\rB2\rA1\r")

    assert listener.next_texts(3) == ["A1", "B2", "A1"]


def test_two_devices_never_suppress_each_other(start: Start) -> None:
    one, listener = start(same_code_ms=60_000)
    other, other_listener = start(same_code_ms=60_000)

    one.send(b"A1\r")
    other.send(b"A1\r")

    assert listener.next_texts(1) == other_listener.next_texts(1) == ["A1"]


def test_a_second_source_never_shares_the_port(start: Start) -> None:
    scanner, _ = start()
    late = Listener()
    second = SerialSource(DeviceProfile(name="late", path=str(scanner.path)), surroundings())

    second.start(late.said, late.linked)

    late.wait_for(LinkState.DISCONNECTED)
    second.stop()
    late.wait_for(LinkState.STOPPED)
    assert late.scans.empty()


@pytest.mark.parametrize("path", ["", "/dev/no-such-port", "/dev/null", "/"])
def test_a_port_that_is_not_one_is_disconnected_and_stops(path: str) -> None:
    listener = Listener()
    source = SerialSource(DeviceProfile(path=path), surroundings())

    source.start(listener.said, listener.linked)
    listener.wait_for(LinkState.DISCONNECTED)
    source.stop()

    listener.wait_for(LinkState.STOPPED)
    assert listener.links.empty()
