"""Picking partial orders: what can go now, one instruction at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.command_scan import CommandKind
from app.domain.errors import NotFoundError
from app.domain.goods import SALEABLE, Kind
from app.domain.jobs import refuse
from app.domain.picking import instructions
from app.domain.scan import Outcome
from app.services.claiming import take_over
from app.services.lifting import pick_short
from app.services.meaning import RoomKnown
from app.services.pick_answers import ANSWERS, skip
from app.services.pick_lists import PickList, pick_fields, pick_list, skipped_now
from app.services.taking import here_first, place_of, take_found, take_units
from app.services.turns import Done, Turn, refuse_item, said, scanned_trace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.goods import Product, Trace
    from app.domain.orders import Order
    from app.services.desk import Desk
    from app.work import Work

COMMANDS = frozenset({CommandKind.SHORT, CommandKind.SKIP, CommandKind.FOUND, *ANSWERS})


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
        taken = take_over(work, "pick", number)
        fields = pick_fields(work, desk, order, skipped_now(work, number))
        work.commit()
    return {"job": "pick", "number": number, **fields, **taken}


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
        order = find_order(turn.work, turn.number)
        return pick_fields(turn.work, turn.desk, order, turn.memory.skipped)

    def item(self, turn: Turn) -> Done:
        """Take units of a product for the order, or refuse whole."""
        order = find_order(turn.work, turn.number)
        if not order.workable:
            return refuse_item(turn, Outcome.WRONG_STATE, order.why_not)
        wanted = wanted_or_refusal(turn, order)
        if isinstance(wanted, Done):
            return wanted
        trace, waits = wanted
        if turn.memory.found and turn.units <= waits:
            return take_found(turn, order, trace)
        return take_units(turn, _todo(turn), trace, waits)

    def place(self, turn: Turn) -> Done:
        """Go to a place that holds something this job needs."""
        todo = _todo(turn)
        if not todo.order.workable:
            answer = refuse(Outcome.WRONG_STATE, todo.order.why_not, number=turn.number)
            return Done(answer, turn.memory)
        return go_to(turn, todo)

    def container(self, turn: Turn) -> Done:
        """Accept the order's own number; any other container is wrong."""
        if turn.reading.code == turn.number:
            return Done(said("same_job", number=turn.number), turn.memory)
        answer = refuse(Outcome.WRONG_CONTAINER, "wrong_container", code=turn.reading.code)
        return Done(answer, turn.memory)

    def command(self, turn: Turn) -> Done:
        """Note a short pick or why, skip, find; a shipment closes at packing, not here."""
        command = turn.reading.command
        kind = None if command is None else command.kind
        if kind not in COMMANDS:
            return Done(refuse(Outcome.NOT_ALLOWED, "not_here", number=turn.number), turn.memory)
        if command is not None and kind in ANSWERS:
            return ANSWERS[kind](turn, command)
        todo = _todo(turn)
        if not todo.order.workable:
            answer = refuse(Outcome.WRONG_STATE, todo.order.why_not, number=turn.number)
            return Done(answer, turn.memory)
        if kind is CommandKind.FOUND:
            return Done(said("find_pending"), replace(turn.memory, found=True))
        if kind is CommandKind.SKIP:
            done = skip(turn, todo, here_first(turn, todo))
            fields = pick_fields(turn.work, turn.desk, todo.order, done.memory.skipped)
            return replace(done, answer=replace(done.answer, fields=fields))
        return pick_short(turn, todo, here_first(turn, todo))


def go_to(turn: Turn, todo: PickList) -> Done:
    """Go to the scanned place where it holds something of the list, or where units are found."""
    place = turn.work.places.by_code(turn.reading.code)
    may_hold = place is not None and turn.memory.found and place.kind is Kind.STORAGE
    if place is None or not (may_hold or todo.from_place(place)):
        answer = refuse(Outcome.WRONG_LOCATION, "wrong_location", location=turn.reading.code)
        return Done(answer, turn.memory)
    say = "find_shelf" if turn.memory.found else "at_location"
    answer = said(say, location=place.code)
    return Done(answer, replace(turn.memory, location_id=place.id))


def wanted_or_refusal(turn: Turn, order: Order) -> Done | tuple[Trace, int]:
    """Return what the scan tells of its unit, and how many of the product are open (each).

    Or the refusal that does not ask where the unit comes from.
    """
    product = turn.product
    mine = [line for line in order.lines if line.product_id == product.id]
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
    return trace, waits


def _todo(turn: Turn) -> PickList:
    order = find_order(turn.work, turn.number)
    return pick_list(turn.work, turn.desk, order, turn.memory.skipped)


def _only_expired(turn: Turn, product: Product, trace: Trace) -> bool:
    """Tell whether all that is not picked of the product (of the lot, there) is past its day."""
    place = place_of(turn)
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
