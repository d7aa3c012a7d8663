"""What still has to be verified before a shipment may close, and whether it may.  Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

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


def may_close(order: Order, default_policy: str, left_to_verify: int, shipped_now: int) -> Closing:
    """Decide whether the order's open shipment may be closed now.

    Nothing closes unverified or empty; the last allowed shipment must complete the order
    (an all-or-nothing order has only one).
    """
    if shipped_now == 0:
        return Closing("nothing_to_close")
    if left_to_verify:
        return Closing("unverified", left_to_verify)
    missing = sum(line.open for line in order.lines)
    if order.shipments_left(default_policy) == 1 and missing:
        return Closing("incomplete", missing)
    return Closing("")
