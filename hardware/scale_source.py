"""A scale on a serial line: a thread that asks or listens, and comes back after an unplug."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final

import serial

from app.domain.device import LinkState
from app.domain.weighing import ScaleSight, ScaleTrouble, StableRule, reading_of
from hardware.delivery import Delivery
from hardware.scale_frames import PARSERS, REQUESTS
from hardware.scale_framing import ScaleFramer
from hardware.scale_port import ScalePort, open_scale_port
from hardware.serial_line import Retry, SerialLine
from hardware.weight_wait import WeightWait

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event

    from app.domain.weighing import ScaleProfile, Weighed
    from app.ports import Clock

FOREIGN_BYTES: Final = 40  # so many in a row that are no frame are another protocol's


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a scale is asked, when it counts as silent, when a lost port is tried again."""

    ask_every_s: float = 0.25
    silent_after_s: float = 3.0
    first_retry_s: float = 0.2
    longest_retry_s: float = 1.0


class SerialScale:
    """One serial scale (``app.ports.Scale``)."""

    def __init__(
        self,
        profile: ScaleProfile,
        clock: Clock,
        pace: Pace | None = None,
        open_port: Callable[[ScaleProfile, str, float], ScalePort] = open_scale_port,
    ) -> None:
        """Speak for the scale of this profile."""
        self._profile, self._clock = profile, clock
        self._pace = pace or Pace()
        self._open_port = open_port
        retry = Retry(self._pace.first_retry_s, self._pace.longest_retry_s)
        self._line: SerialLine[ScalePort] = SerialLine(profile.name, self._open, retry)
        self._wait = WeightWait(ScaleSight(profile))

    @property
    def name(self) -> str:
        """The scale's name as people know it."""
        return self._profile.name

    def start(self, seen: Callable[[ScaleSight], None]) -> None:
        """Begin to look for the scale and to tell what it says; see ``Scale``."""
        self._line.refuse_second_start()
        self._wait.keep(ScaleSight(self._profile, LinkState.CONNECTING))
        eye = _Eye(self._profile, self._clock, seen, self._wait.keep)
        self._line.start(partial(self._listen, eye), eye.link, eye.close)

    def stop(self) -> None:
        """Stop, close the port and tell what was framed."""
        self._line.stop()

    def stable_weight(self, wait_s: float, given_up: Event) -> Weighed:
        """Wait for the next stable weight; see ``Scale``."""
        return self._wait.stable_weight(wait_s, given_up)

    def _open(self) -> ScalePort | None:
        path = self._profile.path
        return self._open_port(self._profile, path, self._pace.ask_every_s) if path else None

    def _listen(self, eye: _Eye, port: ScalePort) -> None:
        """Ask where the protocol wants it, and read, until the scale is gone or stopped."""
        eye.link(LinkState.CONNECTED)
        request, asked = REQUESTS.get(self._profile.protocol, b""), 0.0
        heard = monotonic()
        try:
            while not self._line.is_stopping:
                if request and monotonic() - asked >= self._pace.ask_every_s:
                    asked = monotonic()
                    with suppress(serial.SerialTimeoutException):  # it takes nothing: silent
                        port.write(request)
                if chunk := port.read(port.in_waiting or 1):
                    heard = monotonic()
                    eye.take(chunk)
                elif monotonic() - heard >= self._pace.silent_after_s:
                    eye.silent()
        finally:
            eye.drop_half()


class _Eye:
    """What the reader tells: one sight after the other, in order, without waiting."""

    def __init__(
        self,
        profile: ScaleProfile,
        clock: Clock,
        seen: Callable[[ScaleSight], None],
        keep: Callable[[ScaleSight], None],
    ) -> None:
        self._clock, self._seen, self._keep = clock, seen, keep
        self._framer = ScaleFramer(profile.protocol)
        self._rule = StableRule()
        self._sight = ScaleSight(profile)
        self._strange = 0  # bytes in a row that were no frame
        self._delivery = Delivery(f"{profile.name} delivery")

    def link(self, state: LinkState) -> None:
        """Tell a change of the link: what was on the scale before is not known any more."""
        self._rule.forget()
        self._strange = 0
        self._tell(link=state, reading=None, trouble=ScaleTrouble.NONE)

    def take(self, chunk: bytes) -> None:
        """Take bytes and tell the readings that they complete."""
        for raw in self._framer.feed(chunk):
            self._frame(raw)
        dropped = self._framer.take_dropped()
        self._strange += dropped
        if self._strange + self._framer.held >= FOREIGN_BYTES:
            self._trouble(ScaleTrouble.FOREIGN, dropped)
        elif dropped:
            self._tell(dropped_bytes=dropped)

    def silent(self) -> None:
        """Tell, once, that the scale says nothing: what it said last may not be true any more."""
        self._trouble(ScaleTrouble.SILENT)

    def drop_half(self) -> None:
        """Throw away half a frame: the next link state carries how much it was."""
        self._framer.drop()

    def close(self) -> None:
        self._delivery.close()

    def _frame(self, raw: bytes) -> None:
        profile = self._sight.profile
        frame = PARSERS[profile.protocol](raw)
        if frame is None:
            self._strange += len(raw)
            self._rule.forget()
            return
        self._strange = 0
        is_stable = self._rule.is_stable(frame, monotonic() * 1000)
        reading = reading_of(frame, profile, raw, self._clock.now(), is_stable=is_stable)
        self._tell(reading=reading, trouble=ScaleTrouble.NONE)

    def _trouble(self, trouble: ScaleTrouble, dropped: int = 0) -> None:
        if trouble is not self._sight.trouble or dropped:
            self._rule.forget()
            self._tell(reading=None, trouble=trouble, dropped_bytes=dropped)

    def _tell(self, dropped_bytes: int = 0, **changed: object) -> None:
        dropped = dropped_bytes or self._framer.take_dropped()
        self._sight = replace(self._sight, dropped_bytes=dropped, **changed)  # type: ignore[arg-type]
        self._keep(self._sight)
        self._delivery.post(partial(self._seen, self._sight))
