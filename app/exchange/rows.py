"""What a row of each file says, once it has been read: values, not text.

Named tuples: a million of them must be made fast and kept small.  Fields are named like the
columns; quantities are whole units (each), instants aware and in UTC.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.domain.barcode import barcode_key

if TYPE_CHECKING:
    from datetime import date, datetime


class LocationRow(NamedTuple):
    """A place of the site."""

    location: str
    kind: str
    zone: str = ""
    pick_sequence: int | None = None
    purpose: str = ""


class Substitute(NamedTuple):
    """A product of which ``units`` stand in for ``replaces`` units of another, both > 0."""

    sku: str
    units: int = 1
    replaces: int = 1


class ProductRow(NamedTuple):
    """A product; ``substitutes`` come the best first, ``zone`` is "" for any."""

    sku: str
    description: str
    unit_weight_g: int | None = None
    backorderable: bool = True
    lead_time_days: int | None = None
    safety_stock: int = 0
    supplier: str = ""
    home_location: str = ""
    substitutes: tuple[Substitute, ...] = ()
    tracking: str = "none"
    zone: str = ""


class BarcodeRow(NamedTuple):
    """A code that stands for ``units`` of a product."""

    barcode: str
    sku: str
    units: int = 1

    @property
    def key(self) -> str:
        """Return the form in which barcodes are compared."""
        return barcode_key(self.barcode)


class StockRow(NamedTuple):
    """Units of a product, lot and expiry day in one place: what was counted there."""

    location: str
    sku: str
    quantity: int
    lot: str = ""
    expires_on: date | None = None


class OrderHead(NamedTuple):
    """What all rows of one order say alike."""

    customer: str
    ordered_at: datetime
    promised_at: datetime | None
    priority: int
    policy: str
    max_shipments: int | None
    ship_to: str
    email: str
    shipments_made: int
    hold: bool
    allow_substitutes: bool = False
    carrier: str = ""
    language: str = ""
    note: str = ""
    reference: str = ""


class OrderLineRow(NamedTuple):
    """One order line; ``source`` is the line of the file that said it.

    A substitute's names the line in whose place it stands, and how many of its units it replaces;
    these are not among the ``cancelled`` of that line.
    """

    source: int
    line: str
    sku: str
    quantity: int
    shipped: int
    cancelled: int
    stands_for: str = ""
    replaces: int = 0


class AsnHead(NamedTuple):
    """What all rows of one ASN say alike."""

    supplier: str
    expected_at: datetime
    purchase_order: str
    carrier: str
    trailer: str
    door: str
    window_start: datetime | None
    window_end: datetime | None
    status: str


class AsnLineRow(NamedTuple):
    """One announced line; ``source`` is the line of the file that said it."""

    source: int
    line: str
    sku: str
    quantity: int
    lot: str
    expires_on: date | None
    sscc: str
