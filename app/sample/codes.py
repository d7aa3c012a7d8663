"""Barcode numbers of the sample: GS1 keys on prefix 040, restricted circulation, nobody's own.

Source: GS1 General Specifications, section 7.9 (check digit) and 1.4.2 (prefixes).
"""

from __future__ import annotations

COMPANY = "0400700"
"""GS1 prefix 040 and a made-up company number, 7 digits."""


def check_digit(body: str) -> str:
    """Return the modulo-10 check digit of ``body``: weights 3, 1, 3 … from the right."""
    total = sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(reversed(body)))
    return str(-total % 10)


def gtin_13(item: int) -> str:
    """Return the GTIN-13 of one unit; ``item`` lies in 0..99999."""
    body = f"{COMPANY}{item:05d}"
    return body + check_digit(body)


def gtin_14(unit_gtin: str) -> str:
    """Return the GTIN-14 of a case of that unit, packaging indicator 1."""
    body = "1" + unit_gtin[:-1]
    return body + check_digit(body)


def sscc(pallet: int) -> str:
    """Return the 18 digits of a pallet's SSCC; ``pallet`` lies in 0..999999999."""
    body = f"3{COMPANY}{pallet:09d}"
    return body + check_digit(body)
