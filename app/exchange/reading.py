"""What reading one file gives: its good rows, what is wrong with the others, and warnings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from app.exchange.cells import Cells

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from app.exchange.csv_files import Table
    from app.exchange.findings import Finding
    from app.exchange.known import Known
    from app.exchange.rows import AsnHead, AsnLineRow, OrderHead, OrderLineRow

Row = TypeVar("Row")
Head = TypeVar("Head", "OrderHead", "AsnHead")
Line = TypeVar("Line", "OrderLineRow", "AsnLineRow")


class Counted(Protocol):
    """What counts the rows of a file."""

    count: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, what it may refer to, and how its values are to be understood.

    ``skip_bad``: bad rows will be left out, so that nothing may refer to them.
    """

    table: Table
    known: Known
    zone: tzinfo
    skip_bad: bool = False

    def cells(self) -> Cells:
        """Return a reader of cells."""
        return Cells(self.zone)

    def rows(self, cells: Cells, reading: Counted) -> Iterator[tuple[str, ...]]:
        """Yield the rows, counted; a header in the middle (two files put together) is noted."""
        columns = self.table.layout.columns
        header = tuple(name if name in self.table.present else "" for name in columns)
        for cells.line, values in self.table.rows():
            reading.count += 1
            if values[0].lower() == header[0] and tuple(map(str.lower, values)) == header:
                cells.note(columns[0], "header_again")
            else:
                yield values


@dataclass(slots=True)
class Reading(Generic[Row]):
    """A file's good rows with their lines; ``count`` is how many rows it has."""

    rows: list[tuple[int, Row]] = field(default_factory=list)
    bad: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
    count: int = 0


@dataclass(slots=True)
class Document(Generic[Head, Line]):
    """An order or an ASN: what its rows say alike, and its lines; whole or not at all.

    ``bad_head``: what the first row says for all is bad already, so others cannot differ from it.
    """

    head: Head
    lines: list[Line]
    bad_head: bool = False
    bad: bool = False


@dataclass(slots=True)
class Documents(Generic[Head, Line]):
    """The orders or ASNs of one file by number, bad ones too."""

    by_number: dict[str, Document[Head, Line]] = field(default_factory=dict)
    bad: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
    count: int = 0

    def good(self) -> Iterator[tuple[str, Document[Head, Line]]]:
        """Yield the documents with no bad row."""
        return ((key, found) for key, found in self.by_number.items() if not found.bad)
