"""One serial port, opened for this program alone, with what had come before anyone listened."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Protocol

import serial

if sys.platform == "win32":
    GONE: tuple[type[Exception], ...] = (serial.SerialException, OSError)
else:
    import termios

    # flush and friends raise termios.error after an unplug, which is no OSError
    GONE = (serial.SerialException, OSError, termios.error)

_WRITE_S = 0.2  # a device that takes no answer must not keep its reader from reading
_MOST_FOUND = 65536  # bytes; more than any system keeps for a port that nobody has open


class Port(Protocol):
    """What the source needs of an open port; ``serial.Serial`` has it, and ``found``."""

    timeout: float | None
    found: bytes  # what the system had kept for this port before it was opened

    @property
    def in_waiting(self) -> int:
        """Bytes that can be read without waiting."""
        ...

    def read(self, size: int = 1, /) -> bytes:
        """Return 1 to ``size`` bytes, or b"" when the time-out passed or the read was cancelled."""
        ...

    def write(self, data: bytes, /) -> int | None:
        """Send these bytes; raises SerialTimeoutException where the device takes none."""
        ...

    def cancel_read(self) -> None:
        """Make a read that waits in another thread return."""
        ...

    def close(self) -> None:
        """Give the port back."""
        ...


class ScannerPort(serial.Serial):  # type: ignore[misc]  # pyserial has no types
    """A port that keeps what pyserial throws away unseen when it opens one.

    On Windows the driver purges it; what a device sends late is seen there too.
    """

    found = b""

    def _reset_input_buffer(self) -> None:
        with suppress(BlockingIOError):
            self.found = os.read(self.fd, _MOST_FOUND)
        super()._reset_input_buffer()


def open_serial(path: str, baud_rate: int, timeout_s: float) -> Port:
    """Open a port for this program alone: without that two programs would share the bytes."""
    port: Port = ScannerPort(
        path, baud_rate, timeout=timeout_s, write_timeout=_WRITE_S, exclusive=True
    )
    return port
