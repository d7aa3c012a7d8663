"""The metadata that all tables share, and the facts on which every row hangs."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    MetaData,
    Table,
)

from db.columns import BIG, Instant, text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

facts = Table(
    "facts",
    metadata,
    Column("sequence", BIG, primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False),
    text("actor"),
    text("station"),
    text("site"),
    text("kind"),
    text("subject"),
    text("data", "{}"),
    sqlite_autoincrement=True,
)
