"""What reading a file found wrong, as values; ``app.texts.importing`` words them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTHING: Mapping[str, object] = {}


class Finding(NamedTuple):
    """One thing wrong (or doubtful) in a file: line, column and the sentence's name and data."""

    line: int
    column: str
    code: str
    data: Mapping[str, object] = NOTHING
