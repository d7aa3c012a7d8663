"""Scans, and what they count, lock, miss and compare."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Table,
    Text,
    UniqueConstraint,
)

from db.columns import fact, key, link, text, traced, whole
from db.tables.base import metadata

sittings = Table(
    "sittings",
    metadata,
    key(),
    fact(),
    text("job"),
    text("number"),
    link("ended", "facts.sequence", null=True),
    Index("ix_sittings_job", "job", "number"),
)
scans = Table(
    "scans",
    metadata,
    Column("scan_id", Text, primary_key=True),
    fact(index=True),
    link("sitting_id", "sittings.id"),
    text("job"),
    text("number"),
    text("code"),
    text("device"),
    text("outcome"),
    whole("quantity"),
    Column("changes", Boolean, nullable=False),
    Column("undoes", Text, ForeignKey("scans.scan_id"), unique=True),
    text("state", "{}"),
    text("answer", "{}"),
    Index("ix_scans_job", "job", "number", "fact"),
)
claims = Table(
    "claims",
    metadata,
    Column("job", Text, primary_key=True),
    Column("number", Text, primary_key=True),
    text("station"),
    fact(),
)
receipts = Table(
    "receipts",
    metadata,
    key(),
    fact(index=True),
    link("sitting_id", "sittings.id", null=True, index=True),
    link("inbound_line_id", "inbound_lines.id", index=True),
    text("disposition"),
    whole("told"),
    whole("moved"),
    link("dock_id", "locations.id"),
    link("location_id", "locations.id", null=True),
    link("order_line_id", "order_lines.id", null=True),
    *traced(),
    CheckConstraint("disposition in ('cross_dock','put_away','damaged')", name="disposition"),
)
remarks = Table(
    "remarks",  # why a line of a receipt is not as announced
    metadata,
    key(),
    fact(),
    link("inbound_line_id", "inbound_lines.id", index=True),
    text("reason"),
    text("photo"),  # the path of a picture
)
locks = Table(
    "locks",
    metadata,
    key(),
    fact(index=True),
    text("kind"),
    link("order_line_id", "order_lines.id", index=True),
    link("product_id", "products.id", index=True),
    whole("delta"),
    link("location_id", "locations.id", null=True),
    link("inbound_line_id", "inbound_lines.id", null=True),
    *traced(),
    CheckConstraint("kind in ('pin','staged')", name="kind"),
)
decisions = Table(
    "decisions",
    metadata,
    key(),
    fact(),
    link("order_id", "orders.id", index=True),
    text("kind"),
    text("before", "{}"),  # JSON, by the order's column
    text("after", "{}"),
    link("undoes", "decisions.id", null=True),
    UniqueConstraint("undoes"),
    CheckConstraint("kind in ('order','cancel','pin','unpin','substitute','undo')", name="kind"),
)
losses = Table(
    "losses",  # what a shortage took from whom, as it was said when it happened
    metadata,
    key(),
    fact(),
    link("inbound_id", "inbound.id"),
    link("order_line_id", "order_lines.id"),
    whole("quantity"),
    whole("later"),
)
shorts = Table(
    "shorts",
    metadata,
    key(),
    fact(index=True),
    link("location_id", "locations.id"),
    link("product_id", "products.id", index=True),
    whole("delta"),
    *traced(),
)

sweeps = Table(
    "sweeps",  # what stands in a place, compared by scans with what should
    metadata,
    key(),
    fact(),
    link("location_id", "locations.id", index=True),
    link("closed", "facts.sequence", null=True),
    text("purpose"),  # "" for the sweep of a lane, count for what is posted at its close
)
count_calls = Table(
    "count_calls",  # why a place is to be counted, in the words of whoever stood there
    metadata,
    key(),
    fact(),
    link("location_id", "locations.id", index=True),
    link("product_id", "products.id", null=True),
    text("kind"),
    text("reason"),
    CheckConstraint("kind in ('short','not_empty')", name="kind"),
)
sweep_counts = Table(
    "sweep_counts",
    metadata,
    key(),
    fact(index=True),
    link("sweep_id", "sweeps.id", index=True),
    link("product_id", "products.id"),
    whole("delta"),
    *traced(),
)
