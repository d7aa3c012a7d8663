"""The program as people run it: a process of its own, on a database of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.commands.ready import run_ready
from tests.floor import BARCODES, LOCATIONS, PRODUCTS, inbound, orders, stock

if TYPE_CHECKING:
    from collections.abc import Iterator

MAIN = Path(__file__).parents[2] / "main.py"
AS_OF = "2026-03-04T08:00:00Z"
FILES = {
    "locations.csv": LOCATIONS,
    "products.csv": PRODUCTS,
    "barcodes.csv": BARCODES,
    "stock.csv": stock("A-1,LAMP,10,,", "A-3,RUG,4,,"),
    "inbound.csv": inbound("ASN-1,1,Glass & Co,VASE,6,2026-03-04T09:00:00Z,"),
    "orders.csv": orders(
        "SO-1,1,Ada,LAMP,4,2026-03-01T09:00:00Z,2026-03-05T09:00:00Z,3,,",
        "SO-1,2,Ada,VASE,2,2026-03-01T09:00:00Z,2026-03-05T09:00:00Z,3,,",
        "SO-2,1,Bo,RUG,1,2026-03-02T09:00:00Z,,3,,",
    ),
}


@dataclass(frozen=True)
class Ended:
    """How a run ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output."""
        assert self.out.count("\n") == 1, self
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """The JSON objects of a stream, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def complaint(self) -> str:
        """The one line on standard error."""
        assert self.err.count("\n") == 1, self
        assert "Traceback" not in self.err
        return self.err.rstrip("\n")


@dataclass(frozen=True)
class Program:
    """The program with its options before the command."""

    db: Path | str
    options: tuple[str, ...] = ("--as-of", AS_OF)
    env: dict[str, str] = field(default_factory=dict)

    def run(self, *command: str | Path, scans: str | bytes = b"") -> Ended:
        """Run a command to its end, with all of standard input there from the start."""
        said = scans.encode() if isinstance(scans, str) else scans
        code, out, err = run_ready(self._words(*command), said)
        return Ended(code, out.decode(), err.decode())

    @contextmanager
    def running(self, *command: str | Path) -> Iterator[Running]:
        """Run a command and talk to it; it is killed where the test leaves it alive."""
        child = subprocess.Popen(
            self._line(*command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        with child:
            try:
                yield Running(child)
            finally:
                child.kill()

    def _line(self, *command: str | Path) -> list[str]:
        return [sys.executable, str(MAIN), *self._words(*command)]

    def _words(self, *command: str | Path) -> list[str]:
        return list(map(str, ("--db", self.db, *self.options, *command)))


@dataclass(frozen=True)
class Running:
    """A command that is being talked to."""

    child: subprocess.Popen[bytes]

    def hear(self) -> Any:
        """Return the next answer as soon as it is there."""
        assert self.child.stdout is not None
        return json.loads(self.child.stdout.readline())

    def say(self, line: str) -> None:
        """Give one line of standard input."""
        assert self.child.stdin is not None
        self.child.stdin.write(f"{line}\n".encode())
        self.child.stdin.flush()

    def ask(self, line: str) -> Any:
        """Give one line and return its answer."""
        self.say(line)
        return self.hear()

    def end(self) -> Ended:
        """Close what is open and return how it ended."""
        out, err = self.child.communicate(timeout=60)
        return Ended(self.child.returncode, out.decode(), err.decode())


def write_files(folder: Path, **changed: str) -> Path:
    """Write the small warehouse as CSV; ``orders="…"`` replaces a file."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        (folder / name).write_text(changed.get(name.removesuffix(".csv"), text), encoding="utf-8")
    return folder
