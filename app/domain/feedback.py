"""What a scanner is told of its code once that is stored, in the bytes of its maker.  Pure.

Sources: Honeywell's and Datalogic's integration guides (ACK/NAK, beep on BEL), Zebra's Simple
Serial Interface (command BEEP, opcode 0xE6).  All of it is off in a new scanner.
"""

from __future__ import annotations

from enum import Enum, StrEnum


class Heard(Enum):
    """What a code came to: only the first two are stored."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    NOT_STORED = "not_stored"


class Feedback(StrEnum):
    """How a scanner wants to be told; ``OFF`` tells nothing."""

    OFF = "off"
    ACK = "ack"
    BELL = "bell"
    SSI = "ssi"


ACK, NAK, BELL = b"\x06", b"\x15", b"\x07"
SSI_ACK = bytes.fromhex("04d00000ff2c")  # how a Zebra scanner confirms a command, before its codes
MOST_NAKS = 3  # a store that goes on failing must not keep a scanner sending for ever
RESEND_MS = 2000  # how long a scanner takes at most to send again; their own time-out


def ssi_beep(tones: int) -> bytes:
    """Return the packet that makes a Zebra scanner beep; ``tones`` is a beep code of SSI.

    Length, opcode, host, status, code and the two's complement of their sum in two bytes.
    """
    body = bytes((5, 0xE6, 4, 0, tones))
    return body + (-sum(body) & 0xFFFF).to_bytes(2, "big")


_ONE_HIGH, _TWO_LOW = ssi_beep(0x00), ssi_beep(0x06)

_BYTES = {
    (Feedback.ACK, Heard.ACCEPTED): ACK,
    (Feedback.ACK, Heard.REFUSED): ACK,  # NAK would make it send the refused code again
    (Feedback.ACK, Heard.NOT_STORED): NAK,
    (Feedback.BELL, Heard.ACCEPTED): BELL,
    (Feedback.BELL, Heard.REFUSED): BELL + BELL,
    (Feedback.SSI, Heard.ACCEPTED): _ONE_HIGH,
    (Feedback.SSI, Heard.REFUSED): _TWO_LOW,
}


def bytes_for(feedback: Feedback, heard: Heard) -> bytes:
    """Return what goes to the scanner; b"" where it is told nothing."""
    return _BYTES.get((feedback, heard), b"")


class Resends:
    """Knows again what a scanner sends once more because it was told NAK.

    It keeps the id of its first try, so that it counts once even where that one was stored.
    """

    def __init__(self) -> None:
        """Begin with no NAK."""
        self._raw: bytes | None = None
        self._scan_id = ""
        self._until_ms = 0.0
        self._naks = 0

    def may_nak(self, raw: bytes, scan_id: str, at_ms: float) -> bool:
        """Note a NAK for a code; False once it had ``MOST_NAKS``: then it is told nothing."""
        self._naks = self._naks + 1 if scan_id == self._scan_id else 1
        self._raw, self._scan_id = raw, scan_id
        self._until_ms = at_ms + RESEND_MS
        if self._naks > MOST_NAKS:
            self._raw = None
            return False
        return True

    def id_of(self, raw: bytes, at_ms: float) -> str | None:
        """Return the id under which these bytes were sent before a NAK, once for each NAK."""
        if raw != self._raw or at_ms > self._until_ms:
            return None
        self._raw = None
        return self._scan_id
