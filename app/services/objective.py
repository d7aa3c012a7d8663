"""The optimal mode of the plan: worked out aside, shown with its gain, accepted by a supervisor."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from app.domain.errors import RefusedError
from app.domain.plan.best import best_plan, class_scores, ranked_only
from app.domain.plan.build import preferring
from app.domain.plan.plan import Plan
from app.domain.plan.update import kept_apart
from app.services.ordering import weigh
from app.services.plan_json import plan_json
from app.services.solving import open_solver

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.plan.best import Best
    from app.domain.plan.build import Built
    from app.domain.plan.values import Unload
    from app.services.desk import Desk
    from app.work import Work

DEFAULT_LIMIT: Final = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Offer:
    """Orders (keys) that are to go first in their priority; none puts all back in rank order."""

    preferred: tuple[int, ...] = ()
    horizon: timedelta | None = None


def plan_now(desk: Desk, horizon: timedelta | None = None) -> Built:
    """Return the plan as it stands, as a value of its own that may be worked on elsewhere."""
    with desk.store.read(desk.stamp()) as work:
        return kept_apart(desk.planner.current(work, horizon).built)


def improve(built: Built, limit: timedelta = DEFAULT_LIMIT) -> Best:
    """Complete more orders class by class within a time; RefusedError without the extra.

    Needs no store and may run on any thread.  Where the time suffices to prove the best, the same
    plan always gives the same answer; else it is the best that was found.
    """
    return best_plan(built, open_solver(limit))


def in_rank_order(plan: Plan) -> Plan:
    """Return the plan as it would be if no order were preferred."""
    return Plan(ranked_only(plan.built))


def accept(offer: Offer, desk: Desk, *, dry_run: bool = False) -> Mapping[str, Any]:
    """Let orders go first from now on, in place of those accepted before; say what that does.

    With ``dry_run`` nothing is kept.  RefusedError("objective_stale") where the facts have changed
    so that it is worse than the rank order now.
    """

    def apply(work: Work) -> None:
        built = desk.planner.current(work, offer.horizon).built
        orders = built.facts.orders
        before = orders.numbers[orders.preferred].tolist()
        chosen = np.isin(orders.ids, offer.preferred)
        if offer.preferred and not _is_no_worse(built, chosen):
            raise RefusedError("objective_stale")
        data = {"preferred": orders.numbers[chosen].tolist(), "before": before}
        fact = work.fact("objective", "value" if offer.preferred else "rank", data)
        work.changes.prefer(fact, offer.preferred)

    return {"dry_run": dry_run, **weigh(desk, apply, dry_run=dry_run)}


def _is_no_worse(built: Built, chosen: Any) -> bool:
    return class_scores(preferring(built, chosen)) >= class_scores(ranked_only(built))


def value_json(
    best: Best, *, accepted: bool, unload: Sequence[Unload] | None = None
) -> dict[str, Any]:
    """Return the best plan as ``plan --json`` prints it, with what it gains over the rank order."""
    orders, units = best.gained
    return {
        **plan_json(Plan(best.best), unload),
        "objective": {
            "objective": "value",
            "classes": [asdict(row) | {"gap": round(row.gap, 4)} for row in best.classes],
            "gained": {"orders": orders, "units": units},
            "completes": list(best.completes),
            "loses": list(best.loses),
            "accepted": accepted,
        },
    }
