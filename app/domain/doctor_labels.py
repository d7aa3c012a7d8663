"""The four labels of the scanner test sheet, each made so that one fault shows in it.  Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.barcode import GS


class Bars(StrEnum):
    """How a label is drawn."""

    CODE_128 = "Code 128"
    GS1_128 = "GS1-128"
    EAN_13 = "EAN-13"


@dataclass(frozen=True, slots=True)
class Label:
    """One label: its letter, what a right scanner reads of it (GS for an FNC1 inside), its bars."""

    name: str
    code: str
    bars: Bars

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds the label in a read: ``fnc1`` may be anything short, ``check`` may lack."""
        text = re.escape(self.code)
        if GS in self.code:
            head, tail = map(re.escape, self.code.split(GS))
            text = f"{head}(?P<fnc1>.{{0,12}}?){tail}"
        elif self.bars is Bars.EAN_13:
            text = f"{self.code[:-1]}(?:{self.code[-1]})?"
        return re.compile(text, re.DOTALL | re.IGNORECASE)


LABELS: Final = (
    Label("A", 'DOCKHAND-A@"aZ', Bars.CODE_128),  # comes out otherwise on each keyboard
    Label("B", f"01095011015300031727063010L4471{GS}3712", Bars.GS1_128),  # FNC1 inside
    Label("C", "9501234000015", Bars.EAN_13),  # its check digit may be cut off
    Label("D", "DOCKHAND-D 0123456789012345678901234567890123456789", Bars.CODE_128),  # long
)
LABEL_BY_NAME: Final = {label.name: label for label in LABELS}
SHORTEST_HALF: Final = 5  # characters by which half a label is known


def half_of(text: str) -> Label | None:
    """Return the label of which a text is a part, from its begin or to its end; None for none."""
    part = text.strip("\r\n\t").casefold()
    if len(part) < SHORTEST_HALF:
        return None
    for label in LABELS:
        code = label.code.casefold()
        begins = any(code.startswith(part[cut:]) for cut in range(len(part) - SHORTEST_HALF + 1))
        if begins or code.endswith(part):
            return label
    return None
