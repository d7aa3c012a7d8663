"""Makes the plan from the facts: demand and supply in order, locks, then down the rank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.locks import Locked, locked_units, take_locks
from app.domain.plan.rank import Ranked, rank, shipments_left
from app.domain.plan.supply import Axes, Moment, Pools, axes, moment, pools
from app.domain.plan.walk import Demand, Keeper, LockedDays, Shares, walk

if TYPE_CHECKING:
    from app.domain.plan.facts import PlanFacts
    from app.domain.plan.values import PlanRules


@dataclass(frozen=True, slots=True, eq=False)
class Built:
    """A plan as columns, with all that it was made of."""

    facts: PlanFacts
    rules: PlanRules
    now: Moment
    ranked: Ranked
    pools: Pools
    locked: Locked
    axes: Axes
    demand: Demand
    shares: Shares


def build(facts: PlanFacts, rules: PlanRules, as_of: int, horizon: int) -> Built:
    """Plan from scratch; instant and horizon in microseconds."""
    now = moment(as_of, horizon, rules)
    ranked = rank(facts)
    pool = pools(facts, rules, now)
    locked = take_locks(facts, ranked, pool, now)
    line_up = axes(facts, pool, now)
    demand = demand_of(facts, rules, ranked, locked)
    keeper = Keeper(line_up, LockedDays(ranked, locked, pool, now.today))
    shares = walk(ranked, demand, line_up, keeper)
    return Built(facts, rules, now, ranked, pool, locked, line_up, demand, shares)


def demand_of(facts: PlanFacts, rules: PlanRules, ranked: Ranked, locked: Locked) -> Demand:
    """Return what each line wants beside its locked units, and each order's limit."""
    limit, grows = shipments_left(facts.orders, rules.default_policy)
    held = facts.orders.held[ranked.order][ranked.owner]
    wanted = facts.lines.open[ranked.line] - locked_units(locked, ranked.line.size)
    return Demand(np.where(held, 0, wanted), limit[ranked.order], grows[ranked.order])
