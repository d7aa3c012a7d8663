"""What trucks bring, when they come, and what happens to them."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Table,
    Text,
    UniqueConstraint,
)

from db.columns import Instant, fact, key, link, text, traced, whole
from db.tables.base import metadata

inbound = Table(
    "inbound",
    metadata,
    key(),
    Column("site", Text, ForeignKey("sites.code"), nullable=False),
    Column("asn", Text, nullable=False, unique=True),
    text("supplier"),
    text("purchase_order"),
    text("carrier"),
    text("trailer"),
    Column("expected_at", Instant, nullable=False),
    text("status", "scheduled"),
    Column("arrived_at", Instant),
    text("said"),  # what the last import said; the columns keep what the first said
    fact(index=True),
    CheckConstraint(
        "status in ('scheduled','arrived','closed','cancelled','no_show')", name="status"
    ),
)
inbound_lines = Table(
    "inbound_lines",
    metadata,
    key(),
    link("inbound_id", "inbound.id"),
    text("line"),
    link("product_id", "products.id", index=True),
    whole("quantity"),
    *traced()[:2],
    text("sscc"),
    fact(index=True),
    UniqueConstraint("inbound_id", "line"),
    CheckConstraint("quantity >= 0", name="quantity"),
)
appointments = Table(
    "appointments",
    metadata,
    key(),
    Column("site", Text, ForeignKey("sites.code"), nullable=False),
    text("direction", "inbound"),
    link("inbound_id", "inbound.id", null=True, index=True),
    link("door_id", "doors.id", null=True),
    Column("start_at", Instant, nullable=False),
    Column("end_at", Instant, nullable=False),
    fact(),
    CheckConstraint("start_at <= end_at", name="window"),
)
pickups = Table(
    "pickups",  # trucks that take goods away; all else about them is said by their dock events
    metadata,
    key(),
    Column("site", Text, ForeignKey("sites.code"), nullable=False),
    Column("number", Text, nullable=False, unique=True),
    Column("said_at", Instant, nullable=False),
    fact(),
)
dock_events = Table(
    "dock_events",  # of a delivery or of a pickup
    metadata,
    key(),
    fact(index=True),
    link("inbound_id", "inbound.id", null=True, index=True),
    text("kind"),
    Column("at", Instant),
    link("door_id", "doors.id", null=True),
    link("undoes", "dock_events.id", null=True),
    link("pickup_id", "pickups.id", null=True, index=True),
    Column("end_at", Instant),
    text("details", "{}"),  # JSON of what is said, by the names of the truck's details
    UniqueConstraint("undoes"),
    CheckConstraint("(inbound_id is null) <> (pickup_id is null)", name="truck"),
)
