"""Chooses the SQLite library: below 3.51.3 a WAL that processes share can be damaged."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

SAFE = (3, 51, 3)


def sqlite_module() -> ModuleType:
    """Return the newest SQLite module on this machine with the interface of ``sqlite3``."""
    if sqlite3.sqlite_version_info >= SAFE:
        return sqlite3
    try:
        import pysqlite3
    except ImportError:
        return sqlite3
    module: ModuleType = pysqlite3
    return module
