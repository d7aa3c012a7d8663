"""Which orders are told different things by order, customer, product and warehouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.facts import DEFAULT, POLICIES
from app.domain.plan.rank import NO_LIMIT, limits
from app.domain.plan.unmet import REASONS
from app.domain.policies import Terms, Voices, terms

if TYPE_CHECKING:
    from app.domain.plan.build import Built
    from app.domain.plan.columns import Columns
    from app.domain.plan.facts import Flags
    from app.domain.policies import Clash


def clashes_of(columns: Columns, *, defaults: bool) -> tuple[Clash, ...]:
    """Return the clashes of orders with open units, in rank order.

    With ``defaults`` also where only the site's default yields to an order or a customer.
    """
    built = columns.built
    stuck = _out_of_stock(columns)
    differ = _differing(built, defaults=defaults) & (columns.open_units > 0)
    differ[list(stuck)] = True
    found: list[Clash] = []
    for owner in np.flatnonzero(differ).tolist():
        row = int(built.ranked.order[owner])
        number = built.facts.orders.numbers[row]
        said = voices_at(built, row).clashes(number, stuck.get(owner, ()))
        found += [clash for clash in said if defaults or not clash.of_default]
    return tuple(found)


def voices_at(built: Built, row: int) -> Voices:
    """Return who says what of the order at a row of the facts."""
    orders = built.facts.orders
    return Voices(
        terms(POLICIES[orders.policy[row]], int(orders.max_shipments[row]) or None),
        terms(POLICIES[orders.agreed[row]], int(orders.agreed_most[row]) or None),
        Terms(built.rules.default_policy),
    )


def _differing(built: Built, *, defaults: bool) -> Flags:
    """Tell by order rank where order and customer (or the warehouse) say different things."""
    orders, rows = built.facts.orders, built.ranked.order
    own = limits(orders.policy, orders.max_shipments)[rows]
    agreed = limits(orders.agreed, orders.agreed_most)[rows]
    said, told = orders.policy[rows] != DEFAULT, orders.agreed[rows] != DEFAULT
    differ = said & told & (own != agreed)
    if defaults:
        site = limits(np.array([POLICIES.index(built.rules.default_policy)]), np.array([0]))
        counts = np.where(said, own, agreed)
        differ |= (said | told) & (counts != site)
    return np.asarray(differ)


def _out_of_stock(columns: Columns) -> dict[int, tuple[str, ...]]:
    """Return by order rank the SKUs that ran out and never wait, of orders with a limit."""
    built, unmet = columns.built, columns.unmet
    owner = built.ranked.owner[unmet.place]
    short = (unmet.reason == REASONS.index("stockout")) & (built.demand.limit[owner] != NO_LIMIT)
    skus = built.facts.products.skus
    found: dict[int, dict[str, None]] = {}
    for place in unmet.place[short].tolist():
        mine = found.setdefault(int(built.ranked.owner[place]), {})
        mine[skus[built.ranked.product[place]]] = None
    return {at: tuple(names) for at, names in found.items()}
