"""What every ``Scale`` promises: on the fake, and on each protocol over a real pseudo-terminal."""

from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from app.domain.device import LinkState
from app.domain.simulation import ScalePlan
from app.domain.weighing import LoadState, ScaleProfile, ScaleProtocol, ScaleSight, Weighed
from hardware.pty_line import PtyLine
from hardware.scale_source import Pace, SerialScale
from hardware.simulated_scale import SimulatedScale
from tests.fakes.weighing import FakeScale
from tests.hardware.pty_scanner import PATIENCE_S, FixedClock

if TYPE_CHECKING:
    from app.ports import Scale

PACE = Pace(ask_every_s=0.02, silent_after_s=0.2, first_retry_s=0.01, longest_retry_s=0.05)
FAKE = "fake"
UNIT_ON_WIRE = [FAKE, *(one for one in ScaleProtocol if one is not ScaleProtocol.TOLEDO_8217)]


class Station:
    """A scale, somebody who plays it, and what it told in order."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.sights: SimpleQueue[ScaleSight] = SimpleQueue()
        self.given_up = Event()
        self.answers: SimpleQueue[Weighed] = SimpleQueue()
        self._packers: list[Thread] = []
        self._played: SimulatedScale | None = None
        self.scale: Scale
        self.play: Callable[[str], object]
        if kind == FAKE:
            fake = FakeScale()
            self.scale, self.play = fake, fake.say
            return
        path, protocol = folder / "scale", ScaleProtocol(kind)
        self._played = SimulatedScale(PtyLine(path), ScalePlan(protocol, rate=50))
        self.play = self._played.say
        profile = ScaleProfile("serial", str(path), protocol)
        self.scale = SerialScale(profile, FixedClock(), PACE)

    def close(self) -> None:
        self.given_up.set()
        self.scale.stop()
        for packer in self._packers:
            packer.join()
        if self._played is not None:
            self._played.close()

    def start(self) -> None:
        self.scale.start(self.sights.put)

    def until(self, is_it: Callable[[ScaleSight], bool]) -> ScaleSight:
        """Return the next sight that is the one, whatever comes before it."""
        while not is_it(sight := self.sights.get(timeout=PATIENCE_S)):
            pass
        return sight

    def linked(self, state: LinkState) -> ScaleSight:
        return self.until(lambda sight: sight.link is state)

    def weighs(self, weight_mg: int) -> ScaleSight:
        return self.until(
            lambda sight: (
                sight.reading is not None
                and sight.reading.is_weight
                and sight.reading.weight_mg == weight_mg
            )
        )

    def has_no_weight(self) -> ScaleSight:
        return self.until(lambda s: s.reading is None or not s.reading.is_weight)

    def weigh_now(self) -> Weighed:
        return self.scale.stable_weight(PATIENCE_S, self.given_up)

    def why_not(self) -> str:
        return self.scale.stable_weight(0, self.given_up).why_not

    def wait_aside(self) -> None:
        """Begin to wait for a weight on a thread of its own, as a packer's station does."""
        packer = Thread(target=lambda: self.answers.put(self.weigh_now()))
        packer.start()
        self._packers.append(packer)

    def answer(self) -> Weighed:
        return self.answers.get(timeout=PATIENCE_S)


@pytest.fixture(params=[FAKE, *ScaleProtocol])
def station(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Station]:
    made = Station(request.param, tmp_path)
    yield made
    made.close()


on_wire = pytest.mark.parametrize("station", UNIT_ON_WIRE, indirect=True)


def test_the_load_is_told_and_waited_for(station: Station) -> None:
    station.start()
    station.play("1.250 kg")

    station.weighs(1_250_000)
    assert station.weigh_now().weight_mg == 1_250_000


def test_zero_is_a_stable_weight(station: Station) -> None:
    station.start()
    station.play("2 kg")
    station.weighs(2_000_000)
    station.play("zero")

    told = station.weighs(0).reading
    assert told is not None
    assert told.state is LoadState.ZERO
    assert station.weigh_now().weight_mg == 0


@on_wire
@pytest.mark.parametrize(
    ("word", "weight_mg"), [("250 g", 250_000), ("2 lb", 907_185), ("7.5 oz", 212_621)]
)
def test_a_change_of_unit_is_a_change_of_weight(
    station: Station, word: str, weight_mg: int
) -> None:
    station.start()
    station.play("7.5 kg")
    station.weighs(7_500_000)
    station.play(word)

    station.weighs(weight_mg)
    assert station.weigh_now().weight_mg == weight_mg


@on_wire
@pytest.mark.wrong_input
def test_a_weight_below_zero_is_told_as_one(station: Station) -> None:
    station.start()
    station.play("-0.5 kg")

    told = station.weighs(-500_000).reading
    assert told is not None
    assert told.state is LoadState.NEGATIVE


@pytest.mark.wrong_input
def test_a_load_that_moves_is_no_weight_until_it_stands_still(station: Station) -> None:
    station.start()
    station.play("3 kg")
    station.weighs(3_000_000)
    station.play("unstable")
    station.has_no_weight()

    assert station.why_not() in ("moving", "unstable")
    station.wait_aside()
    station.play("4 kg")
    assert station.answer().weight_mg == 4_000_000


@pytest.mark.parametrize("word", ["overload", "underload"])
@pytest.mark.wrong_input
def test_more_or_less_than_it_can_weigh_is_no_weight_and_says_so(
    station: Station, word: str
) -> None:
    station.start()
    station.play("1 kg")
    station.weighs(1_000_000)
    station.play(word)

    told = station.has_no_weight().reading
    assert told is not None
    assert told.weight_mg is None
    assert station.why_not() in (word, "out_of_range")
    station.play("1 kg")
    station.weighs(1_000_000)


@pytest.mark.wrong_input
def test_more_digits_than_it_has_are_never_another_weight(station: Station) -> None:
    station.start()
    station.play("123456.789 kg")
    told = station.until(lambda sight: sight.reading is not None and sight.reading.value != 0)

    assert told.reading is not None
    assert told.reading.weight_mg in (None, 123_456_789_000)


@pytest.mark.wrong_input
def test_whoever_waits_while_it_is_unplugged_gets_the_weight_of_when_it_is_back(
    station: Station,
) -> None:
    station.start()
    station.play("1 kg")
    station.weighs(1_000_000)
    station.play("unplug")
    assert station.linked(LinkState.DISCONNECTED).reading is None
    assert station.why_not() == "disconnected"

    station.wait_aside()
    station.play("6 kg")
    station.play("plug in")

    assert station.linked(LinkState.CONNECTED).reading is None
    assert station.answer().weight_mg == 6_000_000


@pytest.mark.wrong_input
def test_noise_is_no_weight_and_the_next_frame_counts(station: Station) -> None:
    station.start()
    for kilos in (1, 2, 3):
        station.play("garbage")
        station.play(f"{kilos} kg")
        station.weighs(kilos * 1_000_000)


@pytest.mark.wrong_input
def test_a_silent_scale_has_no_weight_until_it_speaks(station: Station) -> None:
    station.start()
    station.play("1 kg")
    station.weighs(1_000_000)
    station.play("silent")
    station.until(lambda sight: sight.trouble == "silent")

    assert station.why_not() == "silent"
    station.play("speak")
    station.weighs(1_000_000)


@pytest.mark.wrong_input
def test_a_wait_that_is_given_up_ends_and_the_next_one_is_answered(station: Station) -> None:
    station.start()
    station.play("unplug")
    station.linked(LinkState.DISCONNECTED)
    station.wait_aside()
    station.given_up.set()

    assert station.answer().why_not == "given_up"
    station.given_up.clear()
    station.play("5 kg")
    station.play("plug in")
    assert station.weigh_now().weight_mg == 5_000_000


def test_given_up_before_it_began_is_given_up(station: Station) -> None:
    station.play("unplug")
    station.start()
    station.given_up.set()

    assert station.weigh_now().why_not == "given_up"


@pytest.mark.wrong_input
def test_a_stop_ends_the_wait_and_nothing_is_told_after_it(station: Station) -> None:
    station.start()
    station.play("unplug")
    station.linked(LinkState.DISCONNECTED)
    station.wait_aside()
    station.scale.stop()

    assert station.answer().why_not == "stopped"
    assert station.linked(LinkState.STOPPED).reading is None
    station.play("plug in")
    assert station.sights.empty()
    assert station.weigh_now().why_not == "stopped"


def test_it_can_be_started_again(station: Station) -> None:
    station.start()
    station.scale.stop()
    station.linked(LinkState.STOPPED)
    station.play("8 kg")
    station.start()

    assert station.weigh_now().weight_mg == 8_000_000


def test_a_start_without_a_stop_is_a_mistake_of_the_program(station: Station) -> None:
    station.start()

    with pytest.raises(RuntimeError, match="started already"):
        station.start()


def test_a_stop_without_a_start_does_nothing(station: Station) -> None:
    station.scale.stop()
    station.scale.stop()

    assert station.weigh_now().why_not == "stopped"


def test_it_has_a_name(station: Station) -> None:
    assert station.scale.name
