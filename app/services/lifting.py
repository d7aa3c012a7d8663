"""What a pick moves: units into the shipment, damaged ones aside, missing ones noted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.cartons import taken_back
from app.domain.goods import Kind, Location, Move, Trace
from app.domain.jobs import refuse
from app.domain.orders import Held
from app.domain.picking import Source, Task, instructions, told_by
from app.domain.scan import Outcome
from app.services.aside import quarantine
from app.services.freeing import free_left_behind
from app.services.short_offers import offers_after_short
from app.services.standing_in import in_place
from app.services.turns import Done, Turn, said, with_freed
from app.texts.picking import offers_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.goods import Product
    from app.domain.orders import Order
    from app.services.pick_lists import PickList
    from app.work import Work


def packing_location(work: Work) -> Location:
    """Return the station's packing location: as set, else the first by pick sequence."""
    places = work.places.of_kind(Kind.PACKING)
    chosen = work.settings.packing_location
    return next((place for place in places if place.code == chosen), places[0])


def pick(turn: Turn, order: Order, product: Product, parts: Sequence[Task], trace: Trace) -> Done:
    """Take units into the order's open shipment; they become what the scan told of them."""
    work = turn.work
    shipment = work.shipments.open_of(order.id) or work.shipments.open_new(turn.fact, order)
    target = packing_location(work)
    for part in parts:
        told = told_by(part.source.trace, trace)
        _lift(turn, part, target, told)
        held = Held(part.order_line_id, product.id, part.quantity, target.id, told)
        work.shipments.pick(turn.fact, shipment.id, held)
        if part.source.staged_for is None:
            _use_up_pins(turn, part)
    _release_surplus(turn, order)
    lines = {part.order_line_id for part in parts}
    pinned = {line for line in lines if work.pins.pinned(line)}
    freed = free_left_behind(work, turn.fact, work.pins.of_lines(pinned)) if pinned else []
    turn.desk.planner.touch(products=(product.id,), orders=(order.id,))
    name = in_place(work, order, ((p.order_line_id, p.quantity) for p in parts)).of(product)
    answer = said("picked", turn.units, product.sku, units=turn.units, name=name)
    return Done(with_freed(answer, freed), turn.memory, changes=True)


def _lift(turn: Turn, part: Task, target: Location, told: Trace) -> None:
    """Move units from their source; a staged lock ends there.

    Where the scan tells a lot or a serial that nobody knew, the unit passes through the
    corrections: it goes out unknown and comes in known.
    """
    source = part.source
    ways = [(source.location.id, target.id, source.trace)]
    if told != source.trace:
        correction = turn.work.places.virtual(Kind.ADJUSTMENT)
        ways = [(source.location.id, correction, source.trace), (correction, target.id, told)]
    for from_id, to_id, trace in ways:
        if from_id != to_id:
            move = Move(source.product_id, part.quantity, from_id, to_id, trace)
            turn.work.ledger.move(turn.fact, move)
    if source.staged_for is not None:
        turn.work.locks.stage(turn.fact, _staged(source, -part.quantity))


def _use_up_pins(turn: Turn, part: Task) -> None:
    """A line's pinned stock is what it takes first: so many units are pinned no more."""
    left = part.quantity
    for inbound_line, units in turn.work.pins.pinned(part.order_line_id):
        if inbound_line is None and (take := min(left, units)):
            product = part.source.product_id
            turn.work.pins.pin(turn.fact, part.order_line_id, product, -take, None)
            left -= take


def _release_surplus(turn: Turn, order: Order) -> None:
    """Free staged units of lines that were served from elsewhere: nobody would take them."""
    staged = turn.work.locks.staged_of_order(order.id)
    if not staged:
        return
    now = turn.work.orders.find(order.number) or order
    for line in now.lines:
        mine = [held for held in staged if held.order_line_id == line.id]
        surplus = sum(held.quantity for held in mine) - line.open
        for held in reversed(mine):
            if (take := min(surplus, held.quantity)) > 0:
                turn.work.locks.stage(turn.fact, replace(held, quantity=-take))
                surplus -= take


def unpick(turn: Turn, held: Held) -> None:
    """Take units (each) out of the open shipment that holds them, the verified ones too."""
    work, line = turn.work, held.order_line_id
    order = work.orders.find(work.orders.of_line(line)[0])
    shipment = work.shipments.open_of(order.id) if order else None
    if shipment is None:
        return
    work.shipments.pick(turn.fact, shipment.id, replace(held, quantity=-held.quantity))
    left = sum(
        one.quantity
        for one in work.shipments.picked(shipment.id)
        if (one.order_line_id, one.trace) == (line, held.trace)
    )
    surplus = work.shipments.verified(shipment.id).get((line, held.trace), 0) - left
    contents = work.cartons.contents(shipment.id)
    lies = {number: inside.get((line, held.trace), 0) for number, inside in contents.items()}
    for number, units in taken_back(lies, surplus).items():
        work.shipments.verify(turn.fact, shipment.id, replace(held, quantity=-units), number)


def pick_damaged(turn: Turn, product: Product, parts: Sequence[Task]) -> Done:
    """Set damaged units aside: they are not picked, and the list finds others."""
    target = quarantine(turn)
    for part in parts:
        _lift(turn, part, target, part.source.trace)
    turn.desk.planner.touch(products=(product.id,))
    answer = said("set_aside", turn.units, product.sku, units=turn.units, location=target.code)
    return Done(answer, turn.memory, changes=True)


def pick_short(turn: Turn, todo: PickList, tasks: Sequence[Task]) -> Done:
    """Note that the first instruction's place holds no more: nobody is sent there until a count.

    All that lies free of the product there, and what is staged there for this order, is missing.
    """
    if not tasks:
        return Done(refuse(Outcome.WRONG_STATE, "nothing_to_short"), turn.memory)
    first = instructions(tasks)[0]
    for source in todo.sources:
        if (source.location, source.product_id) != (first.location, first.product_id):
            continue
        turn.work.ledger.miss(
            turn.fact, source.location.id, source.product_id, source.trace, source.quantity
        )
        if source.staged_for is not None:
            turn.work.locks.stage(turn.fact, _staged(source, -source.quantity))
    turn.desk.planner.touch(products=(first.product_id,))
    product = turn.work.goods.get(first.product_id)
    elsewhere = offers_after_short(turn, todo.order, first.product_id, turn.memory.skipped)
    answer = said(
        "short",
        sku=product.sku,
        units=first.quantity,
        name=product.description or product.sku,
        location=first.location.code,
        offers=offers_sentence(elsewhere, turn.work.settings.zone),
    )
    memory = replace(turn.memory, short=((first.location.id, first.product_id),))
    return Done(replace(answer, fields=elsewhere), memory, changes=True)


def _staged(source: Source, units: int) -> Held:
    """Return a lock of staged units (each; negative releases) where the source stands."""
    line = source.staged_for or 0
    return Held(line, source.product_id, units, source.location.id, source.trace)
