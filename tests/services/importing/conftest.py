"""A database to import into, on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.importing.bench import Bench


@pytest.fixture(params=["sqlite", "postgresql"])
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    """An empty database of the test's own."""
    if request.param == "sqlite":
        where = str(tmp_path / "floor.db")
    else:
        where = request.getfixturevalue("postgresql_url")
    made = Bench(where)
    yield made
    made.engine.dispose()


@pytest.fixture
def sqlite_bench(tmp_path: Path) -> Iterator[Bench]:
    """An empty SQLite database of the test's own."""
    made = Bench(str(tmp_path / "floor.db"))
    yield made
    made.engine.dispose()
