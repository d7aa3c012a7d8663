"""Products, what may stand in for them, and their barcodes."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Table,
    Text,
)

from db.columns import BIG, counted, fact, key, link, text, whole
from db.tables.base import metadata

products = Table(
    "products",
    metadata,
    key(),
    Column("sku", Text, nullable=False, unique=True),
    text("description"),
    whole("unit_weight_g", null=True),
    Column("backorderable", Boolean, nullable=False),
    whole("lead_time_days", null=True),
    whole("safety_stock"),
    text("supplier"),
    link("home_location_id", "locations.id", null=True),
    text("tracking", "none"),
    fact(index=True),
    text("zone"),
)
substitutes = Table(
    "substitutes",
    metadata,
    Column("product_id", BIG, ForeignKey("products.id"), primary_key=True),
    Column("position", BIG, primary_key=True),
    link("substitute_id", "products.id"),
    counted("units"),  # so many of it stand in for ``replaces`` of the product
    counted("replaces"),
)
barcodes = Table(
    "barcodes",
    metadata,
    Column("key", Text, primary_key=True),
    text("code"),
    link("product_id", "products.id", index=True),
    whole("units"),
    fact(),
    CheckConstraint("units > 0", name="units"),
)
