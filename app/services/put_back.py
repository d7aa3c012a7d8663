"""Putting back what was picked for an order that is held, cancelled or cut: unit by unit, by scan.

What a cancellation freed serves anybody from where it stands; what a held order keeps stays locked
to its line on the shelf, so that nobody gets it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.domain.goods import Kind, Move
from app.domain.jobs import refuse
from app.domain.orders import Held
from app.domain.put_back import Loose, first_of, of_scan, still_there, without
from app.domain.scan import Outcome
from app.services.aside import quarantine
from app.services.lifting import unpick
from app.services.meaning import RoomKnown
from app.services.picking import find_order
from app.services.shelving import shelf_of
from app.services.turns import Done, Turn, refuse_item, said, scanned_trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.domain.goods import Location, Trace
    from app.domain.orders import Order
    from app.services.desk import Desk
    from app.work import Work

JOB = "putback"


@dataclass(frozen=True, slots=True)
class PutBack:
    """What of an order is to go back (``loose``), and what of that a sitting has in hand."""

    order: Order
    loose: tuple[Loose, ...]
    in_hand: tuple[Loose, ...] = ()

    @property
    def remaining(self) -> int:
        """Return the units (each) that do not lie where they belong yet."""
        return sum(part.quantity for part in self.loose)

    @property
    def to_take(self) -> tuple[Loose, ...]:
        """Return what nobody has taken in hand yet."""
        return without(self.loose, self.in_hand)


def open_put_back(number: str, desk: Desk) -> Mapping[str, Any]:
    """Claim the put-back of an order for this station and say what to do first."""
    with desk.store.work(desk.stamp()) as work:
        find_order(work, number)
        work.scans.claim(work.fact(f"{JOB}_open", number), JOB, number)
        fields = put_back_fields(work, put_back_of(work, number))
        work.commit()
    return {"job": JOB, "number": number, **fields}


def put_back_of(work: Work, number: str, sitting: int | None = None) -> PutBack:
    """Return what of an order is to go back now; NotFoundError for an unknown one.

    In hand is what the sitting took and what may still go back.
    """
    order = find_order(work, number)
    mine = work.put_backs.loose(order.id).get(number, ())
    loose = going_back(work, {part.product_id for part in mine}).get(number, ()) if mine else ()
    sitting = work.scans.sitting(JOB, number) if sitting is None else sitting
    taken = () if sitting is None else work.put_backs.in_hand(sitting, order.id)
    return PutBack(order, loose, without(loose, without(loose, taken)))


def going_back(work: Work, products: Iterable[int] | None = None) -> dict[str, tuple[Loose, ...]]:
    """Return by order number what is to go back now, of all products or of some.

    What two cancelled orders both left and now lies free once is told of the first by number.
    """
    loose = work.put_backs.loose(products=products)
    free = _free(work, {part.product_id for parts in loose.values() for part in parts})
    found = {}
    for number in sorted(loose):
        parts = still_there(loose[number], free)
        for part in parts:
            if part.order_line_id is None:
                free[part.product_id, part.location_id, part.trace] -= part.quantity
        if parts:
            found[number] = parts
    return found


def _free(work: Work, products: Iterable[int]) -> dict[tuple[int, int, Trace], int]:
    """Return the units (each) that nobody has picked, staged or missed, by product and place."""
    free: dict[tuple[int, int, Trace], int] = {}
    for product_id in products:
        held = (*work.locks.staged_of_product(product_id), *work.shipments.standing(product_id))
        missing = work.ledger.missing(product_id)
        for row in work.ledger.of_product(product_id):
            spot = (row.location.id, row.trace)
            taken = sum(one.quantity for one in held if (one.location_id, one.trace) == spot)
            free[product_id, *spot] = row.quantity - taken - missing.get(spot, 0)
    return free


def put_back_fields(work: Work, job: PutBack) -> dict[str, Any]:
    """Return ``next`` (from where, whereto), ``in_hand`` (each) and ``remaining``."""
    held = sum(part.quantity for part in job.in_hand)
    part = next(iter(job.in_hand or job.to_take), None)
    told = None
    if part is not None:
        target = shelf_for(work, job.order, part)
        told = {
            "location": work.places.get(part.location_id).code,
            "to": target.code if target else None,
            "sku": work.goods.get(part.product_id).sku,
            "quantity": part.quantity,
        }
    return {"next": told, "remaining": job.remaining, "in_hand": held}


def shelf_for(work: Work, order: Order, part: Loose) -> Location | None:
    """Return where units go: whence they came, else as put-away says; None without a shelf."""
    came_from = work.put_backs.origin(order.number, part.product_id, part.trace)
    return came_from or shelf_of(work, work.goods.get(part.product_id), part.trace).place


class PutBackRoom:
    """The room where picked units go back to their shelves."""

    name = JOB

    def known(self, work: Work, number: str) -> RoomKnown:
        """Know what the floor knows."""
        find_order(work, number)
        return RoomKnown(work)

    def expects_place(self, turn: Turn) -> bool:
        """Tell whether units are in hand: then it is their place that is scanned next."""
        return bool(_job(turn).in_hand)

    def why_final(self, turn: Turn) -> str | None:
        """Allow to take back: what has moved on refuses by itself."""
        _ = turn
        return None

    def fields(self, turn: Turn) -> Mapping[str, Any]:
        """Return what goes back next and what is left."""
        return put_back_fields(turn.work, _job(turn))

    def item(self, turn: Turn) -> Done:
        """Take units in hand, or refuse whole; damaged ones go to quarantine at once."""
        job, product = _job(turn), turn.product
        if not job.loose:
            return refuse_item(turn, Outcome.WRONG_STATE, "nothing_to_put_back")
        mine = [part for part in job.loose if part.product_id == product.id]
        if not mine:
            return refuse_item(turn, Outcome.WRONG_ITEM, "not_to_put_back")
        if any(part.product_id != product.id for part in job.in_hand):
            return refuse_item(turn, Outcome.WRONG_STATE, "put_down_first", location=_told_to(turn))
        trace = scanned_trace(turn, {part.trace.lot for part in mine})
        if turn.one_serial_too_often or (trace.serial and _is_held(job, trace)):
            return refuse_item(turn, Outcome.DUPLICATE, "serial_counted")
        fitting = of_scan(job.to_take, product.id, trace)
        if not fitting and of_scan(job.to_take, product.id, replace(trace, serial="", lot="")):
            return refuse_item(turn, Outcome.WRONG_ITEM, "not_to_put_back")
        parts = first_of(fitting, turn.units)
        if not parts:
            left = sum(part.quantity for part in job.to_take if part.product_id == product.id)
            return refuse_item(turn, Outcome.OVER_PICK, "over_put_back", left=left)
        return _take(turn, job, parts)

    def place(self, turn: Turn) -> Done:
        """Put down what is in hand; the packing place itself says where one stands."""
        job = _job(turn)
        place = turn.work.places.by_code(turn.reading.code)
        if place is not None and any(part.location_id == place.id for part in job.loose):
            return Done(said("at_location", location=place.code), turn.memory)
        if place is None or place.kind is not Kind.STORAGE:
            code = turn.reading.code
            answer = refuse(Outcome.WRONG_LOCATION, "no_shelf", location=code)
            return Done(answer, turn.memory)
        if not job.in_hand:
            say = "scan_unit_first" if job.loose else "nothing_to_put_back"
            answer = refuse(Outcome.WRONG_STATE, say, number=turn.number)
            return Done(answer, turn.memory)
        return _put_down(turn, job, job.in_hand, place)

    def container(self, turn: Turn) -> Done:
        """Accept the order's own number; any other container is wrong."""
        if turn.reading.code == turn.number:
            return Done(said("same_job", number=turn.number), turn.memory)
        answer = refuse(Outcome.WRONG_CONTAINER, "wrong_container", code=turn.reading.code)
        return Done(answer, turn.memory)

    def command(self, turn: Turn) -> Done:
        """Refuse: what is not there is counted at its place."""
        return Done(refuse(Outcome.NOT_ALLOWED, "not_here", number=turn.number), turn.memory)


def _job(turn: Turn) -> PutBack:
    return put_back_of(turn.work, turn.number, turn.sitting)


def _told_to(turn: Turn) -> str:
    told = put_back_fields(turn.work, _job(turn))["next"]
    return str(told["to"]) if told else ""


def _is_held(job: PutBack, trace: Trace) -> bool:
    return any(part.trace.serial == trace.serial for part in job.in_hand)


def _take(turn: Turn, job: PutBack, parts: Sequence[Loose]) -> Done:
    for part in parts:
        turn.work.put_backs.tell(turn.fact, turn.sitting, job.order.id, part)
    if turn.memory.damaged:
        return _put_down(turn, job, parts, quarantine(turn))
    target = shelf_for(turn.work, job.order, parts[0])
    if target is not None and not turn.work.settings.confirm_put_away:
        return _put_down(turn, job, parts, target)
    product = turn.product
    name = product.description or product.sku
    answer = said(
        "in_hand" if target else "in_hand_anywhere",
        turn.units,
        product.sku,
        units=turn.units,
        name=name,
        location=target.code if target else "",
    )
    return Done(answer, turn.memory, changes=True)


def _put_down(turn: Turn, job: PutBack, parts: Sequence[Loose], place: Location) -> Done:
    """Move units to a place; a held order keeps them locked there."""
    work = turn.work
    for part in parts:
        move = Move(part.product_id, part.quantity, part.location_id, place.id, part.trace)
        if part.order_line_id is not None:
            held = Held(
                part.order_line_id, part.product_id, part.quantity, part.location_id, part.trace
            )
            unpick(turn, held)
            if place.kind is Kind.STORAGE:
                work.locks.stage(turn.fact, replace(held, location_id=place.id))
        work.ledger.move(turn.fact, move)
        work.put_backs.moved(turn.fact, turn.sitting, job.order.id, part)
    products = tuple({part.product_id for part in parts})
    turn.desk.planner.touch(products=products, orders=(job.order.id,))
    product = work.goods.get(products[0])
    units = sum(part.quantity for part in parts)
    serves = [] if job.order.hold else _serves(turn, products)
    answer = said(
        "put_back_for" if serves else "put_back_done",
        units,
        product.sku,
        units=units,
        name=product.description or product.sku,
        location=place.code,
        order=serves[0]["order"] if serves else "",
    )
    fields = {"put_back": place.code, "serves": serves}
    return Done(replace(answer, fields=fields), turn.memory, changes=True)


def _serves(turn: Turn, products: Iterable[int]) -> list[dict[str, Any]]:
    """Return the orders that stock of the products serves now, the best in rank first."""
    plan = turn.desk.planner.current(turn.work)
    units: dict[str, int] = {}
    for product_id in products:
        for peg in plan.pegs_of_product(product_id):
            if peg.source == "stock":
                units[peg.order] = units.get(peg.order, 0) + peg.quantity
    return [{"order": order, "quantity": quantity} for order, quantity in units.items()]
