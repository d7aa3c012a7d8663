"""Which of the picker's jobs a number means, and how a put-back stands for a screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.services.put_back import put_back_fields, put_back_of

if TYPE_CHECKING:
    from app.domain.orders import Order
    from app.services.desk import Desk

PICK, PUT_BACK, COUNT, CLUSTER = "pick", "putback", "count", "cluster"


def job_of(number: str, desk: Desk) -> str:
    """Return the job that a scanned number opens: a place's count, a cluster, an order's pick.

    An order that nobody may work on is put back where something of it is to go back.
    """
    with desk.store.read(desk.stamp()) as work:
        order = work.orders.find(number)
        if order is None:
            if work.clusters.find(number) is not None:
                return CLUSTER
            return COUNT if work.places.by_code(number) is not None else PICK
        if order.workable or not put_back_of(work, number).remaining:
            return PICK
        return PUT_BACK


@dataclass(frozen=True, slots=True)
class PutBackView:
    """A put-back as it stands: from where to where one goes next, with units in each.

    ``whereto`` is "" for any shelf; ``later`` are (SKU, units) of what comes after.
    """

    order: Order
    location: str
    whereto: str
    sku: str
    name: str
    units: int
    in_hand: int
    remaining: int
    later: tuple[tuple[str, int], ...]


def put_back_view(number: str, desk: Desk) -> PutBackView:
    """Return an order's put-back; NotFoundError for an unknown order."""
    with desk.store.read(desk.stamp()) as work:
        job = put_back_of(work, number)
        fields = put_back_fields(work, job)
        told = fields["next"] or {}
        product = work.goods.by_sku(told.get("sku", ""))
        after = job.to_take if job.in_hand else job.to_take[1:]
        later = tuple((work.goods.get(part.product_id).sku, part.quantity) for part in after)
        return PutBackView(
            job.order,
            told.get("location", ""),
            told.get("to") or "",
            told.get("sku", ""),
            product.description if product else "",
            told.get("quantity", 0),
            fields["in_hand"],
            fields["remaining"],
            later,
        )
