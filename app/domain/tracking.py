"""Carriers' tracking numbers: whose a number is, and whether its check digit holds.  Pure.

Forms and weights: the collection jkeen/tracking_number_data (MIT), S10: UPU standard S10-12,
USPS: Publication 199 (IMpb), DPD: ISO/IEC 7064.  Forms without a check digit are not here: they
say nothing that could be verified.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    Rule = Callable[[str, str], bool]

MOST_CHARACTERS: Final = 40
_BLANKS = re.compile(r"[\s\x1d]+")
_SANE = re.compile(rf"[A-Z0-9-]{{6,{MOST_CHARACTERS}}}", re.ASCII)
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Form:
    """A carrier's form: ``serial`` and ``check`` are groups of its pattern.

    ``before`` stands before the serial where it is checked.  ``distinct``: no other code on a
    floor looks so; the others are carriers' numbers only where somebody says that they are.
    """

    carrier: str
    pattern: re.Pattern[str]
    rule: Rule
    distinct: bool = False
    before: str = ""

    def holds(self, number: str) -> bool | None:
        """Tell whether the check digit of a number holds; None for one of another form."""
        found = self.pattern.fullmatch(number)
        if found is None:
            return None
        serial = found["serial"]
        if not serial.startswith(self.before):
            serial = self.before + serial
        return self.rule(serial, found["check"])


@dataclass(frozen=True, slots=True)
class Number:
    """A carrier's number without blanks; ``carrier`` is "" where its form tells none.

    ``verified``: its check digit holds; False where it has none that is known here.
    """

    text: str
    carrier: str = ""
    verified: bool = False


def mod10(evens: int, odds: int) -> Rule:
    """Return the rule of weighed digits modulo 10; a letter counts as its ASCII code less 3."""

    def holds(serial: str, check: str) -> bool:
        values = (int(one) if one.isdigit() else (ord(one) - 3) % 10 for one in serial)
        weighed = (value * (odds if place % 2 else evens) for place, value in enumerate(values))
        return (sum(weighed) + int(check)) % 10 == 0

    return holds


def two_moduli(*weights: int) -> Rule:
    """Return FedEx's rule: the weighed sum modulo 11, then modulo 10."""

    def holds(serial: str, check: str) -> bool:
        total = sum(int(one) * weight for one, weight in zip(serial, weights, strict=True))
        return total % 11 % 10 == int(check)

    return holds


def mod7(serial: str, check: str) -> bool:
    """DHL's rule: the number modulo 7."""
    return int(serial) % 7 == int(check)


def luhn(serial: str, check: str) -> bool:
    """ISO/IEC 7812: every second digit from the right doubled, its digits added."""
    doubled = (int(one) * (1 + (place % 2 == 0)) for place, one in enumerate(serial[::-1]))
    return (sum(value // 10 + value % 10 for value in doubled) + int(check)) % 10 == 0


def s10(serial: str, check: str) -> bool:
    """UPU S10: weights 8 6 4 2 3 5 9 7, eleven less the remainder; 10 is 0 and 11 is 5."""
    total = sum(int(one) * weight for one, weight in zip(serial, _S10, strict=True))
    return {10: 0, 11: 5}.get(11 - total % 11, 11 - total % 11) == int(check)


def mod37_36(serial: str, check: str) -> bool:
    """ISO/IEC 7064 MOD 37,36: the hybrid system for letters and digits."""
    rest = 36
    for one in serial:
        rest = (rest + _ALPHABET.index(one)) % 36 or 36
        rest = rest * 2 % 37
    return (rest + _ALPHABET.index(check)) % 36 == 1


_S10: Final = (8, 6, 4, 2, 3, 5, 9, 7)
_CHECK = "(?P<check>[0-9])"
_COUNTRY = "(?!AA|Q[M-Z]|X[A-Z]|ZZ)[A-Z]{2}"  # ISO 3166-1, without what anybody may assign
_ROUTED = "(?:420[0-9]{5}(?:[0-9]{4})?)?"  # USPS: the destination's ZIP, or ZIP+4, before it


def _form(
    carrier: str, pattern: str, rule: Rule, *, distinct: bool = False, before: str = ""
) -> Form:
    return Form(carrier, re.compile(pattern, re.ASCII), rule, distinct, before)


def _serial(digits: int) -> str:
    return f"(?P<serial>[0-9]{{{digits}}}){_CHECK}"


_FEDEX_12 = two_moduli(3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1)
_FEDEX_13 = two_moduli(1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1)
_IMPB = "(?P<serial>9[2-5](?:[0-9]{19}|[0-9]{23}))" + _CHECK  # 22 or 26 digits
FORMS: Final = (
    _form("UPS", f"1Z(?P<serial>[A-Z0-9]{{15}}){_CHECK}", mod10(1, 2), distinct=True),
    _form("UPS", f"[AHJKTV]{_serial(9)}", mod10(1, 2)),
    _form("Post (S10)", f"[A-Z]{{2}}{_serial(8)}{_COUNTRY}", s10, distinct=True),
    _form("USPS", _ROUTED + _IMPB, mod10(3, 1), distinct=True),
    _form("USPS", _serial(19), mod10(3, 1)),
    _form("USPS", f"{_ROUTED}(?P<serial>91[0-9]{{19}}){_CHECK}", mod10(3, 1)),
    _form("USPS", _ROUTED + _serial(19), mod10(3, 1), before="91"),
    _form("FedEx", f"96[0-9]{{5}}{_serial(14)}", mod10(1, 3), distinct=True),
    _form("FedEx", f"96[0-9]{{18}}{_serial(13)}", _FEDEX_13, distinct=True),
    _form("FedEx", f"[0-8][0-9]{{19}}{_serial(13)}", _FEDEX_13),
    _form("FedEx", f"3[0-9]{{15}}{_serial(11)}[0-9]{{4}}", _FEDEX_12),
    _form("FedEx", _serial(11), _FEDEX_12),
    _form("FedEx", _serial(14), mod10(1, 3)),
    _form("FedEx", f"[0-9]{{2}}{_serial(15)}", mod10(3, 1)),
    _form("DHL", _serial(9), mod7),
    _form("DHL", _serial(10), mod7),
    _form("DPD", "(?P<serial>[0-9]{27})(?P<check>[0-9A-Z])", mod37_36),
    _form("DPD", "(?P<serial>[0-9]{14})(?P<check>[0-9A-Z])", mod37_36),
    _form("Canada Post", _serial(15), mod10(3, 1)),
    _form("Old Dominion", f"(?P<serial>(?:77[78]|072|780)[0-9]{{7}}){_CHECK}", luhn),
    _form("Old Dominion", f"(?P<serial>80[0-9]{{8}}){_CHECK}", luhn),
    _form("OnTrac", f"C{_serial(13)}", mod10(1, 2), before="4"),
    _form("OnTrac", f"D{_serial(13)}", mod10(1, 2), before="5"),
    _form("Purolator", f"(?P<serial>[0-5][0-9]{{10}}){_CHECK}", luhn),
)


def plain(text: str) -> str:
    """Return a number as it is kept: capitals, without blanks and separators."""
    return _BLANKS.sub("", text).upper()


def recognised(text: str) -> bool | None:
    """Tell whether a code has a carrier's distinct form, and its check digit holds; else None."""
    number = plain(text)
    told = {form.holds(number) for form in FORMS if form.distinct} - {None}
    return None if not told else True in told


def read_number(text: str, carrier: str = "") -> Number | None:
    """Read what somebody says is a carrier's number, None where it cannot be right.

    That is so where some form fits it and no check digit holds, or it is none at all.  ``carrier``
    is who is said to fetch it: its forms come first.
    """
    number = plain(text)
    fits = [(form, form.holds(number)) for form in FORMS]
    mine = [each for each in fits if _is_of(each[0], carrier)]
    for form, holds in (*mine, *fits):
        if holds:
            return Number(number, form.carrier, verified=True)
    if any(holds is False for _form, holds in fits) or not _SANE.fullmatch(number):
        return None
    return Number(number)


def _is_of(form: Form, carrier: str) -> bool:
    return bool(carrier) and carrier.casefold().startswith(form.carrier.casefold())
