"""Which orders of one priority can be completed together: the question that a solver is asked.

Only sums count: an order is completed where every line finds all that it wants beside its locks,
whatever the days of the units, and what a more urgent class has left is there for all its orders.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

import numpy as np

from app.domain.plan.rank import NO_LIMIT
from app.domain.plan.supply import sums

if TYPE_CHECKING:
    from app.domain.plan.build import Built
    from app.domain.plan.facts import Flags, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Contest:
    """Orders that could be completed each for itself, in rank order, and what there is for them.

    ``owner`` is the order rank of each.  Order ``i`` needs ``units[k]`` (> 0) of product
    ``product[k]``, for ``k`` from ``first[i]`` up to ``first[i + 1]``; products are counted from 0
    and are those alone that are too few for all; ``supply`` is by product.

    ``takes_part`` tells which orders take what is left where they are not completed, ``rest`` by
    product how many units orders outside the contest would take so.  ``worth`` is by order: units
    of ample products that are served only where it is completed.  ``start`` is a set that can be
    completed together, ``ranked`` the set that the rank completes.
    """

    owner: Ints
    first: Ints
    product: Ints
    units: Ints
    supply: Ints
    takes_part: Flags
    rest: Ints
    worth: Ints
    start: Flags
    ranked: Flags

    def fits(self, chosen: Flags) -> bool:
        """Tell whether a set of orders can be completed together."""
        return bool((self.needs(chosen) <= self.supply).all())

    def needs(self, chosen: Flags) -> Ints:
        """Return the units by product that a set of orders needs."""
        mine = np.repeat(chosen, np.diff(self.first))
        return sums(self.product[mine], self.units[mine], self.supply.size)


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """A set of orders that can be completed together, and how many could be at most (proven)."""

    orders: Flags
    bound: int


class Solver(Protocol):
    """Chooses as many orders as it can, and among as many the most units, in a bounded time."""

    def choose(self, contest: Contest, share: float) -> Chosen:
        """Answer within a share (0 to 1) of the time that is left."""
        ...


def contest_of(built: Built, begin: int, end: int, left: Ints, completed: Flags) -> Contest:
    """Return the contest of the orders at the order ranks ``begin`` up to ``end``: one priority.

    ``left`` is by product what there is for them, ``completed`` tells by order rank what the rank
    completes.
    """
    ranked, wanted = built.ranked, built.demand.wanted
    lines = np.arange(ranked.first[begin], ranked.first[end])
    owner, product, units = _needs(ranked.owner[lines], ranked.product[lines], wanted[lines])
    hopeless = np.unique(owner[units > left[product]])
    hopeful = np.setdiff1d(owner, hopeless)
    inside = np.isin(owner, hopeful)
    eager = built.demand.limit[owner] == NO_LIMIT
    asked = sums(product[inside | eager], units[inside | eager], left.size)
    scarce = asked > left
    goods = np.flatnonzero(scarce)
    here = inside & scarce[product]
    counts = np.bincount(np.searchsorted(hopeful, owner[here]), minlength=hopeful.size)
    first = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    ample = inside & ~scarce[product] & ~eager
    outside = ~inside & eager & scarce[product]
    contest = Contest(
        owner=hopeful,
        first=first,
        product=np.searchsorted(goods, product[here]),
        units=units[here],
        supply=left[goods],
        takes_part=built.demand.limit[hopeful] == NO_LIMIT,
        rest=sums(product[outside], units[outside], left.size)[goods],
        worth=sums(np.searchsorted(hopeful, owner[ample]), units[ample], hopeful.size),
        start=completed[hopeful],
        ranked=completed[hopeful],
    )
    return with_start(contest)


def _needs(owner: Ints, product: Ints, wanted: Ints) -> tuple[Ints, Ints, Ints]:
    """Add up the lines (wanted > 0) of an order that name one product; by order and product."""
    rows = np.flatnonzero(wanted)
    keys = owner[rows] * (int(product.max(initial=0)) + 1) + product[rows]
    _, row, at = np.unique(keys, return_index=True, return_inverse=True)
    return owner[rows][row], product[rows][row], sums(at, wanted[rows], row.size)


def with_start(contest: Contest) -> Contest:
    """Return the contest with the larger of two sets to begin with.

    One is what the rank completes, one the orders that ask least of what there is; both with all
    that still fits, in that order.
    """
    part = contest.units / np.maximum(contest.supply[contest.product], 1)
    most = np.zeros(contest.owner.size)
    np.maximum.at(most, np.repeat(np.arange(most.size), np.diff(contest.first)), part)
    by_rank = np.argsort(~contest.ranked, kind="stable")
    sets = [filled(contest, order) for order in (by_rank, np.argsort(most, kind="stable"))]
    best = max(sets, key=np.count_nonzero)
    return replace(contest, start=best)


def filled(contest: Contest, order: Ints) -> Flags:
    """Return the orders that fit when they come one after the other in an order (of indexes)."""
    left, chosen = contest.supply.copy(), np.zeros(contest.owner.size, dtype=np.bool_)
    for at in order.tolist():
        part = slice(int(contest.first[at]), int(contest.first[at + 1]))
        product, units = contest.product[part], contest.units[part]
        if (units <= left[product]).all():
            left[product] -= units
            chosen[at] = True
    return chosen
