"""What an event of a truck would do to orders, before anybody says it; nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.difference import difference, differing, figures, touched
from app.domain.dock import HERE, DockEvent, fold
from app.domain.plan.days import to_micros
from app.domain.plan.plan import Plan
from app.domain.plan.what_if import Coming, if_truck, owners_unlike
from app.services.ordering import difference_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from app.domain.board import Truck
    from app.domain.difference import Difference
    from app.services.desk import Desk
    from app.services.trucks import TruckEvent


def what_if(truck: Truck, event: TruckEvent, desk: Desk) -> Mapping[str, Any]:
    """Return what an event would do to the plan, as a weighed change says it.

    ``truck`` is as the board shows it.  The plan that is kept is read, never changed.
    """
    with desk.store.read(desk.stamp()) as work:
        plan = desk.planner.current(work)
        said = DockEvent(0, event.kind, event.at or work.stamp.at, event.door)
    state = fold(truck.state, [said])
    expected = to_micros(state.expected_at) if state.open else None
    return difference_json(compared(plan, Coming(truck.id, expected, state.status in HERE)))


def compared(plan: Plan, coming: Coming) -> Difference:
    """Return what another arrival of a truck does; nothing where it brings no supply now."""
    then = if_truck(plan.built, coming)
    owners = owners_unlike(plan.built, then or plan.built, coming.truck)
    parts = differing(figures(plan, owners), figures(Plan(then or plan.built), owners))
    return difference(*parts, _promises(plan, touched(*parts)))


def _promises(plan: Plan, orders: Sequence[str] | set[str]) -> dict[str, datetime | None]:
    ranks = ((order, plan.rank_of(order)) for order in orders)
    return {order: facts.promised_at if facts else None for order, facts in ranks}
