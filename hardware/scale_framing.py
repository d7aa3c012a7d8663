"""Bytes of a scale into frames: incremental, whatever way the bytes are cut; no half frame."""

from __future__ import annotations

from typing import Final

from app.domain.weighing import ScaleProtocol
from hardware.scale_frames import STX, TOLEDO_LONG, checksum

LONGEST_FRAME: Final = 64  # bytes; what is longer is no frame of any of these protocols

_ENDS: Final = {
    ScaleProtocol.MT_SICS: b"\n",
    ScaleProtocol.TOLEDO_8217: b"\r",
    ScaleProtocol.NCI: b"\x03",
    ScaleProtocol.CONTINUOUS: b"\n",
}


class ScaleFramer:
    """Cuts what one scale sends into frames with their ends.

    Scales send seven bits: an eighth one is parity and is cleared.  A scale that speaks unasked
    may be in the middle of a frame when it is first heard: what comes before its first end or
    start is thrown away.  What is thrown away is counted in bytes until ``take_dropped`` is asked.
    """

    def __init__(self, protocol: ScaleProtocol) -> None:
        """Frame for this protocol; nothing has been heard yet."""
        self._protocol = protocol
        self._end = _ENDS.get(protocol)
        self._buffer = b""
        self._in_middle = protocol is ScaleProtocol.CONTINUOUS
        self._dropped = 0

    @property
    def held(self) -> int:
        """How many bytes wait for the rest of their frame."""
        return len(self._buffer)

    def feed(self, chunk: bytes) -> list[bytes]:
        """Take bytes in; return the frames that they complete, in order."""
        self._buffer += bytes(byte & 0x7F for byte in chunk)
        frames = self._by_end(self._end) if self._end else self._by_length()
        if len(self._buffer) > LONGEST_FRAME:
            self._dropped += len(self._buffer)
            self._buffer, self._in_middle = b"", bool(self._end)
        return frames

    def drop(self) -> None:
        """Throw half a frame away, as at unplug; the next bytes may come from anywhere."""
        self._dropped += len(self._buffer)
        self._buffer = b""
        self._in_middle = self._protocol is ScaleProtocol.CONTINUOUS

    def take_dropped(self) -> int:
        """Return how many bytes were thrown away since the last call."""
        dropped, self._dropped = self._dropped, 0
        return dropped

    def _by_end(self, end: bytes) -> list[bytes]:
        frames: list[bytes] = []
        while (at := self._buffer.find(end)) >= 0:
            part, self._buffer = self._buffer[: at + 1], self._buffer[at + 1 :]
            part = self._from_start(part)
            if self._in_middle or len(part) > LONGEST_FRAME:
                self._dropped += len(part)
            elif part.strip(b"\r\n"):
                frames.append(part)
            self._in_middle = False
        return frames

    def _from_start(self, part: bytes) -> bytes:
        """Leave out what stands before the last start of a frame, where frames have one."""
        if self._protocol is not ScaleProtocol.TOLEDO_8217 or STX not in part:
            return part
        start = part.rindex(STX)
        self._dropped += start
        return part[start:]

    def _by_length(self) -> list[bytes]:
        """Cut Toledo's continuous frames; the byte behind CR is a checksum unless it is STX."""
        frames: list[bytes] = []
        while True:
            start = self._buffer.find(STX)
            if start != 0:
                junk = len(self._buffer) if start < 0 else start
                self._dropped += junk
                self._buffer = self._buffer[junk:]
            if len(self._buffer) <= TOLEDO_LONG:
                return frames
            size = TOLEDO_LONG
            if self._buffer[size - 1] != 0x0D:  # a byte was lost: look for the next start
                size = 1
                self._dropped += 1
            else:
                last = self._buffer[TOLEDO_LONG]
                size += last != STX or last == checksum(self._buffer[:TOLEDO_LONG])
                frames.append(self._buffer[:size])
            self._buffer = self._buffer[size:]
