"""What a shortage or a breakage takes from whom: said in the answer, kept for the supervisor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.instants import print_instant
from app.domain.losing import losses, stands
from app.services.shortages import proposal_json, shortage_of
from app.texts.plan import stand_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from zoneinfo import ZoneInfo

    from app.domain.inbound import Asn
    from app.domain.losing import Loss, Stand
    from app.domain.plan.plan import Plan
    from app.services.turns import Turn


def before_losing(turn: Turn, product_ids: Iterable[int]) -> tuple[Stand, ...]:
    """Return what the plan gives to the lines of some products, before something is missing."""
    return stands(turn.desk.planner.current(turn.work), dict.fromkeys(product_ids))


def say_losses(turn: Turn, asn: Asn, before: tuple[Stand, ...]) -> dict[str, Any]:
    """Return who loses by the scan in hand, and what would mend a promise, for its answer.

    Who loses is kept.  The planner must have been told what the scan changed.
    """
    work = turn.work
    plan = turn.desk.planner.current(work)
    found = losses(before, plan)
    rows = [(loss.stand.order_line_id, loss.quantity, loss.later) for loss in found]
    work.losses.add(turn.fact, asn.id, rows)
    proposal = shortage_of(work, plan, asn.number).proposal if found else None
    return {
        "loses": [loss_json(loss, plan, work.settings.zone) for loss in found],
        "proposal": proposal_json(proposal) if proposal else None,
    }


def loss_json(loss: Loss, plan: Plan, zone: ZoneInfo) -> dict[str, Any]:
    """Return a loss as every answer names it; instants are in UTC, null where there is none."""
    stand, now = loss.stand, loss.now
    unmet = [row for row in plan.unmet_of_order(stand.order) if row.line == stand.line]
    pegs = [peg for peg in plan.pegs_of_order(stand.order) if peg.line == stand.line]
    return {
        "order": stand.order,
        "line": stand.line,
        "sku": stand.sku,
        "quantity": loss.quantity,
        "later": loss.later,
        "promised_at": print_instant(now.promised_at) if now.promised_at else None,
        "expected_ship_at": print_instant(now.ships_at) if now.ships_at else None,
        "promise_breaks": loss.breaks,
        "reason": unmet[0].reason if unmet else "later",
        "detail": stand_sentence(pegs, unmet, zone),
    }
