"""The program's own CSV formats: which file has which columns, and in which order they are read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """One format: required columns, optional ones, and those that belong to the whole document.

    ``whole`` names the document (order, ASN) that is left out whole when one of its rows is bad,
    and ``shared`` the columns that must not differ between its rows; both empty elsewhere.
    """

    name: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    whole: str = ""
    shared: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Return all columns in the format's own order."""
        return self.required + self.optional


LOCATIONS = Layout("locations.csv", ("location", "kind"), ("zone", "pick_sequence", "purpose"))
PRODUCTS = Layout(
    "products.csv",
    ("sku", "description"),
    (
        "unit_weight_g",
        "backorderable",
        "lead_time_days",
        "safety_stock",
        "supplier",
        "home_location",
        "substitutes",
        "tracking",
        "zone",
    ),
)
BARCODES = Layout("barcodes.csv", ("barcode", "sku"), ("units",))
STOCK = Layout("stock.csv", ("location", "sku", "quantity"), ("lot", "expires_on"))
INBOUND = Layout(
    "inbound.csv",
    ("asn", "line", "supplier", "sku", "quantity", "expected_at"),
    (
        "purchase_order",
        "carrier",
        "trailer",
        "door",
        "window_start",
        "window_end",
        "status",
        "lot",
        "expires_on",
        "sscc",
    ),
    whole="asn",
    shared=(
        "supplier",
        "expected_at",
        "purchase_order",
        "carrier",
        "trailer",
        "door",
        "window_start",
        "window_end",
        "status",
    ),
)
ORDERS = Layout(
    "orders.csv",
    ("order", "line", "customer", "sku", "quantity", "ordered_at"),
    (
        "promised_at",
        "priority",
        "policy",
        "max_shipments",
        "ship_to",
        "email",
        "quantity_shipped",
        "quantity_cancelled",
        "shipments_made",
        "hold",
        "allow_substitutes",
        "stands_for",
        "replaces",
        "carrier",
        "language",
        "note",
        "reference",
    ),
    whole="order",
    shared=(
        "customer",
        "ordered_at",
        "promised_at",
        "priority",
        "policy",
        "max_shipments",
        "ship_to",
        "email",
        "shipments_made",
        "hold",
        "allow_substitutes",
        "carrier",
        "language",
        "note",
        "reference",
    ),
)
IN_ORDER = (LOCATIONS, PRODUCTS, BARCODES, STOCK, INBOUND, ORDERS)  # so that references resolve


def layout_of(name: str) -> Layout | None:
    """Return the format of a file by its name, in any case; None for a file of another name."""
    return next((layout for layout in IN_ORDER if layout.name == name.lower()), None)
