"""The double-entry stock ledger and on-hand, its only projection."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Table,
)

from db.columns import BIG, fact, key, link, traced, whole
from db.tables.base import metadata

moves = Table(
    "moves",
    metadata,
    key(),
    fact(index=True),
    link("product_id", "products.id", index=True),
    whole("quantity"),
    link("from_location_id", "locations.id"),
    link("to_location_id", "locations.id"),
    *traced(),
    CheckConstraint("quantity > 0", name="quantity"),
    CheckConstraint("from_location_id <> to_location_id", name="places"),
)
stock = Table(
    "stock",
    metadata,
    Column("location_id", BIG, ForeignKey("locations.id"), primary_key=True),
    Column("product_id", BIG, ForeignKey("products.id"), primary_key=True),
    *(Column(c.name, c.type, primary_key=True, server_default="") for c in traced()),
    whole("quantity"),
    CheckConstraint("quantity >= 0", name="never_negative"),
    Index("ix_stock_product", "product_id"),
)
