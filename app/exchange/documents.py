"""Puts rows together to documents (orders, ASNs): what all rows say alike, and the lines."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Generic

from app.exchange.findings import Finding
from app.exchange.reading import Document, Documents, Head, Line

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.exchange.cells import Cells
    from app.exchange.reading import Source


@dataclass(frozen=True, slots=True)
class Form(Generic[Head, Line]):
    """How a document's rows are read: the shared cells to a head, all cells to a line."""

    head: Callable[[Cells, tuple[str, ...]], Head]
    line: Callable[[Cells, tuple[str, ...], Source], Line]


def read_documents(source: Source, form: Form[Head, Line]) -> Documents[Head, Line]:
    """Read a file of documents; a document with a bad row is bad as a whole."""
    cells, found = source.cells(), Documents[Head, Line]()
    layout = source.table.layout
    shared = itemgetter(*(layout.columns.index(name) for name in layout.shared))
    newest: tuple[str, tuple[str, ...]] | None = None
    document: Document[Head, Line] | None = None
    for values in source.rows(cells, found):
        before = len(cells.bad)
        number, alike = cells.needed(layout.whole, values[0]), shared(values)
        if document is None or (number, alike) != newest:
            document = _document(found, number, form.head(cells, alike), cells, before)
            newest = (number, alike) if len(cells.bad) == before else None
        document.lines.append(form.line(cells, values, source))
        if len(cells.bad) > before:
            document.bad = True
    _find_repeated(found, cells)
    found.bad = sorted(cells.bad, key=lambda finding: finding.line)
    found.warnings = cells.doubts
    return found


def _document(
    found: Documents[Head, Line], number: str, head: Head, cells: Cells, before: int
) -> Document[Head, Line]:
    document = found.by_number.get(number)
    if document is None:
        document = found.by_number[number] = Document(head, [], len(cells.bad) > before)
    elif document.head != head and not document.bad_head:
        noted = {finding.column for finding in cells.bad[before:]}
        for column, first, now in zip(head._fields, document.head, head, strict=True):
            if first != now and column not in noted:
                cells.note(column, "differs", value=number)
    return document


def _find_repeated(found: Documents[Head, Line], cells: Cells) -> None:
    for number, document in found.by_number.items():
        lines = [line.line for line in document.lines]
        if len(lines) == len(set(lines)):
            continue
        document.bad = True
        seen: set[str] = set()
        for line in document.lines:
            if line.line in seen:
                data = {"value": f"{number}, {line.line}"}
                cells.bad.append(Finding(line.source, "line", "repeated", data))
            seen.add(line.line)
