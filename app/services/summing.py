"""What a day came to, as the demo's summary tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.instants import print_instant
from app.services.backorders import backorder_queue
from app.services.verifying import verify, verify_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.services.desk import Desk


def planned_units(desk: Desk) -> Mapping[str, int]:
    """Return the units (each) that the plan cross-docks, ships from stock, or cannot serve."""
    with desk.store.read(desk.stamp()) as work:
        plan = desk.planner.current(work)
        pegs = list(plan.pegs())
        return {
            "cross_dock": sum(peg.quantity for peg in pegs if peg.cross_dock),
            "from_stock": sum(peg.quantity for peg in pegs if peg.source == "stock"),
            "inbound": sum(peg.quantity for peg in pegs if peg.source == "inbound"),
            "unmet": sum(line.quantity for line in plan.unmet()),
        }


def day_summary(desk: Desk, planned: Mapping[str, int]) -> dict[str, Any]:
    """Return what was planned, received, cross-docked, put away, picked, shipped and still waits.

    ``planned`` is what ``planned_units`` said before the work began.
    """
    with desk.store.read(desk.stamp()) as work:
        done = work.boards.done_units()
        as_of = print_instant(work.stamp.at)
    queue = backorder_queue(desk)
    return {
        "as_of": as_of,
        "planned": dict(planned),
        **done,
        "still_backordered": sum(line.quantity for line in queue.lines),
        "orders_waiting": len({line.order for line in queue.lines}),
        "verify": verify_json(verify(desk)),
    }
