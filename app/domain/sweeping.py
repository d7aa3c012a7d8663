"""Is in a lane what should be there?  Pure: nothing is moved, a person decides.

What should be there is what the ledger and the locks say, in parcels; what is there is what
somebody scanned.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.picking import may_be

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from app.domain.goods import Stock, Trace
    from app.domain.orders import Held

LAST = 2**62
"""The rank of whoever has none."""

Counts = Counter[tuple[int, "Trace"]]  # units (each) by product and trace


class State(StrEnum):
    """What is to be said of units in a lane."""

    RIGHT = "right"  # there, and for the order
    MISSING = "missing"  # should be there, and nobody scanned it
    MOVED = "moved"  # came or went while the lane was swept: scan it again
    NOBODYS = "nobodys"  # there as it should be, but for no order
    EXPIRED = "expired"  # there, past its last good day
    FOREIGN = "foreign"  # there, and should not be


@dataclass(frozen=True, slots=True)
class Parcel:
    """Units (each, > 0) that should stand in a lane for one order line; None: for nobody.

    ``rank`` is the order's, 1 the best.
    """

    product_id: int
    trace: Trace
    units: int
    order_line_id: int | None = None
    order: str = ""
    rank: int = LAST


@dataclass(frozen=True, slots=True)
class Share:
    """How many units (each) of a parcel were seen."""

    parcel: Parcel
    seen: int

    @property
    def missing(self) -> int:
        """Return the units that nobody has seen."""
        return self.parcel.units - self.seen

    def state(self, today: date) -> State:
        """Say what the seen units are."""
        if self.parcel.trace.expired(today):
            return State.EXPIRED
        return State.NOBODYS if self.parcel.order_line_id is None else State.RIGHT


@dataclass(frozen=True, slots=True)
class Comparison:
    """All parcels with what was seen of them, and the units beyond that by product and trace."""

    shares: tuple[Share, ...]
    surplus: Counts

    @property
    def unseen(self) -> int:
        """Return the units (each) that should be there and were not seen."""
        return sum(share.missing for share in self.shares)


def parcels_of(
    stock: Iterable[Stock],
    held: Iterable[Held],
    missing: Mapping[tuple[int, Trace], int],
    orders: Mapping[int, tuple[str, int]],
) -> tuple[Parcel, ...]:
    """Put together what should stand in one place of one product.

    ``held`` is what is staged there, ``missing`` what was not found before, by place and trace;
    ``orders`` are number and rank by order line.
    """
    found = []
    locks = list(held)
    for row in stock:
        left = row.quantity - missing.get((row.location.id, row.trace), 0)
        for lock in locks:
            if (lock.location_id, lock.trace) == (row.location.id, row.trace):
                number, rank = orders[lock.order_line_id]
                line = lock.order_line_id
                parcel = Parcel(row.product_id, row.trace, lock.quantity, line, number, rank)
                found.append(parcel)
                left -= lock.quantity
        if left > 0:
            found.append(Parcel(row.product_id, row.trace, left))
    return tuple(found)


def compare(parcels: Iterable[Parcel], counted: Mapping[tuple[int, Trace], int]) -> Comparison:
    """Lay what was counted beside what should be there.

    A unit whose lot, day or serial the scan told is that one, or one that nobody told apart.
    Among alike ones the best rank comes first: what is missing is missing for the last in rank.
    """
    pool = sorted(parcels, key=lambda one: (one.rank, one.order_line_id or LAST))
    seen = dict.fromkeys(range(len(pool)), 0)
    surplus: Counts = Counter()
    for (product_id, trace), units in sorted(counted.items(), key=_most_told_first):
        left = units
        fitting = [at for at, one in enumerate(pool) if _fits(one, product_id, trace)]
        for at in sorted(fitting, key=lambda at: _unlike(pool[at].trace, trace)):
            take = min(left, pool[at].units - seen[at])
            seen[at] += take
            left -= take
        if left > 0:
            surplus[product_id, trace] += left
    return Comparison(tuple(Share(one, seen[at]) for at, one in enumerate(pool)), surplus)


def _fits(parcel: Parcel, product_id: int, trace: Trace) -> bool:
    return parcel.product_id == product_id and may_be(parcel.trace, trace)


def _unlike(lies: Trace, scanned: Trace) -> tuple[bool, bool, bool]:
    return (
        lies.serial != scanned.serial,
        lies.lot != scanned.lot,
        lies.expires_on != scanned.expires_on,
    )


def _most_told_first(item: tuple[tuple[int, Trace], int]) -> tuple[int, int, str, str, str]:
    (product_id, trace), _units = item
    told = (trace.lot, str(trace.expires_on or ""), trace.serial)
    return (-sum(map(bool, told)), product_id, *told)
