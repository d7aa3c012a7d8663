"""The picture of a slip that Pack shows: drawn aside, and nothing left behind."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

import pytest

import main
from app.commands.session import Options
from hardware.preview import first_page
from tests.commands.program import AS_OF, Program, write_files
from ui.surroundings import make_surroundings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PNG = b"\x89PNG"


def no_room(_pdf: Path, _target: Path) -> Path:
    raise OSError("no space left")


@pytest.mark.parametrize(("draw", "start"), [(first_page, PNG), (no_room, b"")])
def test_the_picture_of_a_slip_leaves_no_file_behind(
    draw: Callable[[Path, Path], Path],
    start: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = Program(tmp_path / "floor.db")
    program.run("import", write_files(tmp_path / "csv"))
    program.run("pick", "SO-2", scans="RUG\n")
    closed = program.run("pack", "SO-2", scans="RUG\ncmd-close\n").lines[-1]
    outfit = main.fit_out(Options(str(program.db), AS_OF))
    around = make_surroundings(outfit, lambda _sound: None, draw)
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(aside))

    picture = around.paper(closed["shipment"])

    assert picture[:4] == start
    assert list(aside.glob("dockhand-slip-*")) == []
