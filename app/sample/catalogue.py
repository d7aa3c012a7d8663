"""The 400 products of the sample and their barcodes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.sample.codes import gtin_13, gtin_14
from app.sample.families import FINISHES, LEAD_TIME_DAYS, Family, Size, families

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DISCONTINUED = frozenset(
    [
        "KET-20-CPR",
        "CHR-14-WAL",
        "RUG-200-TER",
        "MIR-080-RED",
        "FLR-170-OAK",
        "GLS-40-BLU",
        "TPT-12-TER",
        "PDL-045-CPR",
        "VAS-35-ROS",
        "THR-130-CRM",
        "CFP-12-CPR",
        "LAN-40-SAG",
        "CUS-60-OLV",
        "BTL-750-RED",
    ]
)
"""No longer made: what is sold out is a stockout, not a backorder."""

AISLES, BAYS = 10, 12
"""Racks in each of the zones A to D; the last bay of a rack is kept for overflow."""


@dataclass(frozen=True, slots=True)
class Product:
    """One product; ``case_units`` is 0 without a case, ``weight_g`` is 0 where not weighed."""

    sku: str
    description: str
    family: str
    weight_g: int
    supplier: str
    case_units: int
    tracking: str
    gtin: str
    home: str
    backorderable: bool
    safety_stock: int
    substitutes: tuple[str, ...]

    @property
    def case_gtin(self) -> str:
        """The GTIN-14 of a case."""
        return gtin_14(self.gtin)

    @property
    def lead_time_days(self) -> int:
        """Days from order to arrival."""
        return LEAD_TIME_DAYS[self.supplier]


def catalogue() -> Mapping[str, Product]:
    """Return every product by SKU, in the order in which they stand on the shelves."""
    found: dict[str, Product] = {}
    homes = {zone: _homes(zone) for zone in "ABCD"}
    for family in families():
        for size in family.sizes:
            for finish in family.finishes:
                home = homes[family.zone].pop(0)
                product = _product(family, size, finish, len(found) + 1, home)
                found[product.sku] = product
    return found


def barcode_rows(products: Iterable[Product]) -> list[tuple[str, str, int]]:
    """Return (barcode, SKU, units): one for the unit, one for its case, some old shelf labels."""
    rows: list[tuple[str, str, int]] = []
    for number, product in enumerate(products):
        rows.append((product.gtin, product.sku, 1))
        if product.case_units:
            rows.append((product.case_gtin, product.sku, product.case_units))
        if number % 40 == 0:
            rows.append((f"HR{number + 2001}", product.sku, 1))
    return rows


def _product(family: Family, size: Size, finish: str, number: int, home: str) -> Product:
    sku = f"{family.code}-{size.code}-{finish}"
    words = f"{family.noun} {size.words}".strip()
    return Product(
        sku=sku,
        description=f"{words}, {FINISHES[finish]}",
        family=family.code,
        weight_g=size.weight_g,
        supplier=family.supplier,
        case_units=family.case_units,
        tracking=family.tracking,
        gtin=gtin_13(number * 7 + 1000),
        home=home,
        backorderable=sku not in DISCONTINUED,
        safety_stock=max(4, family.case_units),
        substitutes=_substitutes(family, size, finish) if sku in DISCONTINUED else (),
    )


def _substitutes(family: Family, size: Size, finish: str) -> tuple[str, ...]:
    others = [other for other in family.finishes if other != finish]
    return tuple(f"{family.code}-{size.code}-{other}" for other in others[:2])


def _homes(zone: str) -> list[str]:
    return [
        f"{zone}-{aisle:02d}-{bay:02d}" for aisle in range(1, AISLES + 1) for bay in range(1, BAYS)
    ]
