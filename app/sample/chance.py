"""Draws quantities, customers and hours from one seeded generator, always in the same order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.sample.showcase import Wanted

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping, Sequence

    from app.sample.catalogue import Product
    from app.sample.customers import Customer
    from app.sample.roles import Roles


@dataclass(frozen=True, slots=True)
class Chance:
    """What orders are drawn from."""

    rng: random.Random
    roles: Roles
    products: Mapping[str, Product]
    customers: Sequence[Customer]

    def customer(self, *policies: str) -> Customer:
        """Return a customer, of any policy where none is named."""
        fitting = [who for who in self.customers if not policies or who.policy in policies]
        return self.rng.choice(fitting)

    def few(self) -> int:
        """Return a small quantity: mostly 1, now and then 2 or 3."""
        return self.rng.choices((1, 2, 3), (65, 25, 10))[0]

    def hour(self, first: int, last: int) -> str:
        """Return a site time ``HH:MM`` from ``first``:00 until before ``last``:00."""
        return f"{self.rng.randint(first, last - 1):02d}:{self.rng.randint(0, 59):02d}"

    def shelf_lines(self, at_least: int, at_most: int) -> tuple[Wanted, ...]:
        """Return so many lines of different products that lie in stock."""
        skus = self.rng.sample(self.roles.shelf, self.rng.randint(at_least, at_most))
        return tuple(Wanted(sku, self._amount(sku)) for sku in skus)

    def _amount(self, sku: str) -> int:
        case = self.products[sku].case_units
        if not case:
            return self.rng.choice((1, 1, 2, 2, 4))
        return self.rng.choice((1, 2, 3, 4, 6, case // 2, case))
