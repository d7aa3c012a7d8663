"""What a scanner said, and what a scan can come to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Outcome(StrEnum):
    """The one outcome of a scan (the floor's rules, "Picking partial orders")."""

    ACCEPTED = "accepted"
    WRONG_ITEM = "wrong_item"
    WRONG_LOCATION = "wrong_location"
    WRONG_CONTAINER = "wrong_container"
    OVER_PICK = "over_pick"
    UNKNOWN_BARCODE = "unknown_barcode"
    BAD_CHECK_DIGIT = "bad_check_digit"
    NOT_AVAILABLE = "not_available"
    EXPIRED_LOT = "expired_lot"
    DUPLICATE = "duplicate"
    NOT_ALLOWED = "not_allowed"
    WRONG_STATE = "wrong_state"


@dataclass(frozen=True, slots=True)
class Scan:
    r"""One code as a device framed it, before anyone has understood it.

    ``scan_id`` is made before the first try to store it, so that a retry adds nothing.
    ``text`` is the code without prefix, suffix and line end; GS is kept as ``\x1d``.
    ``aim`` is the AIM symbology identifier with its bracket (``]C1``), or "".
    ``raw`` are the bytes as they came (empty from a keyboard wedge).
    """

    scan_id: str
    text: str
    device: str = ""
    aim: str = ""
    raw: bytes = b""
    at: datetime | None = field(default=None, compare=False)
