"""A scale's serial port: opened for this program alone, on the line that its protocol is used to.

Toledo 8217 and NCI ask for seven bits with even parity; a request without it is not heard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

import serial

from app.domain.weighing import ScaleProtocol
from hardware.serial_port import GONE

if TYPE_CHECKING:
    from app.domain.weighing import ScaleProfile

_SEVEN_EVEN: Final = frozenset({ScaleProtocol.TOLEDO_8217, ScaleProtocol.NCI})
_WRITE_S: Final = 0.2  # a scale that takes no request is silent, not gone


class ScalePort(Protocol):
    """What the source needs of an open port; ``serial.Serial`` has it."""

    @property
    def in_waiting(self) -> int:
        """Bytes that can be read without waiting."""
        ...

    def read(self, size: int = 1, /) -> bytes:
        """Return 1 to ``size`` bytes, or b"" when the time-out passed."""
        ...

    def write(self, data: bytes, /) -> int | None:
        """Send these bytes; raises SerialTimeoutException where nobody takes them."""
        ...

    def cancel_read(self) -> None:
        """Make a read that waits in another thread return."""
        ...

    def close(self) -> None:
        """Give the port back."""
        ...


def open_scale_port(profile: ScaleProfile, path: str, timeout_s: float) -> ScalePort:
    """Open the port; a line that knows no parity, such as a pseudo-terminal, goes without it.

    Raises one of ``GONE``, or ValueError for a name that no port can have.
    """
    if profile.protocol in _SEVEN_EVEN:
        try:
            return _open(path, profile, timeout_s, serial.SEVENBITS, serial.PARITY_EVEN)
        except GONE:
            pass  # no such port, or one without parity: the next try tells
    return _open(path, profile, timeout_s, serial.EIGHTBITS, serial.PARITY_NONE)


def _open(path: str, profile: ScaleProfile, timeout_s: float, bits: int, parity: str) -> ScalePort:
    port: ScalePort = serial.Serial(
        path,
        profile.baud_rate,
        bytesize=bits,
        parity=parity,
        timeout=timeout_s,
        write_timeout=_WRITE_S,
        exclusive=True,
    )
    return port
