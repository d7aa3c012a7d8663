"""What is printed under a GS1 symbol, typed by a person: ``(01)09501101530003(10)LOT-1``.  Pure."""

from __future__ import annotations

import re

from app.domain.gs1 import Defect, Element, Fault, read_element, repeated_ai

_OPENING = re.compile(r"\([0-9]{2,4}\)")
_PART = re.compile(r"\(([0-9]{2,4})\)([^(]*)")


def read_bracketed(code: str) -> tuple[Element, ...] | Defect | None:
    """Return the elements, the defect, or None where no AI in brackets opens the code.

    A value that itself holds an opening bracket is refused: nobody can tell where it ends.
    Source: GS1 General Specifications 4.14 (human readable interpretation).
    """
    if not _OPENING.match(code):
        return None
    elements: list[Element] = []
    at = 0
    while at < len(code):
        part = _PART.match(code, at)
        if part is None:
            return Defect(Fault.UNKNOWN_AI, at)
        found = read_element(part[1], part[2], at)
        if isinstance(found, Defect):
            return found
        elements.append(found)
        at = part.end()
    return repeated_ai(elements) or tuple(elements)
