"""What lies in stock and what the trucks bring, measured against what the orders want."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.sample.trucks import Truck, timetable

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Mapping

    from app.sample.catalogue import Product
    from app.sample.roles import Roles
    from app.sample.showcase import Draft

LOWEST_PRIORITY = 5

EXACTLY = {("ASN-70418", "LMP-220-OAK"): 18, ("ASN-70440", "LMP-220-OAK"): 12}
"""Three cases for orders of 5, 7 and 6, and two cases a day later for the rest."""

EXPIRED_ON_ARRIVAL = "ASN-70441"
"""The tea truck: its last line carries a lot whose date has passed when it comes."""

QUARANTINE, BROKEN = "QUAR-1", 5
"""Where broken pieces stand, and of how many awaited products there is one."""


@dataclass(frozen=True, slots=True)
class Pile:
    """Units (each) of a product at a location; ``expires`` counts days from today."""

    location: str
    sku: str
    quantity: int
    lot: str = ""
    expires: int | None = None


@dataclass(frozen=True, slots=True)
class Load:
    """One line of an inbound shipment: units (each) expected; ``expires`` as in ``Pile``."""

    truck: Truck
    line: int
    sku: str
    quantity: int
    lot: str = ""
    expires: int | None = None


def load_trucks(
    roles: Roles, drafts: Iterable[Draft], products: Mapping[str, Product], rng: random.Random
) -> list[Load]:
    """Bring what orders of priority 1 to 4 want, in whole cases, and some to fill the shelves.

    A product that an order of priority 5 wants too comes in the exact quantity of the others.
    """
    owed, contested = _owed(drafts)
    loads: list[Load] = []
    for truck in timetable():
        for sku in roles.awaited[truck.asn]:
            case = 1 if sku in contested else products[sku].case_units
            quantity = EXACTLY.get((truck.asn, sku)) or _round_up(owed[sku], case)
            loads.append(_load(truck, loads, products[sku], quantity))
        for sku in roles.refill[truck.asn]:
            quantity = _whole_cases(products[sku].case_units, rng)
            loads.append(_load(truck, loads, products[sku], quantity))
    return loads


def fill_shelves(
    roles: Roles, drafts: Iterable[Draft], products: Mapping[str, Product], rng: random.Random
) -> list[Pile]:
    """Lay in stock all that the orders want of the shelf products, and some more.

    Of products with lots a part lies in a second lot with another date; one lot has expired.
    """
    owed: Counter[str] = Counter()
    for draft in drafts:
        owed.update({line.sku: line.open for line in draft.lines})
    overflow = {zone: [f"{zone}-{aisle:02d}-12" for aisle in range(1, 11)] for zone in "AB"}
    piles: list[Pile] = []
    for sku in roles.shelf:
        product = products[sku]
        spare = rng.randint(2, max(8, product.case_units * 3))
        if product.tracking == "lot":
            piles += _lots(product, owed[sku] + spare, overflow[product.home[0]], rng)
        else:
            piles.append(Pile(product.home, sku, owed[sku] + spare))
    broken = [sku for sku in roles.today if products[sku].tracking == "none"][:BROKEN]
    return piles + [Pile(QUARANTINE, sku, 1) for sku in broken]


def _owed(drafts: Iterable[Draft]) -> tuple[Counter[str], set[str]]:
    owed: Counter[str] = Counter()
    contested: set[str] = set()
    for draft in drafts:
        for line in draft.lines:
            if draft.priority == LOWEST_PRIORITY:
                contested.add(line.sku)
            else:
                owed[line.sku] += line.open
    return owed, contested


def _round_up(quantity: int, case: int) -> int:
    """Return whole cases, one at least."""
    case = case or 1
    return max(1, -(-quantity // case)) * case


def _whole_cases(case: int, rng: random.Random) -> int:
    return case * rng.randint(2, 6) if case else rng.randint(4, 16)


def _load(truck: Truck, loads: list[Load], product: Product, quantity: int) -> Load:
    line = sum(load.truck.asn == truck.asn for load in loads) + 1
    if product.tracking != "lot":
        return Load(truck, line, product.sku, quantity)
    expired = truck.asn == EXPIRED_ON_ARRIVAL and line == truck.awaited + truck.refill
    return Load(
        truck, line, product.sku, quantity, f"L{len(loads) + 5100}", 0 if expired else 360 + line
    )


def _lots(product: Product, quantity: int, overflow: list[str], rng: random.Random) -> list[Pile]:
    """Split stock over two lots where a second place is free; the first place of all is stale."""
    first = Pile(product.home, product.sku, quantity, f"L{rng.randint(2100, 2900)}", 200)
    if not overflow:
        return [first]
    place = overflow.pop(0)
    lot = f"L{rng.randint(3100, 3900)}"
    if place == "A-01-12":
        return [first, Pile(place, product.sku, 9, lot, -4)]
    second = quantity // 3 + 1
    return [
        Pile(product.home, product.sku, quantity - second + 1, first.lot, rng.randint(30, 300)),
        Pile(place, product.sku, second, lot, rng.randint(301, 500)),
    ]
