"""A scale that a test plays, held to account by the contract of ``Scale``."""

from collections.abc import Callable
from dataclasses import replace
from threading import Event

from app.domain.device import LinkState
from app.domain.simulation import Load, put_on
from app.domain.weighing import (
    Frame,
    ScaleProfile,
    ScaleSight,
    ScaleTrouble,
    Weighed,
    reading_of,
)
from hardware.weight_wait import WeightWait
from tests.hardware.pty_scanner import FixedClock

TROUBLES = {"garbage": ScaleTrouble.FOREIGN, "silent": ScaleTrouble.SILENT}


class FakeScale:
    """Understands the words of ``SimulatedScale.say`` and tells each at once, without a line."""

    def __init__(self) -> None:
        self.name = "fake"
        self._sight = ScaleSight(ScaleProfile(self.name))
        self._load = Load()
        self._is_there, self._trouble = True, ScaleTrouble.NONE
        self._seen: Callable[[ScaleSight], None] | None = None
        self._wait = WeightWait(self._sight)

    def start(self, seen: Callable[[ScaleSight], None]) -> None:
        """Tell the link, and what lies on it."""
        if self._seen is not None:
            raise RuntimeError(f"{self.name} is started already")
        self._seen = seen
        self._tell(link=LinkState.CONNECTING)
        self._tell_now()

    def stop(self) -> None:
        """Tell nothing after STOPPED."""
        if self._seen is not None:
            self._tell(link=LinkState.STOPPED)
            self._seen = None

    def stable_weight(self, wait_s: float, given_up: Event) -> Weighed:
        """Weigh at once what lies there, as a scale that never stops talking would."""
        if self._seen is not None and self._sight.reading and self._sight.reading.is_weight:
            return Weighed(self._sight)
        return self._wait.stable_weight(wait_s, given_up)

    def say(self, word: str) -> None:
        """Do what a word says, and tell it."""
        if word in ("unplug", "plug in"):
            self._is_there = word == "plug in"
        elif word in ("silent", "speak", "garbage"):
            self._trouble = TROUBLES.get(word, ScaleTrouble.NONE)
        else:
            self._load, self._trouble = put_on(self._load, word), ScaleTrouble.NONE
        if self._seen is not None:
            self._tell_now()

    def _tell_now(self) -> None:
        if not self._is_there:
            self._tell(link=LinkState.DISCONNECTED)
            return
        if self._sight.link is not LinkState.CONNECTED:
            self._tell(link=LinkState.CONNECTED)
        self._tell(trouble=self._trouble, load=None if self._trouble else self._load)

    def _tell(
        self,
        link: LinkState | None = None,
        trouble: ScaleTrouble = ScaleTrouble.NONE,
        load: Load | None = None,
    ) -> None:
        reading = None
        if load is not None:
            frame = Frame(load.state, load.value, load.unit, not load.is_moving)
            stable = not load.is_moving
            reading = reading_of(
                frame, self._sight.profile, b"", FixedClock().now(), is_stable=stable
            )
        link = link or self._sight.link
        self._sight = replace(self._sight, link=link, trouble=trouble, reading=reading)
        self._wait.keep(self._sight)
        if self._seen is not None:
            self._seen(self._sight)
