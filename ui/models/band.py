"""The last scan, as the scan band shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BandKind(StrEnum):
    """What the band says; each has its own icon, colour and sound words."""

    READY = "ready"
    ACCEPTED = "accepted"
    NEXT = "next"
    CATCH = "catch"
    REFUSED = "refused"
    WORKING = "working"


@dataclass(frozen=True, slots=True)
class BandState:
    """``outcome`` is the large line, ``sentence`` the small one; ``code`` is the scan itself.

    ``sound_words`` repeat the sound ("one high tone"), ``at_text`` is the wall time as shown.
    A refused state stays until it is acknowledged or a scan is accepted.
    """

    kind: BandKind
    outcome: str
    sentence: str = ""
    code: str = ""
    sound_words: str = ""
    at_text: str = ""
