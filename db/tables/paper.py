"""Documents, their papers, and what was imported."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Index,
    LargeBinary,
    Table,
    Text,
)

from db.columns import fact, key, link, text, whole
from db.tables.base import metadata

pictures = Table(
    "pictures",  # that documents show
    metadata,
    Column("digest", Text, primary_key=True),  # SHA-256 of the content
    Column("content", LargeBinary, nullable=False),
    fact(),
)
documents = Table(
    "documents",
    metadata,
    key(),
    fact(),
    text("kind"),
    text("number"),
    link("shipment_id", "shipments.id", null=True, index=True),
    text("content", "{}"),
)
prints = Table(
    "prints",
    metadata,
    key(),
    fact(),
    link("document_id", "documents.id", index=True),
    whole("copy"),
    text("state"),
    text("target"),
    text("detail"),
    text("station"),
    text("job"),
    Index("ix_prints_paper", "document_id", "copy"),
)
station_printers = Table(
    "station_printers",
    metadata,
    Column("station", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    text("printer"),
    fact(),
)
imports = Table(
    "imports",
    metadata,
    key(),
    fact(),
    text("name"),
    text("content_hash"),
)
