"""What a scanned code means on this floor: the one place where a text becomes a thing.  Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain import gs1
from app.domain.barcode import (
    GS,
    LONGEST_CODE,
    barcode_key,
    check_digit_holds,
    gtin_key,
    is_digits,
    is_sscc,
    split_aim,
    upc_e_key,
)
from app.domain.bracketed import read_bracketed
from app.domain.command_scan import read_command
from app.domain.digital_link import read_link
from app.domain.gs1 import Defect, Element, Fault
from app.domain.measures import read_measures
from app.domain.reading import Kind, Reading
from app.domain.store_numbers import read_store_number
from app.domain.symbology import is_gs1, is_retail, retail_key, split_composite
from app.domain.tracking import recognised

if TYPE_CHECKING:
    from app.domain.reading import Known

THIS_CENTURY = 2025  # the year that two-digit years lie around unless the clock's is handed in

_UPC_E = 8  # digits
_EAN_13 = 13  # digits, of the 18 that it has together with an add-on of 5
_CONTROLS = re.compile(r"[\x00-\x1c\x1e\x1f\x7f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Scanned:
    """One code to understand: its reading while nothing is known yet, and what helps."""

    blank: Reading
    known: Known
    aim: str
    year: int
    region: str

    @property
    def code(self) -> str:
        return self.blank.code

    def bad(self, defect: Defect) -> Reading:
        return replace(self.blank, kind=Kind.BAD, defect=defect)


def understand(
    text: str, known: Known, *, aim: str = "", year: int = THIS_CENTURY, region: str = ""
) -> Reading:
    """Say what a code means; never raises, whatever the text.

    In this order: a command, an item, a location, an order, an ASN, a container, and then what
    its form tells: a Digital Link, a GS1 message, a GTIN, an SSCC.  So a known code always wins
    over its form.  What may be several things by the same rule is BAD, and names them.
    ``aim`` is the identifier where the device has split it off already; ``year`` the clock's;
    ``region`` the country whose rule the shops' own numbers follow, "" where they are plain GTINs.
    """
    if defect := _not_a_code(text):
        return Reading(text, Kind.BAD, defect=defect)
    found_aim, code = split_aim(text)
    blank = Reading(text, Kind.UNKNOWN, code)
    scanned = _Scanned(blank, known, found_aim or aim, year, region)
    if not code.strip(GS):
        return scanned.bad(Defect(Fault.EMPTY))
    return _known(scanned) or _by_form(scanned)


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


def _known(scanned: _Scanned) -> Reading | None:
    code, blank, known = scanned.code, scanned.blank, scanned.known
    if command := read_command(code):
        return replace(blank, kind=Kind.COMMAND, command=command)
    if item := _known_item(scanned):
        return item
    if known.location(code):
        return replace(blank, kind=Kind.LOCATION)
    if known.order(code):
        return replace(blank, kind=Kind.ORDER)
    if known.asn(code):
        return replace(blank, kind=Kind.ASN)
    if known.container(code):
        return replace(blank, kind=Kind.CONTAINER, sscc=code if is_sscc(code) else None)
    return None


def _known_item(scanned: _Scanned) -> Reading | None:
    """Return the one product that the code names; BAD with all of them where they are several."""
    code, known = scanned.code, scanned.known
    symbol_key = retail_key(code, scanned.aim) if is_retail(scanned.aim) else None
    if symbol_key and known.item(symbol_key):
        return _gtin(scanned, symbol_key)
    found: dict[str, Reading] = {}
    for key in _item_keys(scanned):
        if item := known.item(key):
            sku, units = item
            reading = replace(scanned.blank, kind=Kind.ITEM, gtin=gtin_key(key), sku=sku)
            found.setdefault(sku, replace(reading, units=units))
    if len(found) > 1:
        return scanned.bad(Defect(Fault.SEVERAL, may_be=tuple(found)))
    return next(iter(found.values()), None)


def _item_keys(scanned: _Scanned) -> dict[str, None]:
    """Return the keys under which the code may be a product: its own, as it is, as a UPC-E."""
    code = scanned.code
    own = gtin_key(code) or code
    if is_retail(scanned.aim):
        return dict.fromkeys((own, code))
    may_be_upc = not scanned.aim and len(code) == _UPC_E
    keys = (barcode_key(code), own, code, upc_e_key(code) if may_be_upc else None)
    return dict.fromkeys(key for key in keys if key)


def _by_form(scanned: _Scanned) -> Reading:
    code, aim = scanned.code, scanned.aim
    if (found := read_link(code) or read_bracketed(code)) is not None:
        return _message(scanned, found)
    if is_retail(aim):
        return _retail(scanned)
    if is_gs1(aim) or GS in code:
        return _message(scanned, gs1.read_elements(code))
    if several := _several(scanned):
        return scanned.bad(several)
    if key := gtin_key(code):
        return _checked(scanned, code) or _gtin(scanned, key)
    if is_sscc(code):
        container = replace(scanned.blank, kind=Kind.CONTAINER, sscc=code)
        return _checked(scanned, code) or container
    if (number := _carrier_number(scanned)) is not None:
        return number
    if _is_lone_element(code) or (not aim and gs1.opens_like_a_message(code)):
        return _message(scanned, gs1.read_elements(code), is_raw=True)
    return scanned.blank


def _retail(scanned: _Scanned) -> Reading:
    """Understand an EAN or UPC that nobody knows as it stands, with what is printed beside it."""
    linear, component = split_composite(scanned.code) or (scanned.code, "")
    key = retail_key(linear, scanned.aim)
    if key is None:
        return scanned.blank
    if not component:
        return _checked(scanned, key) or _gtin(scanned, key)
    beside = gs1.read_elements(component)
    if isinstance(beside, Defect):
        return scanned.bad(replace(beside, at=beside.at + len(scanned.code) - len(component)))
    return _message(scanned, (Element("01", key, 0), *beside))


def _several(scanned: _Scanned) -> Defect | None:
    """Return what an unknown code may be that no symbol tells apart, None where it is clear."""
    code = scanned.code
    if scanned.aim or not is_digits(code) or not check_digit_holds(code):
        return None
    if len(code) == _UPC_E and (upc := upc_e_key(code)):
        return Defect(Fault.SEVERAL, may_be=(f"GTIN-8 {code}", f"UPC-E {upc[2:]}"))
    if is_sscc(code) and (item := scanned.known.item(code[:_EAN_13].zfill(14))):
        return Defect(Fault.SEVERAL, may_be=(f"SSCC {code}", item[0]))
    return None


def _checked(scanned: _Scanned, digits: str) -> Reading | None:
    """Return a reading that is BAD for its check digit, None where the digit holds."""
    return None if check_digit_holds(digits) else scanned.bad(Defect(Fault.CHECK_DIGIT))


def _carrier_number(scanned: _Scanned) -> Reading | None:
    """Return a carrier's number by its form, BAD for its check digit; None for no such form."""
    holds = recognised(scanned.code)
    if holds is None:
        return None
    if not holds:
        return scanned.bad(Defect(Fault.CHECK_DIGIT))
    return replace(scanned.blank, kind=Kind.TRACKING)


def _is_lone_element(code: str) -> bool:
    """Whether the code is 01 and 14 digits, or 00 and 18 digits, and nothing behind."""
    return is_digits(code) and (code[:2], len(code)) in {("01", 16), ("00", 20)}


def _gtin(scanned: _Scanned, key: str) -> Reading:
    """Understand a GTIN; a shop's own number is found by what it has in common with the others."""
    sku, units = scanned.known.item(key) or (None, None)
    item = replace(scanned.blank, kind=Kind.ITEM, gtin=key, sku=sku, units=units)
    number = None if sku else read_store_number(key, scanned.region)
    if number is None:
        return item
    if isinstance(number, Defect):
        return scanned.bad(number)
    sku, units = scanned.known.item(number.gtin) or (None, None)
    measures = (number.measure,) if number.measure else ()
    return replace(
        item, gtin=number.gtin, sku=sku, units=units, count=number.count, measures=measures
    )


def _message(
    scanned: _Scanned, elements: tuple[Element, ...] | Defect, *, is_raw: bool = False
) -> Reading:
    """Understand GS1 elements; a raw message (no AIM identifier, no GS) may have lost its GS."""
    number = _carrier_number(scanned) if {"01", "02", "00"}.isdisjoint(_ais(elements)) else None
    if number is not None and not number.defect:
        return number
    if isinstance(elements, Defect):
        return scanned.bad(elements)
    reading = _filled(scanned, elements)
    is_ours = reading.is_known_item or bool(reading.sscc and scanned.known.container(reading.sscc))
    defect = None if is_ours else gs1.check_digit_defect(elements)
    if not defect and is_raw:
        defect = gs1.lost_separator(elements)
    return scanned.bad(defect) if defect else reading


def _ais(elements: tuple[Element, ...] | Defect) -> set[str]:
    return set() if isinstance(elements, Defect) else {element.ai for element in elements}


def _filled(scanned: _Scanned, elements: tuple[Element, ...]) -> Reading:
    values = {element.ai: element.value for element in elements}
    gtin = values.get("01") or values.get("02")
    sku, units = (scanned.known.item(gtin) if gtin else None) or (None, None)
    best_until = values.get("17") or values.get("15")
    count = values.get("30") or values.get("37")
    return replace(
        scanned.blank,
        kind=_kind_of(values),
        gtin=gtin,
        sku=sku,
        units=units,
        lot=values.get("10"),
        expires_on=gs1.read_date(best_until, scanned.year) if best_until else None,
        serial=values.get("21"),
        sscc=values.get("00"),
        count=int(count) if count else None,
        elements=tuple(values.items()),
        measures=read_measures(elements),
    )


def _kind_of(values: dict[str, str]) -> Kind:
    if "01" in values:
        return Kind.ITEM
    return Kind.CONTAINER if "00" in values else Kind.UNKNOWN
