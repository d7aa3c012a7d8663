"""Brings a database to this program's schema; refuses a newer one, and one that is not ours.

Alembic is imported only where something is to be done: a start reads one row instead.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Column, MetaData, String, Table, inspect, select

from app.domain.errors import TroubleError
from db.dialects import (
    APPLICATION_ID,
    orphans,
    owner_of,
    stamp_file,
    tables_may_be_remade,
)
from db.engine import WRITE

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine

REVISIONS: Final = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
    "0014",
    "0015",
    "0016",
    "0017",
    "0018",
    "0019",
)  # in order; the last is what this program works with
HEAD: Final = REVISIONS[-1]
FOLDER: Final = Path(__file__).parent / "migrations"
version: Final = Table("alembic_version", MetaData(), Column("version_num", String(32)))
_HEADER_BYTES: Final = 100  # SQLite file format, section 1.3
_MAGIC: Final = b"SQLite format 3\x00"


def check_file(path: Path) -> None:
    """Raise TroubleError for a file that is not ours or of a newer version; nothing is written.

    A missing or empty file is as good as ours: it is about to be.
    """
    if not path.exists():
        return
    if not path.is_file():
        raise TroubleError("not_our_file", where=path)
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if not header:
        return
    schema_cookie = int.from_bytes(header[40:44])
    schema = int.from_bytes(header[60:64])
    owner = int.from_bytes(header[68:72])
    strange = owner != APPLICATION_ID and (owner or schema_cookie)
    if not header.startswith(_MAGIC) or len(header) < _HEADER_BYTES or strange:
        raise TroubleError("not_our_file", where=path)
    if schema > len(REVISIONS):
        raise TroubleError("newer_database", found=f"{schema:04}", known=HEAD)


def migrate(engine: Engine) -> None:
    """Bring the database to ``HEAD``, in one transaction; a current one is only looked at.

    Raises TroubleError("newer_database", "not_our_file", "not_our_database").
    """
    with engine.connect() as connection:
        if _stored(connection) == HEAD:
            return
    with (
        engine.connect().execution_options(**{WRITE: True}) as connection,
        tables_may_be_remade(connection),
    ):
        if _stored(connection) != HEAD:
            _upgrade(connection)
            connection.commit()
        connection.rollback()


def _stored(connection: Connection) -> str | None:
    """Return the stored revision; None for an empty database."""
    tables = inspect(connection).get_table_names()
    if connection.dialect.name == "sqlite" and tables and owner_of(connection) != APPLICATION_ID:
        raise TroubleError("not_our_file", where=connection.engine.url.database)
    if tables and not {version.name, "facts"}.issubset(tables):
        raise TroubleError("not_our_database")
    if not tables:
        return None
    found: str | None = connection.scalar(select(version.c.version_num))
    if found not in REVISIONS:
        raise TroubleError("newer_database", found=found, known=HEAD)
    return found


def _upgrade(connection: Connection) -> None:
    from alembic import command  # slow to import, seldom needed
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if lost := orphans(connection):
        raise TroubleError("database_damaged", detail=f"{lost} rows refer to nothing")
    stamp_file(connection, len(REVISIONS))
