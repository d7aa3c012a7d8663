"""Scanners on a serial line (USB-CDC, RS-232): a reader thread that comes back by itself.

A read that fails, an unplugged device and a port that vanishes are all the same here: the port is
closed at once, so that its name is free when the device returns, and tried again with back-off.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread, current_thread
from time import monotonic
from typing import TYPE_CHECKING

import serial

from app.domain.device import LinkState, Suffix
from hardware.serial_port import GONE, Port, close
from hardware.serial_voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.device import DeviceProfile, Link
    from app.domain.feedback import Heard
    from app.domain.scan import Scan
    from app.ports import Clock

_WAKE_S = 0.5  # how long a read may last before it looks whether it should stop
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
        self._stopping = Event()
        self._lock = Lock()
        self._port: Port | None = None
        self._thread: Thread | None = None
        self._answers: SimpleQueue[tuple[Scan, Heard]] = SimpleQueue()
        self._is_deaf = False

    @property
    def name(self) -> str:
        """The device's name as people know it."""
        return self._profile.name

    def start(self, said: Callable[[Scan], None], linked: Callable[[Link], None]) -> None:
        """Begin to look for the device and to deliver what it says; see ``ScanSource``."""
        if self._thread is not None:
            raise RuntimeError(f"{self.name} is started already")
        self._stopping.clear()
        out = Voice(self._profile, self._around, said, linked)
        self._thread = Thread(target=self._run, args=(out,), name=self.name, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop, close the port and deliver what was framed."""
        thread, self._thread = self._thread, None
        self._stopping.set()
        with self._lock:
            if self._port is not None:
                self._port.cancel_read()
        if thread is not None and thread is not current_thread():
            thread.join()

    def answer(self, scan: Scan, heard: Heard) -> None:
        """Have the device told what its code came to; see ``ScanSource``."""
        if scan.device != self.name:
            return
        self._answers.put((scan, heard))
        with self._lock:
            if self._port is not None:
                self._port.cancel_read()

    def _run(self, voice: Voice) -> None:
        voice.link(LinkState.CONNECTING)
        wait_s, was_lost = self._around.first_retry_s, False
        while not self._stopping.is_set():
            if port := self._open():
                self._read_until_gone(port, voice)
                wait_s, was_lost = self._around.first_retry_s, False
            if not was_lost and not self._stopping.is_set():
                voice.link(LinkState.DISCONNECTED)
                was_lost = True
            self._stopping.wait(wait_s)
            wait_s = min(2 * wait_s, self._around.longest_retry_s)
        voice.link(LinkState.STOPPED)
        voice.close()

    @property
    def _patience_s(self) -> float:
        """How long a read waits: where silence ends a code, that long."""
        is_silent_end = self._profile.suffix is Suffix.NONE
        return self._profile.silence_ms / 1000 if is_silent_end else _WAKE_S

    def _open(self) -> Port | None:
        try:
            path = self._around.find(self._profile)
            if path is None:
                return None
            return self._around.open_port(path, self._profile.baud_rate, self._patience_s)
        except (*GONE, ValueError):  # ValueError: no port can have this name
            return None

    def _read_until_gone(self, port: Port, voice: Voice) -> None:
        """Read until the device is gone or the source stopped; close at once."""
        with self._lock:
            self._port = port
        try:
            stale = self._settle(port, voice)
            self._answers, self._is_deaf = SimpleQueue(), False  # those were for one that left
            voice.link(LinkState.CONNECTED, stale)
            while not self._stopping.is_set():
                self._write_answers(port, voice)
                begun = monotonic()
                chunk = port.read(port.in_waiting or 1)
                if chunk or monotonic() - begun >= self._patience_s / 2:  # not only woken
                    voice.take(chunk)
        except GONE:
            pass  # the device is gone: the caller says so and tries again
        finally:
            with self._lock:
                self._port = None
            close(port)
            voice.drop_half()

    def _settle(self, port: Port, voice: Voice) -> int:
        """Throw away what was sent before anyone listened; return how many codes that was."""
        stale, until = voice.count_stale(port.found), monotonic() + _LONGEST_SETTLE_S
        port.timeout = self._around.settle_s
        while not self._stopping.is_set() and (chunk := port.read(port.in_waiting or 1)):
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
