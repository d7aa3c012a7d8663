"""The sample warehouse as values, put together from one seed; days are offsets from today."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.sample.catalogue import AISLES, BAYS, catalogue
from app.sample.chance import Chance
from app.sample.customers import Customer, customers
from app.sample.demand import draw_history, draw_orders
from app.sample.roles import Roles, cast_roles
from app.sample.supply import QUARANTINE, fill_shelves, load_trucks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.sample.catalogue import Product
    from app.sample.showcase import Draft
    from app.sample.supply import Load, Pile

FIRST_ORDER = 10101
DOORS, LANES, BENCHES = 6, 12, 2


@dataclass(frozen=True, slots=True)
class Place:
    """A location, in the order in which a picker walks past."""

    name: str
    kind: str
    zone: str


@dataclass(frozen=True, slots=True)
class Warehouse:
    """Everything that the files say; ``orders`` by number, oldest first."""

    products: Mapping[str, Product]
    customers: Mapping[str, Customer]
    roles: Roles
    places: tuple[Place, ...]
    orders: Mapping[str, Draft]
    loads: tuple[Load, ...]
    piles: tuple[Pile, ...]


def build(seed: int) -> Warehouse:
    """Build the warehouse; the same seed gives the same values on every machine."""
    rng = random.Random(seed)  # noqa: S311  a sample, not a secret
    products, book = catalogue(), customers()
    roles = cast_roles(products, rng)
    chance = Chance(rng, roles, products, book)
    drafts = draw_orders(chance)
    return Warehouse(
        products=products,
        customers={who.name: who for who in book},
        roles=roles,
        places=places(),
        orders=_numbered(drafts + draw_history(chance)),
        loads=tuple(load_trucks(roles, drafts, products, rng)),
        piles=tuple(fill_shelves(roles, drafts, products, rng)),
    )


def places() -> tuple[Place, ...]:
    """Return the storage of zones A to D, then lanes, benches, doors and quarantine."""
    return (
        *(
            Place(f"{zone}-{aisle:02d}-{bay:02d}", "storage", zone)
            for zone in "ABCD"
            for aisle in range(1, AISLES + 1)
            for bay in range(1, BAYS + 1)
        ),
        *(Place(f"LANE-{lane}", "staging", "STAGE") for lane in range(1, LANES + 1)),
        *(Place(f"PACK-{bench}", "packing", "PACK") for bench in range(1, BENCHES + 1)),
        *(Place(f"D{door}", "dock", "DOCK") for door in range(1, DOORS + 1)),
        Place(QUARANTINE, "quarantine", "QUAR"),
    )


def _numbered(drafts: Iterable[Draft]) -> dict[str, Draft]:
    """Number the orders as they were placed."""
    placed = sorted(drafts, key=lambda draft: draft.ordered)
    return {f"SO-{number}": draft for number, draft in enumerate(placed, FIRST_ORDER)}
