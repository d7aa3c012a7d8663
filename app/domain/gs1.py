r"""GS1 element strings (GS1-128, GS1 DataMatrix, GS1 DataBar, GS1 QR) taken apart, or refused.

Pure.  A message is read exactly or refused with the place: where a variable field ends is never
guessed.  The list of application identifiers (AI) and their formats is biip's; the splitting is
ours, since biip reads on behind a field that is too long as if a new one began there.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from app.domain.barcode import GS, check_digit_holds, is_digits

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEYS = frozenset({"00", "01", "02"})
_GLNS = frozenset(f"41{last}" for last in range(8))
_CHECKED = {  # AI → how many digits from the front end with their mod-10 check digit
    "00": 18, "01": 14, "02": 14, "03": 14, "253": 13, "255": 13, "402": 17, "8003": 14,
    "8006": 14, "8017": 18, "8018": 18, "8026": 14, **dict.fromkeys(_GLNS, 13),
}  # fmt: skip
_DATES = {  # AI → how many days of six digits may open its value
    "11": 1, "12": 1, "13": 1, "15": 1, "16": 1, "17": 1, "4324": 1, "4325": 1, "4326": 1,
    "7003": 1, "7006": 1, "7007": 2, "7011": 1, "8008": 1,
}  # fmt: skip
_SHORT_DATES = frozenset({"11", "12", "13", "15", "16", "17"})
_OPENING = {"01": 14, "00": 18}  # what a message without any sign of GS1 may open with: AI → digits
_LONG_SERIAL = 4  # characters from which "21…" inside a lot is taken for a lost GS


class Fault(StrEnum):
    """Why a code is refused as it stands; worded in ``app.texts``."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    CONTROL_CHARACTER = "control_character"
    NOT_TEXT = "not_text"
    CHECK_DIGIT = "check_digit"
    UNKNOWN_AI = "unknown_ai"
    BAD_VALUE = "bad_value"
    BAD_DATE = "bad_date"
    REPEATED_AI = "repeated_ai"
    AMBIGUOUS = "ambiguous"
    SEVERAL = "several"
    MISPLACED_AI = "misplaced_ai"
    COMPRESSED = "compressed"


@dataclass(frozen=True, slots=True)
class Defect:
    """A fault and its place: ``at`` counts characters of the cleaned code from 0.

    ``may_be`` names what the code may stand for where it is SEVERAL things, two or more.
    """

    fault: Fault
    at: int = 0
    ai: str = ""
    may_be: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Element:
    """One AI with its value as printed; ``at`` is the place of the AI in the message."""

    ai: str
    value: str
    at: int


@dataclass(frozen=True, slots=True)
class _Form:
    """An AI's form: ``length`` in characters of a value that needs no GS behind it, else None."""

    ai: str
    pattern: re.Pattern[str]
    length: int | None


def read_elements(message: str) -> tuple[Element, ...] | Defect:
    """Take a message apart; GS may stand before, between and after its elements.

    The check digits are not looked at here (``check_digit_defect``): a known code always wins.
    GS1 General Specifications 7.8 (concatenation, predefined lengths, separators).
    """
    elements: list[Element] = []
    at = len(message) - len(message.lstrip(GS))
    while at < len(message):
        found = _element_at(message, at)
        if isinstance(found, Defect):
            return found
        elements.append(found)
        at += len(found.ai) + len(found.value)
        at += len(message[at:]) - len(message[at:].lstrip(GS))
    if not elements:
        return Defect(Fault.EMPTY)
    return repeated_ai(elements) or tuple(elements)


def read_element(ai: str, value: str, at: int) -> Element | Defect:
    """Take one AI and its value, cut from each other already; ``at`` is the AI's place."""
    form = _form_of(ai)
    if form is None or form.ai != ai:
        return Defect(Fault.UNKNOWN_AI, at)
    return _checked_element(form, value, at)


def repeated_ai(elements: Iterable[Element]) -> Defect | None:
    """Return the first AI that comes again with another value: two GTINs are no one item."""
    seen: dict[str, str] = {}
    for element in elements:
        if seen.setdefault(element.ai, element.value) != element.value:
            return Defect(Fault.REPEATED_AI, element.at, element.ai)
    return None


def check_digit_defect(elements: tuple[Element, ...]) -> Defect | None:
    """Return the first key (SSCC, GTIN, GLN …) whose check digit is wrong, None where all hold."""
    for element in elements:
        length = _CHECKED.get(element.ai)
        if length and not check_digit_holds(element.value[:length]):
            return Defect(Fault.CHECK_DIGIT, element.at, element.ai)
    return None


def opens_like_a_message(code: str) -> bool:
    """Whether a code with no sign of GS1 opens as one: 01 or 00 with a right check digit."""
    length = _OPENING.get(code[:2])
    opening = code[2 : 2 + length] if length else ""
    return bool(opening) and len(opening) == length and _is_checked(opening)


def lost_separator(elements: tuple[Element, ...]) -> Defect | None:
    """Return where a message that came without any GS may have lost one, None if nowhere.

    Its one variable field runs to the end.  If that field's tail can itself be read as elements
    that no chance makes (a date, a GTIN, a serial or lot of 4 characters), nobody can tell.
    """
    last = elements[-1]
    form = _form_of(last.ai)
    if form is None or form.length is not None:
        return None
    seen = {element.ai for element in elements}
    for cut in range(1, len(last.value)):
        tail = read_elements(last.value[cut:])
        if not isinstance(tail, Defect) and _is_telling(tail, seen):
            return Defect(Fault.AMBIGUOUS, last.at + len(last.ai) + cut, last.ai)
    return None


def read_date(digits: str, year: int) -> date | None:
    """Return the day that YYMMDD says, None if there is none; day 00 is the month's last.

    The century is the one that lies within 49 years before and 50 after ``year``.
    GS1 General Specifications 7.12 (century) and 3.4 (day 00).
    """
    short, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    full = year - year % 100 + short
    if short - year % 100 >= 51:
        full -= 100
    elif short - year % 100 <= -50:
        full += 100
    try:
        return date(full, month, day or calendar.monthrange(full, month)[1])
    except ValueError:
        return None


def _element_at(message: str, at: int) -> Element | Defect:
    form = _form_of(message[at : at + 4])
    if form is None:
        return Defect(Fault.UNKNOWN_AI, at)
    start = at + len(form.ai)
    end = message.find(GS, at)
    end = len(message) if end < 0 else end
    if form.length is not None:
        end = min(end, start + form.length)
    return _checked_element(form, message[start:end], at)


def _checked_element(form: _Form, value: str, at: int) -> Element | Defect:
    if not value or not form.pattern.fullmatch(form.ai + value):
        return Defect(Fault.BAD_VALUE, at, form.ai)
    days = [value[place : place + 6] for place in range(0, 6 * _DATES.get(form.ai, 0), 6)]
    if any(day and read_date(day, 2000) is None for day in days):
        return Defect(Fault.BAD_DATE, at, form.ai)
    return Element(form.ai, value, at)


@lru_cache(maxsize=1024)
def _form_of(opening: str) -> _Form | None:
    """Return the form of the AI with which up to four characters open."""
    # At need: biip reads a list of 541 AIs, which a start without a GS1 code can do without.
    from biip import ParseError
    from biip.gs1_application_identifiers import GS1ApplicationIdentifier

    if not is_digits(opening[:2]):
        return None
    try:
        known = GS1ApplicationIdentifier.extract(opening)
    except ParseError:
        return None
    length = None if known.separator_required else _digits_in(known.format)
    return _Form(known.ai, re.compile(known.pattern, re.ASCII), length)


def _digits_in(form: str) -> int:
    """Return the length of a value of predefined length: ``N2+N14`` → 14, ``N4+N6`` → 6."""
    return sum(int(part) for part in re.findall(r"\+[NXYZ](\d+)", form))


def _is_telling(tail: tuple[Element, ...], seen: set[str]) -> bool:
    if any(element.ai in seen for element in tail):
        return False
    return any(_is_no_chance(element) for element in tail)


def _is_no_chance(element: Element) -> bool:
    if element.ai in _KEYS:
        return check_digit_holds(element.value)
    if element.ai in _SHORT_DATES:
        return True
    return element.ai in ("10", "21") and len(element.value) >= _LONG_SERIAL


def _is_checked(digits: str) -> bool:
    return is_digits(digits) and check_digit_holds(digits)
