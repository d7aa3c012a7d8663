"""Customers' orders and what is agreed with customers."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from db.columns import BIG, Instant, fact, key, link, text, whole
from db.tables.base import metadata

orders = Table(
    "orders",
    metadata,
    key(),
    Column("number", Text, nullable=False, unique=True),
    text("customer"),
    Column("ordered_at", Instant, nullable=False),
    Column("promised_at", Instant),
    whole("priority"),
    text("policy"),
    whole("max_shipments", null=True),
    text("ship_to"),
    text("email"),
    Column("hold", Boolean, nullable=False),
    Column("cancelled", Boolean, nullable=False),
    whole("shipments_before"),
    text("said"),  # what the last import said of what people change too
    fact(index=True),
    Column("preferred", BIG, nullable=False, server_default="0"),  # the priority it goes first in
    Column("allow_substitutes", Boolean, nullable=False, server_default=false()),
    text("carrier"),  # "" for the next pickup of any
    text("language"),  # of its papers; "" for its customer's
    text("note"),  # for whoever opens the box
    text("reference"),  # the customer's own number
    CheckConstraint("priority between 1 and 5", name="priority"),
    CheckConstraint(
        "policy in ('ship_as_available','all_or_nothing','up_to_n_shipments','default')",
        name="policy",
    ),
)
customer_policies = Table(
    "customer_policies",
    metadata,
    Column("customer", Text, primary_key=True),
    text("policy"),
    whole("max_shipments", null=True),
    fact(),
    CheckConstraint(
        "policy in ('ship_as_available','all_or_nothing','up_to_n_shipments','default')",
        name="policy",
    ),
)
customer_languages = Table(
    "customer_languages",
    metadata,
    Column("customer", Text, primary_key=True),
    text("language"),  # "" for the site's
    fact(),
)
order_lines = Table(
    "order_lines",
    metadata,
    key(),
    link("order_id", "orders.id"),
    text("line"),
    link("product_id", "products.id", index=True),
    whole("quantity"),
    whole("shipped_before"),
    whole("cancelled"),
    fact(index=True),
    UniqueConstraint("order_id", "line"),
    CheckConstraint("quantity > 0", name="quantity"),
    CheckConstraint("shipped_before >= 0 and cancelled >= 0", name="counts"),
    CheckConstraint("shipped_before + cancelled <= quantity", name="total"),
)
stand_ins = Table(
    "stand_ins",  # lines that stand in for others of their order
    metadata,
    Column("order_line_id", BIG, ForeignKey("order_lines.id"), primary_key=True),
    link("stands_for_id", "order_lines.id", index=True),
    whole("replaces"),  # units of that line; none once it was taken back
    fact(),
    CheckConstraint("replaces >= 0", name="replaces"),
    CheckConstraint("order_line_id <> stands_for_id", name="lines"),
)
