"""Products, barcodes and places, read as values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, select

from app.domain.errors import BadValueError
from app.domain.goods import VIRTUAL, Kind, Location, Product
from app.domain.plan.substitution import Approved
from db import tables as t
from db.imports.bulk import portions
from db.statements import Prepared

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy.engine import Connection

    from db.kept import Kept

PRODUCT = (
    t.products.c.id,
    t.products.c.sku,
    t.products.c.description,
    t.products.c.unit_weight_g,
    t.products.c.backorderable,
    t.products.c.home_location_id,
    t.products.c.tracking,
    t.products.c.zone,
)
PLACE = (
    t.locations.c.id,
    t.locations.c.code,
    t.locations.c.kind,
    t.locations.c.zone,
    t.locations.c.pick_sequence,
    t.locations.c.purpose,
)


def place_of(row: Sequence[Any]) -> Location:
    """Make a location of the columns ``PLACE``."""
    return Location(row[0], row[1], Kind(row[2]), row[3], row[4], row[5])


p, b, place = t.products.c, t.barcodes.c, t.locations.c
BY_SKU = Prepared(select(*PRODUCT).where(p.sku == bindparam("key")))
BY_ID = Prepared(select(*PRODUCT).where(p.id == bindparam("key")))
BY_BARCODE = Prepared(
    select(*PRODUCT, b.units)
    .join(t.barcodes, b.product_id == p.id)
    .where(b.key == bindparam("key"))
)
PLACE_BY_ID = Prepared(select(*PLACE).where(place.id == bindparam("key")))
PLACE_BY_CODE = Prepared(
    select(*PLACE).where(place.site == bindparam("site"), place.code == bindparam("code"))
)
PLACES_OF_KIND = Prepared(
    select(*PLACE).where(place.site == bindparam("site"), place.kind == bindparam("kind"))
)


class GoodsRows:
    """Products and their barcodes in one transaction."""

    def __init__(self, connection: Connection, kept: Kept) -> None:
        self._connection = connection
        self._kept = kept

    def by_barcode(self, key: str) -> tuple[Product, int] | None:
        """Find a product and its units by a barcode's key."""
        return self._kept.get("barcode", key, lambda: self._by_barcode(key))

    def _by_barcode(self, key: str) -> tuple[Product, int] | None:
        row = BY_BARCODE.first(self._connection, key=key)
        return None if row is None else (Product(*row[:-1]), row[-1])

    def named(self, words: str, most: int) -> tuple[Product, ...]:
        """Return products whose SKU or description has these letters in any case, by SKU."""
        like = p.sku.icontains(words, autoescape=True)
        like |= p.description.icontains(words, autoescape=True)
        query = select(*PRODUCT).where(like).order_by(p.id).limit(most)
        found = (Product(*row) for row in self._connection.execute(query))
        return tuple(sorted(found, key=lambda product: product.sku))

    def by_sku(self, sku: str) -> Product | None:
        """Find a product by its SKU."""
        return self._kept.get("sku", sku, lambda: self._product(BY_SKU, sku))

    def get(self, product_id: int) -> Product:
        """Return a product by its key."""
        found = self._kept.get("product", product_id, lambda: self._product(BY_ID, product_id))
        if found is None:
            raise LookupError(f"no product {product_id}")
        return found

    def _product(self, query: Prepared, key: str | int) -> Product | None:
        row = query.first(self._connection, key=key)
        return None if row is None else Product(*row)

    def substitutes(self, product_ids: Collection[int]) -> Mapping[int, tuple[Approved, ...]]:
        """Return the approved substitutes of products that have any, the best first."""
        s = t.substitutes.c
        query = select(s.product_id, s.substitute_id, p.sku, s.units, s.replaces)
        query = query.join(t.products, p.id == s.substitute_id).order_by(s.product_id, s.position)
        found: dict[int, tuple[Approved, ...]] = {}
        for some in portions(sorted(product_ids)):
            for row in self._connection.execute(query.where(s.product_id.in_(some))):
                found[row[0]] = (*found.get(row[0], ()), Approved(*row[1:]))
        return found

    def teach(self, fact: int, key: str, code: str, product_id: int, units: int) -> None:
        """Add a barcode; BadValueError where it is taken already."""
        if (taken := self.by_barcode(key)) is not None:
            if (taken[0].id, taken[1]) == (product_id, units):
                return
            raise BadValueError("barcode_taken", value=code, sku=taken[0].sku)
        row = {"key": key, "code": code, "product_id": product_id, "units": units, "fact": fact}
        self._connection.execute(insert(t.barcodes).values(row))


class PlaceRows:
    """Locations of one site in one transaction."""

    def __init__(self, connection: Connection, site: str, kept: Kept) -> None:
        self._connection = connection
        self._site = site
        self._kept = kept

    def by_code(self, code: str) -> Location | None:
        """Find a physical location by its code."""
        found = self._coded(code)
        return None if found is None or found.kind in VIRTUAL else found

    def _coded(self, code: str) -> Location | None:
        key = (self._site, code)
        return self._kept.get("place", key, lambda: self._place(PLACE_BY_CODE, code=code))

    def _place(self, query: Prepared, **key: str | int) -> Location | None:
        site = {} if "key" in key else {"site": self._site}
        row = query.first(self._connection, **site, **key)
        return None if row is None else place_of(row)

    def get(self, location_id: int) -> Location:
        """Return a location by its key."""
        found = self._kept.get(
            "location", location_id, lambda: self._place(PLACE_BY_ID, key=location_id)
        )
        if found is None:
            raise LookupError(f"no location {location_id}")
        return found

    def of_kind(self, kind: str) -> tuple[Location, ...]:
        """Return the locations of one kind in walking order."""
        return self._kept.get("kind", (self._site, kind), lambda: self._of_kind(kind))

    def _of_kind(self, kind: str) -> tuple[Location, ...]:
        rows = PLACES_OF_KIND.all(self._connection, site=self._site, kind=str(kind))
        return tuple(sorted(map(place_of, rows), key=lambda place: place.walk))

    def virtual(self, kind: str) -> int:
        """Return the key of the site's own virtual location of that kind."""
        found = self._coded(f"~{kind}")
        if found is None:
            raise LookupError(f"no {kind} at {self._site}")
        return found.id

    def empty_storage(self) -> tuple[Location, ...]:
        """Return the storage locations in which nothing lies, in walking order."""
        filled = select(t.stock.c.location_id).where(t.stock.c.quantity > 0)
        query = select(*PLACE).where(
            t.locations.c.site == self._site,
            t.locations.c.kind == Kind.STORAGE,
            t.locations.c.id.not_in(filled),
        )
        places = map(place_of, self._connection.execute(query))
        return tuple(sorted(places, key=lambda place: place.walk))

    def add(self, fact: int, code: str, kind: str) -> Location:
        """Add a location after the last by pick sequence."""
        self._kept.stop()
        last = self._connection.scalar(
            select(func.max(t.locations.c.pick_sequence)).where(t.locations.c.site == self._site)
        )
        row = {
            "site": self._site,
            "code": code,
            "kind": kind,
            "pick_sequence": (last or 0) + 1,
            "fact": fact,
        }
        self._connection.execute(insert(t.locations).values(row))
        found = self.by_code(code)
        if found is None:
            raise BadValueError("unknown_location", value=code)
        return found
