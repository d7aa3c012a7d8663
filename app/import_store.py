"""What importing needs from the store: what is there, in bulk, and what changes, in bulk.

Every write names the fact it hangs on.  Values go in and come out, never database rows; where a
dictionary is asked for by keys, unknown keys are simply not in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from app.domain.dock import DockState
    from app.exchange.rows import (
        AsnHead,
        AsnLineRow,
        BarcodeRow,
        LocationRow,
        OrderHead,
        OrderLineRow,
        ProductRow,
        StockRow,
    )


class KnownOrder(NamedTuple):
    """An order: how it stands (``shipments_made`` with ours), what the last import said of it."""

    id: int
    head: OrderHead
    said: Said | None
    cancelled: bool


class Said(NamedTuple):
    """What the last import said of what people change too: only a new word overrules them.

    ``note`` is None where it was an import of before notes were remembered.
    """

    priority: int
    policy: str
    hold: bool
    allow_substitutes: bool = False
    note: str | None = None


class KnownLine(NamedTuple):
    """An order line as it stands, without what was shipped from here.

    Substitutes stand in for ``replaced`` of the ``cancelled`` units: no file cancelled those.
    """

    id: int
    line: str
    sku: str
    quantity: int
    shipped_before: int
    cancelled: int
    replaced: int = 0


class LineChange(NamedTuple):
    """What an order line becomes."""

    id: int
    sku: str
    quantity: int
    shipped_before: int
    cancelled: int


class KnownAsn(NamedTuple):
    """An ASN: what the last import said of it, and its state as all facts tell it."""

    id: int
    said: AsnHead
    state: DockState


class KnownAsnLine(NamedTuple):
    """An announced line as it stands."""

    id: int
    line: str
    sku: str
    quantity: int
    lot: str
    expires_on: date | None
    sscc: str


class Lying(NamedTuple):
    """Units (each) in a place under one key of the count (``StockRow`` without quantity)."""

    serial: str
    quantity: int


class Hold(NamedTuple):
    """Units (each, > 0) staged for an order line, or picked into its open shipment.

    ``shipment_id`` is None for a staged lock; ``newest`` orders holds by age, the newest highest.
    """

    order_line_id: int
    shipment_id: int | None
    product_id: int
    location_id: int
    lot: str
    expires_on: date | None
    serial: str
    quantity: int
    newest: int


class ImportPlaces(Protocol):
    """Locations of the site."""

    def all(self) -> Mapping[str, LocationRow]:
        """Return the site's locations by code, virtual ones too."""

    def add(self, fact: int, rows: Sequence[LocationRow]) -> None:
        """Add locations."""

    def change(self, fact: int, rows: Sequence[LocationRow]) -> None:
        """Overwrite locations."""


class ImportGoods(Protocol):
    """Products and barcodes."""

    def skus(self) -> Iterable[str]:
        """Return all SKUs."""

    def products(self) -> Mapping[str, ProductRow]:
        """Return all products by SKU."""

    def add_products(self, fact: int, rows: Sequence[ProductRow]) -> None:
        """Add products; their substitutes may be among them."""

    def change_products(self, fact: int, rows: Sequence[ProductRow]) -> None:
        """Overwrite products."""

    def barcodes(self) -> Mapping[str, BarcodeRow]:
        """Return all barcodes by key."""

    def add_barcodes(self, fact: int, rows: Sequence[BarcodeRow]) -> None:
        """Add barcodes."""

    def change_barcodes(self, fact: int, rows: Sequence[BarcodeRow]) -> None:
        """Overwrite barcodes."""


class ImportStock(Protocol):
    """Counts of what lies where."""

    def last_content(self, name: str) -> str:
        """Return the hash of what a file said the last time, "" where it never spoke."""

    def remember(self, fact: int, name: str, content: str) -> None:
        """Note what a file said."""

    def lying(self, rows: Sequence[StockRow]) -> Mapping[StockRow, Sequence[Lying]]:
        """Return what lies where each row counts (keys: the rows given), and keep it locked."""

    def correct(self, fact: int, corrections: Sequence[tuple[StockRow, str, int, bool]]) -> None:
        """Post corrections (row, serial, units to add or take, whether it is known there)."""

    def found(self, fact: int, rows: Sequence[StockRow]) -> None:
        """Clear what short picks missed of the rows' products in their locations."""


class ImportHolds(Protocol):
    """What is locked or picked and not shipped yet."""

    def of_lines(self, line_ids: Sequence[int]) -> Sequence[Hold]:
        """Return what order lines hold."""

    def of_stock(self, rows: Sequence[StockRow]) -> Mapping[StockRow, Sequence[Hold]]:
        """Return what is held of what each row counts."""

    def release(self, fact: int, holds: Sequence[Hold]) -> None:
        """Release as many units as each hold says, where they stand."""


class ImportOrders(Protocol):
    """Orders and their lines."""

    def find(self, numbers: Sequence[str]) -> Mapping[str, KnownOrder]:
        """Return orders by number."""

    def lines(self, order_ids: Sequence[int]) -> Mapping[tuple[int, str], KnownLine]:
        """Return the lines of orders by order and line number."""

    def shipped(self, line_ids: Sequence[int]) -> Mapping[int, int]:
        """Return the units that closed shipments took, by line."""

    def add(self, fact: int, orders: Sequence[tuple[str, OrderHead]]) -> Mapping[str, int]:
        """Add orders; return their keys by number."""

    def change(self, fact: int, orders: Sequence[tuple[KnownOrder, OrderHead, Said]]) -> None:
        """Overwrite how orders stand and what was said."""

    def say(self, said: Sequence[tuple[int, Said]]) -> None:
        """Note what was said of orders that stand so already."""

    def add_lines(self, fact: int, lines: Sequence[tuple[int, OrderLineRow]]) -> None:
        """Add lines to orders."""

    def change_lines(self, fact: int, lines: Sequence[LineChange]) -> None:
        """Overwrite lines."""


class ImportInbound(Protocol):
    """ASNs, their lines and appointments."""

    def find(self, numbers: Sequence[str]) -> Mapping[str, KnownAsn]:
        """Return ASNs by number."""

    def lines(self, inbound_ids: Sequence[int]) -> Mapping[tuple[int, str], KnownAsnLine]:
        """Return the lines of ASNs by ASN and line number."""

    def received(self, line_ids: Sequence[int]) -> frozenset[int]:
        """Return those lines on which units have been received and not taken back."""

    def add(
        self, fact: int, asns: Sequence[tuple[str, AsnHead, datetime | None]]
    ) -> Mapping[str, int]:
        """Add ASNs (number, head, check-in) with their appointments; return keys by number."""

    def change(self, fact: int, inbound_id: int, head: AsnHead) -> None:
        """Overwrite who sends and who carries, and note what was said."""

    def event(self, fact: int, inbound_id: int, kind: str, at: datetime | None, door: str) -> None:
        """Append a dock event."""

    def window(self, fact: int, inbound_id: int, head: AsnHead) -> None:
        """Make the appointment where there is none; give it the length of the head's window."""

    def add_lines(self, fact: int, lines: Sequence[tuple[int, AsnLineRow]]) -> None:
        """Add lines to ASNs."""

    def change_lines(self, fact: int, lines: Sequence[tuple[int, AsnLineRow]]) -> None:
        """Overwrite lines (key, what it becomes)."""


class ImportStore(Protocol):
    """The parts above, and the fact of an import."""

    places: ImportPlaces
    goods: ImportGoods
    stock: ImportStock
    holds: ImportHolds
    orders: ImportOrders
    inbound: ImportInbound

    def describe(self, fact: int, data: Mapping[str, int]) -> None:
        """Complete an import's fact of this transaction by its counts."""
