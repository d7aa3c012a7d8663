"""Makes the engine for a SQLite path or a PostgreSQL URL, with the settings that keep facts safe.

SQLite: write transactions begin IMMEDIATE, WAL, ``synchronous=FULL`` (NORMAL loses acknowledged
rows at a power cut), foreign keys on, files 0600 in a 0700 folder.  PostgreSQL: a writing
transaction takes one lock of ours, a reading one sees one moment.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, create_engine, event, make_url

from db.driver import sqlite_module

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine

BUSY_TIMEOUT_MS = 5_000
RETRY_S = 0.02
WRITE = "writes"
WRITE_LOCK = 0x646F636B  # any number of our own


def open_engine(where: str | Path) -> Engine:
    """Open the database at a path or URL; a missing SQLite file and its folder are made.

    Raises OSError where the folder cannot be made.
    """
    path = file_of(where)
    if path is None:
        return _open_server(make_url(str(where)))
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


def _open_server(url: URL) -> Engine:
    """Open a PostgreSQL database; a lock is waited for as long as SQLite would."""
    patience = {} if "options" in url.query else {"options": f"-c lock_timeout={BUSY_TIMEOUT_MS}"}
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"), pool_pre_ping=True, connect_args=patience
    )
    event.listen(engine, "begin", _begin_on_server)
    return engine


def _make_private(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    _write_ahead(cursor)
    for pragma in ("synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _write_ahead(cursor: Any) -> None:
    """Keep a write-ahead log from now on.

    Programs that open a new file together find it locked while one of them says so, and SQLite
    does not wait for that by itself.
    """
    busy = sqlite_module().OperationalError
    until = monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except busy:
            if monotonic() > until:
                raise
            Event().wait(RETRY_S)
        else:
            return


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_on_server(connection: Connection) -> None:
    """Give a server what SQLite gives: one writer at a time, and one moment to each reader."""
    if connection.get_execution_options().get(WRITE, False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITE_LOCK})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
