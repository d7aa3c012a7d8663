"""Which substitutes could stand in for what a line lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.plan.substitution import offers

if TYPE_CHECKING:
    from app.domain.orders import OrderLine
    from app.domain.plan.plan import Plan
    from app.domain.plan.substitution import Offer
    from app.work import Work


def choices_of(work: Work, plan: Plan, line: OrderLine) -> tuple[Offer, ...]:
    """Return what each approved substitute could do for a line alone, the best first.

    Nothing for a line that lacks nothing, or that stands in for another.
    """
    approved = work.goods.substitutes({line.product_id}).get(line.product_id, ())
    if not approved or line.stands_for is not None:
        return ()
    wants = plan.lacking({line.id})
    spare = plan.spare({one.product_id for one in approved})
    return tuple(
        offer for one in approved for offer in offers(wants, {line.product_id: (one,)}, spare)
    )
