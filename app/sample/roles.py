"""Which product is short, which lies on which truck, and which simply stands on the shelf."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.sample.catalogue import DISCONTINUED
from app.sample.trucks import timetable

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

    from app.sample.catalogue import Product
    from app.sample.trucks import Truck

AWAITED = {
    "ASN-70418": ("LMP-220-OAK", "CIP-028-BLK", "KET-17-BLK"),
    "ASN-70421": ("TWL-70-SND", "NAP-006-WHT"),
    "ASN-70425": ("CAN-004-IVO",),
    "ASN-70429": ("CHR-12-ASH",),
    "ASN-70431": ("BTL-500-TEL",),
    "ASN-70437": ("PDL-030-BRS",),
    "ASN-70440": ("LMP-220-OAK",),
    "ASN-70444": ("RUG-160-GRY",),
}
"""Products on a truck that hand-made orders wait for."""

REFILL = {"ASN-70427": ("TPT-12-TER",), "ASN-70435": ("RUG-200-TER",)}
"""Last pieces of discontinued products: they may not be promised to anybody."""

SHELF = frozenset(
    [
        "CIP-024-RED",
        "KET-12-STL",
        "TWL-50-WHT",
        "BTL-350-WHT",
        "BWL-12-WHT",
        "PLT-22-SND",
        "SHF-90-WHT",
    ]
)
"""Products that must lie ready, because hand-made orders take them from stock."""

SOLD_OUT = ("KET-20-CPR", "MIR-080-RED", "CFP-12-CPR", "TPT-12-TER")
"""Discontinued and gone: their orders wait for a decision."""

NOT_BOUGHT = 7
"""Products that are out of stock while nobody has ordered more of them."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The products (SKUs) by what happens to them; every sequence is in a fixed order."""

    awaited: Mapping[str, tuple[str, ...]]
    refill: Mapping[str, tuple[str, ...]]
    today: tuple[str, ...]
    later: tuple[str, ...]
    far: tuple[str, ...]
    lost: tuple[str, ...]
    gone: tuple[str, ...]
    shelf: tuple[str, ...]


def cast_roles(products: Mapping[str, Product], rng: random.Random) -> Roles:
    """Load the trucks with products of their own suppliers; what is left stands on shelves."""
    trucks = timetable()
    free = [sku for sku in products if sku not in DISCONTINUED | SHELF | _named()]
    rng.shuffle(free)
    awaited = {truck.asn: _load(truck, AWAITED, truck.awaited, free, products) for truck in trucks}
    refill = {truck.asn: _load(truck, REFILL, truck.refill, free, products) for truck in trucks}
    gone = tuple(free[:NOT_BOUGHT])
    short = {sku for skus in awaited.values() for sku in skus} | set(gone) | set(SOLD_OUT)
    return Roles(
        awaited=awaited,
        refill=refill,
        today=_on(trucks, awaited, 0, 0),
        later=_on(trucks, awaited, 1, 7),
        far=_on(trucks, awaited, 8, 99),
        lost=tuple(sku for t in trucks if t.status == "no_show" for sku in awaited[t.asn]),
        gone=gone,
        shelf=tuple(sku for sku in products if sku not in short),
    )


def _named() -> frozenset[str]:
    return frozenset(sku for skus in AWAITED.values() for sku in skus)


def _load(
    truck: Truck,
    fixed: Mapping[str, tuple[str, ...]],
    count: int,
    free: list[str],
    products: Mapping[str, Product],
) -> tuple[str, ...]:
    """Take from ``free`` what the truck still lacks of its supplier's products."""
    chosen = list(fixed.get(truck.asn, ()))
    for sku in [sku for sku in free if products[sku].supplier == truck.supplier]:
        if len(chosen) >= count:
            break
        chosen.append(sku)
        free.remove(sku)
    return tuple(chosen)


def _on(
    trucks: tuple[Truck, ...], awaited: Mapping[str, tuple[str, ...]], first: int, last: int
) -> tuple[str, ...]:
    """Return the awaited products of the trucks that are still to be unloaded in those days."""
    live = [t for t in trucks if first <= t.days <= last and t.status in {"scheduled", "arrived"}]
    return tuple(sku for truck in live for sku in awaited[truck.asn])
