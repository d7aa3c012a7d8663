"""A closed shipment is opened again while it is here, or handed over for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.errors import NotFoundError, RefusedError
from app.domain.goods import Kind, Move
from app.domain.instants import print_instant
from app.domain.printing import PrintState
from app.services.box import look_into
from app.services.cartons import cartons_json, full_cartons, scanned_cartons
from app.services.picking import find_order
from app.texts.slips import slip_time

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.carton_store import Gone
    from app.domain.orders import Order, Shipment
    from app.services.desk import Desk
    from app.work import Work

DEPARTED = "departed"


def reopen_packing(number: str, desk: Desk) -> Mapping[str, Any]:
    """Open the last closed shipment of an order again and claim its packing.

    Errors as ``reopen_shipment``; RefusedError("nothing_to_reopen") where none is closed.
    """
    with desk.store.work(desk.stamp()) as work:
        order = find_order(work, number)
        closed = work.shipments.left(order.id)
        if not closed:
            raise RefusedError("nothing_to_reopen", number=number)
        shipment = work.shipments.nth(order.id, max(closed))
        _reopen(work, desk, order, shipment)
        work.scans.claim(work.fact("pack_open", number), "pack", number)
        box = look_into(work, number)
        work.commit()
    opened = {"job": "pack", "number": number, "next": None, "remaining": box.remaining}
    return {**opened, "reopened": shipment.number}


def reopen_shipment(number: str, desk: Desk) -> Mapping[str, Any]:
    """Open a closed shipment again: its units come back to the packing place, its slip is void.

    What was verified stays verified.  Raises NotFoundError for an unknown shipment; RefusedError
    where it is not closed, was handed over, left with a pickup of its carrier, where another of
    the order is open or was closed later, and where the order is cancelled.
    """
    with desk.store.work(desk.stamp()) as work:
        shipment, order = _find(work, number)
        gone = _reopen(work, desk, order, shipment)
        told = _told(work, order, shipment, gone)
        work.commit()
    return {**told, "reopened": True}


def hand_over(number: str, desk: Desk) -> Mapping[str, Any]:
    """Note that the carrier has a closed shipment: from now on it is never reopened.

    Raises NotFoundError for an unknown shipment, RefusedError for one that is not closed or was
    handed over before.
    """
    with desk.store.work(desk.stamp()) as work:
        shipment, order = _find(work, number)
        gone = work.cartons.gone(shipment.id)
        _refuse_unless_here(work, number, gone)
        work.cartons.hand_over(work.fact("hand_over", number), shipment.id)
        told = _told(work, order, shipment, work.cartons.gone(shipment.id))
        work.commit()
    return told


def shipment_told(number: str, desk: Desk) -> Mapping[str, Any]:
    """Say how a shipment stands: its cartons, numbers and weights; NotFoundError for none."""
    with desk.store.read(desk.stamp()) as work:
        shipment, order = _find(work, number)
        return _told(work, order, shipment, work.cartons.gone(shipment.id))


def _find(work: Work, number: str) -> tuple[Shipment, Order]:
    shipment = work.shipments.find(number)
    if shipment is None:
        raise NotFoundError("no_shipment", number=number)
    return shipment, find_order(work, work.orders.number_of(shipment.order_id))


def _told(work: Work, order: Order, shipment: Shipment, gone: Gone) -> dict[str, Any]:
    if gone.closed_at is None:
        full = scanned_cartons(work, shipment.id)
    else:
        full = full_cartons(work, shipment.id, work.shipments.picked(shipment.id))
    status = "open" if gone.closed_at is None else "closed"
    return {
        "shipment": shipment.number,
        "order": order.number,
        "customer": order.customer,
        "status": "handed_over" if gone.handed_over_at else status,
        "closed_at": gone.closed_at and print_instant(gone.closed_at),
        "handed_over_at": gone.handed_over_at and print_instant(gone.handed_over_at),
        "cartons": cartons_json(work, order, full),
    }


def _refuse_unless_here(work: Work, number: str, gone: Gone) -> None:
    if gone.closed_at is None:
        raise RefusedError("not_closed_yet", number=number)
    if gone.handed_over_at is not None:
        when = _time(work, gone.handed_over_at)
        raise RefusedError("handed_over_already", number=number, when=when)


def _time(work: Work, at: datetime) -> str:
    return slip_time(at.astimezone(work.settings.zone), "en")


def _reopen(work: Work, desk: Desk, order: Order, shipment: Shipment) -> Gone:
    """Bring the units back to where they were packed; return what was known of its leaving."""
    gone = work.cartons.gone(shipment.id)
    _refuse_unless_here(work, shipment.number, gone)
    _refuse_left(work, order, shipment, gone)
    if order.cancelled:
        raise RefusedError("order_cancelled", number=order.number)
    other = work.shipments.open_of(order.id)
    if other is not None and work.shipments.picked(other.id):
        raise RefusedError("other_open", other=other.number)
    later = max(work.shipments.left(order.id))
    if later > shipment.ordinal:
        raise RefusedError("later_closed", other=work.shipments.nth(order.id, later).number)
    said = gone.slip_at and print_instant(gone.slip_at)
    fact = work.fact("reopen_shipment", shipment.number, {"void_slip_of": said})
    _void_slip(work, fact, shipment)
    picked = work.shipments.picked(shipment.id)
    customer = work.places.virtual(Kind.CUSTOMER)
    for held in picked:
        move = Move(held.product_id, held.quantity, customer, held.location_id, held.trace)
        work.ledger.move(fact, move)
    work.cartons.reopen(fact, shipment.id)
    products = tuple({held.product_id for held in picked})
    desk.planner.touch(products=products, orders=(order.id,))
    return work.cartons.gone(shipment.id)


def _void_slip(work: Work, fact: int, shipment: Shipment) -> None:
    """Take the prints of its slips that have not begun out of the queue."""
    kept = {key for key, _content in work.documents.slips_of(shipment.id)}
    for paper in work.documents.queue() if kept else ():
        if paper.document in kept and paper.job.state is PrintState.TO_PRINT:
            target, state = paper.printer, str(PrintState.CANCELLED)
            work.documents.print_state(
                fact, paper.document, paper.job.copy, state, target, station=paper.station
            )


def _refuse_left(work: Work, order: Order, shipment: Shipment, gone: Gone) -> None:
    """Refuse what a pickup of the order's carrier took: it departed after the shipment closed."""
    carrier = order.carrier.strip().casefold()
    for truck in work.visits.pickups() if carrier else ():
        left_at = truck.state.ended_at if truck.state.status == DEPARTED else None
        if left_at is None or gone.closed_at is None or left_at < gone.closed_at:
            continue
        if truck.carrier.strip().casefold() == carrier:
            raise RefusedError("left_with", number=shipment.number, pickup=truck.asn)
