"""Keeps the plan in memory and brings it up to date; nothing of it is ever stored."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from app.domain.plan.build import at_instant
from app.domain.plan.days import to_micros
from app.domain.plan.facts import Touched
from app.domain.plan.plan import Plan, make_plan
from app.domain.plan.update import update
from app.domain.plan.values import Excluded, PlanRules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import timedelta

    from app.domain.settings import Settings
    from app.work import Work

FEW: Final = 16
SHARE: Final = 400
"""One key in so many open lines is read again at most, or a few: more cost what all of it does."""
NOTHING: Final[Mapping[int, int]] = MappingProxyType({})


class Planner:
    """The plan of one process.

    Services say what their scans changed (``touch``), before or after these commit; what other
    facts changed, and those of other processes, their rows tell.  A plan that was handed out is
    good until the next change: bringing it up to date uses it up.
    """

    def __init__(self) -> None:
        self._plan: Plan | None = None
        self._asked: tuple[PlanRules, timedelta] | None = None
        self._known = 0
        self._touched = Touched()
        self._looks = False
        self._ended = (0, 0)
        self._settled = 0
        self._unsettled = Touched()

    def touch(self, products: Iterable[int] = (), orders: Iterable[int] = ()) -> None:
        """Note that supply or locks of products, or what is open of orders, changed (keys)."""
        self._touched |= Touched(frozenset(products), frozenset(orders))

    def look(self) -> None:
        """Note that a scan changed more than it says: its rows tell what."""
        self._looks = True

    def forget(self) -> None:
        """Read everything afresh next time."""
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
        if asked != self._asked:
            self.forget()
        last = self._hear(work)
        plan = self._brought_up(work, counted) or self._afresh(work, *asked, counted)
        self._plan = self._moved_on(work, plan)
        self._asked, self._known = asked, last
        self._unsettled |= self._touched
        self._touched = Touched()
        if not work.plans.own.pending:
            self._settle()
        return self._plan

    def _settle(self) -> None:
        """Note that all that is known is durable."""
        self._settled, self._unsettled = self._known, Touched()

    def _hear(self, work: Work) -> int:
        """Find out what has changed, and return the last fact that is known then.

        What a transaction changed that has ended without a commit is as it was: it is touched.
        """
        own = work.plans.own
        kept, taken_back = own.kept, own.taken_back
        if taken_back != self._ended[1]:
            self._touched |= self._unsettled
            self._known = self._settled
        if (kept, taken_back) != self._ended:
            self._ended = (kept, taken_back)
            self._settle()
        count, last = work.plans.news(self._known)
        if self._looks or count != own.after(self._known):
            changed = work.plans.changed(self._settled)
            self._touched |= changed or Touched()
            if changed is None or len(self._touched) > self._most:
                self.forget()
        self._looks = False
        own.after(last)
        return last

    @property
    def _most(self) -> int:
        """Return how many keys are read again at most: more cost what reading everything does."""
        return 0 if self._plan is None else max(FEW, self._plan.built.ranked.line.size // SHARE)

    def _brought_up(self, work: Work, counted: Mapping[int, int]) -> Plan | None:
        """Return the plan with what was touched; None where it must be made from scratch.

        The plan is let go of meanwhile: what fails half-way is never shown.
        """
        plan, self._plan = self._plan, None
        if plan is None or not self._touched:
            return plan
        reading = work.plans.touched(self._touched, plan.built.rules.excluded)
        reading = replace(reading, inbound_lines=reading.inbound_lines.counted(counted))
        built = update(plan.built, reading, self._touched)
        return None if built is None else Plan(built)

    def _afresh(
        self, work: Work, rules: PlanRules, horizon: timedelta, counted: Mapping[int, int]
    ) -> Plan:
        facts = work.plans.facts(rules.excluded)
        facts = replace(facts, inbound_lines=facts.inbound_lines.counted(counted))
        return make_plan(facts, rules, as_of=work.stamp.at, horizon=horizon)

    def _moved_on(self, work: Work, plan: Plan) -> Plan:
        if plan.as_of == work.stamp.at:
            return plan
        return Plan(at_instant(plan.built, to_micros(work.stamp.at)))


def rules_of(settings: Settings) -> PlanRules:
    """Return what of a site's settings the plan obeys."""
    return PlanRules(
        settings.zone,
        settings.default_policy,
        settings.max_lane_dwell,
        settings.min_share,
        Excluded(settings.excluded_products, settings.excluded_customers),
    )
