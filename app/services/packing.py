"""Packing: every unit verified, the shipment closed, its slip said once and kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.domain.command_scan import CommandKind
from app.domain.goods import Kind, Move
from app.domain.jobs import refuse
from app.domain.packing import first_units, may_close, of_trace, unverified
from app.domain.picking import told_by
from app.domain.scan import Outcome
from app.services.aside import quarantine
from app.services.jobs import (
    Done,
    Turn,
    lies_somewhere,
    refuse_item,
    said,
    scanned_trace,
)
from app.services.meaning import RoomKnown
from app.services.picking import find_order
from app.services.slips import say_slip, slip_fields
from app.services.standing_in import in_place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.goods import Trace
    from app.domain.orders import Held, Order, Shipment
    from app.services.desk import Desk
    from app.work import Work


@dataclass(frozen=True, slots=True)
class Box:
    """An order's open shipment: what it holds and what no scan has verified yet."""

    order: Order
    shipment: Shipment | None
    picked: tuple[Held, ...] = ()
    left: tuple[Held, ...] = ()

    @property
    def remaining(self) -> int:
        """Return the units still to verify."""
        return sum(held.quantity for held in self.left)


def look_into(work: Work, number: str) -> Box:
    """Return the order's open shipment as it stands; NotFoundError for an unknown order."""
    order = find_order(work, number)
    shipment = work.shipments.open_of(order.id)
    if shipment is None:
        return Box(order, None)
    picked = work.shipments.picked(shipment.id)
    return Box(order, shipment, picked, unverified(picked, work.shipments.verified(shipment.id)))


def open_packing(number: str, desk: Desk) -> Mapping[str, Any]:
    """Claim the packing of an order for this station and say how much is to verify."""
    with desk.store.work(desk.stamp()) as work:
        box = look_into(work, number)
        work.scans.claim(work.fact("pack_open", number), "pack", number)
        work.commit()
    return {"job": "pack", "number": number, "next": None, "remaining": box.remaining}


class PackingRoom:
    """The room where shipments are packed."""

    name = "pack"

    def known(self, work: Work, number: str) -> RoomKnown:
        """Know what the floor knows."""
        find_order(work, number)
        return RoomKnown(work)

    def expects_place(self, turn: Turn) -> bool:
        """Tell no: what is packed next is an item."""
        _ = turn
        return False

    def why_final(self, turn: Turn) -> str | None:
        """Allow to take back: what is shipped refuses by itself."""
        _ = turn
        return None

    def fields(self, turn: Turn) -> Mapping[str, Any]:
        """Return the units that no scan has verified."""
        left = look_into(turn.work, turn.number).remaining
        return {"unverified": left, "remaining": left}

    def item(self, turn: Turn) -> Done:
        """Verify units of a product, or set damaged ones aside."""
        box, product = look_into(turn.work, turn.number), turn.product
        if not box.order.workable:
            return refuse_item(turn, Outcome.WRONG_STATE, box.order.why_not)
        mine = [held for held in box.picked if held.product_id == product.id]
        if box.shipment is None or not mine:
            return refuse_item(turn, Outcome.WRONG_ITEM, "not_in_shipment")
        trace = scanned_trace(turn, {held.trace.lot for held in mine})
        left = [held for held in box.left if held.product_id == product.id]
        known = {held.trace.serial for held in mine}
        counted = trace.serial in known and trace.serial not in {h.trace.serial for h in left}
        if turn.one_serial_too_often or (trace.serial and counted):
            return refuse_item(turn, Outcome.DUPLICATE, "serial_counted")
        fitting = of_trace(left, trace)
        is_another = trace.serial not in known and lies_somewhere(turn, product, trace)
        if is_another or (left and not fitting):
            return refuse_item(turn, Outcome.WRONG_ITEM, "not_in_shipment")
        if trace.serial not in known and turn.work.shipments.has_serial(product.id, trace.serial):
            return refuse_item(turn, Outcome.DUPLICATE, "serial_counted")
        return _verify(turn, box, box.shipment, fitting, trace)

    def place(self, turn: Turn) -> Done:
        """Accept the place where the shipment's units stand; packing needs no other."""
        place = turn.work.places.by_code(turn.reading.code)
        picked = look_into(turn.work, turn.number).picked
        if place is not None and any(held.location_id == place.id for held in picked):
            return Done(said("at_location", location=place.code), turn.memory)
        answer = refuse(Outcome.WRONG_LOCATION, "wrong_location", location=turn.reading.code)
        return Done(answer, turn.memory)

    def container(self, turn: Turn) -> Done:
        """Accept the order's own number and its open shipment's; any other is wrong."""
        shipment = look_into(turn.work, turn.number).shipment
        own = {turn.number} | ({shipment.number} if shipment else set())
        if turn.reading.code in own:
            return Done(said("same_job", number=turn.number), turn.memory)
        answer = refuse(Outcome.WRONG_CONTAINER, "wrong_container", code=turn.reading.code)
        return Done(answer, turn.memory)

    def command(self, turn: Turn) -> Done:
        """Close the shipment."""
        command = turn.reading.command
        if command is None or command.kind is not CommandKind.CLOSE:
            return Done(refuse(Outcome.WRONG_STATE, "not_here", number=turn.number), turn.memory)
        box = look_into(turn.work, turn.number)
        if not box.order.workable:
            answer = refuse(Outcome.WRONG_STATE, box.order.why_not, number=turn.number)
            return Done(answer, turn.memory)
        return _close(turn, box)


def _verify(
    turn: Turn, box: Box, shipment: Shipment, fitting: Sequence[Held], trace: Trace
) -> Done:
    left = sum(held.quantity for held in fitting)
    if turn.units > left:
        return refuse_item(turn, Outcome.OVER_PICK, "over_verify", left=left)
    product, damaged = turn.product, turn.memory.damaged
    parts = first_units(fitting, turn.units)
    if not damaged and any(part.trace.expired(turn.today) for part in parts):
        return refuse_item(turn, Outcome.EXPIRED_LOT, "expired_lot")
    for part in parts:
        if damaged:
            _set_aside(turn, shipment, part)
        else:
            turn.work.shipments.verify(turn.fact, shipment.id, _told(turn, shipment, part, trace))
    if damaged:
        turn.desk.planner.touch(products=(product.id,), orders=(box.order.id,))
    shares = ((part.order_line_id, part.quantity) for part in parts)
    name = in_place(turn.work, box.order, shares).of(product)
    say = "set_aside_packed" if damaged else "verified"
    answer = said(say, turn.units, product.sku, units=turn.units, name=name)
    return Done(answer, turn.memory, changes=True)


def _told(turn: Turn, shipment: Shipment, part: Held, trace: Trace) -> Held:
    """Return units as the scan tells them: a serial that nobody knew is known from now on.

    They pass through the corrections: they go out unknown and come in known.
    """
    told = told_by(part.trace, trace)
    if told == part.trace:
        return part
    work, known = turn.work, replace(part, trace=told)
    correction = work.places.virtual(Kind.ADJUSTMENT)
    units, place = part.quantity, part.location_id
    work.ledger.move(turn.fact, Move(part.product_id, units, place, correction, part.trace))
    work.ledger.move(turn.fact, Move(part.product_id, units, correction, place, told))
    work.shipments.pick(turn.fact, shipment.id, replace(part, quantity=-units))
    work.shipments.pick(turn.fact, shipment.id, known)
    turn.desk.planner.touch(products=(part.product_id,))
    return known


def _set_aside(turn: Turn, shipment: Shipment, part: Held) -> None:
    target = quarantine(turn)
    move = Move(part.product_id, part.quantity, part.location_id, target.id, part.trace)
    turn.work.ledger.move(turn.fact, move)
    turn.work.shipments.pick(turn.fact, shipment.id, replace(part, quantity=-part.quantity))


def _close(turn: Turn, box: Box) -> Done:
    """Close the box unless the policy, an unverified unit or a lot's last day forbids it."""
    shipped = sum(held.quantity for held in box.picked)
    closing = may_close(box.order, turn.work.settings.default_policy, box.remaining, shipped)
    if box.shipment is None or closing.problem == "nothing_to_close":
        answer = refuse(Outcome.WRONG_STATE, "nothing_to_close", number=turn.number)
        return Done(answer, turn.memory)
    if closing.problem:
        left = closing.units
        answer = refuse(Outcome.NOT_ALLOWED, closing.problem, number=turn.number, left=left)
        return Done(answer, turn.memory)
    late = [held for held in box.picked if held.trace.expired(turn.today)]
    if late:
        name = turn.work.goods.get(late[0].product_id).sku
        return Done(refuse(Outcome.EXPIRED_LOT, "expired_lot", name, name=name), turn.memory)
    return _ship(turn, box, box.shipment)


def _ship(turn: Turn, box: Box, shipment: Shipment) -> Done:
    work = turn.work
    customer = work.places.virtual(Kind.CUSTOMER)
    for held in box.picked:
        move = Move(held.product_id, held.quantity, held.location_id, customer, held.trace)
        work.ledger.move(turn.fact, move)
    work.shipments.close(turn.fact, shipment.id)
    products = tuple({held.product_id for held in box.picked})
    turn.desk.planner.touch(products=products, orders=(box.order.id,))
    work.scans.end(turn.fact, turn.sitting)
    slip = say_slip(turn, shipment, box.picked)
    answer = said("shipment_closed", number=shipment.number)
    fields = {"shipment": shipment.number, **slip_fields(slip)}
    return Done(replace(answer, fields=fields), turn.memory.spent())
