"""Why a code cannot be read, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.gs1 import Defect, Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

_CODE_DEFECTS: Mapping[Fault, str] = {
    Fault.EMPTY: "There is no code in it.",
    Fault.TOO_LONG: "The code is longer than {at} characters.",
    Fault.CONTROL_CHARACTER: "A control character stands at place {place}.",
    Fault.NOT_TEXT: "Half a character stands at place {place}.",
    Fault.CHECK_DIGIT: "The check digit is wrong. Scan again, or type the number.",
    Fault.UNKNOWN_AI: "No GS1 application identifier begins at place {place}.",
    Fault.BAD_VALUE: "The value of ({ai}) at place {place} is not of its form.",
    Fault.BAD_DATE: "({ai}) at place {place} is no day of the calendar.",
    Fault.REPEATED_AI: "({ai}) comes a second time at place {place}, with another value.",
    Fault.AMBIGUOUS: (
        "({ai}) may end at place {place}: the scanner may have dropped a separator. "
        "Scan another barcode of it, or switch on the scanner's AIM identifiers."
    ),
    Fault.SEVERAL: "It may be {may_be}. Scan another barcode of it, or its SKU.",
    Fault.MISPLACED_AI: "({ai}) at place {place} may not stand there in a Digital Link.",
    Fault.COMPRESSED: (
        "It may be a compressed Digital Link, which is not read. Scan another barcode of it."
    ),
}


def code_defect(defect: Defect) -> str:
    """Say why a code cannot be read; places count characters from 1, without AIM identifier."""
    may_be = " or ".join(defect.may_be)
    return _CODE_DEFECTS[defect.fault].format(
        at=defect.at, place=defect.at + 1, ai=defect.ai, may_be=may_be
    )
