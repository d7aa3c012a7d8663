"""Several serial scanners at once, on real pseudo-terminals: found late, lost, back again."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.domain.device import Link, LinkState
from app.domain.scan import Scan
from hardware.allotment import Allotment
from hardware.discovery import FoundPort, list_serial_ports
from hardware.hub import ScannerHub
from tests.hardware.pty_scanner import Listener, PtyScanner, surroundings

ZEBRA, HONEYWELL, NOBODY = 0x05E0, 0x0C2E, 0x0403
LOOK_EVERY_S = 0.02


@dataclass
class Listeners:
    """What each scanner of a hub said, by its name."""

    of: dict[str, Listener] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __getitem__(self, name: str) -> Listener:
        with self.lock:
            return self.of.setdefault(name, Listener())

    def said(self, scan: Scan) -> None:
        self[scan.device].said(scan)

    def linked(self, link: Link) -> None:
        self[link.device].linked(link)


@dataclass
class Bench:
    """A machine's USB ports, as its list shows them, and a hub that watches them."""

    folder: Path
    listeners: Listeners = field(default_factory=Listeners)
    hubs: list[ScannerHub] = field(default_factory=list)
    scanners: list[PtyScanner] = field(default_factory=list)
    makers: dict[str, tuple[int, str]] = field(default_factory=dict)

    def plug(self, name: str, maker: int | None = ZEBRA, serial: str = "") -> PtyScanner:
        """Plug a scanner in; without a maker it is no USB device and in no list."""
        scanner = PtyScanner(self.folder / name)
        self.scanners.append(scanner)
        if maker is not None:
            self.makers = {**self.makers, str(scanner.path): (maker, serial)}
        return scanner

    def ports(self) -> list[FoundPort]:
        """What the machine lists now."""
        return [
            FoundPort(path, "", maker, 0x1701, serial)
            for path, (maker, serial) in sorted(self.makers.items())
            if Path(path).is_symlink()
        ]

    def watch(self, *named: str) -> ScannerHub:
        hub = ScannerHub(named, surroundings(), self.ports, LOOK_EVERY_S)
        self.hubs.append(hub)
        hub.start(self.listeners.said, self.listeners.linked)
        return hub


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    before = set(threading.enumerate())
    bench = Bench(tmp_path)
    yield bench
    for hub in bench.hubs:
        hub.stop()
    for scanner in bench.scanners:
        scanner.unplug()
    assert set(threading.enumerate()) == before


def test_a_scanner_plugged_in_later_is_found(bench: Bench) -> None:
    bench.watch()

    scanner = bench.plug("ttyACM0")

    bench.listeners["Zebra scanner"].wait_for(LinkState.CONNECTED)
    scanner.send(b"4006381333931\r")
    assert bench.listeners["Zebra scanner"].next_scan().text == "4006381333931"


def test_a_named_port_is_read_whoever_made_it(bench: Bench) -> None:
    scanner = bench.plug("ttyS0", maker=None)

    bench.watch(str(scanner.path))

    bench.listeners[str(scanner.path)].wait_for(LinkState.CONNECTED)
    scanner.send(b"A1\r")
    assert bench.listeners[str(scanner.path)].next_scan().device == str(scanner.path)


def test_two_scanners_are_told_apart(bench: Bench) -> None:
    one, other = bench.plug("ttyACM0", HONEYWELL), bench.plug("ttyACM1", HONEYWELL)
    bench.watch()
    names = ("Honeywell scanner", "Honeywell scanner 2")

    for name in names:
        bench.listeners[name].wait_for(LinkState.CONNECTED)
    one.send(b"A1\r")
    other.send(b"B2\r")

    assert [bench.listeners[name].next_scan().text for name in names] == ["A1", "B2"]


@pytest.mark.wrong_input
def test_a_named_port_that_is_missing_is_not_connected_until_it_comes(bench: Bench) -> None:
    path = str(bench.folder / "ttyS7")
    bench.watch(path)
    bench.listeners[path].wait_for(LinkState.DISCONNECTED)

    scanner = bench.plug("ttyS7", maker=None)

    bench.listeners[path].wait_for(LinkState.CONNECTED)
    scanner.send(b"A1\r")
    assert bench.listeners[path].next_scan().text == "A1"


@pytest.mark.wrong_input
@pytest.mark.parametrize("path", ["/dev/null", "/", "no\0port", "\n", "café", "x" * 5000])
def test_a_name_that_is_no_port_hinders_no_other(bench: Bench, path: str) -> None:
    scanner = bench.plug("ttyACM0")

    bench.watch(path, "")

    bench.listeners[path].wait_for(LinkState.DISCONNECTED)
    bench.listeners["Zebra scanner"].wait_for(LinkState.CONNECTED)
    scanner.send(b"A1\r")
    assert bench.listeners["Zebra scanner"].next_scan().text == "A1"


@pytest.mark.wrong_input
def test_what_is_no_scanner_is_left_alone(bench: Bench) -> None:
    bench.plug("ttyUSB0", NOBODY)
    bench.plug("ttyUSB1", ZEBRA)

    bench.watch()

    bench.listeners["Zebra scanner"].wait_for(LinkState.CONNECTED)
    assert set(bench.listeners.of) == {"Zebra scanner"}


def test_a_named_port_of_a_known_maker_is_one_scanner(bench: Bench) -> None:
    named, other = bench.plug("ttyACM0"), bench.plug("ttyACM1", HONEYWELL)
    by_id = bench.folder / "by-id"
    by_id.symlink_to(named.path)

    bench.watch(str(by_id), str(by_id))

    bench.listeners[str(by_id)].wait_for(LinkState.CONNECTED)
    bench.listeners["Honeywell scanner"].wait_for(LinkState.CONNECTED)
    other.send(b"A1\r")
    assert bench.listeners["Honeywell scanner"].next_scan().text == "A1"
    assert set(bench.listeners.of) == {str(by_id), "Honeywell scanner"}


def test_a_scanner_comes_back_under_another_path_as_itself(bench: Bench) -> None:
    scanner = bench.plug("ttyACM0", serial="S1")
    bench.watch()
    zebra = bench.listeners["Zebra scanner"]
    zebra.wait_for(LinkState.CONNECTED)

    scanner.unplug()
    zebra.wait_for(LinkState.DISCONNECTED)
    back = bench.plug("ttyACM5", serial="S1")

    zebra.wait_for(LinkState.CONNECTED)
    back.send(b"A1\r")
    assert zebra.next_scan().text == "A1"
    assert set(bench.listeners.of) == {"Zebra scanner"}


def test_a_twin_never_waits_for_a_port_that_its_twin_holds(bench: Bench) -> None:
    first, second = bench.plug("ttyACM1"), bench.plug("ttyACM2")
    bench.watch()
    twins = bench.listeners["Zebra scanner"], bench.listeners["Zebra scanner 2"]
    for twin in twins:
        twin.wait_for(LinkState.CONNECTED)

    second.unplug()
    twins[1].wait_for(LinkState.DISCONNECTED)
    back = bench.plug("ttyACM3")

    twins[1].wait_for(LinkState.CONNECTED)
    back.send(b"B2\r")
    first.send(b"A1\r")
    assert [twin.next_scan().text for twin in twins] == ["A1", "B2"]


def test_stop_says_so_of_each_scanner_and_start_begins_again(bench: Bench) -> None:
    scanner = bench.plug("ttyACM0")
    hub = bench.watch(str(bench.folder / "missing"))
    bench.listeners["Zebra scanner"].wait_for(LinkState.CONNECTED)

    hub.stop()
    bench.listeners["Zebra scanner"].wait_for(LinkState.STOPPED)
    hub.start(bench.listeners.said, bench.listeners.linked)

    bench.listeners["Zebra scanner"].wait_for(LinkState.CONNECTED)
    scanner.send(b"A1\r")
    assert bench.listeners["Zebra scanner"].next_scan().text == "A1"


def test_a_hub_that_never_began_can_be_stopped(bench: Bench) -> None:
    ScannerHub((), surroundings(), bench.ports).stop()


@pytest.mark.wrong_input
def test_a_hub_is_started_once(bench: Bench) -> None:
    hub = bench.watch()

    with pytest.raises(RuntimeError, match="started already"):
        hub.start(bench.listeners.said, bench.listeners.linked)


def test_a_lost_scanner_comes_before_a_new_one() -> None:
    ports = [FoundPort("/dev/ttyACM0", "", ZEBRA)]
    allotment = Allotment((), lambda: ports)
    (zebra,) = allotment.newcomers()
    ports[:] = []
    assert allotment.find(zebra) is None

    ports[:] = [FoundPort("/dev/ttyACM5", "", ZEBRA)]

    assert allotment.newcomers() == []
    assert allotment.find(zebra) == "/dev/ttyACM5"


@pytest.mark.wrong_input
def test_a_list_that_fails_is_asked_again() -> None:
    answers: list[list[FoundPort] | OSError] = [OSError(), [FoundPort("/dev/ttyACM0", "", ZEBRA)]]

    def list_ports() -> list[FoundPort]:
        if isinstance(answer := answers.pop(0), OSError):
            raise answer
        return answer

    allotment = Allotment((), list_ports)

    assert allotment.newcomers() == []
    assert [profile.path for profile in allotment.newcomers()] == ["/dev/ttyACM0"]


def test_this_machines_own_ports_can_be_watched() -> None:
    hub = ScannerHub((), surroundings(), list_serial_ports, LOOK_EVERY_S)

    hub.start(Listener().said, Listener().linked)

    hub.stop()
    assert hub.name not in {thread.name for thread in threading.enumerate()}
