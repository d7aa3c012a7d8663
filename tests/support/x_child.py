"""A child with a window on a real X server, and xdotool as the scanner that types into it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

ROOT = Path(__file__).parents[2]
PATIENCE_S = 30.0
SETTLE_MS = 700


class XChild:
    """A program with a window in a child process, and a keyboard on its display.

    It is told by lines on its standard input, and says JSON objects, one a line; to ``settle`` it
    says ``settled`` after ``SETTLE_MS``.
    """

    def __init__(self, child: subprocess.Popen[str], environment: dict[str, str]) -> None:
        self._child = child
        self._environment = environment
        self.scans: list[dict[str, Any]] = []
        self._said: Queue[dict[str, Any]] = Queue()
        self._listening = Thread(target=self._listen)
        self._listening.start()

    def _listen(self) -> None:
        for line in self._child.stdout or ():
            self._said.put(json.loads(line))
        self._said.put({"ended": True})

    def order(self, line: str) -> None:
        self.tell(f"{line}\n")
        self.wait_for("done", line)

    def tell(self, text: str) -> None:
        assert self._child.stdin is not None
        self._child.stdin.write(text)
        self._child.stdin.flush()

    def wait_for(self, key: str, value: object) -> dict[str, Any]:
        """Read what the child says until this; scans on the way are kept."""
        while (said := self._next()).get(key) != value:
            pass
        return said

    def wait_for_key(self, key: str) -> dict[str, Any]:
        """Read what the child says until something has this key."""
        while key not in (said := self._next()):
            pass
        return said

    def wait_for_scans(self, how_many: int) -> list[str]:
        while len(self.scans) < how_many:
            self._next()
        return [said["aim"] + said["scan"] for said in self.scans]

    def settle(self) -> None:
        """Wait until a window that has just opened has the keyboard for good.

        A window manager hands it over in steps, and keys between two of them reach nobody.
        """
        self.tell("settle\n")
        self.wait_for("settled", True)

    def report(self) -> dict[str, Any]:
        self.tell("report now\n")
        return self.wait_for("report", "now")

    def keyboard(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self._environment, check=True)

    def scan(self, *codes: str, delay_ms: int = 1) -> None:
        self.keyboard(*(part for code in codes for part in keys_of(code, delay_ms)))

    def close(self) -> None:
        self._child.terminate()
        self._listening.join(PATIENCE_S)

    def _next(self) -> dict[str, Any]:
        said = self._said.get(timeout=PATIENCE_S)
        assert "ended" not in said, "the window's program ended by itself"
        if "scan" in said:
            self.scans.append(said)
        return said


def keys_of(code: str, delay_ms: int) -> list[str]:
    """What xdotool is told for a code and Return; GS is typed as wedges do, as Ctrl and ]."""
    delay, words = ["--delay", str(delay_ms)], []
    for place, part in enumerate(code.split("\x1d")):
        words += ["key", *delay, "ctrl+bracketright"] if place else []
        words += ["type", *delay, "--args", "1", part] if part else []
    return [*words, "key", *delay, "Return"]


@contextmanager
def x_child(display: str, *arguments: str) -> Iterator[XChild]:
    """Start a Python module with a window, wait until it has the focus, and end it at last."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        child = XChild(process, environment)
        try:
            child.wait_for("link", "connected")
            child.settle()
            yield child
        finally:
            child.close()
