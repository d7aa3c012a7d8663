"""Who is served before whom: orders by the demand rank, lines by their numbers.

Source: the floor's rules, "Demand rank" and the comparison of line numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from app.domain.orders import line_key
from app.domain.plan.facts import ALL_OR_NOTHING, POLICIES, UP_TO_N
from app.domain.policies import Voice, decider

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.plan.facts import Flags, Ints, Orders, PlanFacts, Texts

NO_LIMIT: Final = 0
SMALL: Final = 1 << 16
_VOICES: Final = (Voice.ORDER, Voice.CUSTOMER, Voice.WAREHOUSE)
DECIDERS: Final = np.array(
    [[_VOICES.index(decider(order, customer)) for customer in POLICIES] for order in POLICIES],
    dtype=np.int64,
)
"""Whose word counts (a place in ``_VOICES``), by what the order and its customer say (codes)."""


@dataclass(frozen=True, eq=False)
class Ranked:
    """The demand in rank order: orders (best first), and their lines one after the other.

    ``order`` and ``line`` are rows of the facts; the lines of the order at rank ``r`` stand at
    ``first[r]`` up to ``first[r + 1]``; ``product`` and ``owner`` (the order's rank) are by line;
    ``numbers`` are the orders' by row of the facts.  ``plain`` is by order rank: the rank that the
    order would have if no order were preferred.
    """

    order: Ints
    line: Ints
    first: Ints
    product: Ints
    owner: Ints
    products: int
    numbers: Texts
    plain: Ints

    @cached_property
    def by_product(self) -> Ints:
        """Return the places of the lines, sorted by product and, within one, by rank."""
        small = self.products < SMALL
        return np.argsort(self.product.astype(np.uint16) if small else self.product, kind="stable")

    @cached_property
    def block(self) -> Ints:
        """Return where each product's lines begin in ``by_product``; one more at the end."""
        counts = np.bincount(self.product, minlength=self.products)
        return np.concatenate(([0], np.cumsum(counts))).astype(np.int64)

    @cached_property
    def place_of_line(self) -> Ints:
        """Return the place in rank order of each row of the facts' lines."""
        return inverse(self.line)

    @cached_property
    def place_of_order(self) -> Ints:
        """Return the rank of each row of the facts' orders."""
        return inverse(self.order)

    @cached_property
    def owner_by_number(self) -> dict[str, int]:
        """Return the order rank of each order's number."""
        return {number: at for at, number in enumerate(self.numbers[self.order].tolist())}

    @cached_property
    def repeats(self) -> Flags:
        """Tell by order rank which orders name a product on more than one line."""
        rows = self.by_product
        owner, product = self.owner[rows], self.product[rows]
        again = (owner[1:] == owner[:-1]) & (product[1:] == product[:-1])
        repeats = np.zeros(self.order.size, dtype=np.bool_)
        repeats[owner[1:][again]] = True
        return repeats

    def lines_of(self, product: int) -> Ints:
        """Return the places of a product's lines, best rank first."""
        return self.by_product[self.block[product] : self.block[product + 1]]


def rank(facts: PlanFacts) -> Ranked:
    """Put orders and lines into the demand rank; preferred ones go first in their priority."""
    plain = order = rank_orders(facts.orders)
    if facts.orders.preferred.any():
        later = ~facts.orders.preferred[plain]
        order = plain[np.lexsort((later, facts.orders.priority[plain]))]
    owner = inverse(order)[facts.lines.order]
    texts = text_ranks(facts.lines.texts)
    line = np.argsort(owner * (int(texts.max(initial=0)) + 1) + texts)
    counts = np.bincount(owner, minlength=order.size)
    first = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    return Ranked(
        order=order,
        line=line,
        first=first,
        product=facts.lines.product[line],
        owner=owner[line],
        products=facts.products.ids.size,
        numbers=facts.orders.numbers,
        plain=inverse(plain)[order],
    )


def rank_orders(orders: Orders) -> Ints:
    """Return the rows of orders by priority, promise, order instant and number (code points)."""
    keys = (orders.ordered, orders.promised, orders.priority)
    rows = np.lexsort(keys)
    equal = np.ones(max(0, rows.size - 1), dtype=np.bool_)
    for column in keys:
        equal &= column[rows[1:]] == column[rows[:-1]]
    return _break_ties(rows, equal, orders.numbers)


def _break_ties(rows: Ints, equal: Flags, numbers: Texts) -> Ints:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], equal.astype(np.int8), [0]))))
    for start, end in edges.reshape(-1, 2).tolist():
        tied = rows[start : end + 1]
        rows[start : end + 1] = tied[text_order(numbers[tied].tolist())]
    return rows


def text_order(texts: Sequence[str]) -> list[int]:
    """Return the indexes of texts in the order of their code points."""
    return sorted(range(len(texts)), key=texts.__getitem__)


def text_ranks(texts: Texts) -> Ints:
    """Return the place of each line number among all: whole numbers by value, then the others."""
    values = texts.tolist()
    table = {text: at for at, text in enumerate(sorted(set(values), key=line_key))}
    return np.fromiter(map(table.__getitem__, values), dtype=np.int64, count=len(values))


def inverse(rows: Ints) -> Ints:
    """Return where each row went to in a permutation."""
    places = np.empty(rows.size, dtype=np.int64)
    places[rows] = np.arange(rows.size, dtype=np.int64)
    return places


def shipments_left(orders: Orders, default_policy: str) -> tuple[Ints, Flags]:
    """Return k by order (``NO_LIMIT`` without one), and whether an open shipment may still grow.

    k is how many shipments an order has left beside the open one, at least 1.  Where a shipment is
    open and another may follow, the units in the building may still join it.
    """
    policy, most = terms_that_count(orders, default_policy)
    left = most - orders.made - orders.shipping
    grows = (policy == UP_TO_N) & orders.shipping & (left >= 1)
    return limits(policy, left), grows


def limits(policy: Ints, most: Ints) -> Ints:
    """Return how many shipments policies (codes) allow, at least 1; ``NO_LIMIT`` without a limit.

    ``most`` goes with ``up_to_n_shipments``.
    """
    counted = np.where(policy == UP_TO_N, np.maximum(most, 1), NO_LIMIT)
    return np.where(policy == ALL_OR_NOTHING, 1, counted)


def terms_that_count(orders: Orders, default_policy: str) -> tuple[Ints, Ints]:
    """Return the policy that counts by order (a code), and the number that goes with it."""
    who = DECIDERS[orders.policy, orders.agreed]
    own, agreed = who == _VOICES.index(Voice.ORDER), who == _VOICES.index(Voice.CUSTOMER)
    site = POLICIES.index(default_policy)
    policy = np.where(own, orders.policy, np.where(agreed, orders.agreed, site))
    return policy, np.where(own, orders.max_shipments, np.where(agreed, orders.agreed_most, 0))
