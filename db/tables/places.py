"""Sites, their settings, stations, locations and doors."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Table,
    Text,
    UniqueConstraint,
)

from db.columns import Instant, fact, key, link, text, whole
from db.tables.base import metadata

sites = Table("sites", metadata, Column("code", Text, primary_key=True), text("name"))
settings = Table(
    "settings",
    metadata,
    Column("site", Text, ForeignKey("sites.code"), primary_key=True),
    Column("name", Text, primary_key=True),
    text("value"),
    fact(),
)
scanner_profiles = Table(
    "scanner_profiles",  # how each device of a station was tuned, JSON
    metadata,
    Column("site", Text, ForeignKey("sites.code"), primary_key=True),
    Column("station", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    text("tuning", "{}"),
    fact(),
)
stations = Table(
    "stations",
    metadata,
    Column("name", Text, primary_key=True),
    Column("site", Text, ForeignKey("sites.code"), nullable=False),
    fact(),
)
locations = Table(
    "locations",
    metadata,
    key(),
    Column("site", Text, ForeignKey("sites.code"), nullable=False),
    text("code"),
    text("kind"),
    text("zone"),
    whole("pick_sequence", null=True),
    text("purpose"),
    fact(),
    UniqueConstraint("site", "code"),
    CheckConstraint(
        "kind in ('storage','staging','dock','packing','carton','quarantine',"
        "'supplier','customer','adjustment')",
        name="kind",
    ),
)
doors = Table(
    "doors",
    metadata,
    key(),
    Column("site", Text, ForeignKey("sites.code"), nullable=False),
    text("code"),
    fact(),
    text("direction", "both"),
    text("hours"),
    text("equipment"),
    UniqueConstraint("site", "code"),
    CheckConstraint("direction in ('in','out','both')", name="direction"),
)
door_blocks = Table(
    "door_blocks",
    metadata,
    key(),
    fact(),
    link("door_id", "doors.id", index=True),
    Column("start_at", Instant, nullable=False),
    Column("end_at", Instant, nullable=False),
    text("note"),
    link("lifted", "facts.sequence", null=True),
    CheckConstraint("start_at < end_at", name="window"),
)
