"""What a supervisor decided is taken back by a new fact: again and again, the newest first.

A cancellation is for good: what it freed may be in another order's box a moment later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.decisions import CANCEL, ORDER, SUBSTITUTE
from app.domain.errors import RefusedError
from app.domain.pins import left_behind
from app.services.freeing import free_left_behind
from app.services.ordering import weigh
from app.services.picking import find_order
from app.services.substituting import stand_back
from app.texts.difference import decision_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.decisions import Decision
    from app.domain.orders import Order
    from app.services.desk import Desk
    from app.work import Work


def newest_change(desk: Desk) -> Decision | None:
    """Return the site's newest decision that can be offered to be taken back, None without one."""
    with desk.store.read(desk.stamp()) as work:
        found = work.decisions.newest()
    return None if found is None or found.kind == CANCEL else found


def undo_change(
    desk: Desk, *, order: str | None = None, expected: int | None = None, dry_run: bool = False
) -> Mapping[str, Any]:
    """Take back the newest decision (of an order) and say what that does to the plan.

    ``expected`` is the key of the decision that a person was shown: RefusedError where another one
    came later.  RefusedError too where there is none, and where it can be taken back no more: the
    order was cancelled or shipped, the value was changed elsewhere, the pinned units moved on, or
    their truck is gone.  NotFoundError for an unknown order.
    """

    def apply(work: Work) -> Mapping[str, Any]:
        decision = _newest(work, order, expected)
        mine = find_order(work, decision.order)
        _refuse_final(mine, decision)
        told = {"undoes": decision.fact, "values": dict(decision.before)}
        fact = work.fact("change_undo", decision.order, told)
        if decision.kind == ORDER:
            _set_back(work, fact, mine, decision)
        elif decision.kind == SUBSTITUTE:
            stand_back(work, fact, mine, decision.lines)
        else:
            _turn_pin(work, fact, mine, decision)
        work.decisions.take_back(fact, decision.id)
        pins = work.pins.of_lines([line.id for line in mine.lines])
        freed = free_left_behind(work, fact, pins)
        return {"order": decision.order, "undone": decision_words(decision), "freed": freed}

    return {"dry_run": dry_run, **weigh(desk, apply, dry_run=dry_run)}


def _newest(work: Work, order: str | None, expected: int | None) -> Decision:
    if order is not None:
        find_order(work, order)
    decision = work.decisions.newest(order)
    if expected is not None and (decision is None or decision.id != expected):
        raise RefusedError("decided_since")
    if decision is None:
        if order is None:
            raise RefusedError("nothing_to_undo")
        raise RefusedError("nothing_to_take_back", number=order)
    return decision


def _refuse_final(order: Order, decision: Decision) -> None:
    if order.cancelled:
        raise RefusedError("cancelled_for_good", number=order.number)
    if not any(line.open or line.in_progress for line in order.lines):
        what = decision_words(decision)
        raise RefusedError("nothing_left", number=order.number, what=what)


def _set_back(work: Work, fact: int, order: Order, decision: Decision) -> None:
    if any(getattr(order, name) != value for name, value in decision.after.items()):
        what = decision_words(decision)
        raise RefusedError("changed_since", number=order.number, what=what)
    work.changes.change_order(fact, order.id, **decision.before)


def _turn_pin(work: Work, fact: int, order: Order, decision: Decision) -> None:
    """Release what was pinned, or pin what was released; whole, or RefusedError."""
    refusal = RefusedError("pin_moved_on", what=decision_words(decision), number=order.number)
    try:
        work.reverse(decision.fact, fact)
    except RefusedError as error:
        raise refusal from error
    if left_behind(work.pins.of_fact(fact)):
        raise refusal
