"""Makes the engine for a SQLite path or a PostgreSQL URL, with the settings that keep facts safe.

SQLite: write transactions begin IMMEDIATE, WAL, ``synchronous=FULL`` (NORMAL loses acknowledged
rows at a power cut), foreign keys on, files 0600 in a 0700 folder.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, create_engine, event, make_url

from db.driver import sqlite_module

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine

BUSY_TIMEOUT_MS = 5_000
WRITE = "writes"


def open_engine(where: str | Path) -> Engine:
    """Open the database at a path or URL; a missing SQLite file and its folder are made.

    Raises OSError where the folder cannot be made.
    """
    path = file_of(where)
    if path is None:
        return create_engine(_with_driver(str(where)), pool_pre_ping=True)
    _make_private(path)
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, module=sqlite_module(), pool_pre_ping=False)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def file_of(where: str | Path) -> Path | None:
    """Return the SQLite file that a path or URL names, None for a server's URL."""
    target = str(where)
    if target.startswith(("postgresql:", "postgresql+")):
        return None
    return Path(target.removeprefix("sqlite:///"))


def is_sqlite(engine: Engine) -> bool:
    """Tell whether the engine keeps its data in a file of this machine."""
    return engine.dialect.name == "sqlite"


def _with_driver(target: str) -> str:
    url = make_url(target)
    return url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)


def _make_private(path: Path) -> None:
    if not path.parent.exists():
        path.parent.mkdir(mode=0o700, parents=True)
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
