"""Serial scales on real pseudo-terminals: stable or not, cut, silent, foreign, unplugged, two."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from queue import SimpleQueue
from threading import Event

import pytest
import serial

from app.domain.device import LinkState
from app.domain.simulation import NOISE, Load, ScalePlan, put_on
from app.domain.weighing import (
    LoadState,
    ScaleProfile,
    ScaleProtocol,
    ScaleReading,
    ScaleSight,
    ScaleTrouble,
)
from hardware.pty_line import PtyLine
from hardware.scale_port import open_scale_port
from hardware.scale_source import Pace, SerialScale
from hardware.simulated_scale import SimulatedScale, compose
from tests.hardware.pty_scanner import PATIENCE_S, FixedClock

PACE = Pace(ask_every_s=0.02, silent_after_s=0.2, first_retry_s=0.01, longest_retry_s=0.05)
LINES = ScaleProtocol.CONTINUOUS
KILO = put_on(Load(), "1.250 kg")


@dataclass
class Watcher:
    """What a scale's source told, in order."""

    sights: SimpleQueue[ScaleSight] = field(default_factory=SimpleQueue)

    def until(self, is_it: Callable[[ScaleSight], bool]) -> ScaleSight:
        """Return the next sight that is the one, whatever comes before it."""
        while not is_it(sight := self.sights.get(timeout=PATIENCE_S)):
            pass
        return sight

    def linked(self, state: LinkState) -> ScaleSight:
        return self.until(lambda sight: sight.link is state)

    def weighs(self, weight_mg: int, *, stable: bool = True) -> ScaleSight:
        return self.until(
            lambda sight: (
                sight.reading is not None
                and (sight.reading.weight_mg, sight.reading.is_stable) == (weight_mg, stable)
            )
        )

    def says(self, state: LoadState) -> ScaleSight:
        return self.until(lambda sight: sight.reading is not None and sight.reading.state is state)

    def troubled(self, trouble: ScaleTrouble) -> ScaleSight:
        return self.until(lambda sight: sight.trouble is trouble)


@dataclass
class Bench:
    """Lines with scales at their far ends, and the sources that read them."""

    folder: Path
    closers: list[Callable[[], None]] = field(default_factory=list)

    def play(self, protocol: ScaleProtocol, name: str = "scale") -> SimulatedScale:
        device = SimulatedScale(PtyLine(self.folder / name), ScalePlan(protocol, rate=50))
        self.closers.append(device.close)
        return device

    def line(self, name: str = "scale") -> PtyLine:
        line = PtyLine(self.folder / name)
        self.closers.append(line.unplug)
        return line

    def read(
        self, protocol: ScaleProtocol, name: str = "scale", unit: str = "kg"
    ) -> tuple[SerialScale, Watcher]:
        profile = ScaleProfile(name, str(self.folder / name), protocol, unit)
        scale, watcher = SerialScale(profile, FixedClock(), PACE), Watcher()
        scale.start(watcher.sights.put)
        self.closers.append(scale.stop)
        watcher.until(lambda sight: sight.link in (LinkState.CONNECTED, LinkState.DISCONNECTED))
        return scale, watcher


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    before = set(threading.enumerate())
    bench = Bench(tmp_path)
    yield bench
    for close in reversed(bench.closers):
        close()
    assert set(threading.enumerate()) == before


@pytest.mark.parametrize("protocol", ScaleProtocol)
def test_a_scale_of_each_protocol_tells_its_load_and_that_it_moves(
    bench: Bench, protocol: ScaleProtocol
) -> None:
    device = bench.play(protocol)
    _, watcher = bench.read(protocol)
    device.say("1.250 kg")
    assert watcher.weighs(1_250_000).profile.protocol is protocol

    device.say("unstable")
    watcher.until(lambda sight: sight.reading is not None and not sight.reading.is_stable)
    device.say("overload")
    seen = watcher.until(lambda s: s.reading is not None and s.reading.weight_mg is None)
    assert seen.reading is not None
    assert not seen.reading.is_weight


@pytest.mark.parametrize("protocol", ScaleProtocol)
@pytest.mark.wrong_input
def test_an_unplugged_scale_has_no_weight_until_it_is_back(
    bench: Bench, protocol: ScaleProtocol
) -> None:
    device = bench.play(protocol)
    _, watcher = bench.read(protocol)
    device.say("2 kg")
    watcher.weighs(2_000_000)

    for turn in range(5):
        device.say("half")
        device.say("unplug")
        assert watcher.linked(LinkState.DISCONNECTED).reading is None
        device.say(f"{turn + 3} kg")
        device.say("plug in")
        assert watcher.linked(LinkState.CONNECTED).reading is None
        first = watcher.until(lambda s: s.reading is not None and s.reading.is_weight).reading
        assert first is not None
        assert first.weight_mg == (turn + 3) * 1_000_000


@pytest.mark.parametrize("protocol", ScaleProtocol)
def test_garbage_between_frames_is_dropped_and_the_next_frame_counts(
    bench: Bench, protocol: ScaleProtocol
) -> None:
    device = bench.play(protocol)
    _, watcher = bench.read(protocol)
    for kilos in range(1, 4):
        device.say("garbage")
        device.say(f"{kilos} kg")
        watcher.weighs(kilos * 1_000_000)


@pytest.mark.parametrize(
    ("spoken", "set_to"),
    [
        (LINES, ScaleProtocol.MT_SICS),
        (LINES, ScaleProtocol.TOLEDO_8217),
        (LINES, ScaleProtocol.NCI),
        (LINES, ScaleProtocol.TOLEDO_CONTINUOUS),
        (ScaleProtocol.TOLEDO_CONTINUOUS, ScaleProtocol.MT_SICS),
        (ScaleProtocol.TOLEDO_CONTINUOUS, LINES),
    ],
)
def test_a_wrong_protocol_is_told_and_no_weight_with_it(
    bench: Bench, spoken: ScaleProtocol, set_to: ScaleProtocol
) -> None:
    bench.play(spoken).say("1 kg")
    scale, watcher = bench.read(set_to)

    assert watcher.troubled(ScaleTrouble.FOREIGN).reading is None
    assert scale.stable_weight(0, Event()).why_not


@pytest.mark.parametrize("set_to", [ScaleProtocol.TOLEDO_8217, ScaleProtocol.TOLEDO_CONTINUOUS])
@pytest.mark.wrong_input
def test_a_scale_that_is_asked_wrongly_is_silent_and_that_is_told(
    bench: Bench, set_to: ScaleProtocol
) -> None:
    bench.play(ScaleProtocol.MT_SICS)
    _, watcher = bench.read(set_to)

    assert watcher.troubled(ScaleTrouble.SILENT).reading is None


@pytest.mark.wrong_input
def test_a_scale_that_falls_silent_has_no_weight_any_more(bench: Bench) -> None:
    line = bench.line()
    scale, watcher = bench.read(LINES)
    line.send(b"\r\n" + compose(LINES, KILO))
    watcher.weighs(1_250_000)

    assert watcher.troubled(ScaleTrouble.SILENT).reading is None
    assert scale.stable_weight(0, Event()).why_not
    line.send(compose(LINES, KILO))
    assert watcher.weighs(1_250_000).trouble is ScaleTrouble.NONE


def test_a_frame_whose_checksum_is_wrong_is_never_told(bench: Bench) -> None:
    line = bench.line()
    _, watcher = bench.read(ScaleProtocol.TOLEDO_CONTINUOUS)
    right = compose(ScaleProtocol.TOLEDO_CONTINUOUS, KILO)
    wrong = compose(ScaleProtocol.TOLEDO_CONTINUOUS, put_on(Load(), "9 kg"))
    line.send(wrong[:-1] + bytes([wrong[-1] ^ 1]) + right)

    told = watcher.until(lambda sight: sight.reading is not None).reading
    assert told is not None
    assert told.weight_mg == 1_250_000


def test_the_half_of_a_frame_before_an_unplug_is_dropped(bench: Bench) -> None:
    line = bench.line()
    _, watcher = bench.read(LINES)
    line.send(b"\r\nST,+0001")
    line.drain(PATIENCE_S)
    line.unplug()
    lost = watcher.linked(LinkState.DISCONNECTED)
    assert lost.reading is None
    assert lost.dropped_bytes <= len(b"ST,+0001")  # less where the unplug was faster than the line
    line.plug_in()
    watcher.linked(LinkState.CONNECTED)
    line.send(b".250 kg\r\n" + compose(LINES, put_on(Load(), "7 kg")))

    told = watcher.until(lambda sight: sight.reading is not None).reading
    assert told is not None
    assert told.weight_mg == 7_000_000


def test_two_scales_never_tell_each_others_weight(bench: Bench) -> None:
    one, other = bench.play(LINES, "one"), bench.play(ScaleProtocol.MT_SICS, "other")
    _, first = bench.read(LINES, "one")
    _, second = bench.read(ScaleProtocol.MT_SICS, "other")
    one.say("1 kg")
    other.say("2 kg")

    first.weighs(1_000_000)
    second.weighs(2_000_000)
    one.say("unplug")
    first.linked(LinkState.DISCONNECTED)
    other.say("3 kg")
    assert second.weighs(3_000_000).link is LinkState.CONNECTED


def test_a_second_source_never_shares_the_port(bench: Bench) -> None:
    bench.play(LINES)
    bench.read(LINES)
    _, late = bench.read(LINES)

    with pytest.raises(serial.SerialException):
        open_scale_port(ScaleProfile(protocol=LINES), str(bench.folder / "scale"), 0.1)
    assert late.sights.empty()


def test_a_weight_without_a_unit_is_in_the_unit_that_is_set(bench: Bench) -> None:
    bench.play(ScaleProtocol.TOLEDO_8217).say("2 kg")
    _, watcher = bench.read(ScaleProtocol.TOLEDO_8217, unit="lb")

    assert watcher.weighs(907_185).reading is not None


@pytest.mark.right_input
def test_a_line_without_a_word_of_it_is_stable_once_it_stays_the_same(bench: Bench) -> None:
    line = bench.line()
    _, watcher = bench.read(LINES)
    told: list[ScaleReading] = []
    line.send(b"\r\n")
    while not (told and told[-1].is_stable):
        line.send(b"1.5 kg\r\n")
        reading = watcher.until(lambda sight: sight.reading is not None).reading
        told += [reading] if reading else []

    assert len(told) >= 3
    assert not told[0].is_stable
    line.send(b"1.6 kg\r\n")
    watcher.weighs(1_600_000, stable=False)


def test_a_stable_weight_is_never_one_from_before_it_was_asked_for(bench: Bench) -> None:
    line = bench.line()
    scale, watcher = bench.read(LINES)
    line.send(b"\r\n" + compose(LINES, KILO))
    watcher.weighs(1_250_000)

    assert scale.stable_weight(0, Event()).why_not
    line.send(compose(LINES, replace(KILO, is_moving=True)))
    watcher.weighs(1_250_000, stable=False)
    assert scale.stable_weight(0, Event()).why_not


@pytest.mark.parametrize("path", ["no-such-port", "\0", "."])
@pytest.mark.wrong_input
def test_a_port_that_is_none_is_not_connected_and_stops(bench: Bench, path: str) -> None:
    _, watcher = bench.read(LINES, path)

    for close in bench.closers:
        close()
    assert watcher.linked(LinkState.STOPPED).reading is None


@pytest.mark.wrong_input
def test_noise_alone_is_foreign_and_the_first_frame_after_it_counts(bench: Bench) -> None:
    line = bench.line()
    _, watcher = bench.read(ScaleProtocol.MT_SICS)
    line.send(NOISE * 20)

    watcher.troubled(ScaleTrouble.FOREIGN)
    line.send(b"\n" + compose(ScaleProtocol.MT_SICS, KILO))
    assert watcher.weighs(1_250_000).trouble is ScaleTrouble.NONE
