"""Scanners on a serial line (USB-CDC, RS-232): their codes, and what they are told of them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING

import serial

from app.domain.device import LinkState, Suffix
from hardware.serial_line import Retry, SerialLine
from hardware.serial_voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.device import DeviceProfile, Link
    from app.domain.feedback import Heard
    from app.domain.scan import Scan
    from app.ports import Clock
    from hardware.serial_port import Port

_WAKE_S = 0.5  # how long a read may last before it looks whether it should stop
_EXAMINED_WAKE_S = 0.03  # the same while it must be known when a read is over
_LONGEST_SETTLE_S = 1.0  # a device that never pauses is listened to all the same


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a serial source is handed: how to find and open its port, a clock, scan ids.

    A port that is not there is tried again after ``first_retry_s``, then ever later.  What a
    device sends until it was silent for ``settle_s`` after the opening is from before.
    """

    find: Callable[[DeviceProfile], str | None]
    open_port: Callable[[str, int, float], Port]
    clock: Clock
    new_id: Callable[[], str]
    first_retry_s: float = 0.2
    longest_retry_s: float = 1.0  # with the settling a device is back within 2 s
    settle_s: float = 0.05


class SerialSource:
    """One serial scanner as a ``ScanSource``."""

    def __init__(self, profile: DeviceProfile, surroundings: Surroundings) -> None:
        """Speak for the device of this profile."""
        self._profile = profile
        self._around = surroundings
        retry = Retry(surroundings.first_retry_s, surroundings.longest_retry_s)
        self._line: SerialLine[Port] = SerialLine(profile.name, self._open, retry)
        self._answers: SimpleQueue[tuple[Scan, Heard]] = SimpleQueue()
        self._is_deaf = False
        self._is_examined = False

    @property
    def profile(self) -> DeviceProfile:
        """The profile by which the device is read."""
        return self._profile

    @property
    def name(self) -> str:
        """The device's name as people know it."""
        return self._profile.name

    def start(self, said: Callable[[Scan], None], linked: Callable[[Link], None]) -> None:
        """Begin to look for the device and to deliver what it says; see ``ScanSource``."""
        self._line.refuse_second_start()
        voice = Voice(self._profile, self._around, said, linked)
        self._line.start(partial(self._read, voice), voice.link, voice.close)

    def stop(self) -> None:
        """Stop, close the port and deliver what was framed."""
        self._line.stop()

    def answer(self, scan: Scan, heard: Heard) -> None:
        """Have the device told what its code came to; see ``ScanSource``."""
        if scan.device != self.name:
            return
        self._answers.put((scan, heard))
        self._line.wake()

    def use(self, profile: DeviceProfile) -> None:
        """Read by another profile of the same name from now on; returns at once."""
        self._profile = profile
        self._line.wake()

    def examine(self, *, is_on: bool) -> None:
        """Tell what comes in one go beside each code, or no longer; see ``TunedSource``."""
        self._is_examined = is_on
        self._line.wake()

    @property
    def _patience_s(self) -> float:
        """How long a read waits: where silence ends a code, that long."""
        is_silent_end = self._profile.suffix is Suffix.NONE
        if is_silent_end:
            return self._profile.silence_ms / 1000
        return _EXAMINED_WAKE_S if self._is_examined else _WAKE_S

    def _open(self) -> Port | None:
        path = self._around.find(self._profile)
        if path is None:
            return None
        return self._around.open_port(path, self._profile.baud_rate, self._patience_s)

    def _read(self, voice: Voice, port: Port) -> None:
        """Read until the device is gone or the source stopped."""
        try:
            stale = self._settle(port, voice)
            self._answers, self._is_deaf = SimpleQueue(), False  # those were for one that left
            voice.link(LinkState.CONNECTED, stale)
            while not self._line.is_stopping:
                self._write_answers(port, voice)
                patience_s = self._tune(voice, port)
                begun = monotonic()
                chunk = port.read(port.in_waiting or 1)
                if chunk or monotonic() - begun >= patience_s / 2:  # not only woken
                    voice.take(chunk)
        finally:
            voice.drop_half()

    def _tune(self, voice: Voice, port: Port) -> float:
        """Have all read by the profile of now; return how long a read waits (seconds)."""
        if voice.profile is not self._profile:
            voice.use(self._profile)
        voice.examine(is_on=self._is_examined)
        patience_s = self._patience_s
        if port.timeout != patience_s:
            port.timeout = patience_s
        return patience_s

    def _settle(self, port: Port, voice: Voice) -> int:
        """Throw away what was sent before anyone listened; return how many codes that was."""
        stale, until = voice.count_stale(port.found), monotonic() + _LONGEST_SETTLE_S
        port.timeout = self._around.settle_s
        while not self._line.is_stopping and (chunk := port.read(port.in_waiting or 1)):
            stale += voice.count_stale(chunk)
            if monotonic() > until:
                break  # what it is sending now counts, from its first byte
        else:
            stale += voice.drop_stale()
        port.timeout = self._patience_s
        return stale

    def _write_answers(self, port: Port, voice: Voice) -> None:
        """Tell the device what its codes came to; one that takes no bytes is told no more."""
        with suppress(Empty):
            while True:
                voice.answer(*self._answers.get_nowait())
        if (told := voice.take_to_tell()) and not self._is_deaf:
            try:
                port.write(told)
            except serial.SerialTimeoutException:
                self._is_deaf = True
