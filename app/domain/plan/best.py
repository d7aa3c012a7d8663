"""The optimal mode: class by class, as many completed orders as can be, then as many units.

It is the ranked plan with some orders preferred among those of equal priority.  A class is settled
before the next less urgent one is looked at, so that none can take anything from a more urgent one.
Source: the floor's rules, "Optimal mode".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.build import keeper_of, preferring, reranked
from app.domain.plan.contest import contest_of
from app.domain.plan.locks import locked_units
from app.domain.plan.supply import sums
from app.domain.plan.walk import serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.plan.build import Built
    from app.domain.plan.contest import Solver
    from app.domain.plan.facts import Flags, Ints


@dataclass(frozen=True, slots=True)
class ClassResult:
    """What one priority comes to in rank order and at best; ``orders`` have open units.

    ``bound`` is a proven upper limit of orders completed, given what more urgent classes leave;
    units (each) are those pegged, locked ones among them.
    """

    priority: int
    orders: int
    completed_ranked: int
    completed: int
    bound: int
    units_ranked: int
    units: int

    @property
    def gap(self) -> float:
        """Return how far the completed orders may be from the best: 0 is proven to be the best."""
        return (self.bound - self.completed) / self.bound if self.bound else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Best:
    """The best plan found beside the ranked one; ``completes`` and ``loses`` are order numbers."""

    ranked: Built
    best: Built
    classes: tuple[ClassResult, ...]
    completes: tuple[str, ...]
    loses: tuple[str, ...]

    @property
    def gained(self) -> tuple[int, int]:
        """Return how many more orders are completed, and units served, than in rank order."""
        orders = sum(row.completed - row.completed_ranked for row in self.classes)
        return orders, sum(row.units - row.units_ranked for row in self.classes)

    @property
    def preferred(self) -> tuple[int, ...]:
        """Return the keys of the orders that must go first for it."""
        orders = self.best.facts.orders
        return tuple(orders.ids[orders.preferred].tolist())


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """By order rank: what is open, what is served (both in each), and what is completed."""

    open: Ints
    served: Ints
    completed: Flags


def tally(built: Built) -> Tally:
    """Count what a plan does for each order; one on hold is never completed."""
    ranked = built.ranked
    size = ranked.order.size
    open_units = sums(ranked.owner, built.facts.lines.open[ranked.line], size)
    kept = built.shares.kept + locked_units(built.locked, ranked.line.size)
    served = sums(ranked.owner, kept, size)
    held = built.facts.orders.held[ranked.order]
    return Tally(open_units, served, (open_units > 0) & (served == open_units) & ~held)


def ranked_only(built: Built) -> Built:
    """Return the plan in which no order is preferred."""
    if not built.facts.orders.preferred.any():
        return built
    return preferring(built, np.zeros_like(built.facts.orders.preferred))


def class_scores(built: Built) -> list[tuple[int, int]]:
    """Return orders completed and units served (each) by priority, the most urgent first."""
    counts = tally(built)
    return [
        (int(counts.completed[begin:end].sum()), int(counts.served[begin:end].sum()))
        for begin, end in _classes(built)
    ]


def best_plan(built: Built, solver: Solver) -> Best:
    """Complete more orders class by class, from the most urgent on.

    A class for which nothing better than its rank order is found stays in rank order.
    """
    ranked = ranked_only(built)
    preferred, there = ranked.facts.orders.preferred, ranked.axes.total
    classes, bounds = list(_classes(ranked)), []
    for begin, end in classes:
        stage = _Stage(ranked, begin, end, there, preferred)
        stage, bound = _settled(stage, solver)
        preferred, there = stage.preferred, stage.left
        bounds.append(bound)
    return _result(ranked, preferring(ranked, preferred), classes, bounds)


def _classes(built: Built) -> Iterator[tuple[int, int]]:
    """Yield where each priority begins and ends in the order ranks."""
    priority = built.facts.orders.priority[built.ranked.order]
    edges = np.flatnonzero(np.diff(priority, prepend=-1, append=-1)).tolist()
    yield from pairwise(edges)


class _Stage:
    """One class (order ranks ``begin`` up to ``end``) served from ``there``, by product.

    ``preferred`` is by row of the facts.  Of ``built`` only this class's shares are to be read.
    """

    def __init__(self, plan: Built, begin: int, end: int, there: Ints, preferred: Flags) -> None:
        self.begin, self.end, self.there, self.preferred = begin, end, there, preferred
        again = reranked(plan, preferred)
        keeper, owners = keeper_of(again), range(begin, end)
        shares = serve(again.ranked, again.demand, again.axes, keeper, owners, there)
        self.built = replace(again, shares=shares)
        self._tally = tally(self.built)
        self.completed = np.zeros_like(self._tally.completed)
        self.completed[begin:end] = self._tally.completed[begin:end]

    def preferring(self, rows: Ints) -> _Stage:
        """Return the class with these orders (rows of the facts) preferred too."""
        preferred = self.preferred.copy()
        preferred[rows] = True
        return _Stage(self.built, self.begin, self.end, self.there, preferred)

    @property
    def score(self) -> tuple[int, int]:
        """Return how many orders the class completes, and how many units it gets."""
        served = self._tally.served[self.begin : self.end]
        return int(self.completed.sum()), int(served.sum())

    @property
    def left(self) -> Ints:
        """Return what it leaves of every product to less urgent classes."""
        ranked, shares = self.built.ranked, self.built.shares
        part = slice(int(ranked.first[self.begin]), int(ranked.first[self.end]))
        return self.there - sums(ranked.product[part], shares.kept[part], self.there.size)


def _settled(stage: _Stage, solver: Solver) -> tuple[_Stage, int]:
    """Return a class at its best, and how many orders it completes at most."""
    begin, end = stage.begin, stage.end
    contest = contest_of(stage.built, begin, end, stage.there, stage.completed)
    sure = int(stage.completed.sum()) - int(contest.ranked.sum())
    if contest.ranked.all():
        return stage, sure + contest.owner.size
    share = (end - begin) / (stage.built.ranked.order.size - begin)
    chosen = solver.choose(contest, share)
    after = _completing(stage, stage.built.ranked.order[contest.owner[chosen.orders]])
    return (after if after.score > stage.score else stage), sure + chosen.bound


def _completing(stage: _Stage, rows: Ints) -> _Stage:
    """Prefer as few of these orders (rows of the facts) as it takes to complete them all.

    They can be completed together; that ends at the latest when all of them are preferred.
    """
    while True:
        done = stage.completed[stage.built.ranked.place_of_order[rows]]
        missing = rows[~done & ~stage.preferred[rows]]
        if not missing.size:
            return stage
        stage = stage.preferring(missing)


def _result(ranked: Built, best: Built, classes: list[tuple[int, int]], bounds: list[int]) -> Best:
    one, other = tally(ranked), tally(best)
    results = [
        ClassResult(
            priority=int(ranked.facts.orders.priority[ranked.ranked.order[begin]]),
            orders=int((one.open[begin:end] > 0).sum()),
            completed_ranked=int(one.completed[begin:end].sum()),
            completed=int(other.completed[begin:end].sum()),
            bound=bound,
            units_ranked=int(one.served[begin:end].sum()),
            units=int(other.served[begin:end].sum()),
        )
        for (begin, end), bound in zip(classes, bounds, strict=True)
    ]
    before = one.completed[ranked.ranked.place_of_order]
    after = other.completed[best.ranked.place_of_order]
    return Best(
        ranked,
        best,
        tuple(result for result in results if result.orders),
        _numbers(ranked, after & ~before),
        _numbers(ranked, before & ~after),
    )


def _numbers(ranked: Built, rows: Flags) -> tuple[str, ...]:
    """Return the numbers of orders (by row of the facts) in rank order."""
    order = ranked.ranked.order
    return tuple(ranked.facts.orders.numbers[order[rows[order]]].tolist())
