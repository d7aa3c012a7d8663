"""A shipment's slip shared out over its cartons: each says what lies in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.documents import WhichCarton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.documents import PackingSlip, SlipLine


@dataclass(frozen=True, slots=True)
class Packed:
    """Units (each, > 0) of one order line in a carton, with the lots and serials among them."""

    line: str
    units: int
    lots: tuple[str, ...] = ()
    serials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Carton:
    """One closed carton; ``sscc`` is 18 digits or "", ``weight_g`` None where not weighed.

    ``tracking`` is its carrier's number, or "".
    """

    contents: tuple[Packed, ...]
    sscc: str = ""
    weight_g: int | None = None
    tracking: str = ""


def carton_slips(slip: PackingSlip, cartons: Sequence[Carton]) -> tuple[PackingSlip, ...]:
    """Return a slip for each carton, in their order; they have yet to be worded.

    What is to come is on each, for it is in none of them.  ValueError where the cartons together do
    not hold exactly what the slip says is shipped now.
    """
    held = Counter[str]()
    for carton in cartons:
        for packed in carton.contents:
            held[packed.line] += packed.units
    if held != Counter({line.line: line.shipped_now for line in slip.lines}):
        raise ValueError("the cartons do not hold what the slip says")
    return tuple(
        replace(
            slip,
            carton=WhichCarton(number, len(cartons), carton.sscc),
            lines=_lines(slip, carton),
            weight_g=carton.weight_g,
            tracking=carton.tracking,
            words=None,
        )
        for number, carton in enumerate(cartons, 1)
    )


def _lines(slip: PackingSlip, carton: Carton) -> tuple[SlipLine, ...]:
    packed = {each.line: each for each in carton.contents}
    if len(packed) < len(carton.contents):
        raise ValueError("a line stands twice in one carton")
    return tuple(
        replace(line, shipped_now=mine.units, lots=mine.lots, serials=mine.serials)
        for line in slip.lines
        if (mine := packed.get(line.line)) is not None
    )
