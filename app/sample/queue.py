"""Simple sums over the sample: who is first in rank, what is wanted, what lies ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.sample.showcase import Draft, Wanted
    from app.sample.supply import Load, Pile
    from app.sample.warehouse import Warehouse

NO_PROMISE = (9999, "")


def ranked(warehouse: Warehouse) -> Mapping[str, Draft]:
    """Return the orders that want something and are not held, most urgent first."""
    wanting = [
        (number, draft)
        for number, draft in warehouse.orders.items()
        if not draft.hold and open_lines(draft)
    ]
    wanting.sort(
        key=lambda item: (
            item[1].priority,
            item[1].promised or NO_PROMISE,
            item[1].ordered,
            item[0],
        )
    )
    return dict(wanting)


def open_lines(draft: Draft) -> tuple[Wanted, ...]:
    """Return the lines that are not fully shipped or cancelled."""
    return tuple(line for line in draft.lines if line.open > 0)


def wanted_by(warehouse: Warehouse, sku: str) -> list[tuple[str, int]]:
    """Return (order, open units) of everyone who wants the product, most urgent first."""
    return [
        (number, line.open)
        for number, draft in ranked(warehouse).items()
        for line in open_lines(draft)
        if line.sku == sku
    ]


def loads_of(warehouse: Warehouse, asn: str) -> list[Load]:
    """Return the lines of an inbound shipment."""
    return [load for load in warehouse.loads if load.truck.asn == asn]


def shelf_of(warehouse: Warehouse, sku: str) -> Pile | None:
    """Return the one pile that covers all that is wanted of the product; None without lots.

    A product in several places, with lots or with too little stock has no such pile.
    """
    piles = [pile for pile in warehouse.piles if pile.sku == sku]
    wanted = sum(units for _, units in wanted_by(warehouse, sku))
    if len(piles) != 1 or piles[0].lot or piles[0].quantity < wanted:
        return None
    return piles[0] if piles[0].location == warehouse.products[sku].home else None
