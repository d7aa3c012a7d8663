"""What the status bar says of scanner, printer, scale, database, station and user."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Health(StrEnum):
    """The true state of a device; ``NONE`` where there is none to tell (station, user)."""

    OK = "ok"
    CATCH = "warn"
    BAD = "bad"
    NONE = ""


@dataclass(frozen=True, slots=True)
class StatusItem:
    """``name`` identifies it; a desk shows label and detail, the floor only ``word``.

    ``at_end`` puts it on the right (station, user).
    """

    name: str
    icon: str
    label: str
    detail: str = ""
    word: str = ""
    health: Health = Health.OK
    at_end: bool = False
