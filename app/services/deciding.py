"""A supervisor's decision about a waiting order: what it would do, with the names of whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.services.ordering import OrderChange, change_order
from app.services.substituting import Substitution, substitute

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.backorders import OrderHead
    from app.services.desk import Desk

Change = OrderChange | Substitution
MOST_NAMED = 200  # orders of a change that are named; the others are counted


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a change would do (as ``make_change`` says it), with the names of who is touched."""

    number: str
    change: Change
    result: Mapping[str, Any]
    orders: Mapping[str, OrderHead]


def make_change(
    number: str, change: Change, desk: Desk, *, dry_run: bool = False
) -> Mapping[str, Any]:
    """Change an order, or let a substitute fill it.  Errors as ``change_order``, ``substitute``."""
    if isinstance(change, Substitution):
        return substitute(change, desk, dry_run=dry_run)
    return change_order(number, change, desk, dry_run=dry_run)


def weigh_change(number: str, change: Change, desk: Desk) -> Weighed:
    """Say what a change would do; nothing is kept.  Errors as ``make_change``."""
    result = make_change(number, change, desk, dry_run=True)
    touched = {part["order"] for part in (*result["gained"], *result["lost"])}
    touched |= {*result["promises_broken"], *result["promises_saved"]}
    named = sorted(touched)[:MOST_NAMED]
    with desk.store.read(desk.stamp()) as work:
        return Weighed(number, change, result, work.boards.order_heads(named))
