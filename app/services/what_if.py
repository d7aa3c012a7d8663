"""What an event of a truck would do to orders, before anybody says it; nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from app.domain.difference import Difference, figures, shift_between
from app.domain.dock import HERE, after
from app.domain.plan.days import to_micros
from app.domain.plan.plan import Plan
from app.domain.plan.resolve import UNKNOWN, rows_of
from app.domain.plan.what_if import Coming, if_truck, owners_unlike
from app.services.ordering import difference_json
from app.services.swapping import swap_refusal
from app.services.trucks import find_visit, said_of, tell_truck

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.board import Truck
    from app.services.desk import Desk
    from app.services.trucks import TruckEvent
    from app.work import Work

MOST_NAMED = 20  # orders whose customers are looked up: a card shows fewer
NOTHING = Difference((), (), (), ())


def what_if(truck: Truck, event: TruckEvent, desk: Desk) -> Mapping[str, Any]:
    """Return what an event would do to the plan, as a weighed change says it.

    ``truck`` is as the board shows it.  The plan that is kept is read, never changed.  Units that
    go straight to lanes are counted of those orders alone whose part may differ.  ``customers``
    are by number of those orders whose promise breaks or is saved.
    """
    with desk.store.read(desk.stamp()) as work:
        plan = desk.planner.current(work)
        coming = coming_after(truck, event, work)
        known = UNKNOWN not in rows_of(plan.built.facts.inbound.ids, np.array([truck.id]))
        if known or coming.expected is None:
            told = difference_json(compared(plan, coming))
            return {**told, **_named(told, work)}
    # one that comes after all is not among what the plan has read: the command's dry run reads it
    told = dict(tell_truck(truck.asn, event, desk, dry_run=True, direction=truck.direction))
    with desk.store.read(desk.stamp()) as work:
        return {**told, **_named(told, work)}


def _named(told: Mapping[str, Any], work: Work) -> dict[str, Any]:
    named = [ships["order"] for ships in told["ships"][:MOST_NAMED]]
    heads = work.boards.order_heads(named) if named else {}
    return {"customers": {no: head.customer for no, head in heads.items()}, "refused": None}


def what_if_swapped(one: Truck, other: Truck, desk: Desk) -> Mapping[str, Any]:
    """Return the same for two trucks that would swap their doors.

    A door decides nobody's promise, since the plan asks when a truck comes and not where; what it
    may do is be refused: ``refused`` says why, None where it can be.
    """
    with desk.store.read(desk.stamp()) as work:
        pair = (find_visit(work, truck.direction, truck.asn) for truck in (one, other))
        refused = swap_refusal(work, *pair) or None
    return {**difference_json(NOTHING), "customers": {}, "refused": refused}


def coming_after(truck: Truck, event: TruckEvent, work: Work) -> Coming:
    """Return when a truck comes once an event is said of it."""
    said = said_of(truck.state, event, work.settings, work.stamp.at)
    state = after(truck.state, said)
    expected = to_micros(state.expected_at) if state.open else None
    return Coming(truck.id, expected, state.status in HERE)


def compared(plan: Plan, coming: Coming) -> Difference:
    """Return what another arrival of a truck does; nothing where it brings no supply now."""
    then = if_truck(plan.built, coming)
    owners = owners_unlike(plan.built, then or plan.built, coming.truck)
    after = Plan(then or plan.built)
    return shift_between(plan, figures(plan, owners), figures(after, owners))
