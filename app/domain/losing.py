"""Who loses by what did not come off a truck, or came broken, and whose promise that breaks.  Pure.

An order keeps its promise where nothing that it waits for is unserved or comes too late.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from app.domain.plan.plan import Plan
    from app.domain.plan.values import Peg

    Units = tuple[tuple[datetime, int], ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """What an order promised, and when its last unit ships: None where some are not served."""

    promised_at: datetime | None
    ships_at: datetime | None

    @property
    def kept(self) -> bool:
        """Tell whether all that the order waits for ships by its promise; true without one."""
        if self.promised_at is None:
            return True
        return self.ships_at is not None and self.ships_at <= self.promised_at


@dataclass(frozen=True, slots=True)
class Stand:
    """What an order line gets in a plan: units (each) by the instant at which they are there."""

    order: str
    line: str
    sku: str
    order_line_id: int
    product_id: int
    units: Units
    promise: Promise


@dataclass(frozen=True, slots=True)
class Loss:
    """Units (each, > 0) that a line does not get as planned; ``later`` of them come later."""

    stand: Stand
    quantity: int
    later: int
    breaks: bool
    now: Promise = field(default_factory=lambda: Promise(None, None))


@dataclass(frozen=True, slots=True)
class Lost:
    """What an ASN's shortages took from an order line, as it was said when they happened."""

    asn: str
    order: str
    line: str
    sku: str
    order_line_id: int
    product_id: int
    quantity: int
    later: int


def stands(plan: Plan, product_ids: Iterable[int]) -> tuple[Stand, ...]:
    """Return what every served line of some products gets, by product, rank and line."""
    found: list[Stand] = []
    promises: dict[str, Promise] = {}
    for product_id in product_ids:
        lines: dict[int, list[Peg]] = defaultdict(list)
        for peg in plan.pegs_of_product(product_id):
            lines[peg.order_line_id].append(peg)
        for pegs in lines.values():
            order = pegs[0].order
            promise = promises.setdefault(order, promise_of(plan, order))
            found.append(_stand(pegs, promise))
    return tuple(found)


def _stand(pegs: Sequence[Peg], promise: Promise) -> Stand:
    first = pegs[0]
    units = tuple((peg.available_at, peg.quantity) for peg in pegs)
    place = (first.order, first.line, first.sku, first.order_line_id, first.product_id)
    return Stand(*place, units, promise)


def promise_of(plan: Plan, order: str) -> Promise:
    """Return how an order's promise stands; an order with nothing open has no promise left."""
    facts = plan.rank_of(order)
    promised = facts.promised_at if facts else None
    if plan.is_short(order):
        return Promise(promised, None)
    return Promise(promised, max((peg.ships_at for peg in plan.pegs_of_order(order)), default=None))


def losses(before: Iterable[Stand], plan: Plan) -> tuple[Loss, ...]:
    """Return which of the lines lose units in the plan that is, in their order.

    A line loses what it no longer gets by the instants at which it would have got it.
    """
    before = tuple(before)
    products = dict.fromkeys(stand.product_id for stand in before)
    after = {stand.order_line_id: stand for stand in stands(plan, products)}
    found = []
    for stand in before:
        now = after.get(stand.order_line_id)
        missed, lost = missed_units(stand.units, now.units if now else ())
        if missed:
            promise = now.promise if now else promise_of(plan, stand.order)
            breaks = stand.promise.kept and not promise.kept
            found.append(Loss(stand, missed, missed - lost, breaks, promise))
    return tuple(found)


def missed_units(before: Units, after: Units) -> tuple[int, int]:
    """Return the most units that are not there in time, and how many do not come at all."""
    steps: dict[datetime, int] = defaultdict(int)
    for instant, units in before:
        steps[instant] += units
    for instant, units in after:
        steps[instant] -= units
    behind = list(accumulate(steps[instant] for instant in sorted(steps)))
    return max(0, *behind, 0), max(0, behind[-1] if behind else 0)
