"""Packing: every unit verified, the shipment closed, its slip said once and kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.cartons import in_hand
from app.domain.command_scan import CommandKind
from app.domain.goods import Kind, Move
from app.domain.jobs import refuse
from app.domain.packing import first_units, of_trace
from app.domain.picking import told_by
from app.domain.scan import Outcome
from app.services.aside import quarantine
from app.services.box import look_into
from app.services.cartons import carton_in_hand, move_over, scan_carton, turn_to_carton
from app.services.closing import close, override
from app.services.cluster_totes import tote_code
from app.services.meaning import RoomKnown
from app.services.parcels import track, weigh
from app.services.picking import find_order
from app.services.standing_in import in_place
from app.services.turns import Done, Turn, lies_somewhere, refuse_item, said, scanned_trace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.goods import Trace
    from app.domain.orders import Held, Shipment
    from app.services.box import Box
    from app.services.desk import Desk
    from app.work import Work


def open_packing(number: str, desk: Desk) -> Mapping[str, Any]:
    """Claim the packing of an order for this station and say how much is to verify."""
    with desk.store.work(desk.stamp()) as work:
        box = look_into(work, number)
        work.scans.claim(work.fact("pack_open", number), "pack", number)
        work.commit()
    return {"job": "pack", "number": number, "next": None, "remaining": box.remaining}


OWN = frozenset(
    {
        *(CommandKind.CLOSE, CommandKind.OVERRIDE, CommandKind.CARTON, CommandKind.MOVE),
        *(CommandKind.WEIGHT, CommandKind.TRACKING),
    }
)


class PackKnown(RoomKnown):
    """What the floor knows, and the totes into which clusters pick."""

    def container(self, code: str) -> bool:
        """Tell whether a code is a container's."""
        return super().container(code) or self._work.clusters.order_at(code) is not None


class PackingRoom:
    """The room where shipments are packed."""

    name = "pack"

    def known(self, work: Work, number: str) -> RoomKnown:
        """Know what the floor knows, and every tote."""
        find_order(work, number)
        return PackKnown(work)

    def expects_place(self, turn: Turn) -> bool:
        """Tell no: what is packed next is an item."""
        _ = turn
        return False

    def why_final(self, turn: Turn) -> str | None:
        """Allow to take back: what is shipped refuses by itself."""
        _ = turn
        return None

    def fields(self, turn: Turn) -> Mapping[str, Any]:
        """Return the units that no scan has verified, and the carton in hand (null: none yet)."""
        box = look_into(turn.work, turn.number)
        hand = in_hand(turn.work.cartons.of_shipment(box.shipment.id)) if box.shipment else None
        carton = hand.number if hand else None
        return {"unverified": box.remaining, "remaining": box.remaining, "carton": carton}

    def carrier_number(self, turn: Turn) -> Done:
        """Note a carrier's number with the carton in hand."""
        box = look_into(turn.work, turn.number)
        if not box.order.workable:
            answer = refuse(Outcome.WRONG_STATE, box.order.why_not, number=turn.number)
            return Done(answer, turn.memory)
        return track(turn, box)

    def item(self, turn: Turn) -> Done:
        """Verify units of a product, or set damaged ones aside."""
        box, product = look_into(turn.work, turn.number), turn.product
        if not box.order.workable:
            return refuse_item(turn, Outcome.WRONG_STATE, box.order.why_not)
        mine = [held for held in box.picked if held.product_id == product.id]
        if box.shipment is None or not mine:
            return _not_here(turn, box)
        if turn.memory.moving:
            return move_over(turn, box, box.shipment)
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
        """Accept the order's own number and its open shipment's, or go back to a carton of it."""
        box = look_into(turn.work, turn.number)
        own = {turn.number} | ({box.shipment.number} if box.shipment else set())
        in_tote = turn.work.clusters.order_at(tote_code(turn.reading))
        if turn.reading.code in own or (in_tote and in_tote[1] == turn.number):
            return Done(said("same_job", number=turn.number), turn.memory)
        if (done := scan_carton(turn, box)) is not None:
            return done
        answer = refuse(Outcome.WRONG_CONTAINER, "wrong_container", code=turn.reading.code)
        return Done(answer, turn.memory)

    def command(self, turn: Turn) -> Done:
        """Close the shipment, turn to another carton, weigh it, or wait for what is to follow."""
        command = turn.reading.command
        kind = None if command is None else command.kind
        if command is None or kind not in OWN:
            return Done(refuse(Outcome.WRONG_STATE, "not_here", number=turn.number), turn.memory)
        box = look_into(turn.work, turn.number)
        if not box.order.workable:
            answer = refuse(Outcome.WRONG_STATE, box.order.why_not, number=turn.number)
            return Done(answer, turn.memory)
        if kind is CommandKind.CLOSE:
            return close(turn, box)
        if kind is CommandKind.OVERRIDE:
            return override(turn, box, command.said)
        if kind is CommandKind.CARTON:
            return turn_to_carton(turn, box, command.quantity)
        if kind is CommandKind.WEIGHT:
            return weigh(turn, box, command.quantity)
        if kind is CommandKind.TRACKING:
            return Done(said("tracking_pending"), replace(turn.memory, tracking=True))
        return _begin_moving(turn, box)


def _begin_moving(turn: Turn, box: Box) -> Done:
    hand = in_hand(turn.work.cartons.of_shipment(box.shipment.id)) if box.shipment else None
    if hand is None:
        return Done(refuse(Outcome.WRONG_STATE, "no_carton"), turn.memory)
    answer = said("move_pending", carton=hand.number)
    return Done(answer, replace(turn.memory, moving=True))


def _not_here(turn: Turn, box: Box) -> Done:
    """Refuse an item that is not in the box; say whose it is where the customer waits for it."""
    done = refuse_item(turn, Outcome.WRONG_ITEM, "not_in_shipment")
    other = _other_order(turn, box)
    if other is None:
        return done
    done = refuse_item(turn, Outcome.WRONG_ITEM, "for_another", other=other)
    return replace(done, answer=replace(done.answer, fields={"belongs_to": other}))


def _other_order(turn: Turn, box: Box) -> str | None:
    """Return another order of this customer that has the product in its open shipment."""
    work = turn.work
    for held in work.shipments.standing(turn.product.id):
        number, _line = work.orders.of_line(held.order_line_id)
        if number != turn.number and find_order(work, number).customer == box.order.customer:
            return number
    return None


def _verify(
    turn: Turn, box: Box, shipment: Shipment, fitting: Sequence[Held], trace: Trace
) -> Done:
    left = sum(held.quantity for held in fitting)
    if turn.units > left:
        return refuse_item(turn, Outcome.OVER_PICK, "over_verify", left=left)
    product, damaged = turn.product, turn.memory.damaged
    parts = first_units(fitting, turn.units)
    if not damaged and any(part.trace.expired(turn.today) for part in parts):
        return refuse_item(turn, Outcome.EXPIRED_LOT, "expired_in_box")
    carton = carton_in_hand(turn.work, turn.fact, shipment).number
    for part in parts:
        if damaged:
            _set_aside(turn, shipment, part)
        else:
            told = _told(turn, shipment, part, trace)
            turn.work.shipments.verify(turn.fact, shipment.id, told, carton)
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
