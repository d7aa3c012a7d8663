"""Which number comes next after those that people gave.  Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST = "PU-1"
_FORM = re.compile(r"(?P<before>[^/]*?)(?P<digits>[0-9]{1,9})")


def next_number(known: Iterable[str]) -> str:
    """Return the number after the highest that is written like the last one; FIRST without any.

    ``known`` are in the order in which they were given.  Those of standing appointments
    (``NUMBER/DAY``) and those that do not end in digits count for nothing.
    """
    found = [form for number in known if (form := _FORM.fullmatch(number))]
    if not found:
        return FIRST
    before, width = found[-1]["before"], len(found[-1]["digits"])
    highest = max(int(form["digits"]) for form in found if form["before"] == before)
    return f"{before}{highest + 1:0{width}}"
