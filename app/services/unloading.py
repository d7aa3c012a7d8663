"""What to unload next: the list, and the supervisor's word that puts a truck elsewhere in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.board import FACT_OF, INBOUND
from app.domain.dock import BY_RULE, NO_TURN, PUT_AT
from app.domain.errors import BadValueError, RefusedError
from app.domain.unloading import unload_order
from app.services.plan_json import unload_json
from app.services.trucks import TruckEvent, find_visit, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from app.dock_store import Visit
    from app.domain.board import Truck
    from app.domain.plan.plan import Plan
    from app.domain.plan.values import Unload
    from app.services.desk import Desk
    from app.work import Work

LONGEST_REASON = 200  # characters


def unload_now(plan: Plan, trucks: Iterable[Truck], work: Work) -> tuple[Unload, ...]:
    """Return the trucks that are to be unloaded, the next one first; ``trucks`` are the site's."""
    states = {truck.id: truck.state for truck in trucks if truck.direction == INBOUND}
    return unload_order(plan.unload(), states, work.stamp.at, work.settings)


def unload_list(desk: Desk, plan: Plan | None = None) -> tuple[Unload, ...]:
    """Return the same list of the plan of now, or of a given one."""
    with desk.store.read(desk.stamp()) as work:
        plan = plan or desk.planner.current(work)
        return unload_now(plan, work.boards.trucks(), work)


def put_truck(
    number: str, place: int, desk: Desk, *, reason: str = "", dry_run: bool = False
) -> Mapping[str, Any]:
    """Give a truck a place (1 first) in the unload order, until it is over or it is taken back.

    A place beyond the last truck's is the last.  NotFoundError for an unknown ASN, BadValueError
    for a place below 1 or a reason that is too long, RefusedError for a truck that is over.
    """
    if place < 1:
        raise BadValueError("bad_place", value=place)
    if len(reason) > LONGEST_REASON or not (reason.isprintable()):
        raise BadValueError("bad_reason", most=LONGEST_REASON)

    def say(work: Work, visit: Visit) -> None:
        told = {"place": place, "by": work.stamp.actor, "reason": reason.strip()}
        _say(work, visit, PUT_AT, told)

    return _change(number, PUT_AT, say, desk, dry_run=dry_run)


def rank_truck(number: str, desk: Desk, *, dry_run: bool = False) -> Mapping[str, Any]:
    """Let a truck have its turn by rule again; RefusedError where nobody put it elsewhere."""

    def say(work: Work, visit: Visit) -> None:
        if visit.state.put is None:
            raise RefusedError("ranked_by_rule", number=number)
        _say(work, visit, BY_RULE, {})

    return _change(number, BY_RULE, say, desk, dry_run=dry_run)


def take_back_put(number: str, desk: Desk, *, dry_run: bool = False) -> Mapping[str, Any]:
    """Take back what was said last of a truck's turn; RefusedError where nothing was."""

    def undo(work: Work, visit: Visit) -> None:
        fact = work.fact(f"{FACT_OF[INBOUND]}_undo", number)
        if work.visits.take_back(fact, visit, (PUT_AT, BY_RULE)) is None:
            raise RefusedError("nothing_to_take_back", number=number)

    return _change(number, "undo", undo, desk, dry_run=dry_run)


def _say(work: Work, visit: Visit, kind: str, told: Mapping[str, Any]) -> None:
    if visit.state.status in NO_TURN:
        status = visit.state.status.replace("_", " ")
        raise RefusedError("truck_over", number=visit.number, status=status)
    tell(work, visit, TruckEvent(kind, details=told))


def _change(
    number: str,
    event: str,
    apply: Callable[[Work, Visit], None],
    desk: Desk,
    *,
    dry_run: bool,
) -> Mapping[str, Any]:
    """Apply a change; the plan's pegs do not depend on whose turn it is, so only ranks differ."""
    with desk.store.work(desk.stamp()) as work:
        apply(work, find_visit(work, INBOUND, number))
        plan = desk.planner.current(work)
        rows = unload_now(plan, work.boards.trucks(), work)
        if not dry_run:
            work.commit()
    mine = next((unload_json(row) for row in rows if row.asn == number), {})
    return {
        "asn": number,
        "event": event,
        "dry_run": dry_run,
        "rank": mine.get("rank"),
        "override": mine.get("override"),
        "unload": [unload_json(row) for row in rows],
    }
