"""What a code, a number or a few letters mean outside any job."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.barcode import clean
from app.domain.reading import Kind
from app.services.announced import receipt_of
from app.services.meaning import meaning_of

if TYPE_CHECKING:
    from app.domain.reading import Reading
    from app.services.desk import Desk
    from app.work import Work


@dataclass(frozen=True, slots=True)
class Found:
    """A thing of the warehouse: ``kind`` is asn, order, item, location, shipment, cluster, tote.

    It is unknown for none of them.

    The ``number`` of a shipment or a tote is its order's: what is still to come of it is worked
    on there.
    """

    kind: str
    number: str
    about: str = ""


def find(text: str, desk: Desk) -> Found:
    """Say what a code means: an ASN, an order, a product, a place, a shipment, or nothing.

    A purchase order and an announced carton mean their ASN.  RefusedError where that comes on
    several trucks.
    """
    with desk.store.read(desk.stamp()) as work:
        code = clean(text)
        shipment = work.shipments.find(code)
        if shipment is not None:
            return Found("shipment", work.orders.number_of(shipment.order_id), shipment.number)
        reading = meaning_of(text, work)
        if reading.is_known_item:
            return _product(work, reading.sku or "")
        kinds = {Kind.ASN: "asn", Kind.ORDER: "order", Kind.LOCATION: "location"}
        kind = kinds.get(reading.kind)
        if kind is not None:
            return Found(kind, reading.code)
        if work.clusters.find(code) is not None:
            return Found("cluster", code)
        if (in_tote := _in_tote(work, reading.sscc or code)) is not None:
            return in_tote
        receipt = receipt_of(work, code)
        return Found("unknown", text) if receipt is None else Found("asn", receipt.number)


def order_meant(code: str, desk: Desk) -> str:
    """Return the order that a code names: its number, a shipment's, a tote's; else the code itself.

    A slip's barcode opens what is still to come, a tote what lies in it.
    """
    with desk.store.read(desk.stamp()) as work:
        if work.orders.find(code) is not None:
            return code
        shipment = work.shipments.find(code)
        if shipment is not None:
            return work.orders.number_of(shipment.order_id)
        found = work.clusters.order_at(code)
        return code if found is None else found[1]


def _in_tote(work: Work, tote: str) -> Found | None:
    """Return what a tote is for: its order's packing, or the order itself where that is stopped."""
    found = work.clusters.order_at(tote)
    order = None if found is None else work.orders.find(found[1])
    if order is None:
        return None
    return Found("tote" if order.workable else "order", order.number, tote)


def read_code(text: str, desk: Desk) -> Reading:
    """Say what a code means, for people who set up scanners; nothing is counted."""
    with desk.store.read(desk.stamp()) as work:
        return meaning_of(text, work)


def _product(work: Work, sku: str) -> Found:
    product = work.goods.by_sku(sku)
    if product is None:
        return Found("unknown", sku)
    units: dict[str, int] = {}
    for row in work.ledger.of_product(product.id):
        units[row.location.code] = units.get(row.location.code, 0) + row.quantity
    places = ", ".join(f"{place}: {count}" for place, count in sorted(units.items()))
    return Found(
        "item", sku, f"{product.description} · {places}" if places else product.description
    )
