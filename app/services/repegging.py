"""What a supervisor may do about a shortage: one re-peg, worked out now and confirmed once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.decisions import PIN
from app.domain.errors import RefusedError
from app.services.announced import find_asn
from app.services.ordering import weigh
from app.services.picking import find_order
from app.services.shortages import proposal_json, shortage_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.proposing import Proposal
    from app.services.desk import Desk
    from app.services.shortages import Shortage
    from app.work import Work


def shortage(asn: str, desk: Desk) -> Shortage:
    """Return what an ASN's shortages took; NotFoundError for an unknown one."""
    with desk.store.read(desk.stamp()) as work:
        find_asn(work, asn)
        return shortage_of(work, desk.planner.current(work), asn)


def accept_repeg(
    asn: str, desk: Desk, *, expected: str | None = None, dry_run: bool = False
) -> Mapping[str, Any]:
    """Do what is proposed about an ASN's shortages, as pins, and say what that does to the plan.

    ``expected`` is what a person was shown (``proposal_sentence``): RefusedError where another
    re-peg is best by now, or where none helps.  NotFoundError for an unknown ASN.
    """

    def apply(work: Work) -> Mapping[str, Any]:
        find_asn(work, asn)
        found = shortage_of(work, desk.planner.current(work), asn).proposal
        if found is None:
            raise RefusedError("nothing_to_propose", number=asn)
        told = proposal_json(found)
        if expected not in (None, told["says"]):
            raise RefusedError("proposal_stale", says=told["says"])
        _pin(work, work.fact("repeg", told["order"], {"asn": asn, **told}), found)
        return {"proposal": told}

    return {"asn": asn, "dry_run": dry_run, **weigh(desk, apply, dry_run=dry_run)}


def _pin(work: Work, fact: int, found: Proposal) -> None:
    for pin in found.pins:
        place = (pin.order_line_id, pin.product_id)
        work.pins.pin(fact, *place, pin.units, pin.inbound_line_id)
    taker = found.repeg.taker
    said = {"line": taker.line, "quantity": found.repeg.quantity, "asn": None, "asn_line": None}
    work.decisions.add(fact, find_order(work, taker.order).id, PIN, {}, said)
