"""What pick, put-back and packing say is left, held against each other and against the floor.

Every function returns what is wrong, in words; an empty list is a proof.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from app.services.box import look_into
from app.services.pick_lists import pick_fields, pick_list
from app.services.put_back import put_back_fields, put_back_of
from tests.services.random_floors import ORDERS

if TYPE_CHECKING:
    from app.domain.orders import Order
    from app.services.desk import Desk
    from app.work import Work


def broken_counts(desk: Desk) -> list[str]:
    """Return every count that contradicts another one now."""
    with desk.store.read(desk.stamp()) as work:
        found = [order for number in ORDERS if (order := work.orders.find(number))]
        wrong = [line for order in found for line in _pick(work, desk, order)]
        wrong += [line for order in found for line in _bench(work, order)]
        return wrong + _put_backs(work)


def _pick(work: Work, desk: Desk, order: Order) -> list[str]:
    told = pick_fields(work, desk, order)
    left, step = told["remaining"], told["next"]
    open_ = sum(line.open for line in order.lines) if order.workable else 0
    planned = sum(desk.planner.current(work).pickable(order.number).values())
    wrong = []
    if not 0 <= left <= open_:
        wrong.append(f"{order.number}: {left} to pick of {open_} open")
    if left != planned:
        wrong.append(f"{order.number}: {left} to pick, {planned} in the plan")
    if (step is None) != (left == 0) or (step and not 0 < step["quantity"] <= left):
        wrong.append(f"{order.number}: {step} next of {left}")
    lies = Counter(
        {
            (row.location.id, product_id, row.trace): row.quantity
            for product_id in {line.product_id for line in order.lines}
            for row in work.ledger.of_product(product_id)
        }
    )
    for task in pick_list(work, desk, order).tasks:
        source = task.source
        lies[source.location.id, source.product_id, source.trace] -= task.quantity
    return wrong + [f"{order.number}: sent to {key}: {n}" for key, n in lies.items() if n < 0]


def _bench(work: Work, order: Order) -> list[str]:
    box = look_into(work, order.number)
    picked = sum(held.quantity for held in box.picked)
    if 0 <= box.remaining <= picked:
        return []
    return [f"{order.number}: {box.remaining} to verify of {picked}"]


def _put_backs(work: Work) -> list[str]:
    """No unit is to be put back twice, and what nobody has a lock on lies free."""
    wrong = []
    told: Counter[tuple[int, int, object]] = Counter()
    held: Counter[tuple[int, int, object]] = Counter()
    for number in ORDERS:
        if work.orders.find(number) is None:
            continue
        job = put_back_of(work, number)
        fields = put_back_fields(work, job)
        if (fields["next"] is None) != (job.remaining == 0):
            wrong.append(f"{number}: {fields}")
        for part in job.loose:
            told[part.product_id, part.location_id, part.trace] += part.quantity
            if part.order_line_id is not None:
                held[part.product_id, part.location_id, part.trace] += part.quantity
    for product_id in {key[0] for key in told}:
        for row in work.ledger.of_product(product_id):
            key = (product_id, row.location.id, row.trace)
            standing = sum(
                one.quantity
                for one in work.shipments.standing(product_id)
                if (one.location_id, one.trace) == key[1:]
            )
            if told[key] > row.quantity - standing + held[key]:
                wrong.append(f"{told[key]} to put back of {row}, {standing} picked")
    return wrong
