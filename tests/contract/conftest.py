"""One floor for each kind of database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.floor import empty_floor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.floor import Floor


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the path or URL of a database of the test's own."""
    if request.param == "sqlite":
        return str(tmp_path / "floor.db")
    return str(request.getfixturevalue("postgresql_url"))


@pytest.fixture
def any_floor(where: str) -> Iterator[Floor]:
    """Return an empty floor in a database of each kind."""
    floor = empty_floor(where)
    yield floor
    floor.desk.store.engine.dispose()  # type: ignore[attr-defined]
