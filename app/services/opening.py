"""Opening a receipt: by what was announced, blind, or again after it was closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.board import INBOUND
from app.services.announced import counts_blind, find_asn, find_receipt
from app.services.booking import Wish, event_of, new_visit
from app.services.osd import refuse_unless_closed
from app.services.trucks import TruckEvent, find_visit, tell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.inbound import Asn
    from app.services.desk import Desk
    from app.work import Work


def open_receiving(code: str, desk: Desk) -> Mapping[str, Any]:
    """Claim a receipt for this station and say how it stands.

    ``code`` is an ASN, a purchase order or an SSCC; errors as ``find_receipt``.
    """
    with desk.store.work(desk.stamp()) as work:
        return _claimed(work, find_receipt(work, code))


def open_blind(supplier: str, desk: Desk) -> Mapping[str, Any]:
    """Open a receipt that nobody announced, numbered by the site's day: the truck is here.

    Its lines are what will be scanned.
    """
    with desk.store.work(desk.stamp()) as work:
        visit = new_visit(work, INBOUND, _number(work), work.stamp.at, supplier)
        tell(work, visit, event_of(visit, Wish(walk_in=True), work.settings, work.stamp.at))
        return _claimed(work, find_asn(work, visit.number)) | {"blind": True}


def reopen_receiving(code: str, desk: Desk) -> Mapping[str, Any]:
    """Open a closed receipt again, as a new fact: nothing of it is short any more.

    Of several that a code opens the closed one.  RefusedError where it is not closed; else as
    ``open_receiving``.
    """
    with desk.store.work(desk.stamp()) as work:
        asn = find_receipt(work, code, closed=True)
        refuse_unless_closed(asn)
        tell(work, find_visit(work, INBOUND, asn.number), TruckEvent("reopen"))
        return _claimed(work, find_asn(work, asn.number)) | {"reopened": True}


def _claimed(work: Work, asn: Asn) -> dict[str, Any]:
    work.scans.claim(work.fact("receive_open", asn.number), "receive", asn.number)
    work.commit()
    remaining = None if counts_blind(work, asn) else asn.remaining
    return {"job": "receive", "number": asn.number, "next": None, "remaining": remaining}


def _number(work: Work) -> str:
    """Return the first number of the day, ``BLIND-20260302-1``, that no truck has."""
    today = work.stamp.at.astimezone(work.settings.zone).date()
    count = 1
    while work.inbound.find(number := f"BLIND-{today:%Y%m%d}-{count}") is not None:
        count += 1
    return number
