"""Makes a program that has just started answer its first scans as fast as all later ones.

A statement's first run costs many times a later one, and a first scan runs some thirty.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from app.domain.backorders import pickable_orders
from app.domain.scan import Scan
from app.services.job_views import pick_view, receipt_queue, receipt_view
from app.services.jobs import rehearse_scans
from app.services.packing import PackingRoom
from app.services.picking import PickingRoom
from app.services.receiving import ReceivingRoom

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.services.desk import Desk
    from app.services.turns import Room

Step = tuple["Room", str, Scan]

NOBODYS = "-"
"""A code that no product or place can have."""


def warm_up(desk: Desk) -> int:
    """Do in every room what a right and a wrong scan do, and keep nothing; return the scans done.

    The jobs are those that come first; a warehouse without any has nothing to warm up.
    """
    steps = [*_receiving(desk), *_picking_and_packing(desk)]
    return len(rehearse_scans(steps, desk))


def _receiving(desk: Desk) -> Iterator[Step]:
    for slot in receipt_queue(desk):
        lines = receipt_view(slot.truck.asn, desk).lines
        sku = next((line.sku for line in lines if line.done < line.wanted), None)
        if sku is not None:
            yield from _scans(ReceivingRoom(), slot.truck.asn, sku)
            return


def _picking_and_packing(desk: Desk) -> Iterator[Step]:
    with desk.store.read(desk.stamp()) as work:
        first = next(iter(pickable_orders(desk.planner.current(work))), None)
    steps = pick_view(first.order, desk).steps if first else ()
    if first and steps:
        yield from _scans(PickingRoom(), first.order, steps[0].sku)
        yield from _scans(PackingRoom(), first.order, steps[0].sku)


def _scans(room: Room, number: str, sku: str) -> Iterator[Step]:
    for code in (sku, NOBODYS):
        yield (room, number, Scan(uuid.uuid4().hex, code))
