"""Collects what a serial device sends between two silences, with the time of each byte."""

from __future__ import annotations

from app.domain.raw_read import READ_ENDS_MS, RawRead
from hardware.framing import LONGEST_FRAME


class Examined:
    """One device's bytes while it is examined; times are in ms of a clock that only goes on."""

    def __init__(self, device: str) -> None:
        """Begin with nothing."""
        self._device = device
        self._text = ""
        self._times_ms: list[float] = []

    def take(self, chunk: bytes, now_ms: float) -> RawRead | None:
        """Take bytes, or b"" for none; return what came before a silence that is over or lasts.

        A read ends by silence alone, and at the longest frame.
        """
        is_over = self._times_ms and now_ms - self._times_ms[-1] >= READ_ENDS_MS
        read = self._end() if is_over or len(self._text) > LONGEST_FRAME else None
        self._text += chunk.decode("latin-1")
        self._times_ms += [now_ms] * len(chunk)
        return read

    def _end(self) -> RawRead:
        read = RawRead(self._device, self._text, tuple(self._times_ms))
        self._text, self._times_ms = "", []
        return read
