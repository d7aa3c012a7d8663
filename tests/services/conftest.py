"""A floor to work on, in a SQLite file of the test's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.floor import Floor, make_floor

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def floor(tmp_path: Path) -> Floor:
    return make_floor(tmp_path / "floor.db")
