"""What only one kind of database can do, in its own words; no other file speaks SQL."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Connection

APPLICATION_ID: Final = 0x444F434B  # "DOCK" in a SQLite file's header tells that it is ours


def stamp_file(connection: Connection, version: int) -> None:
    """Write into a SQLite file's header whose it is and which schema it has."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID:d}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version:d}")


def owner_of(connection: Connection) -> int:
    """Return the application id in a SQLite file's header; 0 where nobody wrote one."""
    return int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())


@contextmanager
def tables_may_be_remade(connection: Connection) -> Iterator[None]:
    """Suspend SQLite's foreign keys, which a table that is copied and renamed would break.

    To be entered before the transaction begins: inside one the switch does nothing.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    cursor = connection.connection.cursor()
    cursor.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()


def orphans(connection: Connection) -> int:
    """Count rows that refer to nothing, in a SQLite file whose foreign keys were suspended."""
    if connection.dialect.name != "sqlite":
        return 0
    return len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())


def leave_wal(file: Any) -> bool:
    """Make a SQLite file (an open DBAPI connection) whole again; False while others have it open.

    Raises the driver's OperationalError where another holds a lock.
    """
    mode: str = file.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
    return mode == "delete"


def sound_tables(file: Any) -> frozenset[str]:
    """Return the tables of a SQLite file (an open DBAPI connection), none where it is damaged."""
    if file.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
        return frozenset()
    return frozenset(row[0] for row in file.execute("SELECT name FROM sqlite_master"))
