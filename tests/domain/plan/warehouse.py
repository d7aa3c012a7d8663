"""A small warehouse as plain rows: what the reference plans, and what becomes columns.

A row without a ``key`` has the next one of its kind; rows that come and go have keys that stay.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

PICKED = 3  # units of an order that its open shipment holds
AS_OF = datetime(2026, 3, 28, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Item:
    sku: str
    backorderable: bool = True


@dataclass(frozen=True)
class Lot:
    """Stock in one place; place ids of a warehouse are small numbers."""

    sku: str
    units: int
    place: int = 1
    on_dock: bool = False
    expires: date | None = None


@dataclass(frozen=True)
class Truck:
    asn: str
    expected: datetime
    arrived: bool = False
    key: int | None = None


@dataclass(frozen=True)
class Load:
    """An inbound line."""

    asn: str
    line: str
    sku: str
    expected: int
    received: int = 0
    damaged: int = 0
    crossed: int = 0
    expires: date | None = None
    key: int | None = None


@dataclass(frozen=True)
class Order:
    number: str
    priority: int = 3
    promised: datetime | None = None
    ordered: datetime = AS_OF - timedelta(days=3)
    policy: str = "ship_as_available"
    max_shipments: int = 0
    made: int = 0
    shipping: bool = False
    held: bool = False
    preferred: bool = False
    agreed: str = "default"
    agreed_most: int = 0
    customer: str = "Ann"
    key: int | None = None

    @property
    def picked(self) -> int:
        return PICKED if self.shipping else 0


@dataclass(frozen=True)
class Want:
    """An order line with its open units."""

    order: str
    line: str
    sku: str
    open: int
    key: int | None = None


@dataclass(frozen=True)
class Lock:
    """A pin (no place) or staged units; ``truck`` is (asn, line) or None for stock."""

    order: str
    line: str
    units: int
    truck: tuple[str, str] | None = None
    place: int | None = None
    expires: date | None = None


@dataclass(frozen=True)
class Warehouse:
    items: tuple[Item, ...] = ()
    lots: tuple[Lot, ...] = ()
    trucks: tuple[Truck, ...] = ()
    loads: tuple[Load, ...] = ()
    orders: tuple[Order, ...] = ()
    wants: tuple[Want, ...] = ()
    locks: tuple[Lock, ...] = ()
    as_of: datetime = AS_OF
    horizon: timedelta = timedelta(days=7)
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    default_policy: str = "ship_as_available"
    max_lane_dwell: timedelta = timedelta(hours=24)
    min_share: int = 0
    excluded_products: tuple[str, ...] = ()
    excluded_customers: tuple[str, ...] = ()
