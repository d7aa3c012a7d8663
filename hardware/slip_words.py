"""Every sentence of the packing slip, in plain words; dates are written out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from app.domain.documents import LineToCome, PackingSlip

TITLE: Final = "Packing slip"
SHIP_TO: Final = "Ship to"
CARRIER: Final = "Carrier"
TRACKING: Final = "Tracking"
CARTONS: Final = "Cartons, weight"
THIS_IS: Final = "This is shipment"
ORDER: Final = "Order"
SHIPMENT: Final = "Shipment"
REFERENCE: Final = "Your reference"
ORDERED_ON: Final = "Ordered"
IN_THIS_BOX: Final = "In this box"
BOX_HEADS: Final = ("Line", "Item", "Description", "Ordered", "Shipped before", "Shipped now")
UNITS_HERE: Final = "Units in this shipment"
STILL_TO_COME: Final = "Still to come"
NOTHING_TO_DO: Final = "not in this box, nothing to do"
COME_HEADS: Final = ("Line", "Item", "Description", "Units", "We expect to ship")
NO_DATE: Final = "no date yet"
NOTE: Final = "Note"
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(when: date) -> str:
    """Write a day out, 9 November 2026, with blanks at which no line breaks."""
    return f"{when.day}\u00a0{_MONTHS[when.month - 1]}\u00a0{when.year}"


def expected(line: LineToCome) -> str:
    """Write the expected day or range as short as it is still plain: 25–26 November 2026."""
    first, last = line.expected_from, line.expected_to
    if first is None or last is None:
        if first is not None:
            return f"from {day(first)}"
        return NO_DATE if last is None else f"by {day(last)}"
    if last <= first:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}\u2013{day(last)}"
    if first.year == last.year:
        return f"{first.day}\u00a0{_MONTHS[first.month - 1]} \u2013 {day(last)}"
    return f"{day(first)} \u2013 {day(last)}"


def which_shipment(slip: PackingSlip) -> str:
    """Say after the big ordinal how many there can be: "of up to 3", or "" where no limit is."""
    if slip.shipment_limit is None:
        return ""
    return "of 1" if slip.shipment_limit == 1 else f"of up to {slip.shipment_limit}"


def before_and_after(slip: PackingSlip) -> str:
    """Say what left before this shipment, or that nothing is to follow."""
    said = []
    if slip.earlier and slip.shipment_count > 1:
        said.append(f"Shipment {slip.shipment_count - 1} left on {day(slip.earlier[-1])}.")
    if not slip.to_come:
        said.append("Nothing more is to come.")
    elif not said:
        said.append("More is to come, see below.")
    return " ".join(said)


def how_it_follows(slip: PackingSlip) -> str:
    """Close the part still to come: by which shipment, and that the customer need do nothing."""
    leaves, them = (
        ("They leave", "they ship") if len(slip.to_come) > 1 else ("It leaves", "it ships")
    )
    following = slip.shipment_count + 1
    if slip.shipment_limit == following:
        how = f"{leaves} as shipment {following}, the last one."
    else:
        how = f"{leaves} with a later shipment."
    return f"{how} We will write to you when {them}, or if the date changes."


def cartons(slip: PackingSlip) -> str:
    """Write cartons and, where weighed, kilograms: 1 carton, 12.36 kg."""
    count = "1 carton" if slip.cartons == 1 else f"{slip.cartons} cartons"
    if slip.weight_g is None:
        return count
    grams = f"{slip.weight_g % 1000:03d}".rstrip("0").ljust(2, "0")
    return f"{count}, {slip.weight_g // 1000}.{grams} kg"


def lots(names: tuple[str, ...]) -> str:
    """Name the lots of a line: Lot A12, or Lots A12, B3."""
    return f"{'Lot' if len(names) == 1 else 'Lots'} {', '.join(names)}"


def dated(slip: PackingSlip, page: int, pages: int) -> str:
    """Write the line below the title."""
    return f"{day(slip.packed_on)} \u00b7 page {page} of {pages}"


def copy_mark(slip: PackingSlip) -> str:
    """Return the mark of a second paper, "" on the first."""
    return f"COPY {slip.copy}" if slip.copy > 0 else ""


def packed(slip: PackingSlip) -> str:
    """Write where and when the box was packed, "" where not known."""
    return f"Packed at {slip.packed_at_text}" if slip.packed_at_text else ""


def whom_to_ask(slip: PackingSlip) -> str:
    """Write whom to ask when something is wrong, "" where there is no contact."""
    if not slip.contact:
        return ""
    return f"Missing or broken? {slip.contact}, quote {slip.shipment}"


def no_font(code_points: list[str]) -> str:
    """Warn of letters that no font on this machine has."""
    return f"No font here draws {', '.join(code_points)}; the paper shows the code in its place."


def no_bars(what: str, number: str, *, too_long: bool) -> str:
    """Warn of a number that is printed as text alone; ``what`` is ORDER or SHIPMENT."""
    why = (
        "is too long for the page"
        if too_long
        else "has no letters, or some that Code 128 cannot carry"
    )
    return f"{what} {number[:40] or '(none)'} {why}: it is printed as text, with no barcode."


def narrow_bars(what: str, number: str) -> str:
    """Warn of bars under the house's width."""
    return f"{what} {number[:40]} is long: its barcode is narrow, scan it from near by."


def cut(text: str) -> str:
    """Warn of a text that had to be shortened; the first letters tell which."""
    return f"Shortened to fit: {text[:40]}…"


def in_place_of(replaced: str) -> str:
    """Say in place of what a substitute is in the box."""
    return f"In place of {replaced}"
