"""Plays a story's ``do``: a command line, as a second process beside the floor would run it."""

from __future__ import annotations

import json
import shlex
import sys
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import BytesIO, StringIO, TextIOWrapper
from typing import TYPE_CHECKING, Any

import main
from app.commands.program import run
from app.commands.session import Means

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.commands.session import Options, Outfit
    from tests.floor import Floor


@contextmanager
def no_input() -> Iterator[None]:
    """Let a command that reads scans find the end of its input at once."""
    before, sys.stdin = sys.stdin, TextIOWrapper(BytesIO())
    try:
        yield
    finally:
        sys.stdin = before


def do(line: str, floor: Floor) -> Any:
    """Run a command on the floor's database; return its JSON, or ``{"refused": why}``."""
    url = floor.desk.store.engine.url  # type: ignore[attr-defined]
    where = url.database if url.drivername.startswith("sqlite") else url.render_as_string(False)
    options = ["--db", where, "--as-of", floor.clock.instant.isoformat(), "--json"]
    opened: list[Outfit] = []

    def fit_out(asked: Options) -> Outfit:
        opened.append(main.fit_out(asked))
        return opened[-1]

    means = Means(
        fit_out, main.open_window, main.run_demo, main.restore, main.open_wall, main.means().devices
    )
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err), no_input():
        code = run([*options, *shlex.split(line)], means)
    for outfit in opened:
        outfit.desk.store.engine.dispose()  # type: ignore[attr-defined]
    return json.loads(out.getvalue()) if code == 0 else {"refused": err.getvalue().strip()}
