"""Standard output and standard error: JSON or a readable table, and one line for what went wrong.

With ``--json`` standard output holds JSON or nothing; a stream is one JSON object a line.
"""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_WIDE = 10_000  # columns where nobody looks: a pipe must not lose the end of a line


def put(line: str) -> None:
    """Write one line and let it go at once.

    Raises OSError where nobody reads any more or the disk is full; later output goes nowhere.
    """
    try:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise


def put_json(document: Mapping[str, Any]) -> None:
    """Write one document as one line of ASCII: safe on every terminal and in every pipe."""
    put(json.dumps(document))


def complain(sentence: str) -> None:
    """Write one line on standard error, whatever line breaks a name may hold."""
    sys.stderr.write(f"{' '.join(sentence.split())}\n")
    sys.stderr.flush()


def put_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table for people; numbers stand to the right, nothing is cut off in a pipe."""
    from rich.box import SIMPLE_HEAD  # slow to import, and not needed for JSON
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    written = [list(row) for row in rows]
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, show_edge=False)
    for place, name in enumerate(columns):
        numbers = all(isinstance(row[place], int) for row in written)
        table.add_column(Text(name), justify="right" if written and numbers else "left")
    for row in written:
        table.add_row(*(Text(cell_text(cell)) for cell in row))
    width = None if sys.stdout.isatty() else _WIDE
    Console(width=width, highlight=False, markup=False, soft_wrap=False).print(table)
    sys.stdout.flush()


def cell_text(value: object) -> str:
    """Write a value as a person reads it: nothing for none, a tick's word for yes and no."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(map(cell_text, value))
    return str(value)
