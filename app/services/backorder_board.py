"""The backorder queue as a screen reads it: the whole at once, names page by page, one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.services.backorders import BackorderQueue, queue_of
from app.services.choices import choices_of
from app.services.picking import find_order
from app.services.shipment_plans import outlook_of
from app.services.standing_in import replaced_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from app.domain.backorders import Backorder, OrderHead
    from app.domain.board import Truck
    from app.domain.goods import Product
    from app.domain.orders import Order, OrderLine
    from app.domain.plan.substitution import Offer
    from app.domain.plan.values import Peg, Unmet
    from app.services.desk import Desk
    from app.services.shipment_plans import OrderOutlook


@dataclass(frozen=True, slots=True)
class BackorderBoard:
    """What waits as of an instant, with the trucks by ASN that some of it waits for."""

    queue: BackorderQueue
    as_of: datetime
    trucks: Mapping[str, Truck]
    default_policy: str


@dataclass(frozen=True, slots=True)
class PageNames:
    """Names for one page of the queue: orders by number, products by SKU."""

    orders: Mapping[str, OrderHead]
    products: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LineCase:
    """One line with its order and what the plan gives it; ``can_go`` units are pickable now.

    ``order_can_go`` are those of the whole order, ``outlook`` is what becomes of it, ``backorder``
    is None once the line waits no more.  ``choices`` are the substitutes that could stand in for
    what it lacks, ``stands_for`` is the product in whose place it stands itself;
    ``stand_ins`` are the lines (number, SKU, units) that stand in for it.
    """

    order: Order
    line: OrderLine
    product: Product
    backorder: Backorder | None
    pegs: tuple[Peg, ...]
    unmet: tuple[Unmet, ...]
    can_go: int
    order_can_go: int
    outlook: OrderOutlook
    choices: tuple[Offer, ...] = ()
    stands_for: Product | None = None
    stand_ins: tuple[tuple[str, str, int], ...] = ()


def backorder_board(desk: Desk) -> BackorderBoard:
    """Return all that waits, in rank order."""
    with desk.store.read(desk.stamp()) as work:
        queue = queue_of(work, desk.planner.current(work))
        trucks = {truck.asn: truck for truck in work.boards.trucks()}
        return BackorderBoard(queue, work.stamp.at, trucks, work.settings.default_policy)


def page_names(lines: Iterable[Backorder], desk: Desk) -> PageNames:
    """Return the names that a page of the queue shows."""
    shown = tuple(lines)
    with desk.store.read(desk.stamp()) as work:
        return PageNames(
            work.boards.order_heads({line.order for line in shown}),
            work.boards.product_names({line.sku for line in shown}),
        )


def line_case(number: str, line: str, board: BackorderBoard, desk: Desk) -> LineCase | None:
    """Return a line with what the plan gives it; None where the order has no such line.

    NotFoundError for an unknown order.
    """
    with desk.store.read(desk.stamp()) as work:
        order = find_order(work, number)
        mine = next((part for part in order.lines if part.line == line), None)
        if mine is None:
            return None
        plan = desk.planner.current(work)
        can_go = plan.pickable(number)
        waiting = (row for row in board.queue.lines if (row.order, row.line) == (number, line))
        return LineCase(
            order,
            mine,
            work.goods.get(mine.product_id),
            next(waiting, None),
            tuple(peg for peg in plan.pegs_of_order(number) if peg.order_line_id == mine.id),
            tuple(row for row in plan.unmet_of_order(number) if row.order_line_id == mine.id),
            can_go.get(mine.id, 0),
            sum(can_go.values()),
            outlook_of(work, plan, order),
            choices_of(work, plan, mine),
            replaced_by(work, order, mine),
            tuple(
                (part.line, work.goods.get(part.product_id).sku, part.quantity)
                for part in order.lines
                if part.stands_for == mine.id and part.replaces
            ),
        )
