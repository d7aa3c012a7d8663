"""What labels say: values, drawn as PDF or written as ZPL.  Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from app.domain.barcode import check_digit_for
from app.domain.command_scan import (
    PACKING_REASONS,
    PICKING_REASONS,
    RECEIVING_REASONS,
    SAYING,
    Command,
    CommandKind,
)
from app.domain.documents import ADDRESS_LINES, printable
from app.domain.errors import BadValueError, RefusedError

if TYPE_CHECKING:
    from datetime import date

SSCC_DIGITS: Final = 18
PREFIX_DIGITS: Final = range(4, 13)  # GS1 General Specifications 1.4.4: a company prefix


QUANTITIES: Final = (2, 3, 4, 5, 6, 8, 10, 12, 20, 24, 48)


class LabelKind(StrEnum):
    """The labels that can be asked for."""

    CROSS_DOCK = "cross-dock"
    PUT_AWAY = "put-away"
    LOCATION = "location"
    CARTON = "carton"
    COMMANDS = "commands"


class LabelForm(StrEnum):
    """What a label is written as: a PDF, or the language of label printers."""

    PDF = "pdf"
    ZPL = "zpl"


@dataclass(frozen=True, slots=True)
class CrossDockLabel:
    """Units (each, > 0) for a lane: ``units`` of the ``of`` that the order line asked for.

    ``lane`` is "" where there is none.  The bars are the order: wherever it is scanned outside
    a job it opens, and inside a receipt it counts and moves nothing.
    """

    lane: str
    order: str
    line: str
    customer: str
    sku: str
    description: str
    units: int
    of: int
    truck: str


@dataclass(frozen=True, slots=True)
class PutAwayLabel:
    """Units (each, > 0) for a shelf, ``location`` "" where the site has none.

    The bars are the location, never the product: scanned in the receipt they say that the units
    are there, and never count any.
    """

    location: str
    sku: str
    description: str
    units: int
    truck: str
    lot: str = ""
    expires_on: date | None = None
    serial: str = ""


@dataclass(frozen=True, slots=True)
class LocationLabel:
    """A place's own label; ``kind`` as in ``app.domain.goods``."""

    location: str
    kind: str
    zone: str = ""


@dataclass(frozen=True, slots=True)
class CommandLabel:
    """A command's barcode."""

    command: Command


@dataclass(frozen=True, slots=True)
class CartonLabel:
    """A GS1 logistic label: carton ``carton`` (from 1) of ``cartons`` of a shipment.

    ``sscc`` is 18 digits with their check digit; ``ship_to`` the address, name first.
    """

    sscc: str
    ship_from: tuple[str, ...]
    ship_to: tuple[str, ...]
    order: str
    shipment: str
    carton: int
    cartons: int
    carrier: str = ""


Label = CrossDockLabel | PutAwayLabel | LocationLabel | CommandLabel | CartonLabel


def commands_to_print() -> tuple[CommandLabel, ...]:
    """Return every command but PHOTO, which names a file: reasons, then quantities last."""
    plain = (kind for kind in CommandKind if kind not in SAYING)
    reasons = (*RECEIVING_REASONS, *PICKING_REASONS)
    why = [Command(CommandKind.REASON, said=number) for number in reasons]
    why += [Command(CommandKind.OVERRIDE, said=number) for number in PACKING_REASONS]
    counted = (Command(CommandKind.QUANTITY, times) for times in QUANTITIES)
    return tuple(map(CommandLabel, (*map(Command, plain), *why, *counted)))


def make_sscc(prefix: str, serial: int) -> str:
    """Return the SSCC of a company's n-th carton (from 0), GS1 General Specifications 2.2.1.

    The extension digit is the serial's first, so that a prefix gives all it can.  RefusedError
    ``sscc_used_up`` where it has no numbers left.
    """
    room = SSCC_DIGITS - 1 - len(prefix)
    digits = f"{serial:0{room}}"
    if len(digits) > room:
        raise RefusedError("sscc_used_up", prefix=prefix)
    body = f"{digits[0]}{prefix}{digits[1:]}"
    return f"{body}{check_digit_for(body)}"


def parse_prefix(text: str) -> str:
    """Read a GS1 company prefix of 4 to 12 digits, "" for none; else BadValueError."""
    word = text.strip()
    if word and not (word.isascii() and word.isdigit() and len(word) in PREFIX_DIGITS):
        raise BadValueError("bad_company_prefix", value=text)
    return word


def address(name: str, text: str, most: int = ADDRESS_LINES) -> tuple[str, ...]:
    """Return a printable address of at most so many lines, name first; ``;`` parts the text."""
    lines = (printable(line) for line in (name, *text.split(";")))
    return tuple(dict.fromkeys(line for line in lines if line))[:most]
