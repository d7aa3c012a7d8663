"""A serial scanner that is examined and tuned while it is read, on a real pseudo-terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.domain.device import LinkState, Suffix
from app.domain.doctor import diagnose
from app.domain.doctor_labels import LABELS
from app.domain.tuning import tuning_of
from app.ports import TunedSource
from hardware.hub import ScannerHub
from tests.hardware.pty_scanner import PATIENCE_S, Listener, PtyScanner, surroundings
from tests.support.scanner_tricks import Gun

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.domain.raw_read import RawRead


class Bench:
    """A scanner on its line, and the hub that reads it."""

    def __init__(self, folder: Path) -> None:
        self.scanner = PtyScanner(folder / "ttyS0")
        self.path = str(self.scanner.path)
        self.listener = Listener()
        self.hub: ScannerHub = self.watch()

    def watch(self, **kept: object) -> ScannerHub:
        tunings = {f"path:{self.path}": kept}
        hub = ScannerHub([self.path], surroundings(), list, 0.01, tunings=tunings)
        hub.start(self.listener.said, self.listener.linked)
        self.listener.wait_for(LinkState.CONNECTED)
        self.hub = hub
        return hub

    def next_read(self) -> RawRead:
        while (read := self.listener.links.get(timeout=PATIENCE_S).read) is None:
            pass
        return read


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path)
    yield bench
    bench.hub.stop()
    bench.scanner.unplug()


def test_a_hub_can_be_tuned(bench: Bench) -> None:
    assert isinstance(bench.hub, TunedSource)


@pytest.mark.parametrize(
    "gun",
    [
        Gun(suffix=Suffix.TAB, prefix="P1", fnc1="|"),
        Gun(suffix=Suffix.NONE, fnc1="^]"),
        Gun(suffix=Suffix.CR, has_aim=False, prefix="\x02"),
    ],
)
def test_four_scans_tune_a_scanner_at_once_and_for_the_next_start(bench: Bench, gun: Gun) -> None:
    bench.hub.examine(is_on=True)
    reads = []
    for label in LABELS:
        bench.scanner.send(gun.sent(label).encode())
        reads.append(bench.next_read())
    while not bench.listener.scans.empty():
        bench.listener.next_scan()
    found = diagnose(reads, bench.hub.profiles()[0])

    bench.hub.use(found.profile)
    for label in LABELS:
        bench.scanner.send(gun.sent(label).encode())
        bench.next_read()
    assert bench.listener.next_texts(4) == [label.code for label in LABELS]

    bench.hub.stop()
    bench.watch(**tuning_of(found.profile))
    bench.scanner.send(gun.sent(LABELS[1]).encode())
    assert bench.listener.next_scan().text == LABELS[1].code


def test_a_code_that_is_coming_while_the_profile_changes_is_whole(bench: Bench) -> None:
    bench.scanner.send(b"4006381")
    assert bench.scanner.drain(PATIENCE_S)
    profile = bench.hub.profiles()[0]

    bench.hub.use(replace(profile, suffix=Suffix.TAB))
    bench.scanner.send(b"333931\t")

    assert bench.listener.next_scan().text == "4006381333931"


@pytest.mark.wrong_input
def test_a_profile_of_a_device_that_is_not_there_changes_no_other(bench: Bench) -> None:
    profile = bench.hub.profiles()[0]

    bench.hub.use(replace(profile, name="nobody", suffix=Suffix.TAB))
    bench.scanner.send(b"A1\r")

    assert bench.listener.next_scan().text == "A1"
    assert bench.hub.profiles() == (profile,)


def test_other_ports_are_read_without_a_new_start(bench: Bench, tmp_path: Path) -> None:
    other = PtyScanner(tmp_path / "ttyS1")

    bench.hub.use_settings([str(other.path)], "ack")

    bench.listener.wait_for(LinkState.STOPPED)
    bench.listener.wait_for(LinkState.CONNECTED)
    other.send(b"B2\r")
    assert bench.listener.next_scan().device == str(other.path)
    assert [profile.feedback for profile in bench.hub.profiles()] == ["ack"]
    bench.hub.stop()
    other.unplug()


@pytest.mark.wrong_input
def test_a_line_that_never_pauses_ends_a_read_too(bench: Bench) -> None:
    bench.hub.examine(is_on=True)

    bench.scanner.send(b"x" * 6000)

    assert len(bench.next_read().text) > 4000
