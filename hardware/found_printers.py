"""Which printers this computer's spooler knows (CUPS manual, lpstat(1))."""

from __future__ import annotations

import os
import subprocess

PATIENCE_S = 5.0


def spooler_queues(command: str = "lpstat") -> tuple[str, ...]:
    """Return the names of the queues, sorted; none where there is no spooler or it is silent."""
    try:
        answer = subprocess.run(  # noqa: S603  # no shell, no argument of a person's
            [command, "-e"],
            env=os.environ | {"LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    if answer.returncode != 0:
        return ()
    return tuple(sorted(set(answer.stdout.decode("utf-8", "replace").split())))
