"""Command barcodes: what a station without keyboard or mouse says by scanner.  Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

LARGEST_QUANTITY = 1_000_000_000

_REASON = re.compile(r"CMD-REASON-([1-9][0-9]?)", re.ASCII)
_PHOTO = re.compile(r"CMD-PHOTO-(\S.*)", re.ASCII | re.IGNORECASE)
_QUANTITY = re.compile(r"CMD-(QTY|CARTON|WEIGHT)-([1-9][0-9]{0,9})", re.ASCII)
_OVERRIDE = re.compile(r"CMD-OVERRIDE-(\S.*)", re.ASCII | re.IGNORECASE)


class CommandKind(StrEnum):
    """What a command barcode asks for; the value is what follows ``CMD-``."""

    SHORT = "SHORT"
    UNDO = "UNDO"
    DONE = "DONE"
    CLOSE = "CLOSE"
    DAMAGED = "DAMAGED"
    QUANTITY = "QTY"
    CANCEL = "CANCEL"
    COUNT = "COUNT"
    REASON = "REASON"
    PHOTO = "PHOTO"
    BLIND = "BLIND"
    SKIP = "SKIP"
    FOUND = "FOUND"
    EMPTY = "EMPTY"
    NOT_EMPTY = "NOT-EMPTY"
    CLUSTER = "CLUSTER"
    CARTON = "CARTON"
    MOVE = "MOVE"
    TRACKING = "TRACKING"
    WEIGHT = "WEIGHT"
    OVERRIDE = "OVERRIDE"


@dataclass(frozen=True, slots=True)
class Command:
    """One command scan; ``quantity`` is 1 to 1,000,000,000 for QUANTITY.

    It is the number of a CARTON to go back to, the grams of a WEIGHT, or None: else always None.
    ``said`` is the number (1 to 99) of a REASON, the path of a PHOTO as it was given, the reason
    (its number or words) of an OVERRIDE, or "".
    """

    kind: CommandKind
    quantity: int | None = None
    said: str = ""

    @property
    def barcode(self) -> str:
        """The text of the command's barcode, for example ``CMD-QTY-12``."""
        told = self.said if self.quantity is None else str(self.quantity)
        tail = f"-{told}" if told else ""
        return f"CMD-{self.kind.value}{tail}"


RECEIVING_REASONS = tuple("12345678")
PICKING_REASONS = ("11", "12", "13", "14")
PACKING_REASONS = ("21", "22", "23", "24")
SAYING = frozenset(
    {CommandKind.QUANTITY, CommandKind.REASON, CommandKind.PHOTO, CommandKind.OVERRIDE}
)
_PLAIN = {
    command.barcode: command
    for command in (Command(kind) for kind in CommandKind if kind not in SAYING)
}


def read_command(code: str) -> Command | None:
    """Return the command that a cleaned code says, in any case of ASCII letters, else None.

    A malformed one (``CMD-QTY-0``, ``CMD-QTY-+1``, ``CMD-QTY-007``, ``CMD-HELLO``) is none.
    The path of a picture and the words of an override may have any letters.
    """
    if found := _PHOTO.fullmatch(code):
        return Command(CommandKind.PHOTO, said=found.group(1))
    if found := _OVERRIDE.fullmatch(code):
        return Command(CommandKind.OVERRIDE, said=found.group(1))
    if not code.isascii():
        return None
    upper = code.upper()
    if found := _QUANTITY.fullmatch(upper):
        kind, quantity = CommandKind(found.group(1)), int(found.group(2))
        return Command(kind, quantity) if quantity <= LARGEST_QUANTITY else None
    if found := _REASON.fullmatch(upper):
        return Command(CommandKind.REASON, said=found.group(1))
    return _PLAIN.get(upper)
