"""CSV as bytes in, cells out: encoding, header, blanks and the limits that guard against abuse."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.exchange.layouts import Layout

MAX_LINE = 1_000_000  # characters of one line; a longer one is no row of a warehouse
MAX_ROWS = 5_000_000

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF8_MARK = b"\xef\xbb\xbf"
_PROBE = 4_096
_OTHER_DELIMITERS = ";\t|"


class UnreadableError(Exception):
    """A file that is no table of its format: at which line and column, and the sentence's name."""

    def __init__(self, code: str, line: int = 1, column: str = "", **data: object) -> None:
        """Keep where and why."""
        super().__init__(code, line, column, data)
        self.code = code
        self.line = line
        self.column = column
        self.data = data


@dataclass(frozen=True, slots=True)
class Table:
    """A file with a known header; cells come stripped and in the format's own order of columns.

    ``present`` are the columns that the file has; the others read as blank.  ``surplus`` collects
    the lines, as they are read, that have values behind the last column of the header.
    """

    layout: Layout
    content: bytes
    header: tuple[str, ...]
    present: frozenset[str]
    unknown: tuple[str, ...]
    surplus: list[int] = field(default_factory=list, compare=False)

    def rows(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield (line of the file, cells); rows of blanks alone are passed over.

        Raises UnreadableError at a line that is no CSV or beyond a limit.
        """
        width = len(self.header)
        places = {name: place for place, name in enumerate(self.header)}
        pick = itemgetter(*(places.get(name, width) for name in self.layout.columns))
        for line, fields in self.raw_rows():
            if len(fields) < width:
                fields.extend([""] * (width - len(fields)))
            elif any(map(str.strip, fields[width:])):
                self.surplus.append(line)
            del fields[width:]
            fields.append("")
            cells = tuple([cell.strip() for cell in pick(fields)])
            if any(cells):
                yield line, cells

    def raw_rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield (line of the file, fields as they stand) of every row after the header."""
        rows = _records(self.content)
        next(rows)
        for count, row in enumerate(rows, start=1):
            if count > MAX_ROWS:
                raise UnreadableError("too_many_rows", row[0], most=MAX_ROWS)
            if row[1]:
                yield row


def open_table(layout: Layout, content: bytes) -> Table:
    """Read a file's encoding and header; raises UnreadableError where they are not usable."""
    _check_encoding(content)
    _, fields = next(_records(content), (1, []))
    header = tuple(field.strip().lower() for field in fields)
    known = [name for name in header if name in layout.columns]
    for name in known:
        if header.count(name) > 1:
            raise UnreadableError("column_twice", 1, name)
    missing = [name for name in layout.required if name not in header]
    if missing:
        delimiter = _other_delimiter(header)
        code = "other_delimiter" if delimiter else "missing_column"
        raise UnreadableError(code, 1, missing[0], missing=missing, delimiter=delimiter)
    unknown = tuple(name for name in header if name and name not in layout.columns)
    return Table(layout, content, header, frozenset(known), unknown)


def _other_delimiter(header: tuple[str, ...]) -> str:
    only = header[0] if len(header) == 1 else ""
    return next((sign for sign in _OTHER_DELIMITERS if sign in only), "")


def _check_encoding(content: bytes) -> None:
    probe = content[:_PROBE]
    if probe.startswith(_UTF16_MARKS) or probe.count(b"\0") > len(probe) // 4:
        raise UnreadableError("utf_16")
    found = content.find(b"\0")
    if found >= 0:
        raise UnreadableError("nul", _line_at(content, found))


def _line_at(content: bytes, place: int) -> int:
    before = content[:place]
    return max(before.count(b"\n"), before.count(b"\r")) + 1


def _lines(content: bytes) -> Iterator[str]:
    start = len(_UTF8_MARK) if content.startswith(_UTF8_MARK) else 0
    stream = io.BytesIO(content)
    stream.seek(start)
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="strict", newline="")
    number = 0
    while True:
        number += 1
        try:
            line = text.readline(MAX_LINE + 1)
        except UnicodeDecodeError as error:
            raise _not_utf8(content) from error
        if not line:
            return
        if len(line) > MAX_LINE:
            raise UnreadableError("long_line", number, most=MAX_LINE)
        yield line


def _not_utf8(content: bytes) -> UnreadableError:
    place = 0
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        place = error.start
    line = _line_at(content, place)
    try:
        sign = content[place : place + 1].decode("cp1252")
    except UnicodeDecodeError:
        return UnreadableError("not_utf_8", line)
    return UnreadableError("cp1252", line, sign=sign)


def _records(content: bytes) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(_lines(content), strict=True)
    line = 1
    while True:
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise UnreadableError("not_csv", line, detail=str(error)) from error
        yield line, fields
        line = reader.line_num + 1
