"""What still has to be verified before a shipment may close, and whether it may.  Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.picking import may_be

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.goods import Trace
    from app.domain.orders import Held, Order


@dataclass(frozen=True, slots=True)
class Closing:
    """Whether a shipment may close: ``problem`` names why not, "" where it may."""

    problem: str
    units: int = 0


def unverified(
    picked: Sequence[Held], verified: Mapping[tuple[int, Trace], int]
) -> tuple[Held, ...]:
    """Return the picked units (each, > 0) that no scan has verified yet, in their order."""
    left = dict(verified)
    open_: list[Held] = []
    for held in picked:
        key = (held.order_line_id, held.trace)
        done = min(held.quantity, left.get(key, 0))
        left[key] = left.get(key, 0) - done
        if held.quantity > done:
            open_.append(replace(held, quantity=held.quantity - done))
    return tuple(open_)


def of_trace(left: Sequence[Held], scanned: Trace) -> tuple[Held, ...]:
    """Return the units that the scanned ones may be, the very lot, day and serial first."""
    known = [held for held in left if scanned.serial and held.trace.serial == scanned.serial]
    fitting = [held for held in known or left if may_be(held.trace, scanned)]
    return tuple(sorted(fitting, key=lambda held: _unlike(held.trace, scanned)))


def _unlike(lies: Trace, scanned: Trace) -> tuple[bool, bool, bool]:
    return (
        lies.serial != scanned.serial,
        bool(scanned.lot) and lies.lot != scanned.lot,
        bool(scanned.expires_on) and lies.expires_on != scanned.expires_on,
    )


def first_units(mine: Sequence[Held], units: int) -> tuple[Held, ...]:
    """Return the first ``units`` (each); there must be so many."""
    parts = []
    for held in mine:
        if take := min(units, held.quantity):
            parts.append(replace(held, quantity=take))
            units -= take
    return tuple(parts)


def may_close(order: Order, default_policy: str) -> Closing:
    """Decide whether the order's policy lets what is picked go as its next shipment.

    The last allowed shipment must complete the order (an all-or-nothing order has only one).
    """
    missing = sum(line.open for line in order.lines)
    if order.shipments_left(default_policy) == 1 and missing:
        return Closing("incomplete", missing)
    return Closing("")
