"""What a person can ask for with a button, its key, or a command barcode."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Ask(StrEnum):
    """An intent. Those that begin with ``CMD-`` are command scans and are sent as such."""

    UNDO = "CMD-UNDO"
    SHORT = "CMD-SHORT"
    DAMAGED = "CMD-DAMAGED"
    DONE = "CMD-DONE"
    CLOSE = "CMD-CLOSE"
    CANCEL = "CMD-CANCEL"
    QUANTITY = "quantity"  # opens the pad; the pad sends CMD-QTY-n
    TYPE_CODE = "type_code"  # opens the pad for a worn label
    SEEN = "seen"
    TEACH = "teach"
    SET_ASIDE = "set_aside"
    NOTE = "note"
    NEW_CARTON = "new_carton"
    REPRINT = "reprint"
    PRINT_ELSEWHERE = "print_elsewhere"
    REFRESH = "refresh"


@dataclass(frozen=True, slots=True)
class Action:
    """One button. ``label`` carries the reason where it is not ``enabled``.

    ``key`` is the keyboard shortcut as Qt reads it (``Ctrl+Z``, ``F9``, ``Esc``) or "".
    """

    ask: Ask
    label: str
    icon: str = ""
    key: str = ""
    enabled: bool = True
    primary: bool = False
