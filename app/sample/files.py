"""The sample warehouse as the program's own CSV files."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from app.sample.catalogue import barcode_rows
from app.sample.codes import sscc
from app.sample.day import Day, later
from app.sample.trucks import carrier_of
from app.sample.warehouse import build

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from app.sample.supply import Load
    from app.sample.warehouse import Warehouse

HEADS = {
    "products.csv": "sku description unit_weight_g backorderable lead_time_days safety_stock"
    " supplier home_location substitutes tracking",
    "barcodes.csv": "barcode sku units",
    "locations.csv": "location kind zone pick_sequence",
    "stock.csv": "location sku quantity lot expires_on",
    "orders.csv": "order line customer sku quantity ordered_at promised_at priority policy"
    " max_shipments ship_to email quantity_shipped quantity_cancelled shipments_made hold"
    " allow_substitutes carrier",
    "inbound.csv": "asn line supplier sku quantity expected_at purchase_order carrier trailer door"
    " window_start window_end status lot expires_on sscc",
}

PALLETS_OF = "ASN-70421"
"""The one supplier that labels its pallets: every line of this shipment has an SSCC."""

TAKE_SUBSTITUTES = frozenset({"Nook & Sons", "Casa Olmo", "Green Desk"})
"""Customers whose orders allow substitutes."""

Row = tuple[object, ...]


def sample_files(day: date, seed: int = 7) -> Mapping[str, str]:
    """Return the text of each file by its name, for one working day at the sample site.

    The same day and seed give the same text; another day moves the dates and nothing else.
    Instants carry Z and fall on the hours of the site's time zone (``sample_settings``).
    """
    warehouse, calendar = build(seed), Day(day)
    rows: dict[str, Sequence[Row]] = {
        "products.csv": _products(warehouse),
        "barcodes.csv": barcode_rows(warehouse.products.values()),
        "locations.csv": _locations(warehouse),
        "stock.csv": _stock(warehouse, calendar),
        "orders.csv": _orders(warehouse, calendar),
        "inbound.csv": [_inbound(warehouse, load, calendar) for load in warehouse.loads],
    }
    return {name: _text(HEADS[name].split(), found) for name, found in rows.items()}


def _text(head: list[str], rows: Iterable[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue()


def _products(warehouse: Warehouse) -> list[Row]:
    return [
        (
            product.sku,
            product.description,
            product.weight_g or "",
            "yes" if product.backorderable else "no",
            product.lead_time_days,
            product.safety_stock,
            product.supplier,
            product.home,
            ";".join(product.substitutes),
            product.tracking,
        )
        for product in warehouse.products.values()
    ]


def _locations(warehouse: Warehouse) -> list[Row]:
    return [
        (place.name, place.kind, place.zone, sequence)
        for sequence, place in enumerate(warehouse.places, 1)
    ]


def _stock(warehouse: Warehouse, day: Day) -> list[Row]:
    return [
        (pile.location, pile.sku, pile.quantity, pile.lot, _expiry(pile.expires, day))
        for pile in warehouse.piles
    ]


def _orders(warehouse: Warehouse, day: Day) -> list[Row]:
    rows: list[Row] = []
    for number, draft in warehouse.orders.items():
        who = warehouse.customers[draft.customer]
        promised = day.at(*draft.promised) if draft.promised else ""
        head = (day.at(*draft.ordered), promised, draft.priority, who.policy)
        flags = (draft.hold, draft.customer in TAKE_SUBSTITUTES)
        carrier = carrier_of(who.ship_to.rpartition(";")[2])
        tail = (draft.shipments_made, *("yes" if flag else "no" for flag in flags), carrier)
        for line, wanted in enumerate(draft.lines, 1):
            item = (number, line, who.name, wanted.sku, wanted.quantity)
            address = (who.max_shipments or "", who.ship_to, who.email)
            rows.append((*item, *head, *address, wanted.shipped, wanted.cancelled, *tail))
    return rows


def _inbound(warehouse: Warehouse, load: Load, day: Day) -> Row:
    truck = load.truck
    supplier = warehouse.products[load.sku].supplier
    asn = int(truck.asn.removeprefix("ASN-"))
    window = ("", "")
    if truck.window:
        ends = later(truck.window, truck.minutes)
        window = (day.at(truck.days, truck.window), day.at(truck.days, ends))
    return (
        *(truck.asn, load.line, supplier, load.sku, load.quantity),
        *(day.at(truck.days, truck.expected), f"PO-{asn + 17_900}"),
        *(truck.carrier, truck.trailer, truck.door, *window, truck.status),
        *(load.lot, _expiry(load.expires, day)),
        sscc(asn * 100 + load.line) if truck.asn == PALLETS_OF else "",
    )


def _expiry(days: int | None, day: Day) -> str:
    return "" if days is None else day.date(days)
