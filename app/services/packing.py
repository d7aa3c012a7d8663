"""Packing: every unit verified, the shipment closed, its slip said once and kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.domain.command_scan import CommandKind
from app.domain.goods import Kind, Move
from app.domain.jobs import refuse
from app.domain.packing import may_close, unverified
from app.domain.scan import Outcome
from app.services.jobs import Done, RoomKnown, Turn, said
from app.services.picking import find_order
from app.services.slips import say_slip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.goods import Product
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

    def fields(self, turn: Turn) -> Mapping[str, Any]:
        """Return the units that no scan has verified."""
        left = look_into(turn.work, turn.number).remaining
        return {"unverified": left, "remaining": left}

    def item(self, turn: Turn) -> Done:
        """Verify units of a product, or set a damaged one aside."""
        box, product = look_into(turn.work, turn.number), turn.product
        if not box.order.workable:
            say = "order_cancelled" if box.order.cancelled else "order_on_hold"
            return _refused(turn, Outcome.WRONG_STATE, say, product)
        if all(held.product_id != product.id for held in box.picked):
            return _refused(turn, Outcome.WRONG_ITEM, "not_in_shipment", product)
        serial = turn.reading.serial
        mine = [held for held in box.left if held.product_id == product.id]
        known = {held.trace.serial for held in box.picked if held.product_id == product.id}
        if serial and serial in known and all(held.trace.serial != serial for held in mine):
            return _refused(turn, Outcome.DUPLICATE, "serial_counted", product)
        left = sum(held.quantity for held in mine)
        if turn.units > left:
            return _refused(turn, Outcome.OVER_PICK, "over_verify", product, left=left)
        return self._verify(turn, box, product, _of_trace(turn, mine))

    def _verify(self, turn: Turn, box: Box, product: Product, mine: Sequence[Held]) -> Done:
        parts = _first_units(mine, turn.units)
        if box.shipment is None or not parts:
            return _refused(turn, Outcome.WRONG_ITEM, "not_in_shipment", product)
        for part in parts:
            if turn.memory.damaged:
                _set_aside(turn, box.shipment, part)
            else:
                turn.work.shipments.verify(turn.fact, box.shipment.id, part)
        say = "set_aside_packed" if turn.memory.damaged else "verified"
        if turn.memory.damaged:
            turn.desk.planner.touch(products=(product.id,), orders=(box.order.id,))
        answer = said(say, turn.units, product.sku, units=turn.units, name=product.description)
        return Done(answer, turn.memory, changes=True)

    def place(self, turn: Turn) -> Done:
        """Refuse: packing needs no place."""
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
            say = "order_cancelled" if box.order.cancelled else "order_on_hold"
            return Done(refuse(Outcome.WRONG_STATE, say, number=turn.number), turn.memory)
        shipped = sum(held.quantity for held in box.picked)
        closing = may_close(box.order, turn.work.settings.default_policy, box.remaining, shipped)
        if closing.problem or box.shipment is None:
            outcome = (
                Outcome.WRONG_STATE
                if closing.problem == "nothing_to_close"
                else Outcome.NOT_ALLOWED
            )
            answer = refuse(outcome, closing.problem, number=turn.number, left=closing.units)
            return Done(answer, turn.memory)
        return _close(turn, box, box.shipment)


def _refused(turn: Turn, outcome: Outcome, say: str, product: Product, **data: object) -> Done:
    name = product.description or product.sku
    data = {"number": turn.number, "units": turn.units, "name": name, **data}
    return Done(refuse(outcome, say, product.sku, **data), turn.memory)


def _of_trace(turn: Turn, mine: Sequence[Held]) -> Sequence[Held]:
    """Put the scanned serial's or lot's units first; other units of the product may follow."""
    serial, lot = turn.reading.serial or "", turn.reading.lot or ""
    return sorted(
        mine, key=lambda held: (held.trace.serial != serial, bool(lot) and held.trace.lot != lot)
    )


def _first_units(mine: Sequence[Held], units: int) -> list[Held]:
    parts = []
    for held in mine:
        if take := min(units, held.quantity):
            parts.append(replace(held, quantity=take))
            units -= take
    return parts if units == 0 else []


def _set_aside(turn: Turn, shipment: Shipment, part: Held) -> None:
    places = turn.work.places.of_kind(Kind.QUARANTINE)
    target = places[0] if places else turn.work.places.add(turn.fact, "QUARANTINE", Kind.QUARANTINE)
    turn.work.ledger.move(
        turn.fact,
        Move(part.product_id, part.quantity, part.location_id, target.id, part.trace),
    )
    turn.work.shipments.pick(turn.fact, shipment.id, replace(part, quantity=-part.quantity))


def _close(turn: Turn, box: Box, shipment: Shipment) -> Done:
    work = turn.work
    customer = work.places.virtual(Kind.CUSTOMER)
    for held in box.picked:
        move = Move(held.product_id, held.quantity, held.location_id, customer, held.trace)
        work.ledger.move(turn.fact, move)
    work.shipments.close(turn.fact, shipment.id)
    turn.desk.planner.touch(
        products=tuple({held.product_id for held in box.picked}), orders=(box.order.id,)
    )
    work.scans.end(turn.fact, turn.sitting)
    say_slip(turn, shipment, box.picked)
    answer = said("shipment_closed", number=shipment.number)
    return Done(replace(answer, fields={"shipment": shipment.number}), turn.memory.spent())
