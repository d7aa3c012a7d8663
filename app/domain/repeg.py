"""Which single re-peg after a shortage leaves the fewest promises broken?  Pure.

A re-peg: one order line yields units of a product to one line that lost some, and gets what that
line would have got too late instead, if anything.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Lot:
    """Units (each, > 0) that a line gets of one source; ``free`` of them are not locked to it.

    ``inbound_line_id`` is None for stock.
    """

    quantity: int
    free: int
    available_at: datetime
    inbound_line_id: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """An order line and what the plan gives it; ``place`` is its place in rank order, unique.

    ``missing`` units (each) are served by nothing.  ``kept``: the order keeps its promise now;
    ``rest_kept``: all but this line would let it.  An order without a promise breaks none.
    """

    order: str
    line: str
    sku: str
    order_line_id: int
    product_id: int
    place: int
    promised_at: datetime | None
    lots: tuple[Lot, ...]
    missing: int
    kept: bool
    rest_kept: bool = True


@dataclass(frozen=True, slots=True)
class Repeg:
    """``giver`` yields ``given`` to ``taker``, which leaves it ``late`` lots, later, in exchange.

    ``behind`` are the other lines, with the lots that the giver must not take in its turn: where
    the taker lacked units, all that the lines behind the giver have.
    """

    giver: Claim
    taker: Claim
    given: tuple[Lot, ...]
    late: tuple[Lot, ...] = ()
    behind: tuple[tuple[Claim, tuple[Lot, ...]], ...] = ()

    @property
    def quantity(self) -> int:
        """Return the units (each) that change hands."""
        return sum(lot.quantity for lot in self.given)


@dataclass(frozen=True, slots=True)
class PinUnits:
    """Units (each, > 0) of stock (None) or of an inbound line, to be pinned to an order line."""

    order_line_id: int
    product_id: int
    inbound_line_id: int | None
    units: int


def repegs(claims: Iterable[Claim], losers: Collection[int]) -> Iterator[Repeg]:
    """Yield the single re-pegs that leave the fewest promises broken, the best first.

    ``losers`` are the keys of the lines that lost.  None where no re-peg leaves fewer broken than
    there are.  One re-peg can mend one promise at most, so that all that are given leave equally
    few.  Ties: the taker that ranks first, then the giver that ranks last.  Moved is what the taker
    needs for its promise and no more: what it lacks, and what it would get too late.
    """
    everyone = sorted(claims, key=lambda claim: claim.place)
    takers = (one for one in everyone if one.order_line_id in losers and _can_be_saved(one))
    for taker in takers:
        found = (_repeg(giver, taker) for giver in reversed(everyone))
        yield from (replace(one, behind=_behind(one, everyone)) for one in found if one)


def _can_be_saved(taker: Claim) -> bool:
    """Tell whether this line alone breaks its order's promise, and by units that may be changed."""
    late = _late(taker)
    return not taker.kept and taker.rest_kept and all(lot.free == lot.quantity for lot in late)


def _late(claim: Claim) -> tuple[Lot, ...]:
    promise = claim.promised_at
    return tuple(lot for lot in claim.lots if promise is not None and lot.available_at > promise)


def _repeg(giver: Claim, taker: Claim) -> Repeg | None:
    promise = taker.promised_at
    if promise is None or giver.order == taker.order or giver.product_id != taker.product_id:
        return None
    late = _late(taker)
    needs = taker.missing + sum(lot.quantity for lot in late)
    timely = [lot for lot in giver.lots if lot.available_at <= promise]
    given = _some(sorted(timely, key=lambda lot: lot.available_at, reverse=True), needs)
    if not needs or sum(lot.quantity for lot in given) < needs or _breaks(giver, taker, late):
        return None
    return Repeg(giver, taker, given, late)


def _breaks(giver: Claim, taker: Claim, late: Sequence[Lot]) -> bool:
    """Tell whether the giver keeps its promise now and would not with what it gets instead."""
    promise = giver.promised_at
    if promise is None or not giver.kept:
        return False
    return taker.missing > 0 or any(lot.available_at > promise for lot in late)


def _some(lots: Iterable[Lot], units: int) -> tuple[Lot, ...]:
    """Take so many free units of lots, in their order, or as many as there are."""
    found = []
    for lot in lots:
        if take := min(lot.free, units):
            found.append(replace(lot, quantity=take, free=take))
            units -= take
    return tuple(found)


def _behind(repeg: Repeg, everyone: Sequence[Claim]) -> tuple[tuple[Claim, tuple[Lot, ...]], ...]:
    if not repeg.taker.missing:
        return ()
    giver, taker = repeg.giver, repeg.taker
    mine = [claim for claim in everyone if claim.product_id == giver.product_id]
    found = []
    for claim in mine:
        if claim.place > giver.place:
            late = repeg.late if claim is taker else ()
            kept = [lot for lot in claim.lots if lot not in late]
            if lots := _some(kept, sum(lot.free for lot in kept)):
                found.append((claim, lots))
    return tuple(found)


def pins_of(repeg: Repeg) -> tuple[PinUnits, ...]:
    """Return the pins that make the plan do it; units of one source and line are one pin.

    What is given is pinned to the taker, what is exchanged to the giver, and what the lines behind
    the giver have to these: so that the giver yields, and nobody else.
    """
    parts = [(repeg.taker, repeg.given), (repeg.giver, repeg.late), *repeg.behind]
    units: dict[tuple[int, int, int | None], int] = {}
    for claim, lots in parts:
        for lot in lots:
            key = (claim.order_line_id, claim.product_id, lot.inbound_line_id)
            units[key] = units.get(key, 0) + lot.quantity
    return tuple(PinUnits(*key, count) for key, count in units.items())
