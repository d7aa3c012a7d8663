"""What the symbol itself says of a code: AIM symbology identifiers.  Pure.

Source: ISO/IEC 15424, and the symbologies' own standards for the modifiers.
"""

from __future__ import annotations

from app.domain.barcode import gtin_key, is_digits, upc_e_key

_GS1 = frozenset({  # FNC1 in first position: GS1 element strings and nothing else
    "]C1",         # GS1-128
    "]e0",         # GS1 DataBar, and the composites
    "]d2", "]d5",  # GS1 DataMatrix, the latter with ECI
    "]Q3", "]Q4",  # GS1 QR code, the latter with ECI
    "]J1",         # GS1 DotCode
    "]L3",         # PDF417 in place of GS1-128
    "]z1",         # Aztec
})  # fmt: skip
_RETAIL = "]E"
_EAN_8, _ADD_ONS, _WITH_ADD_ON = "]E4", frozenset({"]E1", "]E2"}), "]E3"
_EAN_8_LENGTH, _EAN_13_LENGTH = 8, 13
_BESIDE_ADD_ON = {15: 13, 18: 13, 14: 12, 17: 12}  # digits in all → digits before 2 or 5 more
_COMPOSITE = "|]e0"


def is_gs1(aim: str) -> bool:
    """Whether a symbol holds GS1 element strings."""
    return aim in _GS1


def is_retail(aim: str) -> bool:
    """Whether it is an EAN or UPC: never an SSCC, a place or a number of 14 digits."""
    return aim.startswith(_RETAIL)


def retail_key(code: str, aim: str) -> str | None:
    """Return the 14-digit form of what an EAN or UPC symbol holds, None where that is no GTIN.

    An add-on of 2 or 5 digits is cut off; a UPC-E is expanded.  Check digits are not looked at.
    GS1 General Specifications 5.2.
    """
    if not is_digits(code) or aim in _ADD_ONS:
        return None
    if aim == _EAN_8:
        return gtin_key(code) if len(code) == _EAN_8_LENGTH else None
    if aim == _WITH_ADD_ON and len(code) in _BESIDE_ADD_ON:
        return gtin_key(code[: _BESIDE_ADD_ON[len(code)]])
    return upc_e_key(code) or (gtin_key(code) if len(code) <= _EAN_13_LENGTH else None)


def split_composite(code: str) -> tuple[str, str] | None:
    """Return (linear, elements) of an EAN or UPC with a composite component, None without one."""
    linear, mark, component = code.partition(_COMPOSITE)
    return (linear, component) if mark else None
