"""Children that run a command: forked from a process that has the program's modules in memory.

A command in a fresh interpreter spends most of its time importing.  Tests that are about a command
and not about its start fork it from a server that imported once; each child is a process of its
own, with its own standard streams.
"""

from __future__ import annotations

import gc
import importlib
import multiprocessing
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE_S: Final = 60.0  # no command of a test takes so long on any machine
FLAGS: Final = (os.O_RDONLY, os.O_WRONLY | os.O_CREAT, os.O_WRONLY | os.O_CREAT)


def load() -> None:
    """Import what commands import when they are called; the server does so once."""
    from app.commands.program import MODULES

    importlib.import_module("main")
    for module in {*MODULES.values()}:
        importlib.import_module(f"app.commands.{module}")
    for module in ("db.backup", "db.prepare", "db.store", "hardware.papers", "hardware.spool"):
        importlib.import_module(module)


def run_ready(command: Sequence[str], said: bytes) -> tuple[int, bytes, bytes]:
    """Run the program with these arguments to its end; return its exit code and both outputs.

    Raises TimeoutError after ``PATIENCE_S``; the child is killed then.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.commands.ready_modules"])
    with TemporaryDirectory(prefix="dockhand-child-") as folder:
        streams = [Path(folder) / name for name in ("in", "out", "err")]
        streams[0].write_bytes(said)
        child = context.Process(
            target=_child, args=(list(command), list(map(str, streams)), dict(os.environ))
        )
        child.start()
        child.join(PATIENCE_S)
        code = child.exitcode
        if code is None:
            child.kill()
            child.join()
            raise TimeoutError(command)
        out, err = (stream.read_bytes() if stream.exists() else b"" for stream in streams[1:])
        return code, out, err


def _child(command: list[str], streams: list[str], environment: dict[str, str]) -> None:
    """Be the program, on these files as standard streams."""
    for number, (name, flags) in enumerate(zip(streams, FLAGS, strict=True)):
        opened = os.open(name, flags, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    os.environ.clear()
    os.environ.update(environment)
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
        for number, mode in ((0, "r"), (1, "w"), (2, "w"))
    )
    sys.argv = ["main.py", *command]
    code = importlib.import_module("main").main()
    gc.collect()  # closes the database, as the end of an interpreter does
    sys.stdout.flush()
    sys.stderr.flush()
    sys.exit(code)
