"""Scanners on a serial line (USB-CDC, RS-232): a reader thread that comes back by itself.

A read that fails, an unplugged device and a port that vanishes are all the same here: the port is
closed at once, so that its name is free when the device returns, and tried again with back-off.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from threading import Event, Lock, Thread, current_thread
from time import monotonic
from typing import TYPE_CHECKING, Protocol

import serial

from app.domain.barcode import split_aim
from app.domain.device import Link, LinkState, SameCode, Suffix
from app.domain.scan import Scan
from hardware.delivery import Delivery
from hardware.framing import Framer

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.device import DeviceProfile
    from app.ports import Clock

if sys.platform == "win32":
    GONE: tuple[type[Exception], ...] = (serial.SerialException, OSError)
else:
    import termios

    # flush and friends raise termios.error after an unplug, which is no OSError
    GONE = (serial.SerialException, OSError, termios.error)

_WAKE_S = 0.5  # how long a read may last before it looks whether it should stop


class Port(Protocol):
    """What the source needs of an open port; ``serial.Serial`` has it."""

    @property
    def in_waiting(self) -> int:
        """Bytes that can be read without waiting."""
        ...

    def read(self, size: int = 1, /) -> bytes:
        """Return 1 to ``size`` bytes, or b"" when the time-out passed."""
        ...

    def cancel_read(self) -> None:
        """Make a read that waits in another thread return."""
        ...

    def close(self) -> None:
        """Give the port back."""
        ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a serial source is handed: how to find and open its port, a clock, scan ids.

    A port that is not there is tried again after ``first_retry_s``, then ever later.
    """

    find: Callable[[DeviceProfile], str | None]
    open_port: Callable[[str, int, float], Port]
    clock: Clock
    new_id: Callable[[], str]
    first_retry_s: float = 0.2
    longest_retry_s: float = 2.0


def open_serial(path: str, baud_rate: int, timeout_s: float) -> Port:
    """Open a port for this program alone: without that two programs would share the bytes."""
    port: Port = serial.Serial(path, baud_rate, timeout=timeout_s, exclusive=True)
    return port


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

    @property
    def name(self) -> str:
        """The device's name as people know it."""
        return self._profile.name

    def start(self, said: Callable[[Scan], None], linked: Callable[[Link], None]) -> None:
        """Begin to look for the device and to deliver what it says; see ``ScanSource``."""
        if self._thread is not None:
            raise RuntimeError(f"{self.name} is started already")
        self._stopping.clear()
        out = _Out(self._profile, self._around, said, linked)
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

    def _run(self, out: _Out) -> None:
        out.link(LinkState.CONNECTING)
        wait_s, was_lost = self._around.first_retry_s, False
        while not self._stopping.is_set():
            if port := self._open():
                out.link(LinkState.CONNECTED)
                self._read_until_gone(port, out)
                wait_s, was_lost = self._around.first_retry_s, False
            if not was_lost and not self._stopping.is_set():
                out.link(LinkState.DISCONNECTED)
                was_lost = True
            self._stopping.wait(wait_s)
            wait_s = min(2 * wait_s, self._around.longest_retry_s)
        out.link(LinkState.STOPPED)
        out.close()

    def _open(self) -> Port | None:
        is_silent_end = self._profile.suffix is Suffix.NONE
        timeout_s = self._profile.silence_ms / 1000 if is_silent_end else _WAKE_S
        try:
            path = self._around.find(self._profile)
            if path is None:
                return None
            return self._around.open_port(path, self._profile.baud_rate, timeout_s)
        except (*GONE, ValueError):  # ValueError: no port can have this name
            return None

    def _read_until_gone(self, port: Port, out: _Out) -> None:
        """Read until the device is gone or the source stopped; close at once."""
        with self._lock:
            self._port = port
        try:
            while not self._stopping.is_set():
                out.take(port.read(port.in_waiting or 1))
        except GONE:
            pass  # the device is gone: the caller says so and tries again
        finally:
            with self._lock:
                self._port = None
            _close(port)
            out.drop_half()


def _close(port: Port) -> None:
    with suppress(*GONE):  # already gone; the file descriptor is closed all the same
        port.close()


class _Out:
    """What the reader hands out: frames as scans, link states, in one order, without waiting."""

    def __init__(
        self,
        profile: DeviceProfile,
        around: Surroundings,
        said: Callable[[Scan], None],
        linked: Callable[[Link], None],
    ) -> None:
        self._profile = profile
        self._around = around
        self._said = said
        self._linked = linked
        self._framer = Framer(profile)
        self._same = SameCode(profile.same_code_ms)
        self._delivery = Delivery(f"{profile.name} delivery")
        self._state = LinkState.STOPPED

    def link(self, state: LinkState) -> None:
        self._state = state
        link = Link(self._profile.name, state, self._framer.take_dropped())
        self._delivery.post(partial(self._linked, link))

    def take(self, chunk: bytes) -> None:
        frames = self._framer.feed(chunk) if chunk else self._framer.silence()
        for raw in frames:
            self._say(raw)
        self._tell_dropped()

    def drop_half(self) -> None:
        """Throw away half a code: the next link state carries how much it was."""
        self._framer.drop()

    def close(self) -> None:
        self._delivery.close()

    def _say(self, raw: bytes) -> None:
        text = self._profile.text_of(raw)
        if self._same.is_repeat(text, monotonic() * 1000):
            return
        aim, code = split_aim(text)
        at = self._around.clock.now()
        scan = Scan(self._around.new_id(), code, self._profile.name, aim, raw, at)
        self._delivery.post(partial(self._said, scan))

    def _tell_dropped(self) -> None:
        if dropped := self._framer.take_dropped():
            link = Link(self._profile.name, self._state, dropped)
            self._delivery.post(partial(self._linked, link))
