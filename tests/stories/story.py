"""Reads a floor story and compares what was answered with what it says one sees."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
WAREHOUSE = HERE / "warehouse"


@dataclass(frozen=True)
class Line:
    """One line of a story: its word, the rest, and where it stands."""

    number: int
    word: str
    rest: str


def read_story(path: Path) -> list[Line]:
    """Return the lines that are neither blank nor a comment."""
    lines = enumerate(path.read_text("utf-8").splitlines(), 1)
    told = [(number, *text.partition(" ")) for number, text in lines if text.strip()]
    return [Line(n, word, rest.strip()) for n, word, _, rest in told if not word.startswith("#")]


def differences(seen: Any, told: Any, path: str = "") -> list[str]:
    """Name where an answer is not what a story tells; objects are compared by the told keys."""
    if isinstance(told, dict) and isinstance(seen, dict):
        return [
            wrong
            for key, value in told.items()
            for wrong in differences(seen.get(key), value, f"{path}.{key}")
        ]
    if isinstance(told, list) and isinstance(seen, list) and len(told) == len(seen):
        pairs = zip(seen, told, strict=True)
        return [w for i, (s, t) in enumerate(pairs) for w in differences(s, t, f"{path}[{i}]")]
    return [] if seen == told else [f"{path}: {json.dumps(seen)} instead of {json.dumps(told)}"]


def warehouse_files() -> list[tuple[str, bytes]]:
    """Return the stories' warehouse as files to import."""
    return [(path.name, path.read_bytes()) for path in sorted(WAREHOUSE.glob("*.csv"))]
