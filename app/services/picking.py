"""Picking partial orders: what can go now, one instruction at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.domain.command_scan import CommandKind
from app.domain.errors import NotFoundError
from app.domain.goods import Kind, Move, Trace
from app.domain.jobs import refuse
from app.domain.orders import Held, Order
from app.domain.picking import Source, Task, free_sources, instructions, make_tasks, take
from app.domain.scan import Outcome
from app.services.jobs import Done, RoomKnown, Turn, said

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from app.domain.goods import Location, Product
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


@dataclass(frozen=True, slots=True)
class PickList:
    """What an order's picker may take now: tasks in walking order, and where from."""

    order: Order
    wanted: Mapping[int, int]
    sources: tuple[Source, ...]
    tasks: tuple[Task, ...]

    @property
    def remaining(self) -> int:
        """Return the units still to pick now."""
        return sum(task.quantity for task in self.tasks)

    def from_place(self, place: Location | None, trace: Trace) -> tuple[Task, ...]:
        """Return the tasks as they are when units come from that place, and of that lot."""
        sources = [source for source in self.sources if place in (None, source.location)]
        if trace.lot or trace.serial:
            sources = [source for source in sources if _same_lot(source.trace, trace)]
        return make_tasks(self.order.lines, self.wanted, sources)


def _same_lot(lies: Trace, scanned: Trace) -> bool:
    """Tell whether scanned units may be those: what lies there untraced may be any."""
    lot = not lies.lot or not scanned.lot or lies.lot == scanned.lot
    return lot and (not lies.serial or lies.serial == scanned.serial)


def pick_list(work: Work, desk: Desk, order: Order) -> PickList:
    """Work out what can be picked now, from the plan and from what lies where."""
    wanted = desk.planner.current(work).pickable(order.number) if order.workable else {}
    wanted = {line.id: min(wanted.get(line.id, 0), line.open) for line in order.lines}
    today = work.stamp.at.astimezone(work.settings.zone).date()
    products = {line.product_id for line in order.lines if wanted[line.id]}
    sources = [
        source
        for product_id in sorted(products)
        for source in _sources(work, order, product_id, today)
    ]
    tasks = make_tasks(order.lines, wanted, sources)
    return PickList(order, wanted, tuple(sources), tasks)


def _sources(work: Work, order: Order, product_id: int, today: date) -> list[Source]:
    stock = work.ledger.of_product(product_id)
    staged = work.locks.staged_of_product(product_id)
    taken = (*staged, *work.shipments.standing(product_id))
    free = free_sources(stock, taken, work.ledger.missing(product_id), today)
    mine = {line.id for line in order.lines}
    places = {row.location.id: row.location for row in stock}
    own = [
        Source(places[held.location_id], product_id, held.trace, held.quantity, held.order_line_id)
        for held in staged
        if held.order_line_id in mine and held.location_id in places
    ]
    return [*own, *free]


def pick_fields(work: Work, desk: Desk, order: Order) -> dict[str, Any]:
    """Return ``next`` and ``remaining`` as they stand."""
    todo = pick_list(work, desk, order)
    steps = instructions(todo.tasks)
    first = None
    if steps:
        product = work.goods.get(steps[0].product_id)
        first = {
            "location": steps[0].location.code,
            "sku": product.sku,
            "quantity": steps[0].quantity,
        }
    return {"next": first, "remaining": todo.remaining}


class PickingRoom:
    """The room where orders are picked."""

    name = "pick"

    def known(self, work: Work, number: str) -> RoomKnown:
        """Know what the floor knows."""
        find_order(work, number)
        return RoomKnown(work)

    def fields(self, turn: Turn) -> Mapping[str, Any]:
        """Return the next instruction and what is left."""
        return pick_fields(turn.work, turn.desk, find_order(turn.work, turn.number))

    def item(self, turn: Turn) -> Done:
        """Take units of a product for the order, or refuse whole."""
        order = find_order(turn.work, turn.number)
        product = turn.product
        if not order.workable:
            return _refused(turn, Outcome.WRONG_STATE, _state_of(order), product)
        if all(line.product_id != product.id for line in order.lines):
            return _refused(turn, Outcome.WRONG_ITEM, "wrong_item", product)
        return self._take(turn, pick_list(turn.work, turn.desk, order), product)

    def _take(self, turn: Turn, todo: PickList, product: Product) -> Done:
        wanted = sum(
            todo.wanted[line.id] for line in todo.order.lines if line.product_id == product.id
        )
        trace = _scanned_trace(turn, product)
        if trace.expired(turn.today) or self._only_expired(turn, product, trace):
            return _refused(turn, Outcome.EXPIRED_LOT, "expired_lot", product)
        if trace.serial and self._has_serial(turn, product, trace.serial):
            return _refused(turn, Outcome.DUPLICATE, "serial_counted", product)
        if wanted == 0:
            return self._nothing_wanted(turn, todo.order, product)
        if turn.work.settings.confirm_location and turn.memory.location_id is None:
            return _refused(turn, Outcome.WRONG_STATE, "location_first", product)
        if turn.units > wanted:
            return _refused(turn, Outcome.OVER_PICK, "over_pick", product, left=wanted)
        place = _place(turn)
        parts = take(
            todo.from_place(place, trace),
            turn.units,
            lambda task: task.source.product_id == product.id,
        )
        if not parts:
            return _refused(turn, Outcome.NOT_AVAILABLE, "not_available", product)
        return _pick(turn, todo.order, product, parts)

    def _nothing_wanted(self, turn: Turn, order: Order, product: Product) -> Done:
        """Tell a line that is picked already from one that waits for its goods."""
        waits = sum(line.open for line in order.lines if line.product_id == product.id)
        if waits:
            return _refused(turn, Outcome.NOT_AVAILABLE, "stays_backordered", product, left=waits)
        return _refused(turn, Outcome.OVER_PICK, "over_pick", product, left=0)

    def _only_expired(self, turn: Turn, product: Product, trace: Trace) -> bool:
        """Tell whether all that lies of the product (of the lot, there) is past its day."""
        place = _place(turn)
        lies = [
            row
            for row in turn.work.ledger.of_product(product.id)
            if place in (None, row.location) and trace.lot in ("", row.trace.lot)
        ]
        return bool(lies) and all(row.trace.expired(turn.today) for row in lies)

    def _has_serial(self, turn: Turn, product: Product, serial: str) -> bool:
        return any(held.trace.serial == serial for held in turn.work.shipments.standing(product.id))

    def place(self, turn: Turn) -> Done:
        """Go to a place that holds something this job needs."""
        order = find_order(turn.work, turn.number)
        place = turn.work.places.by_code(turn.reading.code)
        todo = pick_list(turn.work, turn.desk, order)
        if place is None or not todo.from_place(place, Trace()):
            answer = refuse(Outcome.WRONG_LOCATION, "wrong_location", location=turn.reading.code)
            return Done(answer, turn.memory)
        return Done(
            said("at_location", location=place.code), replace(turn.memory, location_id=place.id)
        )

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
        todo = pick_list(turn.work, turn.desk, find_order(turn.work, turn.number))
        tasks = todo.from_place(_place(turn), Trace()) or todo.tasks
        if not tasks:
            return Done(refuse(Outcome.WRONG_STATE, "nothing_to_short"), turn.memory)
        return _short(turn, todo, tasks)


def _scanned_trace(turn: Turn, product: Product) -> Trace:
    """Return lot, expiry and serial of the code; a lot that nobody keeps apart counts as none."""
    reading = turn.reading
    lot = reading.lot or ""
    if lot and product.tracking == "none":
        kept = {row.trace.lot for row in turn.work.ledger.of_product(product.id)}
        lot = lot if lot in kept else ""
    return Trace(lot, reading.expires_on, reading.serial or "")


def _place(turn: Turn) -> Location | None:
    at = turn.memory.location_id
    return None if at is None else turn.work.places.get(at)


def _state_of(order: Order) -> str:
    return "order_cancelled" if order.cancelled else "order_on_hold"


def _refused(turn: Turn, outcome: Outcome, say: str, product: Product, **data: object) -> Done:
    name = product.description or product.sku
    data = {"number": turn.number, "units": turn.units, "name": name, **data}
    return Done(refuse(outcome, say, product.sku, **data), turn.memory)


def packing_location(work: Work) -> Location:
    """Return the station's packing location: as set, else the first by pick sequence."""
    places = work.places.of_kind(Kind.PACKING)
    chosen = work.settings.packing_location
    return next((place for place in places if place.code == chosen), places[0])


def _pick(turn: Turn, order: Order, product: Product, parts: tuple[Task, ...]) -> Done:
    work = turn.work
    if turn.memory.damaged:
        return _damaged(turn, product, parts)
    shipment = work.shipments.open_of(order.id) or work.shipments.open_new(turn.fact, order)
    target = packing_location(work)
    for part in parts:
        _lift(turn, part, target)
        held = Held(part.order_line_id, product.id, part.quantity, target.id, part.source.trace)
        work.shipments.pick(turn.fact, shipment.id, held)
    turn.desk.planner.touch(products=(product.id,), orders=(order.id,))
    answer = said("picked", turn.units, product.sku, units=turn.units, name=product.description)
    return Done(answer, turn.memory, changes=True)


def _lift(turn: Turn, part: Task, target: Location) -> None:
    """Move units from their source; a staged lock ends there."""
    source = part.source
    if source.location.id != target.id:
        move = Move(source.product_id, part.quantity, source.location.id, target.id, source.trace)
        turn.work.ledger.move(turn.fact, move)
    if source.staged_for is not None:
        turn.work.locks.stage(turn.fact, _staged(source, -part.quantity))


def _damaged(turn: Turn, product: Product, parts: tuple[Task, ...]) -> Done:
    """Set damaged units aside: they are not picked, and the list finds others."""
    places = turn.work.places.of_kind(Kind.QUARANTINE)
    target = places[0] if places else turn.work.places.add(turn.fact, "QUARANTINE", Kind.QUARANTINE)
    for part in parts:
        _lift(turn, part, target)
    turn.desk.planner.touch(products=(product.id,))
    answer = said("set_aside", turn.units, product.sku, units=turn.units, location=target.code)
    return Done(answer, turn.memory, changes=True)


def _short(turn: Turn, todo: PickList, tasks: tuple[Task, ...]) -> Done:
    """Note that the first instruction's place holds no more: nobody is sent there until a count.

    All that lies free of the product there, and what is staged there for this order, is missing.
    """
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
    answer = said(
        "short",
        sku=product.sku,
        units=first.quantity,
        name=product.description,
        location=first.location.code,
    )
    return Done(answer, turn.memory, changes=True)


def _staged(source: Source, units: int) -> Held:
    """Return a lock of staged units (each; negative releases) where the source stands."""
    line = source.staged_for or 0
    return Held(line, source.product_id, units, source.location.id, source.trace)
