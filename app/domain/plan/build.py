"""Makes the plan from the facts: demand and supply in order, locks, then down the rank."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.axes import Axes, axes
from app.domain.plan.days import start_of_day
from app.domain.plan.locks import Locked, locked_units, take_locks
from app.domain.plan.rank import Ranked, rank, shipments_left
from app.domain.plan.supply import Moment, Pools, moment, pools
from app.domain.plan.walk import Demand, Keeper, LockedDays, Shares, walk

if TYPE_CHECKING:
    from app.domain.plan.facts import Flags, PlanFacts
    from app.domain.plan.values import PlanRules


@dataclass(frozen=True, slots=True, eq=False)
class Built:
    """A plan as columns, with all that it was made of; it holds ``until`` an instant."""

    facts: PlanFacts
    rules: PlanRules
    now: Moment
    until: int
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
    locked = take_locks(facts, ranked, pool, now, np.arange(facts.locks.line.size))
    line_up = axes(facts, pool, now)
    demand = demand_of(facts, rules, ranked, locked)
    keeper = Keeper(line_up, LockedDays(ranked, locked, pool, now.today))
    shares = walk(ranked, demand, line_up, keeper)
    until = boundary(pool, rules, now)
    return Built(facts, rules, now, until, ranked, pool, locked, line_up, demand, shares)


def preferring(built: Built, preferred: Flags) -> Built:
    """Return the plan in which these orders (by row of the facts) go first in their priority.

    It shares columns with the plan that was given: see ``kept_apart``.
    """
    again = reranked(built, preferred)
    shares = walk(again.ranked, again.demand, built.axes, keeper_of(again))
    return replace(again, shares=shares)


def reranked(built: Built, preferred: Flags) -> Built:
    """Return the plan with these orders first in their priority, and nobody served anew yet."""
    facts = replace(built.facts, orders=replace(built.facts.orders, preferred=preferred))
    ranked = rank(facts)
    place = ranked.place_of_line[built.ranked.line[built.locked.place]]
    turn = np.lexsort((built.locked.source, place))
    locked = Locked(place[turn], built.locked.source[turn], built.locked.units[turn])
    demand = demand_of(facts, built.rules, ranked, locked)
    return replace(built, facts=facts, ranked=ranked, locked=locked, demand=demand)


def keeper_of(built: Built) -> Keeper:
    """Return what decides on the orders of a plan that are not full."""
    days = LockedDays(built.ranked, built.locked, built.pools, built.now.today)
    return Keeper(built.axes, days)


def boundary(pool: Pools, rules: PlanRules, now: Moment) -> int:
    """Return the instant (microseconds) from which the plan must be made anew.

    Until then time alone changes no share: no truck becomes due or comes into the horizon, no day
    ends at the site, so that no lot expires.
    """
    tomorrow = start_of_day(now.today + 1, rules.zone)
    arrives = pool.arrival[pool.arrival > now.as_of].min(initial=tomorrow)
    reach = now.horizon_end - now.as_of
    enters = (pool.arrival[~pool.in_horizon] - reach).min(initial=tomorrow)
    return int(min(arrives, enters, tomorrow))


def at_instant(built: Built, as_of: int) -> Built:
    """Return the plan at another instant; from scratch where that lies beyond its boundary."""
    reach = built.now.horizon_end - built.now.as_of
    if not built.now.as_of <= as_of < built.until:
        return build(built.facts, built.rules, as_of, reach)
    now = Moment(as_of, built.now.today, as_of + reach)
    pool = replace(built.pools, available=np.maximum(built.pools.arrival, as_of))
    return replace(built, now=now, pools=pool)


def demand_of(facts: PlanFacts, rules: PlanRules, ranked: Ranked, locked: Locked) -> Demand:
    """Return what each line wants beside its locked units, and each order's limit."""
    limit, grows = shipments_left(facts.orders, rules.default_policy)
    held = facts.orders.held[ranked.order][ranked.owner]
    wanted = facts.lines.open[ranked.line] - locked_units(locked, ranked.line.size)
    return Demand(np.where(held, 0, wanted), limit[ranked.order], grows[ranked.order])
