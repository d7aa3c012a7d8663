"""Products, places, the stock ledger and locks, as services see them in a unit of work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from app.domain.goods import Location, Move, Product, Stock, Trace
    from app.domain.orders import Held
    from app.domain.plan.substitution import Approved


class Goods(Protocol):
    """Products and their barcodes."""

    def by_barcode(self, key: str) -> tuple[Product, int] | None:
        """Find a product and its units by a barcode's key (``app.domain.barcode``)."""

    def named(self, words: str, most: int) -> tuple[Product, ...]:
        """Return products whose SKU or description has these letters in any case, by SKU."""

    def by_sku(self, sku: str) -> Product | None:
        """Find a product by its SKU, in its own spelling."""

    def get(self, product_id: int) -> Product:
        """Return a product by its key."""

    def substitutes(self, product_ids: Collection[int]) -> Mapping[int, tuple[Approved, ...]]:
        """Return the approved substitutes of products (keys) that have any, the best first."""

    def teach(self, fact: int, key: str, code: str, product_id: int, units: int) -> None:
        """Add a barcode; BadValueError where another product has it."""


class Places(Protocol):
    """Locations of the work's site."""

    def by_code(self, code: str) -> Location | None:
        """Find a location by its code."""

    def get(self, location_id: int) -> Location:
        """Return a location by its key."""

    def of_kind(self, kind: str) -> tuple[Location, ...]:
        """Return the locations of one kind in walking order."""

    def virtual(self, kind: str) -> int:
        """Return the key of the site's supplier, customer or adjustment location."""

    def empty_storage(self) -> tuple[Location, ...]:
        """Return the storage locations in which nothing lies, in walking order."""

    def add(self, fact: int, code: str, kind: str) -> Location:
        """Add a location."""


class Ledger(Protocol):
    """The double-entry stock ledger and on-hand, its only projection."""

    def move(self, fact: int, move: Move) -> None:
        """Post a move; RefusedError("not_there") where it would make on-hand negative."""

    def of_product(self, product_id: int) -> tuple[Stock, ...]:
        """Return on-hand of a product in every physical location."""

    def units_in(self, location_ids: tuple[int, ...]) -> Mapping[int, int]:
        """Return on-hand units (each) of all products by location; empty ones are left out."""

    def missing(self, product_id: int) -> Mapping[tuple[int, Trace], int]:
        """Return the units that short picks did not find, by location and trace."""

    def miss(self, fact: int, location_id: int, product_id: int, trace: Trace, units: int) -> None:
        """Note units (each) that a short pick did not find."""


class Locks(Protocol):
    """Staged units and supervisors' pins."""

    def stage(self, fact: int, held: Held) -> None:
        """Lock units that stand in a lane (or on a dock) to an order line; negative releases."""

    def staged_of_product(self, product_id: int) -> tuple[Held, ...]:
        """Return what is staged of a product, for every order."""

    def staged_of_order(self, order_id: int) -> tuple[Held, ...]:
        """Return what is staged for an order."""

    def lanes_beside(self, order_id: int) -> tuple[int, ...]:
        """Return the places (keys) where units for the order's customer and ship-to are staged."""

    def pinned_to(self, product_id: int, inbound_line_id: int) -> Mapping[int, int]:
        """Return the units (each, > 0) pinned of an ASN line, by order line."""
