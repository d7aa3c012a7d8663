"""Products, barcodes and places, read as values."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, select

from app.domain.errors import BadValueError
from app.domain.goods import VIRTUAL, Kind, Location, Product
from db import tables as t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Select
    from sqlalchemy.engine import Connection

PRODUCT = (
    t.products.c.id,
    t.products.c.sku,
    t.products.c.description,
    t.products.c.unit_weight_g,
    t.products.c.backorderable,
    t.products.c.home_location_id,
    t.products.c.tracking,
)
PLACE = (
    t.locations.c.id,
    t.locations.c.code,
    t.locations.c.kind,
    t.locations.c.zone,
    t.locations.c.pick_sequence,
)


def place_of(row: Sequence[Any]) -> Location:
    """Make a location of the columns ``PLACE``."""
    return Location(row[0], row[1], Kind(row[2]), row[3], row[4])


@cache
def _products(by: str) -> Select[Any]:
    return select(*PRODUCT).where(t.products.c[by] == bindparam("key"))


class GoodsRows:
    """Products and their barcodes in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_barcode(self, key: str) -> tuple[Product, int] | None:
        """Find a product and its units by a barcode's key."""
        query = (
            select(*PRODUCT, t.barcodes.c.units)
            .join(t.barcodes, t.barcodes.c.product_id == t.products.c.id)
            .where(t.barcodes.c.key == key)
        )
        row = self._connection.execute(query).first()
        return None if row is None else (Product(*row[:-1]), row[-1])

    def by_sku(self, sku: str) -> Product | None:
        """Find a product by its SKU."""
        row = self._connection.execute(_products("sku"), {"key": sku}).first()
        return None if row is None else Product(*row)

    def get(self, product_id: int) -> Product:
        """Return a product by its key."""
        row = self._connection.execute(_products("id"), {"key": product_id}).one()
        return Product(*row)

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

    def __init__(self, connection: Connection, site: str) -> None:
        self._connection = connection
        self._site = site

    def by_code(self, code: str) -> Location | None:
        """Find a physical location by its code."""
        query = select(*PLACE).where(t.locations.c.site == self._site, t.locations.c.code == code)
        row = self._connection.execute(query).first()
        if row is None or row[2] in VIRTUAL:
            return None
        return place_of(row)

    def get(self, location_id: int) -> Location:
        """Return a location by its key."""
        query = select(*PLACE).where(t.locations.c.id == location_id)
        return place_of(self._connection.execute(query).one())

    def of_kind(self, kind: str) -> tuple[Location, ...]:
        """Return the locations of one kind in walking order."""
        query = select(*PLACE).where(t.locations.c.site == self._site, t.locations.c.kind == kind)
        places = [place_of(row) for row in self._connection.execute(query)]
        return tuple(sorted(places, key=lambda place: place.walk))

    def virtual(self, kind: str) -> int:
        """Return the key of the site's own virtual location of that kind."""
        query = select(t.locations.c.id).where(
            t.locations.c.site == self._site, t.locations.c.code == f"~{kind}"
        )
        return int(self._connection.execute(query).scalar_one())

    def empty_storage(self) -> Location | None:
        """Return the first storage location by pick sequence in which nothing lies."""
        filled = select(t.stock.c.location_id).where(t.stock.c.quantity > 0)
        query = select(*PLACE).where(
            t.locations.c.site == self._site,
            t.locations.c.kind == Kind.STORAGE,
            t.locations.c.id.not_in(filled),
        )
        places = [place_of(row) for row in self._connection.execute(query)]
        return min(places, key=lambda place: place.walk, default=None)

    def add(self, fact: int, code: str, kind: str) -> Location:
        """Add a location after the last by pick sequence."""
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
