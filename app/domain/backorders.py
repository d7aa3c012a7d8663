"""What waits, and what can be picked now, as queues in rank order.  Pure.

Source: the floor's rules, "Backorder, stockout, backlog" and *Pickable*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from app.domain.policies import UNSAID, Terms, Voices, terms

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from app.domain.plan.plan import Plan
    from app.domain.plan.values import Peg, Unmet


@dataclass(frozen=True, slots=True)
class Backorder:
    """An order line that stock in the building does not cover, and by how many units (each).

    ``expected_ship_at`` is None while units are unmet (``unmet`` says why); ``asns`` are the
    shipments whose units it waits for.
    """

    rank: int
    order: str
    line: str
    sku: str
    quantity: int
    kind: Literal["backorder", "stockout"]
    ordered_at: datetime
    promised_at: datetime | None
    expected_ship_at: datetime | None
    asns: tuple[str, ...]
    unmet: Unmet | None


@dataclass(frozen=True, slots=True)
class OrderHead:
    """What a queue names of an order; ``priority`` is 1 (most urgent) to 5.

    ``policy`` and ``max_shipments`` are the order's own, ``agreed`` is its customer's word.
    """

    number: str
    customer: str
    priority: int
    policy: str
    max_shipments: int | None
    agreed: Terms = UNSAID

    def voices(self, default: str) -> Voices:
        """Return who says what of it; ``default`` is the site's policy."""
        return Voices(terms(self.policy, self.max_shipments), self.agreed, Terms(default))


@dataclass(frozen=True, slots=True)
class Pickable:
    """An order with something to pick now; quantities in each.

    ``stays_backordered`` are the open units that remain when all of it has been picked.
    """

    order: str
    rank: int
    lines: int
    units: int
    stays_backordered: int


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A line's parts of the plan, from which its backorder follows."""

    pegs: list[Peg]
    unmet: list[Unmet]

    @property
    def units(self) -> int:
        coming = sum(peg.quantity for peg in self.pegs if peg.source == "inbound")
        return coming + sum(unmet.quantity for unmet in self.unmet)


def backorders(plan: Plan) -> tuple[Backorder, ...]:
    """Return every line that waits, in rank and line order."""
    waiting: dict[int, _Waiting] = {}
    for peg in plan.pegs():
        waiting.setdefault(peg.order_line_id, _Waiting([], [])).pegs.append(peg)
    for unmet in plan.unmet():
        waiting.setdefault(unmet.order_line_id, _Waiting([], [])).unmet.append(unmet)
    lines = plan.built.facts.lines.ids[plan.built.ranked.line].tolist()
    found = (waiting[key] for key in lines if key in waiting)
    return tuple(_backorder(plan, line) for line in found if line.units)


def _backorder(plan: Plan, waiting: _Waiting) -> Backorder:
    about: Peg | Unmet = waiting.pegs[0] if waiting.pegs else waiting.unmet[0]
    facts = plan.rank_of(about.order)
    if facts is None:
        raise ValueError(f"order {about.order} has a line in the plan, but no rank")
    return Backorder(
        rank=facts.rank,
        order=about.order,
        line=about.line,
        sku=about.sku,
        quantity=waiting.units,
        kind="backorder" if _backorderable(plan, about.product_id) else "stockout",
        ordered_at=facts.ordered_at,
        promised_at=facts.promised_at,
        expected_ship_at=None if waiting.unmet else _latest(waiting.pegs),
        asns=tuple(dict.fromkeys(peg.asn for peg in waiting.pegs if peg.asn is not None)),
        unmet=waiting.unmet[0] if waiting.unmet else None,
    )


def _backorderable(plan: Plan, product_id: int) -> bool:
    products = plan.built.facts.products
    return bool(products.backorderable[np.searchsorted(products.ids, product_id)])


def _latest(pegs: Iterable[Peg]) -> datetime:
    return max(peg.ships_at for peg in pegs)


def pickable_orders(plan: Plan) -> tuple[Pickable, ...]:
    """Return the orders with something to pick now, in rank order."""
    built, columns = plan.built, plan.columns
    pegs = columns.pickable
    owners, begins = np.unique(built.ranked.owner[pegs.place], return_index=True)
    ends = [*begins[1:].tolist(), pegs.place.size][: owners.size]
    found = []
    for owner, begin, end in zip(owners.tolist(), begins.tolist(), ends, strict=True):
        units = int(pegs.units[begin:end].sum())
        found.append(
            Pickable(
                order=built.facts.orders.numbers[built.ranked.order[owner]],
                rank=int(columns.order_ranks[owner]),
                lines=len(set(pegs.place[begin:end].tolist())),
                units=units,
                stays_backordered=int(columns.open_units[owner]) - units,
            )
        )
    return tuple(found)
