"""Cartons of a shipment: which is in hand, what lies in each, what of it counts.  Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.slip_cartons import Carton as SlipCarton
from app.domain.slip_cartons import Packed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.domain.goods import Trace
    from app.domain.orders import Held

Lying = tuple[int, "Trace"]  # an order line's key and the units' lot, day and serial


@dataclass(frozen=True, slots=True)
class Carton:
    """A carton of a shipment; ``number`` counts from 1 within it and never changes.

    ``sscc`` is 18 digits, "" where the site has no company prefix.  ``opened`` is the fact by
    which it came in hand last, 0 where it never did.  ``weight_g`` is what it weighed with all
    that lies in it now, None where nobody weighed it so.
    """

    id: int
    number: int
    sscc: str = ""
    opened: int = 0
    weight_g: int | None = None
    tracking: str = ""
    carrier: str = ""


def in_hand(cartons: Sequence[Carton]) -> Carton | None:
    """Return the carton that was opened last, the first where none ever was; None without any."""
    if not cartons:
        return None
    return max(cartons, key=lambda carton: (carton.opened, -carton.number))


@dataclass(frozen=True, slots=True)
class Full:
    """A carton with what lies in it (each, > 0)."""

    carton: Carton
    contents: Mapping[Lying, int]

    @property
    def units(self) -> int:
        """Return its units."""
        return sum(self.contents.values())


def filled(
    cartons: Sequence[Carton], contents: Mapping[int, Mapping[Lying, int]], picked: Sequence[Held]
) -> tuple[Full, ...]:
    """Return the cartons that are not empty, by number, together holding exactly what is picked.

    ``contents`` are the verified units by carton number.  What no scan has verified lies in the
    carton in hand.
    """
    left = Counter[Lying]()
    for held in picked:
        left[held.order_line_id, held.trace] += held.quantity
    lies = {}
    for carton in cartons:
        lies[carton.number] = left & Counter(contents.get(carton.number, {}))
        left -= lies[carton.number]
    if hand := in_hand(cartons):
        lies[hand.number] += left
    return tuple(
        Full(carton, dict(lies[carton.number])) for carton in cartons if lies[carton.number]
    )


def taken_back(lies: Mapping[int, int], units: int) -> dict[int, int]:
    """Return from which cartons (numbers) so many units (each) come out: the last one first."""
    found = {}
    for number in sorted(lies, reverse=True):
        if (out := min(units, lies[number])) > 0:
            found[number] = out
            units -= out
    return found


def slip_cartons(full: Iterable[Full], lines: Mapping[int, str]) -> tuple[SlipCarton, ...]:
    """Return cartons as slips share out over them; ``lines`` are the line numbers by key."""
    return tuple(
        SlipCarton(
            _packed(each, lines), each.carton.sscc, each.carton.weight_g, each.carton.tracking
        )
        for each in full
    )


def _packed(full: Full, lines: Mapping[int, str]) -> tuple[Packed, ...]:
    found: dict[str, Packed] = {}
    for (line_id, trace), units in full.contents.items():
        line = lines[line_id]
        before = found.get(line, Packed(line, 0))
        found[line] = replace(
            before,
            units=before.units + units,
            lots=_named(before.lots, trace.lot),
            serials=_named(before.serials, trace.serial),
        )
    return tuple(found.values())


def _named(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(sorted({*names, name} - {""}))
