"""What an event of a truck would do to orders, before anybody says it; nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.difference import figures, shift_between
from app.domain.dock import HERE, DockEvent, fold
from app.domain.plan.days import to_micros
from app.domain.plan.plan import Plan
from app.domain.plan.what_if import Coming, if_truck, owners_unlike
from app.services.ordering import difference_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.board import Truck
    from app.domain.difference import Difference
    from app.services.desk import Desk
    from app.services.trucks import TruckEvent


def what_if(truck: Truck, event: TruckEvent, desk: Desk) -> Mapping[str, Any]:
    """Return what an event would do to the plan, as a weighed change says it.

    ``truck`` is as the board shows it.  The plan that is kept is read, never changed.  Units that
    go straight to lanes are counted of those orders alone whose part may differ.
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
    after = Plan(then or plan.built)
    return shift_between(plan, figures(plan, owners), figures(after, owners))
