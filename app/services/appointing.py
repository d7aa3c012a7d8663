"""What a new appointment is proposed to be, before anybody says it; nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.board import INBOUND
from app.domain.numbering import next_number

if TYPE_CHECKING:
    from app.services.desk import Desk


def propose_pickup(desk: Desk) -> str:
    """Return a number for a new pickup: the one after those of its kind, and no delivery's."""
    with desk.store.read(desk.stamp()) as work:
        pickups = sorted(work.visits.pickups(), key=lambda pickup: pickup.id)
        known = [pickup.asn for pickup in pickups]
        number = next_number(known)
        while work.visits.find(INBOUND, number) is not None:
            known.append(number)
            number = next_number(known)
        return number
