"""The picking and packing of the sample's story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.sample.queue import open_lines, ranked, shelf_of, wanted_by
from app.sample.steps import Step, several

if TYPE_CHECKING:
    from app.sample.showcase import Draft, Wanted
    from app.sample.warehouse import Warehouse

MIN_SHELF_LINES = 3
"""Lines that a partial order has in stock, so that its picture is worth showing."""


def pick_and_pack(warehouse: Warehouse, order: str) -> tuple[Step, ...]:
    """Pick all that the order wants, in its lines' order, then verify and close it."""
    lines = open_lines(warehouse.orders[order])
    codes = tuple(code for line in lines for code in _item(warehouse, line, line.open))
    return (
        Step("pick", order, (*codes, "CMD-DONE")),
        Step("pack", order, (*codes, "CMD-CLOSE")),
    )


def complete(warehouse: Warehouse, order: str) -> tuple[Step, ...]:
    """Pick and pack an order that takes all or nothing, if all of it was on arrived trucks."""
    arrived = {load.sku for load in warehouse.loads if load.truck.status == "arrived"}
    if any(line.sku not in arrived for line in open_lines(warehouse.orders[order])):
        return ()
    return pick_and_pack(warehouse, order)


def from_shelf(warehouse: Warehouse, count: int) -> list[tuple[Step, ...]]:
    """Pick and pack the first orders in rank that lie wholly on shelves, two lines or more."""
    found = [
        number
        for number, draft in ranked(warehouse).items()
        if len(open_lines(draft)) > 1 and len(_ready(warehouse, draft)) == len(open_lines(draft))
    ]
    return [_walk(warehouse, number) for number in found[:count]]


def partial(warehouse: Warehouse) -> str:
    """Return an order of which a part can go now and the rest waits for trucks of later days.

    So the part is a shipment of its own, whatever the policy.  One that counts its shipments is
    taken before one that does not, then the first in rank.
    Raises LookupError where the seed gives none.
    """
    found = [
        (warehouse.customers[draft.customer].max_shipments is None, rank, number)
        for rank, (number, draft) in enumerate(ranked(warehouse).items())
        if _may_go_in_part(warehouse, draft) and _waits_for_later(warehouse, number)
    ]
    if not found:
        raise LookupError("no order of the sample can go in part")
    return min(found)[2]


def walk_in_part(warehouse: Warehouse, order: str) -> tuple[Step, ...]:
    """Pick what lies ready, with a wrong item and a case too many on the way; pack and close."""
    lines = _ready(warehouse, warehouse.orders[order])
    first, rest = lines[0], lines[1:]
    product = warehouse.products[first.sku]
    wanted = {line.sku for line in lines}
    wrong = next(p for p in warehouse.products.values() if p.sku not in wanted)
    opening = (product.home, product.gtin, product.case_gtin, wrong.gtin)
    going_on = several(product.gtin, first.open - 1) + _stops(warehouse, rest)
    items = [_item(warehouse, line, line.open) for line in lines]
    verified = tuple(code for codes in items[:-1] for code in codes)
    return (
        Step("pick", order, opening, "pick"),
        Step("pick", order, (*going_on, "CMD-DONE")),
        Step("pack", order, verified, "pack"),
        Step("pack", order, (*items[-1], "CMD-CLOSE")),
    )


def _walk(warehouse: Warehouse, order: str) -> tuple[Step, ...]:
    lines = _ready(warehouse, warehouse.orders[order])
    items = tuple(code for line in lines for code in _item(warehouse, line, line.open))
    return (
        Step("pick", order, (*_stops(warehouse, lines), "CMD-DONE")),
        Step("pack", order, (*items, "CMD-CLOSE")),
    )


def _stops(warehouse: Warehouse, lines: tuple[Wanted, ...]) -> tuple[str, ...]:
    """Return shelf and item codes, in the order of the walk."""
    return tuple(
        code
        for line in lines
        for code in (warehouse.products[line.sku].home, *_item(warehouse, line, line.open))
    )


def _item(warehouse: Warehouse, line: Wanted, units: int) -> tuple[str, ...]:
    return several(warehouse.products[line.sku].gtin, units)


def _ready(warehouse: Warehouse, draft: Draft) -> tuple[Wanted, ...]:
    """Return the open lines that lie whole on their home shelf, in the order of the walk."""
    ready = [line for line in open_lines(draft) if shelf_of(warehouse, line.sku)]
    order = {place.name: number for number, place in enumerate(warehouse.places)}
    ready.sort(key=lambda line: order[warehouse.products[line.sku].home])
    return tuple(ready)


def _may_go_in_part(warehouse: Warehouse, draft: Draft) -> bool:
    who = warehouse.customers[draft.customer]
    left = (who.max_shipments or 9) - draft.shipments_made
    return who.policy != "all_or_nothing" and left > 1


def _waits_for_later(warehouse: Warehouse, order: str) -> bool:
    """Say whether enough lines lie ready while the others wait for trucks of later days."""
    draft = warehouse.orders[order]
    ready = _ready(warehouse, draft)
    waits = [line for line in open_lines(draft) if line not in ready]
    return (
        len(ready) >= MIN_SHELF_LINES
        and bool(waits)
        and bool(warehouse.products[ready[0].sku].case_units)
        and all(line.sku in warehouse.roles.later for line in waits)
        and not any(_served_today(warehouse, line.sku, order) for line in waits)
    )


def _served_today(warehouse: Warehouse, sku: str, order: str) -> bool:
    """Say whether today's trucks leave anything of the product for that order."""
    today = sum(
        load.quantity for load in warehouse.loads if load.sku == sku and load.truck.days == 0
    )
    queue = wanted_by(warehouse, sku)
    ahead = [number for number, _ in queue].index(order)
    return sum(units for _, units in queue[:ahead]) < today
