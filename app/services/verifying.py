"""Proves conservation, and the ledger against on-hand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from app.domain.proof import Check
from app.services.planning import Planner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.desk import Desk
    from app.work import Work

MOST_NAMED = 5


def verify(desk: Desk) -> tuple[Check, ...]:
    """Run every check; one that fails names the first few of what is wrong."""
    with desk.store.read(desk.stamp()) as work:
        return (*work.proof(), _order_lines(work))


def _order_lines(work: Work) -> Check:
    """Check that every open unit of an order line is pegged or named as unmet, once."""
    plan = Planner().current(work)
    said: dict[int, int] = defaultdict(int)
    for peg in plan.pegs():
        said[peg.order_line_id] += peg.quantity
    for unmet in plan.unmet():
        said[unmet.order_line_id] += unmet.quantity
    open_ = work.boards.open_units()
    wrong = [
        f"line {line}: {open_.get(line, 0)} open, {said.get(line, 0)} in the plan"
        for line in sorted(open_.keys() | said.keys())
        if open_.get(line, 0) != said.get(line, 0)
    ]
    return Check("every open unit is pegged or unmet", not wrong, "; ".join(wrong[:MOST_NAMED]))


def verify_json(checks: Sequence[Check]) -> dict[str, Any]:
    """Return the proof as ``verify --json`` prints it."""
    return {"ok": all(check.ok for check in checks), "checks": [asdict(c) for c in checks]}
