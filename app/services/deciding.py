"""A supervisor's decision about a waiting order: weighed first, then made, then taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.services.ordering import OrderChange, change_order
from app.services.picking import find_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.backorders import OrderHead
    from app.domain.orders import Order
    from app.services.desk import Desk

MOST_NAMED = 200  # orders of a change that are named; the others are counted


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a change would do (as ``change_order`` says it), with the names of who is touched."""

    number: str
    change: OrderChange
    result: Mapping[str, Any]
    orders: Mapping[str, OrderHead]


@dataclass(frozen=True, slots=True)
class Decided:
    """A change that was made; ``back`` undoes it, None where nothing can."""

    number: str
    change: OrderChange
    back: OrderChange | None


def weigh_change(number: str, change: OrderChange, desk: Desk) -> Weighed:
    """Say what a change would do; nothing is kept.  Errors as ``change_order``."""
    result = change_order(number, change, desk, dry_run=True)
    touched = {part["order"] for part in (*result["gained"], *result["lost"])}
    touched |= {*result["promises_broken"], *result["promises_saved"]}
    named = sorted(touched)[:MOST_NAMED]
    with desk.store.read(desk.stamp()) as work:
        return Weighed(number, change, result, work.boards.order_heads(named))


def decide(number: str, change: OrderChange, desk: Desk) -> Decided:
    """Make a change and remember what was before.  Errors as ``change_order``."""
    with desk.store.read(desk.stamp()) as work:
        before = find_order(work, number)
    change_order(number, change, desk)
    return Decided(number, change, _back(before, change))


def _back(before: Order, change: OrderChange) -> OrderChange | None:
    """Return the change that leads back; a cancel frees units that others may take at once."""
    if change.cancel:
        return None
    policy = None if change.policy is None else before.policy.value
    return OrderChange(
        hold=None if change.hold is None else before.hold,
        priority=None if change.priority is None else before.priority,
        policy=policy,
        max_shipments=before.max_shipments if policy else None,
    )
