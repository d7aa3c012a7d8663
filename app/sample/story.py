"""The work of the sample's morning, scan by scan, told from the generated rows.

Two trucks are unloaded, a case is split over two orders, a piece is broken, a code is unknown;
then orders are picked, one of them in part and with refused scans, packed and closed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.sample.codes import gtin_13
from app.sample.day import Day, later
from app.sample.picks import complete, from_shelf, partial, pick_and_pack, walk_in_part
from app.sample.queue import loads_of, wanted_by
from app.sample.steps import Step, counted, several
from app.sample.supply import QUARANTINE
from app.sample.warehouse import build

if TYPE_CHECKING:
    from datetime import date

    from app.sample.supply import Load
    from app.sample.warehouse import Warehouse

UNKNOWN_BARCODE = gtin_13(99_999)
"""Right in every digit, and taught to nobody."""

MISSING_UNITS = 2
"""Units that the first truck turns out to be short of, on its last line."""

PICKING_FROM, PICKING_MINUTES = "10:33", 9
FROM_SHELF = 3
"""Orders that are picked wholly from stock."""


@dataclass(frozen=True, slots=True)
class Split:
    """A case whose units serve the end of one order and the beginning of the next."""

    load: Load
    first: str
    second: str


def sample_story(day: date, seed: int = 7) -> tuple[Step, ...]:
    """Return the work in the order in which it is done, true for ``sample_files`` of the seed.

    Orders, ASNs and codes are the same on every day; the instants move with it.
    """
    warehouse, calendar = build(seed), Day(day)
    split = find_split(warehouse)
    other = _other_truck(warehouse, split.load.truck.asn)
    arrivals = (
        *_to_door(warehouse, split.load.truck.asn, "09:44", "09:48"),
        *_with_troubles(warehouse, split),
        *_to_door(warehouse, other, "10:27", "10:29"),
        Step(
            "receive",
            other,
            (*_codes(warehouse, loads_of(warehouse, other)), "CMD-CLOSE"),
            clock="10:31",
        ),
    )
    picks = (
        *pick_and_pack(warehouse, split.first),
        *complete(warehouse, split.second),
        *(step for order in from_shelf(warehouse, FROM_SHELF) for step in order),
        *walk_in_part(warehouse, partial(warehouse)),
    )
    paced = (
        replace(step, clock=later(PICKING_FROM, number * PICKING_MINUTES // len(picks)))
        for number, step in enumerate(picks)
    )
    return tuple(step.timed(calendar) for step in (*arrivals, *paced))


def find_split(warehouse: Warehouse) -> Split:
    """Return the first case on a truck in the house that two orders share.

    Raises LookupError where the seed gives none.
    """
    stocked = {pile.sku for pile in warehouse.piles if pile.location != QUARANTINE}
    for load in warehouse.loads:
        case = warehouse.products[load.sku].case_units
        queue = wanted_by(warehouse, load.sku)
        if load.truck.status != "arrived" or load.sku in stocked or len(queue) < 2:
            continue
        (first, units), (second, more) = queue[:2]
        if units < case <= units + more and load.quantity >= 3 * case:
            return Split(load, first, second)
    raise LookupError("no case of the sample is shared by two orders")


def _other_truck(warehouse: Warehouse, asn: str) -> str:
    """Return the other shipment that has arrived and has a door."""
    arrived = [load.truck for load in warehouse.loads if load.truck.status == "arrived"]
    return next(truck.asn for truck in arrived if truck.door and truck.asn != asn)


def _to_door(warehouse: Warehouse, asn: str, at_door: str, unloading: str) -> tuple[Step, ...]:
    door = loads_of(warehouse, asn)[0].truck.door
    return (
        Step("at_door", asn, (door,), clock=at_door),
        Step("unloading", asn, clock=unloading),
    )


def _with_troubles(warehouse: Warehouse, split: Split) -> tuple[Step, ...]:
    """Unload the first truck; the split case comes when the other awaited goods are counted."""
    asn, product = split.load.truck.asn, warehouse.products[split.load.sku]
    rest = [load for load in loads_of(warehouse, asn) if load != split.load]
    awaited = [load for load in rest if load.line <= split.load.truck.awaited]
    refill = [load for load in rest if load not in awaited]
    stray = next(p for p in warehouse.products.values() if p.supplier != product.supplier)
    last = split.load.quantity - 2 * product.case_units
    return (
        Step("receive", asn, _codes(warehouse, awaited), clock="09:52"),
        Step("receive", asn, (product.case_gtin,), "receive", clock="09:57"),
        Step("receive", asn, (product.case_gtin, UNKNOWN_BARCODE), "receive-refused", "09:58"),
        Step(
            "receive",
            asn,
            (
                *("CMD-DAMAGED", product.gtin, *several(product.gtin, last - 1)),
                *(stray.gtin, product.gtin, "CMD-UNDO"),
                *_codes(warehouse, refill, MISSING_UNITS),
                "CMD-CLOSE",
            ),
            clock="10:04",
        ),
    )


def _codes(warehouse: Warehouse, loads: list[Load], missing: int = 0) -> tuple[str, ...]:
    """Count the lines to their end, less what is missing of the last; put away what is over."""
    codes: tuple[str, ...] = ()
    for load in loads:
        product = warehouse.products[load.sku]
        lacks = missing if load is loads[-1] else 0
        codes += counted(product, load.quantity - lacks)
        if load.quantity - lacks > sum(units for _, units in wanted_by(warehouse, load.sku)):
            codes += (product.home,)
    return codes
