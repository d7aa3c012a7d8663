"""Places, products and barcodes, in bulk."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select

from app.exchange.rows import BarcodeRow, LocationRow, ProductRow, Substitute
from db import tables as t
from db.imports.bulk import add_rows, change_rows, portions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.engine import Connection

    from db.imports.bulk import Keys


class ImportPlaceRows:
    """Locations of one site."""

    def __init__(self, connection: Connection, keys: Keys) -> None:
        self._connection = connection
        self._keys = keys

    def all(self) -> Mapping[str, LocationRow]:
        """Return the site's locations by code."""
        c = t.locations.c
        query = select(c.code, c.kind, c.zone, c.pick_sequence, c.purpose).where(
            c.site == self._keys.site
        )
        return {row[0]: LocationRow(*row) for row in self._connection.execute(query)}

    def add(self, fact: int, rows: Sequence[LocationRow]) -> None:
        """Add locations."""
        site = self._keys.site
        values = ({"site": site, "code": row[0], **_place(fact, row)} for row in rows)
        add_rows(self._connection, t.locations, values)
        self._keys.forget()

    def change(self, fact: int, rows: Sequence[LocationRow]) -> None:
        """Overwrite locations."""
        places = self._keys.places()
        values = ({"known_by": places[row.location], **_place(fact, row)} for row in rows)
        change_rows(self._connection, t.locations, t.locations.c.id, values)


def _place(fact: int, row: LocationRow) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "zone": row.zone,
        "pick_sequence": row.pick_sequence,
        "purpose": row.purpose,
        "fact": fact,
    }


class ImportGoodsRows:
    """Products and barcodes."""

    def __init__(self, connection: Connection, keys: Keys) -> None:
        self._connection = connection
        self._keys = keys

    def skus(self) -> Iterable[str]:
        """Return all SKUs."""
        return self._keys.skus()

    def products(self) -> Mapping[str, ProductRow]:
        """Return all products by SKU."""
        p = t.products.c
        query = select(
            p.id,
            p.sku,
            p.description,
            p.unit_weight_g,
            p.backorderable,
            p.lead_time_days,
            p.safety_stock,
            p.supplier,
            t.locations.c.code,
            p.tracking,
            p.zone,
        ).outerjoin(t.locations, t.locations.c.id == p.home_location_id)
        instead = self._substitutes()
        return {
            row[1]: ProductRow(*row[1:8], row[8] or "", tuple(instead.get(row[0], ())), *row[9:])
            for row in self._connection.execute(query)
        }

    def _substitutes(self) -> dict[int, list[Substitute]]:
        s = t.substitutes.c
        query = select(s.product_id, t.products.c.sku, s.units, s.replaces).join(
            t.products, t.products.c.id == s.substitute_id
        )
        found: dict[int, list[Substitute]] = defaultdict(list)
        for row in self._connection.execute(query.order_by(s.product_id, s.position)):
            found[row[0]].append(Substitute(*row[1:]))
        return found

    def add_products(self, fact: int, rows: Sequence[ProductRow]) -> None:
        """Add products, then their substitutes, which may be among them."""
        values = ({"sku": row.sku, **self._product(fact, row)} for row in rows)
        add_rows(self._connection, t.products, values)
        self._keys.forget()
        self._add_substitutes(rows)

    def change_products(self, fact: int, rows: Sequence[ProductRow]) -> None:
        """Overwrite products and their substitutes."""
        skus = self._keys.skus()
        values = ({"known_by": skus[row.sku], **self._product(fact, row)} for row in rows)
        change_rows(self._connection, t.products, t.products.c.id, values)
        for portion in portions(rows):
            ids = [skus[row.sku] for row in portion]
            self._connection.execute(
                delete(t.substitutes).where(t.substitutes.c.product_id.in_(ids))
            )
        self._add_substitutes(rows)

    def _product(self, fact: int, row: ProductRow) -> dict[str, Any]:
        home = self._keys.places()[row.home_location] if row.home_location else None
        return {
            "description": row.description,
            "unit_weight_g": row.unit_weight_g,
            "backorderable": row.backorderable,
            "lead_time_days": row.lead_time_days,
            "safety_stock": row.safety_stock,
            "supplier": row.supplier,
            "home_location_id": home,
            "tracking": row.tracking,
            "zone": row.zone,
            "fact": fact,
        }

    def _add_substitutes(self, rows: Sequence[ProductRow]) -> None:
        skus = self._keys.skus()
        values = (
            {
                "product_id": skus[row.sku],
                "position": place,
                "substitute_id": skus[one.sku],
                "units": one.units,
                "replaces": one.replaces,
            }
            for row in rows
            for place, one in enumerate(row.substitutes)
        )
        add_rows(self._connection, t.substitutes, values)

    def barcodes(self) -> Mapping[str, BarcodeRow]:
        """Return all barcodes by key."""
        b = t.barcodes.c
        query = select(b.key, b.code, t.products.c.sku, b.units).join(
            t.products, t.products.c.id == b.product_id
        )
        return {row[0]: BarcodeRow(*row[1:4]) for row in self._connection.execute(query)}

    def add_barcodes(self, fact: int, rows: Sequence[BarcodeRow]) -> None:
        """Add barcodes."""
        values = ({"key": row.key, **self._barcode(fact, row)} for row in rows)
        add_rows(self._connection, t.barcodes, values)

    def change_barcodes(self, fact: int, rows: Sequence[BarcodeRow]) -> None:
        """Overwrite barcodes."""
        values = ({"known_by": row.key, **self._barcode(fact, row)} for row in rows)
        change_rows(self._connection, t.barcodes, t.barcodes.c.key, values)

    def _barcode(self, fact: int, row: BarcodeRow) -> dict[str, Any]:
        product_id = self._keys.skus()[row.sku]
        return {"code": row.barcode, "product_id": product_id, "units": row.units, "fact": fact}
