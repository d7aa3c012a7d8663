"""What a scanned code means on this floor: the one place where a text becomes a thing.  Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from app.domain import gs1
from app.domain.barcode import (
    GS,
    LONGEST_CODE,
    barcode_key,
    check_digit_holds,
    expand_upc_e,
    gtin_key,
    is_digits,
    is_sscc,
    split_aim,
)
from app.domain.command_scan import Command, read_command
from app.domain.gs1 import Defect, Element, Fault

if TYPE_CHECKING:
    from datetime import date

THIS_CENTURY = 2025  # the year that two-digit years lie around unless the clock's is handed in

_GS1_AIMS = frozenset({"]C1", "]e0", "]d2", "]Q3", "]J1"})
_RETAIL_AIM = "]E"  # EAN and UPC: 18 digits there are an EAN-13 with its add-on, no SSCC
_CONTROLS = re.compile(r"[\x00-\x1c\x1e\x1f\x7f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


class Known(Protocol):
    """What this warehouse knows by its codes; a dictionary's get, or a query by key."""

    def item(self, key: str) -> tuple[str, int] | None:
        """Return (sku, units of one scan) of a barcode's key or of a SKU itself, else None."""
        ...

    def location(self, code: str) -> bool:
        """Whether a location has this code."""
        ...

    def order(self, number: str) -> bool:
        """Whether an order has this number."""
        ...

    def asn(self, number: str) -> bool:
        """Whether an inbound shipment has this number."""
        ...

    def container(self, code: str) -> bool:
        """Whether a container (carton, tote, pallet) has this code or SSCC."""
        ...


class Kind(StrEnum):
    """What a code is; ``ITEM`` without a SKU is a right GTIN that nobody has taught us."""

    ITEM = "item"
    CONTAINER = "container"
    LOCATION = "location"
    ORDER = "order"
    ASN = "asn"
    COMMAND = "command"
    TRACKING = "tracking"
    UNKNOWN = "unknown"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Reading:
    """A code as understood.

    ``scan`` is the text as it came, ``code`` the same without blanks and AIM identifier: the
    location, order, ASN or container that it names.  ``units`` (each) is what one scan of the
    barcode stands for; ``count`` is AI 30 or 37.  ``expires_on`` is AI 17, else AI 15.
    ``elements`` are the GS1 elements as (AI, value), in their order, () where there are none.
    ``defect`` says why a code is BAD.
    """

    scan: str
    kind: Kind
    code: str = ""
    gtin: str | None = None
    sku: str | None = None
    units: int | None = None
    lot: str | None = None
    expires_on: date | None = None
    serial: str | None = None
    sscc: str | None = None
    count: int | None = None
    elements: tuple[tuple[str, str], ...] = ()
    command: Command | None = None
    defect: Defect | None = None

    @property
    def is_known_item(self) -> bool:
        """Whether the code is a product of ours: then ``sku`` and ``units`` are there."""
        return self.kind is Kind.ITEM and self.sku is not None

    @property
    def has_bad_check_digit(self) -> bool:
        """Whether it is refused for its check digit (``bad_check_digit``), not for its form."""
        return self.defect is not None and self.defect.fault is Fault.CHECK_DIGIT


def understand(text: str, known: Known, *, aim: str = "", year: int = THIS_CENTURY) -> Reading:
    """Say what a code means; never raises, whatever the text.

    In this order: a command, an item, a location, an order, an ASN, a container, and then what
    its form tells: a GS1 message, a GTIN, an SSCC.  So a known code always wins over its form.
    ``aim`` is the identifier where the device has split it off already; ``year`` the clock's.
    """
    if defect := _not_a_code(text):
        return Reading(text, Kind.BAD, defect=defect)
    found_aim, code = split_aim(text)
    blank = Reading(text, Kind.UNKNOWN, code)
    if not code.strip(GS):
        return replace(blank, kind=Kind.BAD, defect=Defect(Fault.EMPTY))
    return _known(blank, known) or _by_form(blank, known, found_aim or aim, year)


def _not_a_code(text: str) -> Defect | None:
    """What no lookup may see: no end, control characters other than GS, halves of characters."""
    if len(text) > LONGEST_CODE:
        return Defect(Fault.TOO_LONG, LONGEST_CODE)
    trimmed = split_aim(text)[1]
    if found := _SURROGATES.search(trimmed):
        return Defect(Fault.NOT_TEXT, found.start())
    if found := _CONTROLS.search(trimmed):
        return Defect(Fault.CONTROL_CHARACTER, found.start())
    return None


def _known(blank: Reading, known: Known) -> Reading | None:
    code = blank.code
    if command := read_command(code):
        return replace(blank, kind=Kind.COMMAND, command=command)
    if found := _item(code, known):
        sku, units = found
        return replace(blank, kind=Kind.ITEM, gtin=gtin_key(code), sku=sku, units=units)
    if known.location(code):
        return replace(blank, kind=Kind.LOCATION)
    if known.order(code):
        return replace(blank, kind=Kind.ORDER)
    if known.asn(code):
        return replace(blank, kind=Kind.ASN)
    if known.container(code):
        return replace(blank, kind=Kind.CONTAINER, sscc=code if is_sscc(code) else None)
    return None


def _item(code: str, known: Known) -> tuple[str, int] | None:
    key = barcode_key(code)
    return known.item(key) or (known.item(code) if key != code else None)


def _by_form(blank: Reading, known: Known, aim: str, year: int) -> Reading:
    code = blank.code
    if aim in _GS1_AIMS or GS in code:
        return _message(blank, known, year, is_raw=False)
    if aim == "]E0" and (upc_a := expand_upc_e(code)):
        return _gtin(blank, known, upc_a.zfill(14))
    if key := gtin_key(code):
        return _checked(blank, check_digit_holds(key)) or _gtin(blank, known, key)
    if is_sscc(code) and not aim.startswith(_RETAIL_AIM):
        container = replace(blank, kind=Kind.CONTAINER, sscc=code)
        return _checked(blank, check_digit_holds(code)) or container
    if _is_lone_element(code) or (not aim and gs1.opens_like_a_message(code)):
        return _message(blank, known, year, is_raw=True)
    return blank


def _checked(blank: Reading, holds: bool) -> Reading | None:
    """Return a reading that is BAD for its check digit, None where the digit holds."""
    return None if holds else replace(blank, kind=Kind.BAD, defect=Defect(Fault.CHECK_DIGIT))


def _is_lone_element(code: str) -> bool:
    """Whether the code is 01 and 14 digits, or 00 and 18 digits, and nothing behind."""
    return is_digits(code) and (code[:2], len(code)) in {("01", 16), ("00", 20)}


def _gtin(blank: Reading, known: Known, key: str) -> Reading:
    sku, units = known.item(key) or (None, None)
    return replace(blank, kind=Kind.ITEM, gtin=key, sku=sku, units=units)


def _message(blank: Reading, known: Known, year: int, *, is_raw: bool) -> Reading:
    """Understand a GS1 message; a raw one (no AIM identifier, no GS) may have lost its GS."""
    elements = gs1.read_elements(blank.code)
    if isinstance(elements, Defect):
        return replace(blank, kind=Kind.BAD, defect=elements)
    reading = _filled(blank, known, elements, year)
    is_ours = reading.is_known_item or bool(reading.sscc and known.container(reading.sscc))
    defect = None if is_ours else gs1.check_digit_defect(elements)
    if not defect and is_raw:
        defect = gs1.lost_separator(elements)
    if defect:
        return replace(blank, kind=Kind.BAD, defect=defect)
    return reading


def _filled(blank: Reading, known: Known, elements: tuple[Element, ...], year: int) -> Reading:
    values = {element.ai: element.value for element in elements}
    gtin = values.get("01") or values.get("02")
    sku, units = (known.item(gtin) if gtin else None) or (None, None)
    best_until = values.get("17") or values.get("15")
    count = values.get("30") or values.get("37")
    return replace(
        blank,
        kind=_kind_of(values),
        gtin=gtin,
        sku=sku,
        units=units,
        lot=values.get("10"),
        expires_on=gs1.read_date(best_until, year) if best_until else None,
        serial=values.get("21"),
        sscc=values.get("00"),
        count=int(count) if count else None,
        elements=tuple(values.items()),
    )


def _kind_of(values: dict[str, str]) -> Kind:
    if "01" in values:
        return Kind.ITEM
    return Kind.CONTAINER if "00" in values else Kind.UNKNOWN
