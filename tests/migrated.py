"""A new SQLite file of this program's schema, migrated once a test run and copied since.

Going through every revision takes a tenth of a second, which a thousand tests would each wait for.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from db.engine import file_of, open_engine
from db.migrate import migrate

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine


def open_migrated(where: Path | str) -> Engine:
    """Open a database; a SQLite file that is not there begins as a copy of a migrated one."""
    path = file_of(where)
    if path is not None and not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(_migrated())
    return open_engine(where)


@cache
def _migrated() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "migrated.db"
        engine = open_engine(path)
        migrate(engine)
        engine.dispose()  # the last to leave puts the log into the file
        return path.read_bytes()
