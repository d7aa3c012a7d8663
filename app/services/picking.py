"""Picking partial orders: what can go now, one instruction at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.command_scan import CommandKind
from app.domain.errors import NotFoundError
from app.domain.goods import SALEABLE
from app.domain.jobs import refuse
from app.domain.picking import instructions, take
from app.domain.scan import Outcome
from app.services.jobs import (
    Done,
    Turn,
    lies_somewhere,
    refuse_item,
    said,
    scanned_trace,
)
from app.services.lifting import pick, pick_damaged, pick_short
from app.services.meaning import RoomKnown
from app.services.pick_lists import PickList, pick_fields, pick_list

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.goods import Location, Product, Trace
    from app.domain.orders import Order
    from app.domain.picking import Task
    from app.services.desk import Desk
    from app.work import Work


def find_order(work: Work, number: str) -> Order:
    """Return the order; NotFoundError where there is none."""
    order = work.orders.find(number)
    if order is None:
        raise NotFoundError("unknown_order", number=number)
    return order


def open_picking(number: str, desk: Desk) -> Mapping[str, Any]:
    """Claim the picking of an order for this station and say what to do first."""
    with desk.store.work(desk.stamp()) as work:
        order = find_order(work, number)
        work.scans.claim(work.fact("pick_open", number), "pick", number)
        fields = pick_fields(work, desk, order)
        work.commit()
    return {"job": "pick", "number": number, **fields}


class PickingRoom:
    """The room where orders are picked."""

    name = "pick"

    def known(self, work: Work, number: str) -> RoomKnown:
        """Know what the floor knows."""
        find_order(work, number)
        return RoomKnown(work)

    def expects_place(self, turn: Turn) -> bool:
        """Tell whether the instruction's place is meant by a code that a product has too."""
        steps = instructions(_todo(turn).tasks)
        if not steps or steps[0].location.code != turn.reading.code:
            return False
        is_there = turn.memory.location_id == steps[0].location.id
        must_confirm = turn.work.settings.confirm_location and not is_there
        return must_confirm or steps[0].product_id != turn.product.id

    def why_final(self, turn: Turn) -> str | None:
        """Allow to take back: what is shipped refuses by itself."""
        _ = turn
        return None

    def fields(self, turn: Turn) -> Mapping[str, Any]:
        """Return the next instruction and what is left."""
        return pick_fields(turn.work, turn.desk, find_order(turn.work, turn.number))

    def item(self, turn: Turn) -> Done:
        """Take units of a product for the order, or refuse whole."""
        order, product = find_order(turn.work, turn.number), turn.product
        mine = [line for line in order.lines if line.product_id == product.id]
        if not order.workable:
            return refuse_item(turn, Outcome.WRONG_STATE, order.why_not)
        if not mine:
            return refuse_item(turn, Outcome.WRONG_ITEM, "wrong_item")
        rows = turn.work.ledger.of_product(product.id)
        trace = scanned_trace(turn, {row.trace.lot for row in rows})
        if trace.expired(turn.today):
            return refuse_item(turn, Outcome.EXPIRED_LOT, "expired_lot")
        if turn.one_serial_too_often or _picked_before(turn, product, trace):
            return refuse_item(turn, Outcome.DUPLICATE, "serial_counted")
        if not (waits := sum(line.open for line in mine)):
            return refuse_item(turn, Outcome.OVER_PICK, "over_pick", left=0)
        if _only_expired(turn, product, trace):
            return refuse_item(turn, Outcome.EXPIRED_LOT, "expired_lot")
        return _take(turn, pick_list(turn.work, turn.desk, order), trace, waits)

    def place(self, turn: Turn) -> Done:
        """Go to a place that holds something this job needs."""
        todo = _todo(turn)
        if not todo.order.workable:
            answer = refuse(Outcome.WRONG_STATE, todo.order.why_not, number=turn.number)
            return Done(answer, turn.memory)
        place = turn.work.places.by_code(turn.reading.code)
        if place is None or not todo.from_place(place):
            answer = refuse(Outcome.WRONG_LOCATION, "wrong_location", location=turn.reading.code)
            return Done(answer, turn.memory)
        answer = said("at_location", location=place.code)
        return Done(answer, replace(turn.memory, location_id=place.id))

    def container(self, turn: Turn) -> Done:
        """Accept the order's own number; any other container is wrong."""
        if turn.reading.code == turn.number:
            return Done(said("same_job", number=turn.number), turn.memory)
        answer = refuse(Outcome.WRONG_CONTAINER, "wrong_container", code=turn.reading.code)
        return Done(answer, turn.memory)

    def command(self, turn: Turn) -> Done:
        """Note a short pick; a shipment closes at packing, not here."""
        command = turn.reading.command
        if command is None or command.kind is not CommandKind.SHORT:
            return Done(refuse(Outcome.NOT_ALLOWED, "not_here", number=turn.number), turn.memory)
        todo = _todo(turn)
        if not todo.order.workable:
            answer = refuse(Outcome.WRONG_STATE, todo.order.why_not, number=turn.number)
            return Done(answer, turn.memory)
        tasks = todo.from_place(_place(turn)) or todo.tasks
        if not tasks:
            return Done(refuse(Outcome.WRONG_STATE, "nothing_to_short"), turn.memory)
        return pick_short(turn, todo, tasks)


def _todo(turn: Turn) -> PickList:
    return pick_list(turn.work, turn.desk, find_order(turn.work, turn.number))


def _place(turn: Turn) -> Location | None:
    at = turn.memory.location_id
    return None if at is None else turn.work.places.get(at)


def _take(turn: Turn, todo: PickList, trace: Trace, waits: int) -> Done:
    product = turn.product
    if not (wanted := todo.wanted_of(product.id)):
        return refuse_item(turn, Outcome.NOT_AVAILABLE, "stays_backordered", left=waits)
    if turn.work.settings.confirm_location and turn.memory.location_id is None:
        return refuse_item(turn, Outcome.WRONG_STATE, "location_first")
    if turn.units > wanted:
        return refuse_item(turn, Outcome.OVER_PICK, "over_pick", left=wanted)
    parts = _parts(turn, todo, trace)
    if not parts:
        return refuse_item(turn, Outcome.NOT_AVAILABLE, "not_available")
    if turn.memory.damaged:
        return pick_damaged(turn, product, parts)
    return pick(turn, todo.order, product, parts, trace)


def _parts(turn: Turn, todo: PickList, trace: Trace) -> tuple[Task, ...]:
    """Take what was scanned from the place last scanned, else from the one that is told to go to.

    Only what the place told holds too few of may come from several; () where there are too few.
    """
    product, place = turn.product, _place(turn)
    known = lies_somewhere(turn, product, trace)
    tasks = todo.of_trace(product.id, trace, place, is_known=known)
    if place is not None or not tasks:
        return take(tasks, turn.units)
    here = todo.of_trace(product.id, trace, tasks[0].source.location, is_known=known)
    return take(here, turn.units) or take(tasks, turn.units)


def _only_expired(turn: Turn, product: Product, trace: Trace) -> bool:
    """Tell whether all that is not picked of the product (of the lot, there) is past its day."""
    place = _place(turn)
    picked = {(held.location_id, held.trace) for held in turn.work.shipments.standing(product.id)}
    lies = [
        row
        for row in turn.work.ledger.of_product(product.id)
        if place in (None, row.location)
        and row.location.kind in SALEABLE
        and trace.lot in ("", row.trace.lot)
        and (row.location.id, row.trace) not in picked
    ]
    return bool(lies) and all(row.trace.expired(turn.today) for row in lies)


def _picked_before(turn: Turn, product: Product, trace: Trace) -> bool:
    """Tell whether that one unit is in a shipment already."""
    return bool(trace.serial) and turn.work.shipments.has_serial(product.id, trace.serial)
