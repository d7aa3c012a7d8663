"""What else there is when a pick is short: other places, a truck that comes, a substitute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.instants import print_instant
from app.domain.picking import instructions
from app.services.choices import choices_of
from app.services.pick_lists import pick_list

if TYPE_CHECKING:
    from app.domain.jobs import Spots
    from app.domain.orders import Order
    from app.services.turns import Turn


def offers_after_short(turn: Turn, order: Order, product_id: int, skipped: Spots) -> dict[str, Any]:
    """Return where else the product is picked, which truck brings it, and what may stand in.

    ``elsewhere`` is on the pick list already; ``waits_for`` is what the plan gives the order.
    """
    work = turn.work
    plan = turn.desk.planner.current(work)
    steps = instructions(pick_list(work, turn.desk, order, skipped).tasks)
    pegs = [peg for peg in plan.pegs_of_order(order.number) if peg.product_id == product_id]
    lines = [line for line in order.lines if line.product_id == product_id and line.open]
    mine = lines if order.allow_substitutes else []
    return {
        "elsewhere": [
            {"location": step.location.code, "quantity": step.quantity}
            for step in steps
            if step.product_id == product_id
        ],
        "waits_for": [
            {"asn": peg.asn, "at": print_instant(peg.available_at), "quantity": peg.quantity}
            for peg in pegs
            if peg.source == "inbound"
        ],
        "substitutes": [
            {"sku": one.by.sku, "quantity": one.quantity, "units": one.units, "now": one.now}
            for line in mine
            for one in choices_of(work, plan, line)
        ],
    }
