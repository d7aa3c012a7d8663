"""Labels of what has come, of places, of cartons and of commands: their values from the facts."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from app.domain.errors import BadValueError, NotFoundError, RefusedError
from app.domain.goods import VIRTUAL, Kind
from app.domain.instants import print_day
from app.domain.labels import (
    CartonLabel,
    CommandLabel,
    CrossDockLabel,
    LocationLabel,
    PutAwayLabel,
    address,
)
from app.services.announced import find_receipt
from app.services.cartons import label_cartons
from app.services.picking import find_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from app.domain.inbound import Asn, Told
    from app.domain.labels import Label
    from app.domain.orders import Order
    from app.services.desk import Desk
    from app.work import Work

FROM_LINES = 4


def cross_dock_labels(asn: str, desk: Desk) -> tuple[Label, ...]:
    """Return a label for what an ASN brought to each order line, as it was sent to its lane.

    Errors as ``find_receipt``; RefusedError("nothing_crossed") where nothing was sent yet.
    """
    number, labels = _of_asn(asn, "cross_dock", desk)
    if not labels:
        raise RefusedError("nothing_crossed", number=number)
    return labels


def labels_of_scan(number: str, fact: int, desk: Desk) -> tuple[Label, ...]:
    """Return the labels of what one scan of an ASN sent to lanes and shelves.

    None for damaged units; NotFoundError for an unknown ASN.
    """
    with desk.store.read(desk.stamp()) as work:
        asn = find_receipt(work, number)
        sent = [told for told in work.inbound.sent_by(fact) if told.disposition in MAKERS]
        return tuple(MAKERS[told.disposition](work, asn, told) for told in sent)


def _of_asn(asn: str, disposition: str, desk: Desk) -> tuple[str, tuple[Label, ...]]:
    """Return the ASN's own number, and the labels of what went one way."""
    with desk.store.read(desk.stamp()) as work:
        found = find_receipt(work, asn)
        sent = [told for told in work.inbound.sent(found.id) if told.disposition == disposition]
        return found.number, tuple(MAKERS[disposition](work, found, told) for told in sent)


def _crossed(work: Work, asn: Asn, told: Told) -> Label:
    number, line = work.orders.of_line(told.order_line_id or 0)
    order = find_order(work, number)
    product = work.goods.get(told.product_id)
    return CrossDockLabel(
        _code(work, told),
        number,
        line,
        order.customer,
        product.sku,
        product.description,
        told.quantity,
        order.line_of(told.order_line_id or 0).quantity,
        _truck(asn),
    )


def put_away_labels(asn: str, desk: Desk) -> tuple[Label, ...]:
    """Return a label for what an ASN brought of each product and lot, as it was sent to a shelf.

    Errors as ``find_receipt``; RefusedError("nothing_shelved") where nothing was sent yet.
    """
    number, labels = _of_asn(asn, "put_away", desk)
    if not labels:
        raise RefusedError("nothing_shelved", number=number)
    return labels


def _shelved(work: Work, asn: Asn, told: Told) -> Label:
    product, trace = work.goods.get(told.product_id), told.trace
    return PutAwayLabel(
        _code(work, told),
        product.sku,
        product.description,
        told.quantity,
        _truck(asn),
        trace.lot,
        trace.expires_on,
        trace.serial,
    )


MAKERS: Final[Mapping[str, Callable[[Work, Asn, Told], Label]]] = {
    "cross_dock": _crossed,
    "put_away": _shelved,
}


def _code(work: Work, told: Told) -> str:
    return "" if told.location_id is None else work.places.get(told.location_id).code


def _truck(asn: Asn) -> str:
    return " · ".join(part for part in (asn.number, asn.supplier) if part)


def location_labels(codes: Sequence[str], desk: Desk) -> tuple[Label, ...]:
    """Return the labels of places by their codes, or of all in walking order where none is given.

    Raises BadValueError("unknown_location"), RefusedError("no_locations").
    """
    with desk.store.read(desk.stamp()) as work:
        kinds = (kind for kind in Kind if kind not in VIRTUAL)
        every = [place for kind in kinds for place in work.places.of_kind(kind)]
        places = [] if codes else every
        for code in codes:
            place = work.places.by_code(code)
            if place is None:
                raise BadValueError("unknown_location", value=code)
            places.append(place)
    if not places:
        raise RefusedError("no_locations")
    return tuple(LocationLabel(place.code, str(place.kind), place.zone) for place in places)


def carton_labels(number: str, cartons: int | None, desk: Desk) -> tuple[Label, ...]:
    """Return the labels of a shipment's cartons; each new carton gets an SSCC, and keeps it.

    Without a count they are as many as before, at least one.  Raises NotFoundError for an unknown
    shipment, RefusedError where nothing is picked, where the site has no company prefix, or none
    of its numbers is left, BadValueError for a count that cannot be.
    """
    with desk.store.work(desk.stamp()) as work:
        shipment = work.shipments.find(number)
        if shipment is None:
            raise NotFoundError("unknown_shipment", number=number)
        picked = work.shipments.picked(shipment.id)
        if not picked:
            raise RefusedError("not_picked", number=number)
        ssccs = label_cartons(work, shipment.id, number, cartons)
        order = find_order(work, work.orders.of_line(picked[0].order_line_id)[0])
        labels = tuple(_cartons(work, order, number, ssccs))
        work.commit()
    return labels


def _cartons(work: Work, order: Order, number: str, ssccs: Sequence[str]) -> Iterator[Label]:
    settings = work.settings
    ship_from = address(settings.site_name, settings.site_address, FROM_LINES)
    ship_to = address(order.customer, order.ship_to)
    for place, sscc in enumerate(ssccs, 1):
        count = (place, len(ssccs))
        yield CartonLabel(sscc, ship_from, ship_to, order.number, number, *count, order.carrier)


def label_json(label: Label) -> dict[str, Any]:
    """Return a label's content as it is answered."""
    if isinstance(label, CommandLabel):
        return {"command": label.command.barcode}
    said = asdict(label)
    if isinstance(label, PutAwayLabel):
        said["expires_on"] = label.expires_on and print_day(label.expires_on)
    return said
