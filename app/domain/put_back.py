"""What was picked and has to go back to a shelf.  Pure.

Source: the floor's rules, "Backorder, stockout, backlog" (held and cancelled orders).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.picking import may_be

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.domain.goods import Trace


@dataclass(frozen=True, slots=True)
class Loose:
    """Units (each, > 0) that were picked and are to go back, where they stand.

    ``order_line_id`` is the line of a held order that keeps them locked; None where a
    cancellation or a cut has made them anybody's.
    """

    product_id: int
    location_id: int
    trace: Trace
    quantity: int
    order_line_id: int | None = None

    @property
    def pile(self) -> tuple[int, int, Trace, int | None]:
        """Return what makes units one pile: product, place, trace and line."""
        return (self.product_id, self.location_id, self.trace, self.order_line_id)


def still_there(
    loose: Iterable[Loose], free: Mapping[tuple[int, int, Trace], int]
) -> tuple[Loose, ...]:
    """Return what can go back: of anybody's units no more than lie free where they stood.

    ``free`` are units (each) by product, place and trace.  What another order has taken from the
    packing place meanwhile serves it there.
    """
    left = dict(free)
    found = []
    for part in loose:
        if part.order_line_id is not None:
            found.append(part)
            continue
        spot = (part.product_id, part.location_id, part.trace)
        if take := min(part.quantity, left.get(spot, 0)):
            left[spot] -= take
            found.append(replace(part, quantity=take))
    return tuple(found)


def without(loose: Sequence[Loose], taken: Iterable[Loose]) -> tuple[Loose, ...]:
    """Return what is left of some units when others are taken from the same piles."""
    less: dict[tuple[int, int, Trace, int | None], int] = {}
    for part in taken:
        less[part.pile] = less.get(part.pile, 0) + part.quantity
    found = []
    for part in loose:
        take = min(part.quantity, less.get(part.pile, 0))
        less[part.pile] = less.get(part.pile, 0) - take
        if part.quantity > take:
            found.append(replace(part, quantity=part.quantity - take))
    return tuple(found)


def of_scan(loose: Iterable[Loose], product_id: int, trace: Trace) -> tuple[Loose, ...]:
    """Return the piles that scanned units may be from; one serial is that unit and no other."""
    mine = [p for p in loose if p.product_id == product_id and may_be(p.trace, trace)]
    exact = [p for p in mine if trace.serial and p.trace.serial == trace.serial]
    return tuple(exact or mine)


def first_of(loose: Iterable[Loose], units: int) -> tuple[Loose, ...]:
    """Return units of piles in their order; () where there are fewer."""
    left, taken = units, []
    for part in loose:
        if take := min(left, part.quantity):
            taken.append(replace(part, quantity=take))
            left -= take
    return () if left else tuple(taken)
