"""Standard streams that no name breaks, and the log of mistakes that nobody foresaw."""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from pathlib import Path

from app import texts
from app.commands.output import complain
from app.commands.program import REFUSED


def mend_streams() -> None:
    """Let no name break the output; a start without a console has no streams, so give it some."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def log_mistake(log: Path) -> int:
    """Keep the traceback for whoever mends the program, say one line, and return the exit code."""
    with contextlib.suppress(OSError):  # where even that cannot be written, the line is all
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            traceback.print_exc(file=file)
    complain(texts.sentence("programming_error", where=log))
    return REFUSED
