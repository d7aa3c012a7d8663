"""What a label printer answers to ``~HS`` (ZPL II Programming Guide, Host Status Return)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_LINE: Final = re.compile(rb"\x02([^\x02\x03]*)\x03")
_LINES: Final = 3
# (line, field) -> trouble, the gravest first; a field is 1 where it is so
_TROUBLES: Final = (
    ((1, 2), "head_open"),
    ((0, 1), "out_of_paper"),
    ((1, 3), "out_of_ribbon"),
    ((0, 9), "memory_damaged"),
    ((0, 11), "too_hot"),
    ((0, 10), "too_cold"),
    ((0, 2), "paused"),
    ((0, 5), "buffer_full"),
)
_FORMATS_WAITING, _LABELS_LEFT, _PARTIAL = (0, 4), (1, 8), (0, 7)


@dataclass(frozen=True, slots=True)
class HostStatus:
    """``trouble`` names why it prints nothing now, "" where it does; ``is_idle``: nothing is left.

    Idle: no format waits in its buffer, none is half received and no label of a batch remains.
    """

    trouble: str
    is_idle: bool


def parse_status(said: bytes) -> HostStatus | None:
    """Read the three lines between STX and ETX; None until all are there, or where they are odd."""
    lines = [line.split(b",") for line in _LINE.findall(said)[-_LINES:]]
    if len(lines) < _LINES or len(lines[0]) < 12 or len(lines[1]) < 9:
        return None
    if not all(field.strip().isdigit() for line in lines[:2] for field in line if field.strip()):
        return None

    def number(place: tuple[int, int]) -> int:
        field = lines[place[0]][place[1]].strip()
        return int(field) if field else 0

    trouble = next((name for place, name in _TROUBLES if number(place)), "")
    is_idle = not any(map(number, (_FORMATS_WAITING, _LABELS_LEFT, _PARTIAL)))
    return HostStatus(trouble, is_idle)
