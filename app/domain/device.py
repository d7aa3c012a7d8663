"""A scanner as people set it up and see it: its profile, its link, its same-code window.  Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import TYPE_CHECKING

from app.domain.barcode import GS, split_aim
from app.domain.feedback import SSI_ACK, Feedback
from app.domain.layouts import Layout, as_scanned
from app.domain.symbology import is_gs1

if TYPE_CHECKING:
    from app.domain.raw_read import RawRead
    from app.domain.scan import Scan


class LinkState(StrEnum):
    """A device's link, as the status bar shows it."""

    STOPPED = "stopped"
    CONNECTING = "connecting"
    CONNECTED = "connected"
    DISCONNECTED = "disconnected"


@dataclass(frozen=True, slots=True)
class Link:
    """A change of a device's link, or news of it that is no code.

    ``dropped_bytes`` counts what was thrown away just before: half a code at unplug, a code that
    never ended.  A person should scan that one again, and the ``stale_codes`` that were sent
    before anyone listened.  ``repeated`` is a read that was taken for the last one again; it has
    an id of its own and may be counted after all.  ``typed_on`` is the keyboard layout that a
    self-test code told, ``is_mapped`` whether the device's profile has it.  ``read`` is what came
    in one go, told while the device is examined.
    """

    device: str
    state: LinkState
    dropped_bytes: int = 0
    stale_codes: int = 0
    repeated: Scan | None = None
    typed_on: Layout | None = None
    is_mapped: bool = False
    read: RawRead | None = None


class Suffix(Enum):
    """What ends a code on the line; the value is its bytes, b"" for silence alone.

    ``LINE_END`` takes CR, LF and CRLF alike, each as one end.
    """

    LINE_END = b"\r\n?"
    CR = b"\r"
    LF = b"\n"
    CRLF = b"\r\n"
    TAB = b"\t"
    NONE = b""


@dataclass(frozen=True, slots=True)
class KeyLimits:
    """When keys are a scanner's: at most ``gap_ms`` apart and at least ``shortest`` before the end.

    Typed text is held ``hold_ms`` before it is let go.  Bluetooth scanners need up to 50 ms a key.
    """

    gap_ms: int = 35
    shortest: int = 4
    hold_ms: int = 60


@dataclass(frozen=True, slots=True)
class DeviceProfile:
    r"""How one scanner speaks; every device has its own.

    ``path`` is the port (``/dev/ttyACM0``, ``COM3``); where ``vendor_id`` and ``product_id`` (USB,
    and ``serial_number`` where there is one) are known, the device is found again under any path.
    ``prefix`` is stripped, and a code without it is thrown away.  ``silence_ms`` ends a code of a
    device without suffix.  The same code within ``same_code_ms`` is one read; 0 lets all through.
    ``stand_ins`` are texts that this scanner sends in the place of GS, such as ``|`` or ``^]``;
    codes that are no GS1 ones by their AIM identifier have none.
    ``encoding`` is one of Python's; bytes outside it become U+FFFD, which no code contains.
    ``feedback`` is how the device is told that its code is stored.  ``layout`` is the keyboard
    that the computer takes a typing scanner for; the scanner itself types on a US one.
    """

    name: str = "Scanner"
    path: str = ""
    vendor_id: int | None = None
    product_id: int | None = None
    serial_number: str = ""
    baud_rate: int = 9600
    suffix: Suffix = Suffix.LINE_END
    prefix: bytes = b""
    silence_ms: int = 30
    same_code_ms: int = 300
    encoding: str = "latin-1"
    stand_ins: tuple[str, ...] = ()
    keys: KeyLimits = KeyLimits()
    feedback: Feedback = Feedback.OFF
    layout: Layout = Layout.US

    @property
    def echo(self) -> bytes:
        """What the device sends of its own accord once it was told something."""
        return SSI_ACK if self.feedback is Feedback.SSI else b""

    def text_of(self, raw: bytes) -> str:
        """Return a frame's text with GS in the place of its stand-ins; never raises."""
        return self.with_gs(raw.decode(self.encoding, "replace"))

    def text_of_keys(self, typed: str) -> str:
        """Return what a typing scanner read, of what its keys came out as."""
        return self.with_gs(as_scanned(typed, self.layout))

    def with_gs(self, text: str) -> str:
        """Put GS where this scanner sends a stand-in, but for a code that is no GS1 one."""
        aim, _ = split_aim(text)
        if aim and not is_gs1(aim):
            return text
        begin, code = (text[: (at := text.index(aim) + len(aim))], text[at:]) if aim else ("", text)
        for stand_in in self.stand_ins:
            code = code.replace(stand_in, GS)
        return begin + code


class SameCode:
    """Takes one trigger that was read twice for one read.

    Each device has its own: two devices never suppress each other.
    """

    def __init__(self, window_ms: int) -> None:
        """Suppress the same code within ``window_ms`` of its last read; 0 suppresses nothing."""
        self._window_ms = window_ms
        self._code: str | None = None
        self._at_ms = 0.0

    def is_repeat(self, code: str, at_ms: float) -> bool:
        """Whether this read is the last one again; ``at_ms`` is any clock that only goes on.

        A symbol held in the beam is read again and again: each read restarts the window.
        """
        near = code == self._code and 0 <= at_ms - self._at_ms < self._window_ms
        self._code, self._at_ms = code, at_ms
        return near
