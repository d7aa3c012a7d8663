"""Shipments: what is picked, for whom, into which tote and carton, and what goes back."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from db.columns import counted, fact, key, link, text, traced, whole
from db.tables.base import metadata

shipments = Table(
    "shipments",
    metadata,
    key(),
    Column("number", Text, nullable=False, unique=True),
    link("order_id", "orders.id", index=True),
    whole("ordinal"),
    fact(index=True),
    link("closed", "facts.sequence", null=True, index=True),
    link("reopened", "facts.sequence", null=True, index=True),
    link("handed_over", "facts.sequence", null=True),
    UniqueConstraint("order_id", "ordinal"),
)
cartons = Table(
    "cartons",  # of a shipment; its contents are what is verified into it
    metadata,
    key(),
    fact(),
    link("shipment_id", "shipments.id"),
    whole("number"),  # from 1 within its shipment
    Column("sscc", Text, unique=True),  # none where the site has no company prefix
    link("opened", "facts.sequence", null=True),  # by whom it became the one in hand last
    link("dropped", "facts.sequence", null=True),  # it was empty when the shipment closed
    whole("weight_g", null=True),
    link("weighed", "facts.sequence", null=True),
    Column("tracking", Text, unique=True),
    text("carrier"),
    UniqueConstraint("shipment_id", "number"),
    CheckConstraint("number > 0", name="number"),
    CheckConstraint("weight_g > 0", name="weight"),
)
picks = Table(
    "picks",
    metadata,
    key(),
    fact(index=True),
    link("shipment_id", "shipments.id", index=True),
    link("order_line_id", "order_lines.id", index=True),
    link("product_id", "products.id"),
    whole("delta"),
    link("location_id", "locations.id"),
    *traced(),
)
verifications = Table(
    "verifications",
    metadata,
    key(),
    fact(index=True),
    link("shipment_id", "shipments.id", index=True),
    link("order_line_id", "order_lines.id"),
    whole("delta"),
    *traced(),
    counted("carton"),  # its number within the shipment
)

put_backs = Table(
    "put_backs",  # picked units on their way back from the packing place to a shelf
    metadata,
    key(),
    fact(index=True),
    link("sitting_id", "sittings.id", index=True),
    link("order_id", "orders.id", index=True),
    link("order_line_id", "order_lines.id", null=True),  # null: nobody's any more
    link("product_id", "products.id"),
    whole("told"),
    whole("moved"),
    link("from_location_id", "locations.id"),
    *traced(),
)
clusters = Table(
    "clusters",  # orders picked on one walk
    metadata,
    key(),
    fact(),
    text("number"),
    UniqueConstraint("number"),
)
cluster_orders = Table(
    "cluster_orders",
    metadata,
    key(),
    fact(),
    link("cluster_id", "clusters.id", index=True),
    link("order_id", "orders.id", index=True),
    whole("position"),
)
cluster_totes = Table(
    "cluster_totes",  # which tote an order's units go into; the newest counts
    metadata,
    key(),
    fact(index=True),
    link("cluster_id", "clusters.id", index=True),
    link("order_id", "orders.id"),
    text("tote"),
    whole("delta"),
    Column("full", Boolean, nullable=False, server_default=false()),  # no more goes into it
    Index("ix_cluster_totes_tote", "tote"),
)
cluster_hands = Table(
    "cluster_hands",  # units scanned that lie in no tote yet
    metadata,
    key(),
    fact(index=True),
    link("sitting_id", "sittings.id", index=True),
    link("product_id", "products.id"),
    whole("delta"),
    *traced(),
)
