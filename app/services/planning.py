"""Keeps the plan in memory and brings it up to date; nothing of it is ever stored."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from app.domain.plan.build import at_instant
from app.domain.plan.days import to_micros
from app.domain.plan.plan import Plan, make_plan
from app.domain.plan.update import update
from app.domain.plan.values import PlanRules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import timedelta

    from app.domain.settings import Settings
    from app.work import Work

NOTHING: Final[Mapping[int, int]] = MappingProxyType({})


class Planner:
    """The plan of one process.

    Services say what their transaction changed (``touch``), before or after it commits; facts of
    other processes are noticed by their sequence and make the plan be read afresh.  A plan that
    was handed out is good until the next ``touch``: bringing it up to date uses it up.
    """

    def __init__(self) -> None:
        self._plan: Plan | None = None
        self._asked: tuple[PlanRules, timedelta] | None = None
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

    def current(
        self,
        work: Work,
        horizon: timedelta | None = None,
        counted: Mapping[int, int] = NOTHING,
    ) -> Plan:
        """Return the plan as of the work's instant, with all that its transaction has said.

        ``counted`` are units (each, by ASN line) that count as received before a receipt says so:
        the caller must touch their products before, and after.
        """
        asked = (rules_of(work.settings), work.settings.horizon if horizon is None else horizon)
        count, last = work.plans.news(self._known)
        own = work.plans.own
        if count != own.after(self._known) or own.taken_back != self._taken_back:
            self.forget()
        if asked != self._asked:
            self.forget()
        plan = self._brought_up(work, counted) or self._afresh(work, *asked, counted)
        self._plan = self._moved_on(work, plan)
        self._asked, self._known, self._taken_back = asked, last, own.taken_back
        own.after(last)
        self._products.clear()
        self._orders.clear()
        return self._plan

    def _brought_up(self, work: Work, counted: Mapping[int, int]) -> Plan | None:
        """Return the plan with what was touched; None where it must be made from scratch.

        The plan is let go of meanwhile: what fails half-way is never shown.
        """
        plan, self._plan = self._plan, None
        if plan is None or not (self._products or self._orders):
            return plan
        reading = work.plans.touched(self._products, self._orders)
        reading = replace(reading, inbound_lines=reading.inbound_lines.counted(counted))
        built = update(plan.built, reading, self._products, self._orders)
        return None if built is None else Plan(built)

    def _afresh(
        self, work: Work, rules: PlanRules, horizon: timedelta, counted: Mapping[int, int]
    ) -> Plan:
        facts = work.plans.facts()
        facts = replace(facts, inbound_lines=facts.inbound_lines.counted(counted))
        return make_plan(facts, rules, as_of=work.stamp.at, horizon=horizon)

    def _moved_on(self, work: Work, plan: Plan) -> Plan:
        if plan.as_of == work.stamp.at:
            return plan
        return Plan(at_instant(plan.built, to_micros(work.stamp.at)))


def rules_of(settings: Settings) -> PlanRules:
    """Return what of a site's settings the plan obeys."""
    return PlanRules(settings.zone, settings.default_policy, settings.max_lane_dwell)
