"""What a packing slip says: a value, stored with the shipment, so that a reprint is identical."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

NAME_LIMIT: Final = 200  # code points of a name, an address line, a number
NOTE_LIMIT: Final = 2_000  # code points of the note
ADDRESS_LINES: Final = 8  # lines of the ship-to address
_NO_BREAK: Final = "\u00a0"
_FILLERS: Final = "\u115f\u1160\u3164\uffa0"  # letters of Hangul that are blank
_JOINERS: Final = "\u200c\u200d"  # the only format characters that change how a word looks


@dataclass(frozen=True, slots=True)
class SlipWords:
    """All that a slip says in the customer's language, finished; only ``page`` and ``copy`` wait.

    These hold ``{page}``, ``{pages}`` and ``{copy}``.  ``under`` has for each line of the box the
    small lines under its description, and ``due`` for each line to come its day or range;
    ``under_due`` the small lines under that one's description.
    """

    title: str
    ship_to: str
    carrier: str
    tracking: str
    cartons_label: str
    cartons: str
    this_is: str
    which_shipment: str
    before_and_after: str
    order: str
    shipment: str
    reference: str
    ordered_label: str
    ordered_on: str
    packed_on: str
    in_this_box: str
    box_heads: tuple[str, ...]
    units_here: str
    still_to_come: str
    nothing_to_do: str
    come_heads: tuple[str, ...]
    how_it_follows: str
    note: str
    page: str
    copy: str
    packed: str
    whom_to_ask: str
    under: tuple[tuple[str, ...], ...]
    due: tuple[str, ...]
    under_due: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class WhichCarton:
    """Which carton of its shipment a slip is for, 1-based; ``sscc`` is 18 digits, or ""."""

    number: int
    count: int
    sscc: str = ""


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One order line that leaves in this box; all quantities in units (each).

    ``in_place_of`` is the SKU and description of what a substitute stands in for, or "", and
    ``replaces`` how many of it; ``cancelled`` units come no more, others stand in for ``replaced``.
    ``lots`` and ``serials`` name what left, each once, in order.
    """

    line: str
    sku: str
    description: str
    ordered: int
    shipped_before: int
    shipped_now: int
    lots: tuple[str, ...] = ()
    in_place_of: str = ""
    serials: tuple[str, ...] = ()
    replaces: int = 0
    cancelled: int = 0
    replaced: int = 0


@dataclass(frozen=True, slots=True)
class LineToCome:
    """One order line (or part of it) that is not in this box.

    ``expected_from``/``expected_to`` are site days; equal for one day, None for "no date yet".
    ``reason`` is a plain sentence for the customer, or ""; ``in_place_of`` and ``replaces`` as
    in ``SlipLine``.
    """

    line: str
    sku: str
    description: str
    units: int
    expected_from: date | None = None
    expected_to: date | None = None
    reason: str = ""
    in_place_of: str = ""
    replaces: int = 0


@dataclass(frozen=True, slots=True)
class PackingSlip:
    """Everything that one packing slip says, in the order in which it is read.

    ``shipment_count`` is the ordinal of this shipment (1-based); ``shipment_limit`` the policy's
    largest count, None where there is none.  ``copy`` is 0 for the first print, n for COPY n.
    ``packed_at_text`` is read after "Packed at": "station Pack 1, 24 Nov 2026 10:51".
    ``earlier`` are the site days on which shipments before this one left, the last being that of
    the one just before, () where it is not known;
    ``reference`` is the customer's own number for the order, or "".
    ``language`` (en, es, de, fr) is the customer's; ``words`` are what was said in it, None until
    it is said.  ``replaces`` is when the slip was said that this one makes void, or "".
    ``carton`` is None for a slip of the whole shipment.  ``picture`` is the file (PNG,
    JPEG) of the site's logo and ``logo`` its SHA-256, "" where there is none or none that could
    be read: ``logo_trouble`` says why, "" where nothing is wrong.
    """

    site_name: str
    site_address: str
    order: str
    shipment: str
    customer: str
    ship_to: tuple[str, ...]
    ordered_on: date
    packed_on: date
    packed_at_text: str
    shipment_count: int
    shipment_limit: int | None
    lines: tuple[SlipLine, ...]
    to_come: tuple[LineToCome, ...] = ()
    carrier: str = ""
    tracking: str = ""
    cartons: int = 1
    weight_g: int | None = None
    note: str = ""
    contact: str = ""
    copy: int = 0
    reference: str = ""
    earlier: tuple[date, ...] = ()
    language: str = "en"
    carton: WhichCarton | None = None
    replaces: str = ""
    logo: str = ""
    logo_trouble: str = ""
    picture: bytes = b""
    words: SlipWords | None = None


def printable(text: str, limit: int = NAME_LIMIT) -> str:
    """Return one line of at most ``limit`` code points that is safe to store and to draw.

    Left out: control characters, NUL, lone surrogates, and format characters (bidi overrides,
    zero-width marks) but for the two joiners.  Any run of blanks, blank letters among them,
    becomes one space; a no-break space stays one.
    """
    kept = (
        " " if _is_blank(character) and character != _NO_BREAK else character
        for character in text
        if _is_blank(character)
        or character in _JOINERS
        or unicodedata.category(character) not in {"Cc", "Cf", "Cs"}
    )
    return re.sub(" +", " ", "".join(kept)).strip()[:limit].rstrip()


def _is_blank(character: str) -> bool:
    return character.isspace() or character in _FILLERS


def cleaned(slip: PackingSlip) -> PackingSlip:
    """Return the slip with every text printable and capped; a clean slip is returned unchanged.

    Blank address lines are left out, and those past ``ADDRESS_LINES``.
    """
    address = tuple(line for line in map(printable, slip.ship_to) if line)
    return replace(
        slip,
        site_name=printable(slip.site_name),
        site_address=printable(slip.site_address),
        order=printable(slip.order),
        shipment=printable(slip.shipment),
        customer=printable(slip.customer),
        ship_to=address[:ADDRESS_LINES],
        packed_at_text=printable(slip.packed_at_text),
        lines=tuple(map(_clean_line, slip.lines)),
        to_come=tuple(map(_clean_to_come, slip.to_come)),
        carrier=printable(slip.carrier),
        tracking=printable(slip.tracking),
        note=printable(slip.note, NOTE_LIMIT),
        contact=printable(slip.contact),
        reference=printable(slip.reference),
    )


def _clean_line(line: SlipLine) -> SlipLine:
    return replace(
        line,
        line=printable(line.line),
        sku=printable(line.sku),
        description=printable(line.description),
        lots=tuple(lot for lot in map(printable, line.lots) if lot),
        serials=tuple(serial for serial in map(printable, line.serials) if serial),
        in_place_of=printable(line.in_place_of),
    )


def _clean_to_come(line: LineToCome) -> LineToCome:
    return replace(
        line,
        line=printable(line.line),
        sku=printable(line.sku),
        description=printable(line.description),
        reason=printable(line.reason),
        in_place_of=printable(line.in_place_of),
    )
