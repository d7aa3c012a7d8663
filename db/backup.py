"""Backup while the program works, and restore that never loses the file it replaces.

Source: sqlite.org/backup.html (the online backup API copies one moment, all pages at once).
"""

from __future__ import annotations

import os
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import NotFoundError, RefusedError
from db.dialects import leave_wal, sound_tables
from db.driver import sqlite_module
from db.engine import is_sqlite
from db.migrate import check_file
from db.tables import facts

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

BEFORE = ".before-restore"
SIDE_FILES = ("-wal", "-shm")


def back_up(engine: Engine, target: Path) -> None:
    """Copy the database as it is at one moment to a file that appears whole or not at all.

    RefusedError on PostgreSQL (its own tools do that) and where the copy is not sound;
    OSError where the disk refuses.
    """
    source = sqlite_file(engine)
    if target.resolve() == source.resolve():
        raise RefusedError("backup_onto_itself", path=str(target))
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        sqlite = sqlite_module()
        with closing(sqlite.connect(source)) as live, closing(sqlite.connect(part)) as copy:
            live.backup(copy)
            leave_wal(copy)
        check_sound(part)
        _sync(part)
        part.replace(target)
        _sync(target.parent)
    finally:
        part.unlink(missing_ok=True)


def restore(source: Path, target: Path) -> None:
    """Put a backup in the database's place; the old file stays beside it, as do earlier ones.

    NotFoundError without a backup file; RefusedError where it is damaged, TroubleError where it
    is none of ours or a newer version's; RefusedError where the database is open elsewhere.
    """
    if not source.is_file():
        raise NotFoundError("no_backup", path=str(source))
    check_file(source)
    check_sound(source)
    if target.exists():
        _refuse_while_open(target)
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    part.write_bytes(source.read_bytes())
    _sync(part)
    if target.exists():
        _keep(target)
    for side in SIDE_FILES:
        target.with_name(target.name + side).unlink(missing_ok=True)
    part.replace(target)
    _sync(target.parent)


def _keep(target: Path) -> None:
    """Put the old file aside; one that an earlier restore put aside takes the next free number."""
    kept = target.with_name(target.name + BEFORE)
    if kept.exists():
        numbered = (kept.with_name(f"{kept.name}.{number}") for number in count(1))
        kept.replace(next(file for file in numbered if not file.exists()))
    target.replace(kept)


def sqlite_file(engine: Engine) -> Path:
    """Return the database's file; RefusedError for a database server."""
    if not is_sqlite(engine) or engine.url.database is None:
        raise RefusedError("server_has_its_own_backup")
    return Path(engine.url.database)


def check_sound(path: Path) -> None:
    """Raise RefusedError where a file is damaged, or no database of ours."""
    sqlite = sqlite_module()
    try:
        with closing(sqlite.connect(f"file:{path}?mode=ro", uri=True)) as copy:
            names = sound_tables(copy)
    except sqlite.DatabaseError as error:
        raise RefusedError("backup_damaged", path=str(path)) from error
    if facts.name not in names:
        raise RefusedError("backup_damaged", path=str(path))


def _refuse_while_open(path: Path) -> None:
    """Leave WAL mode, which SQLite allows to nobody while another connection is there."""
    sqlite = sqlite_module()
    try:
        with closing(sqlite.connect(path, timeout=0.2)) as mine:
            alone = leave_wal(mine)
    except sqlite.OperationalError as error:
        raise RefusedError("database_in_use", path=str(path)) from error
    except sqlite.DatabaseError:
        return  # a damaged file is just what a restore replaces
    if not alone:
        raise RefusedError("database_in_use", path=str(path))


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
