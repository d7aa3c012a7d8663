"""Keeps the plan in memory and brings it up to date; nothing of it is ever stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.plan.plan import Plan, make_plan
from app.domain.plan.values import PlanRules

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import timedelta

    from app.domain.settings import Settings
    from app.work import Work


class Planner:
    """The plan of one process.

    Services say what their transaction changed (``touch``), before or after it commits; facts of
    other processes are noticed by their sequence and make the plan be read afresh.
    """

    def __init__(self) -> None:
        self._plan: Plan | None = None
        self._known = 0
        self._taken_back = 0
        self._products: set[int] = set()
        self._orders: set[int] = set()

    def touch(self, products: Iterable[int] = (), orders: Iterable[int] = ()) -> None:
        """Note that supply or locks of products, or what is open of orders, changed (keys)."""
        self._products.update(products)
        self._orders.update(orders)

    def forget(self) -> None:
        """Read everything afresh next time: something else than supply or open units changed."""
        self._plan = None

    def current(self, work: Work, horizon: timedelta | None = None) -> Plan:
        """Return the plan as of the work's instant, with all that its transaction has said."""
        reach = work.settings.horizon if horizon is None else horizon
        rules = rules_of(work.settings)
        count, last = work.plans.news(self._known)
        strange = count != work.plans.own.after(self._known)
        if strange or work.plans.own.taken_back != self._taken_back:
            self.forget()
        touched = self._products or self._orders
        plan = self._plan
        if plan is None or touched:
            plan = make_plan(work.plans.facts(), rules, as_of=work.stamp.at, horizon=reach)
        else:
            plan = make_plan(plan.built.facts, rules, as_of=work.stamp.at, horizon=reach)
        self._plan, self._known = plan, last
        self._taken_back = work.plans.own.taken_back
        work.plans.own.after(last)
        self._products.clear()
        self._orders.clear()
        return plan


def rules_of(settings: Settings) -> PlanRules:
    """Return what of a site's settings the plan obeys."""
    return PlanRules(settings.zone, settings.default_policy, settings.max_lane_dwell)
