"""In whose place the units in hand stand: told wherever a substitute is picked, packed, sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.texts.substitutes import named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.goods import Product
    from app.domain.orders import Order, OrderLine
    from app.work import Work


@dataclass(frozen=True, slots=True)
class InPlace:
    """``stand_in`` of ``units`` (each) of one product stand in for others (named, and as SKUs)."""

    units: int = 0
    stand_in: int = 0
    names: tuple[str, ...] = ()
    skus: tuple[str, ...] = ()

    @property
    def told(self) -> dict[str, str]:
        """Return what answers tell of it: ``in_place_of`` (SKUs), nothing where none is."""
        return {"in_place_of": ", ".join(self.skus)} if self.skus else {}

    @property
    def all_names(self) -> str:
        """Return the names of what is replaced, "" where nothing is."""
        return ", ".join(self.names)

    def of(self, product: Product) -> str:
        """Name a product with what it stands in for: "Small lamp in place of Desk lamp"."""
        return named(product.description or product.sku, self.names, self.stand_in, self.units)


def in_place(work: Work, order: Order, shares: Iterable[tuple[int, int]]) -> InPlace:
    """Say of units (order line, each) of one product in whose place they stand."""
    units = stand_in = 0
    found: dict[str, str] = {}
    for line_id, count in shares:
        units += count
        replaced = replaced_by(work, order, order.line_of(line_id))
        if replaced is not None:
            stand_in += count
            found[replaced.sku] = replaced.description or replaced.sku
    return InPlace(units, stand_in, tuple(found.values()), tuple(found))


def replaced_by(work: Work, order: Order, line: OrderLine) -> Product | None:
    """Return the product in whose place a line stands; None for a line of its own."""
    if line.stands_for is None:
        return None
    return work.goods.get(order.line_of(line.stands_for).product_id)
