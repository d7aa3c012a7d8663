"""What a scanner sent in one go, before anything is cut off or mapped.  Pure."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

READ_ENDS_MS = 150  # silence after which what came is one read, whatever ends a code
KEYS_END_MS = 75  # the same between two keys: no scanner is slower, no person goes on faster


@dataclass(frozen=True, slots=True)
class RawRead:
    r"""All characters between two silences, each with its time in ms from any origin.

    Bytes of a serial line are characters of Latin-1; those that came together share a time.
    ``is_typed`` tells keys: a key without text is ``\x00``.  Of a typing scanner the characters
    are what its keys came out as on this computer.
    """

    device: str
    text: str
    times_ms: tuple[float, ...]
    is_typed: bool = False

    @property
    def took_ms(self) -> float:
        """Time from the first to the last character."""
        return self.times_ms[-1] - self.times_ms[0] if self.times_ms else 0.0

    @property
    def longest_gap_ms(self) -> float:
        """The longest time between two characters."""
        return max((b - a for a, b in pairwise(self.times_ms)), default=0.0)


def joined(first: RawRead, second: RawRead) -> RawRead:
    """Return two reads of one device as one."""
    text, times = first.text + second.text, first.times_ms + second.times_ms
    return RawRead(first.device, text, times, first.is_typed)
