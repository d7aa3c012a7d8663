"""The command line in this process: the same arguments, the same streams, no new Python each."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import main as program
from app.commands.program import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    Hand = Callable[[Any], str | None]


class Mouth(io.StringIO):
    """Standard output that can be read while it is written."""

    @property
    def lines(self) -> list[Any]:
        """The JSON objects so far, one a line."""
        return [json.loads(line) for line in self.getvalue().splitlines()]


class Ear(io.RawIOBase):
    """Standard input of a person who scans what the last answer asks for."""

    def __init__(self, hand: Hand, mouth: Mouth) -> None:
        super().__init__()
        self._hand, self._mouth = hand, mouth
        self.codes: list[str] = []

    def readline(self, _most: int | None = -1, /) -> bytes:
        """Return the next code, nothing at the end."""
        code = self._hand(self._mouth.lines[-1])
        if code is None:
            return b""
        self.codes.append(code)
        return f"{code}\n".encode()


@dataclass
class Line:
    """The command line of one warehouse at one instant after the other."""

    database: Path
    patch: pytest.MonkeyPatch
    as_of: str

    def said(self, *command: object, hand: Hand = lambda _: None) -> tuple[list[str], list[Any]]:
        """Run a command; return what was scanned and what it printed, a JSON object a line."""
        mouth, told = Mouth(), io.StringIO()
        ear = Ear(hand, mouth)
        words = ["--db", self.database, "--as-of", self.as_of, "--json", *command]
        with self.patch.context() as patch:
            patch.setattr(sys, "stdin", _Stdin(ear))
            patch.setattr(sys, "stdout", mouth)
            patch.setattr(sys, "stderr", told)
            code = run([str(word) for word in words], program.means())
        assert (code, told.getvalue()) == (0, ""), (command, told.getvalue())
        return ear.codes, mouth.lines


@dataclass(frozen=True)
class _Stdin:
    buffer: Ear
