"""Command barcodes: what a station without keyboard or mouse says by scanner.  Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

LARGEST_QUANTITY = 1_000_000_000

_QUANTITY = re.compile(r"CMD-QTY-([1-9][0-9]{0,9})", re.ASCII)


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
    SKIP = "SKIP"
    FOUND = "FOUND"
    EMPTY = "EMPTY"
    NOT_EMPTY = "NOT-EMPTY"
    REASON_DAMAGED = "REASON-1"
    REASON_EMPTY = "REASON-2"
    REASON_WRONG_PRODUCT = "REASON-3"
    REASON_OUT_OF_REACH = "REASON-4"


@dataclass(frozen=True, slots=True)
class Command:
    """One command scan; ``quantity`` is 1 to 1,000,000,000 for QUANTITY, else None."""

    kind: CommandKind
    quantity: int | None = None

    @property
    def barcode(self) -> str:
        """The text of the command's barcode, for example ``CMD-QTY-12``."""
        tail = "" if self.quantity is None else f"-{self.quantity}"
        return f"CMD-{self.kind.value}{tail}"


_PLAIN = {
    command.barcode: command
    for command in (Command(kind) for kind in CommandKind if kind is not CommandKind.QUANTITY)
}


def read_command(code: str) -> Command | None:
    """Return the command that a cleaned code says, in any case of ASCII letters, else None.

    A malformed one (``CMD-QTY-0``, ``CMD-QTY-+1``, ``CMD-QTY-007``, ``CMD-HELLO``) is none.
    """
    if not code.isascii():
        return None
    upper = code.upper()
    if found := _QUANTITY.fullmatch(upper):
        quantity = int(found.group(1))
        return Command(CommandKind.QUANTITY, quantity) if quantity <= LARGEST_QUANTITY else None
    return _PLAIN.get(upper)
