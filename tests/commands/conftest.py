"""A small warehouse that is imported once and copied for each test."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import main
from app.commands.program import run
from tests.commands.program import AS_OF, Ended, Program, write_files


@pytest.fixture(scope="session")
def warehouse_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the small warehouse in it; copy it, never work on it."""
    folder = tmp_path_factory.mktemp("warehouse")
    done = Program(folder / "floor.db").run("import", write_files(folder / "csv"))
    assert (done.code, done.err) == (0, "")
    return folder / "floor.db"


@pytest.fixture
def floor(warehouse_file: Path, tmp_path: Path) -> Program:
    """The program on a warehouse of the test's own."""
    shutil.copy(warehouse_file, tmp_path / "floor.db")
    return Program(tmp_path / "floor.db")


@pytest.fixture
def nothing(tmp_path: Path) -> Program:
    """The program on a database that is not there yet."""
    return Program(tmp_path / "folder" / "new.db")


@pytest.fixture
def inside(floor: Program, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """The command line without a child process: what a child costs, for many small cases."""
    means = main.means()

    def call(*line: str) -> Ended:
        code = run(["--db", str(floor.db), "--as-of", AS_OF, *line], means)
        return Ended(code, *capsys.readouterr())

    return call
