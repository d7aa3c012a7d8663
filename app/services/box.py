"""An order's open shipment as it stands: what it holds, and what no scan has verified."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.packing import unverified
from app.services.picking import find_order

if TYPE_CHECKING:
    from app.domain.orders import Held, Order, Shipment
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


def missing_rows(work: Work, box: Box) -> list[dict[str, Any]]:
    """Return what no scan has verified, line by line: line, SKU and units (each, > 0)."""
    found: dict[int, dict[str, Any]] = {}
    for held in box.left:
        line = box.order.line_of(held.order_line_id).line
        sku = work.goods.get(held.product_id).sku
        row = found.setdefault(held.order_line_id, {"line": line, "sku": sku, "units": 0})
        row["units"] += held.quantity
    return [found[line.id] for line in box.order.lines if line.id in found]
