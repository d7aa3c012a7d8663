"""Bytes of a scanner into frames: pure and incremental, whatever way the bytes are cut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.domain.device import Suffix

if TYPE_CHECKING:
    from app.domain.device import DeviceProfile

LONGEST_FRAME = 4096  # bytes; a device that never ends a code must not fill the memory

_ENDS = {
    Suffix.LINE_END: re.compile(rb"[\r\n]"),
    Suffix.CR: re.compile(rb"\r"),
    Suffix.LF: re.compile(rb"\n"),
    Suffix.CRLF: re.compile(rb"\r\n"),
    Suffix.TAB: re.compile(rb"\t"),
}


class Framer:
    """Cuts what one device sends into codes, without their prefix and suffix.

    A suffix ends a frame, or silence where the device sends none; a pause inside a code ends
    nothing where a suffix is due.  Empty frames are none, so that CRLF is one end.
    What is thrown away is counted in bytes until ``take_dropped`` is asked.
    """

    def __init__(self, profile: DeviceProfile) -> None:
        """Frame for this profile's suffix and prefix."""
        self._end = _ENDS.get(profile.suffix)
        self._prefix = profile.prefix
        self._echo = profile.echo
        self._buffer = bytearray()
        self._skipping = False
        self._dropped = 0

    def feed(self, chunk: bytes) -> list[bytes]:
        """Take bytes in; return the frames that they complete, in order."""
        self._buffer += chunk
        frames = self._cut() if self._end else []
        self._cap()
        return frames

    def silence(self) -> list[bytes]:
        """Tell that nothing came for the profile's silence; only without a suffix it is an end."""
        return [] if self._end else self._finish(self._take())

    def drop(self) -> None:
        """Throw half a frame away, as at unplug."""
        half = bytes(self._take()).strip(b"\r\n")
        self._dropped += len(half)
        self._skipping = False

    def tuned(self, profile: DeviceProfile) -> tuple[Framer, list[bytes]]:
        """Return a framer for another profile with what has come so far, and its whole frames."""
        framer = Framer(profile)
        framer._skipping, framer._dropped = self._skipping, self._dropped
        return framer, framer.feed(bytes(self._buffer))

    def take_dropped(self) -> int:
        """Return how many bytes were thrown away since the last call."""
        dropped, self._dropped = self._dropped, 0
        return dropped

    def _cut(self) -> list[bytes]:
        parts = self._end.split(bytes(self._buffer)) if self._end else []
        self._buffer = bytearray(parts.pop())
        return [frame for part in parts for frame in self._finish(part)]

    def _finish(self, part: bytes) -> list[bytes]:
        """Return the frame that a part is, or nothing."""
        skipped, self._skipping = self._skipping, False
        part = part.strip(b"\r\n")
        while self._echo and part.startswith(self._echo):
            part = part.removeprefix(self._echo)
        is_ours = part.startswith(self._prefix) and not skipped and len(part) <= LONGEST_FRAME
        if not is_ours:
            self._dropped += len(part)
            return []
        frame = part[len(self._prefix) :]
        return [frame] if frame else []

    def _cap(self) -> None:
        """Skip a code that does not end, up to where it ends."""
        if len(self._buffer) > LONGEST_FRAME:
            self._dropped += len(self._take())
            self._skipping = True

    def _take(self) -> bytes:
        taken, self._buffer = bytes(self._buffer), bytearray()
        return taken
