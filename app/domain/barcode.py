"""The form of a code: what is stripped from it, and under which key it is kept and found.

Pure.  Only ASCII ``0`` to ``9`` are digits; other scripts' digits never are.
"""

from __future__ import annotations

import re

GS = "\x1d"
LONGEST_CODE = 512  # characters; no symbol on a floor holds more, and a buffer must end somewhere

_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_DIGITS = re.compile(r"[0-9]+")
_BLANKS = " \t\r\n\f\v\u00a0"  # not str.strip(): that would take GS for a blank
_GTIN_LENGTHS = frozenset({8, 12, 13, 14})
_SSCC_LENGTH = 18
_UPC_E_LENGTH = 8
_SHORT_UPC_E = frozenset({6, 7})


def split_aim(text: str) -> tuple[str, str]:
    """Return (AIM symbology identifier or "", code): ``]C101…`` → ``("]C1", "01…")``.

    Blanks around are stripped.  Source: ISO/IEC 15424 (``]``, a code character, a modifier).
    """
    code = text.strip(_BLANKS)
    if found := _AIM.match(code):
        return found.group(), code[found.end() :].strip(_BLANKS)
    return "", code


def clean(text: str) -> str:
    """Strip blanks around a code and its AIM identifier (``]C1``), and never more: GS stays."""
    return split_aim(text)[1]


def is_digits(text: str) -> bool:
    """Whether text is one or more ASCII digits and nothing else."""
    return _DIGITS.fullmatch(text) is not None


def check_digit_holds(digits: str) -> bool:
    """Whether the last digit is the mod-10 check digit of the others.

    ``digits`` is a GTIN or SSCC in ASCII digits.  GS1 General Specifications 7.9.1.
    """
    weighed = (int(digit) * (3, 1)[place % 2] for place, digit in enumerate(digits[-2::-1]))
    return (sum(weighed) + int(digits[-1])) % 10 == 0


def check_digit_for(digits: str) -> str:
    """Return the mod-10 check digit behind digits.  GS1 General Specifications 7.9.1."""
    return next(last for last in "0123456789" if check_digit_holds(digits + last))


def gtin_key(text: str) -> str | None:
    """Return the 14-digit form of a code of 8, 12, 13 or 14 digits, None for any other.

    GTINs are equal when they are equal padded to 14 digits.  The check digit is not looked at
    (``check_digit_holds`` tells): many real products carry wrong ones and are sold all the same.
    """
    if len(text) in _GTIN_LENGTHS and is_digits(text):
        return text.zfill(14)
    return None


def barcode_key(text: str) -> str:
    """Return the key under which a barcode (or a SKU, its own barcode) is kept and found.

    The 14-digit form where the code has a GTIN's length, else the cleaned text itself.  Eight
    digits that are no GTIN-8 by their check digit but a UPC-E by theirs are that UPC-E.
    """
    code = clean(text)
    key = gtin_key(code) or code
    if len(code) == _UPC_E_LENGTH and not (is_digits(code) and check_digit_holds(code)):
        return upc_e_key(code) or key
    return key


def is_sscc(text: str) -> bool:
    """Whether text has the form of an SSCC: 18 digits; the check digit is not looked at."""
    return len(text) == _SSCC_LENGTH and is_digits(text)


def upc_e_key(text: str) -> str | None:
    """Return the 14-digit form of a UPC-E of 6, 7 or 8 digits, None where it is none.

    Six digits lack the number system (then 0) and the check digit, seven the check digit alone.
    """
    if len(text) == _UPC_E_LENGTH:
        full = expand_upc_e(text)
    elif len(text) in _SHORT_UPC_E:
        digits = text.zfill(_UPC_E_LENGTH - 1)
        full = next(filter(None, (expand_upc_e(f"{digits}{last}") for last in range(10))), None)
    else:
        full = None
    return full and full.zfill(14)


def expand_upc_e(text: str) -> str | None:
    """Return the 12 digits of a UPC-E of 8 digits whose check digit holds, else None.

    Where they are a GTIN-8 too, only a symbology identifier can say which is meant.
    GS1 General Specifications 5.2.2.4.2 (zero-suppressed UPC-E).
    """
    if len(text) != _UPC_E_LENGTH or not is_digits(text) or text[0] not in "01":
        return None
    body, last = text[1:7], text[6]
    if last in "012":
        middle = f"{body[:2]}{last}0000{body[2:5]}"
    elif last == "3":
        middle = f"{body[:3]}00000{body[3:5]}"
    elif last == "4":
        middle = f"{body[:4]}00000{body[4]}"
    else:
        middle = f"{body[:5]}0000{last}"
    expanded = f"{text[0]}{middle}{text[7]}"
    return expanded if check_digit_holds(expanded) else None
