"""A thread that keeps one serial port open for whoever reads it, and comes back by itself.

A read that fails, an unplugged device and a port that vanishes are all the same here: the port is
closed at once, so that its name is free when the device returns, and tried again with back-off.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Lock, Thread, current_thread
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from app.domain.device import LinkState
from hardware.serial_port import GONE

if TYPE_CHECKING:
    from collections.abc import Callable


class Closable(Protocol):
    """What the thread itself needs of an open port."""

    def cancel_read(self) -> None:
        """Make a read that waits in another thread return."""
        ...

    def close(self) -> None:
        """Give the port back."""
        ...


P = TypeVar("P", bound=Closable)


@dataclass(frozen=True, slots=True)
class Retry:
    """A port that is not there is tried again after ``first_s``, then ever later."""

    first_s: float
    longest_s: float


class SerialLine(Generic[P]):
    """Opens the port, has it read until it is gone, and opens it again, until it is stopped."""

    def __init__(self, name: str, open_port: Callable[[], P | None], retry: Retry) -> None:
        """Take a name for the thread; ``open_port`` gives None, or raises ``GONE``, for no port."""
        self.name, self._open_port, self._retry = name, open_port, retry
        self._stopping = Event()
        self._lock = Lock()
        self._port: P | None = None
        self._thread: Thread | None = None

    @property
    def is_stopping(self) -> bool:
        """Whether whoever reads the port should return."""
        return self._stopping.is_set()

    def refuse_second_start(self) -> None:
        """Raise RuntimeError where it runs, before anything is made for another start."""
        if self._thread is not None:
            raise RuntimeError(f"{self.name} is started already")

    def start(
        self,
        read: Callable[[P], None],
        linked: Callable[[LinkState], None],
        ended: Callable[[], None],
    ) -> None:
        """Begin.  ``read`` returns or raises ``GONE``, and tells CONNECTED; ``ended`` is last."""
        self._stopping.clear()
        self._thread = Thread(
            target=self._run, args=(read, linked, ended), name=self.name, daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Stop, close the port and wait until all that was read is told."""
        thread, self._thread = self._thread, None
        self._stopping.set()
        self.wake()
        if thread is not None and thread is not current_thread():
            thread.join()

    def wake(self) -> None:
        """Make a read that waits return."""
        with self._lock:
            if self._port is not None:
                self._port.cancel_read()

    def _run(
        self,
        read: Callable[[P], None],
        linked: Callable[[LinkState], None],
        ended: Callable[[], None],
    ) -> None:
        linked(LinkState.CONNECTING)
        wait_s, was_lost = self._retry.first_s, False
        while not self.is_stopping:
            if port := self._open():
                self._read_until_gone(port, read)
                wait_s, was_lost = self._retry.first_s, False
            if not was_lost and not self.is_stopping:
                linked(LinkState.DISCONNECTED)
                was_lost = True
            self._stopping.wait(wait_s)
            wait_s = min(2 * wait_s, self._retry.longest_s)
        linked(LinkState.STOPPED)
        ended()

    def _open(self) -> P | None:
        try:
            return self._open_port()
        except (*GONE, ValueError):  # ValueError: no port can have this name
            return None

    def _read_until_gone(self, port: P, read: Callable[[P], None]) -> None:
        with self._lock:
            self._port = port
        try:
            read(port)
        except GONE:
            pass  # the device is gone: it is said, and tried again
        finally:
            with self._lock:
                self._port = None
            with suppress(*GONE):  # its file descriptor is closed all the same
                port.close()
