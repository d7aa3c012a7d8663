"""Shortages as they stand: who lost by them, whose promise that breaks, and what would mend one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from app.domain.losing import promise_of
from app.domain.proposing import propose
from app.texts.difference import difference_sentence
from app.texts.losing import proposal_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.losing import Lost
    from app.domain.plan.plan import Plan
    from app.domain.proposing import Proposal
    from app.work import Work

SHOWN_FOR: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Shortage:
    """What an ASN's shortages took from whom, and the re-peg that would mend a promise, if any.

    ``broken`` are those of the orders whose promise is not kept as things stand.
    """

    asn: str
    lost: tuple[Lost, ...]
    broken: tuple[str, ...]
    proposal: Proposal | None


def shortages(work: Work, plan: Plan) -> tuple[Shortage, ...]:
    """Return the shortages of the last day that still break a promise, the newest first."""
    by_asn: dict[str, list[Lost]] = {}
    for lost in work.losses.since(work.stamp.at - SHOWN_FOR):
        by_asn.setdefault(lost.asn, []).append(lost)
    found = (_shortage(asn, lost, plan) for asn, lost in by_asn.items())
    return tuple(one for one in found if one.broken)


def shortage_of(work: Work, plan: Plan, asn: str) -> Shortage:
    """Return all that an ASN's shortages took, however long ago."""
    return _shortage(asn, work.losses.since(work.stamp.at, asn), plan)


def _shortage(asn: str, lost: Iterable[Lost], plan: Plan) -> Shortage:
    found = tuple(lost)
    orders = dict.fromkeys(one.order for one in found)
    broken = tuple(order for order in orders if not promise_of(plan, order).kept)
    losers = {one.order_line_id: one.product_id for one in found if one.order in broken}
    return Shortage(asn, found, broken, propose(plan, losers) if losers else None)


def proposal_json(found: Proposal) -> dict[str, Any]:
    """Return a proposal as every answer names it."""
    giver, taker = found.repeg.giver, found.repeg.taker
    told = {
        "order": taker.order,
        "line": taker.line,
        "sku": taker.sku,
        "quantity": found.repeg.quantity,
        "from_order": giver.order,
        "from_line": giver.line,
        "promises_saved": list(found.shift.promises_saved),
        "promises_broken": list(found.shift.promises_broken),
        "does": difference_sentence(found.shift),
    }
    return {**told, "says": proposal_sentence(told)}
