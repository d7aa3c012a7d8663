"""The two tables of a slip: what is in this box, and what is still to come."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, Final

from reportlab.platypus import Flowable, Table

from hardware import slip_sheet as look
from hardware.text_block import draw_pieces

if TYPE_CHECKING:
    from hardware.slip_sheet import Sheet

FEW: Final = 10  # lines up to which the rows stand far apart
_SHORT: Final = 240  # letters of a small line that stand under a description
_ROOMY, _CLOSE = 7.2, 3.4  # points over and under a row
_OVER_UNDER: Final = ("TOP", "BOTTOM")
_LIP: Final = 4.0  # points that the dashed frame reaches below its last row
_BOX_WIDTHS: Final = (34.0, 94.0, 0.0, 57.0, 56.0, 69.0)  # 0: what is left
_COME_WIDTHS: Final = (14.0, 30.0, 86.0, 0.0, 36.0, 184.0, 14.0)  # the edges are the frame's room


class PartTable(Table):
    """A table that is drawn part by part; each part knows its own size (reportlab's names)."""

    _colpositions: list[float]
    _width: float
    _height: float


class BoxTable(PartTable):
    """The table of this box; each part of it on a page frames its last column."""

    def draw(self) -> None:
        """Draw the cells, then the frame around "Shipped now"."""
        super().draw()
        left, right = self._colpositions[-2:]
        self.canv.setLineWidth(look.RULE)
        self.canv.rect(left, 0, right - left, self._height)


class DashedTable(PartTable):
    """The table still to come; each part of it on a page has the whole dashed frame."""

    def draw(self) -> None:
        """Draw the frame, then the cells."""
        self.canv.saveState()
        self.canv.setLineWidth(look.RULE)
        self.canv.setDash(list(look.DASH))
        self.canv.roundRect(0, -_LIP, self._width, self._height + _LIP, 3)
        self.canv.restoreState()
        super().draw()


class ComeTitle(Flowable):
    """The title of what is to come and, small behind it, that nothing need be done."""

    def __init__(self, sheet: Sheet) -> None:
        """Take the sheet for its fonts."""
        super().__init__()
        self.sheet = sheet

    def wrap(self, avail_width: float, _avail_height: float) -> tuple[float, float]:
        """Return the width and height in points."""
        self.width, self.height = avail_width, look.HEADING.leading
        return self.width, self.height

    def draw(self) -> None:
        """Draw both on one baseline."""
        fonts = self.sheet.fonts
        title = fonts.pieces(self.sheet.words.still_to_come, look.HEADING.bold)
        end = draw_pieces(self.canv, title, look.HEADING.size, 0, 5)
        behind = fonts.pieces(self.sheet.words.nothing_to_do, look.PLAIN.bold)
        draw_pieces(self.canv, behind, look.PLAIN.size, end + 9, 5)


def in_this_box(sheet: Sheet) -> Flowable:
    """Return the lines shipped now with their total; its head is repeated on each page."""
    lines = sheet.slip.lines
    rows, ends = [_box_heads(sheet)], list[int]()
    for row in range(len(lines)):
        rows += _box_rows(sheet, row)
        ends.append(len(rows) - 1)
    rows.append(_total(sheet))
    more = [row for row in range(1, len(rows) - 1) if row - 1 not in {0, *ends}]
    pad = _ROOMY if len(lines) <= FEW else _CLOSE
    table = BoxTable(rows, colWidths=_widths(sheet, _BOX_WIDTHS), repeatRows=1, hAlign="LEFT")
    table.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), pad),
            ("BOTTOMPADDING", (0, 0), (-1, -1), pad),
            ("TOPPADDING", (0, 0), (-1, 0), 4),
            ("BOTTOMPADDING", (0, 0), (-1, 0), 4),
            ("TOPPADDING", (0, -1), (-1, -1), 5.5),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 5.5),
            ("RIGHTPADDING", (0, 0), (0, -2), 2),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 13),
            *(("LINEBELOW", (0, row), (-1, row), look.HAIR, "black") for row in ends),
            *(("SPAN", (2, row), (4, row)) for row in more),
            *((f"{side}PADDING", (0, row), (-1, row), 0.5) for row in more for side in _OVER_UNDER),
            *(("BOTTOMPADDING", (0, row), (-1, row), pad) for row in ends),
            ("LINEABOVE", (0, 0), (-1, 0), look.RULE, "black"),
            ("LINEBELOW", (0, 0), (-1, 0), look.RULE, "black"),
            ("LINEABOVE", (-1, -1), (-1, -1), look.RULE, "black"),
            ("SPAN", (0, -1), (-2, -1)),
            ("NOSPLIT", (0, -2), (-1, -1)),
        ]
    )
    return table


def _widths(sheet: Sheet, widths: tuple[float, ...]) -> list[float]:
    rest = sheet.width - sum(widths)
    return [width or rest for width in widths]


def _box_heads(sheet: Sheet) -> list[Flowable]:
    styles = [look.HEAD] * 3 + [look.right(look.HEAD)] * 3
    return [
        sheet.text(head, style, wanted=len(head.split()))
        for head, style in zip(sheet.words.box_heads, styles, strict=True)
    ]


def _box_rows(sheet: Sheet, row: int) -> list[list[Any]]:
    """Return a line's row, and more below it where its lots and serials are many.

    A row cannot be broken where a page ends: what is long goes on in rows of its own.
    """
    line = sheet.slip.lines[row]
    short = tuple(small for small in sheet.words.under[row] if len(small) <= _SHORT)
    parts = [
        part
        for small in sheet.words.under[row]
        if len(small) > _SHORT
        for part in textwrap.wrap(small, _SHORT, break_long_words=False, break_on_hyphens=False)
    ]
    number, now = look.right(look.CELL), look.right(look.NOW)
    first = [
        sheet.text(line.line, look.CELL, wanted=1),
        sheet.text(line.sku, look.CODE, wanted=2),
        _described(sheet, line.description, short),
        sheet.text(str(line.ordered), number, wanted=1),
        sheet.text(str(line.shipped_before), number, wanted=1),
        sheet.text(str(line.shipped_now), now, wanted=1),
    ]
    return [
        first,
        *(["", "", sheet.text(part, look.LABEL, wanted=9), "", "", ""] for part in parts),
    ]


def _described(sheet: Sheet, what: str, under: tuple[str, ...]) -> list[Flowable]:
    """Say what a line is, and below it, small, what else there is to say of it."""
    said = sheet.text(what, look.CELL, most=14)
    return [said, *(sheet.text(small, look.LABEL, most=8) for small in under)]


def _total(sheet: Sheet) -> list[Any]:
    units = sum(line.shipped_now for line in sheet.slip.lines)
    said = sheet.text(sheet.words.units_here, look.right(look.CELL))
    return [said, "", "", "", "", sheet.text(str(units), look.right(look.NOW), wanted=1)]


def still_to_come(sheet: Sheet) -> Flowable:
    """Return what is not in this box, apart in a dashed frame, its title on each part of it."""
    to_come = sheet.slip.to_come
    heads = [look.HEAD] * 3 + [look.right(look.HEAD)] * 2
    texts = [
        sheet.text(head, style) for head, style in zip(sheet.words.come_heads, heads, strict=True)
    ]
    closing = sheet.text(sheet.words.how_it_follows, look.PLAIN)
    rows: list[list[Any]] = [
        ["", ComeTitle(sheet), "", "", "", "", ""],
        ["", *texts, ""],
        *(["", *_come_row(sheet, row), ""] for row in range(len(to_come))),
        ["", closing, "", "", "", "", ""],
    ]
    pad = 6.5 if len(to_come) <= FEW else _CLOSE
    table = DashedTable(rows, colWidths=_widths(sheet, _COME_WIDTHS), repeatRows=2, hAlign="LEFT")
    table.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (1, 0), (1, -1), 2),
            ("RIGHTPADDING", (2, 0), (3, -1), 6),
            ("LEFTPADDING", (5, 0), (5, -1), 14),
            ("TOPPADDING", (0, 2), (-1, -2), pad),
            ("BOTTOMPADDING", (0, 2), (-1, -2), pad),
            ("TOPPADDING", (0, 0), (-1, 0), 11),
            ("BOTTOMPADDING", (0, 0), (-1, 0), 4),
            ("BOTTOMPADDING", (0, 1), (-1, 1), 5),
            ("TOPPADDING", (0, -1), (-1, -1), 5),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 11 - _LIP),
            ("LINEBELOW", (1, 1), (-2, 1), 0.7, "black"),
            ("LINEBELOW", (1, 2), (-2, -3), look.HAIR, "black"),
            ("SPAN", (1, 0), (-2, 0)),
            ("SPAN", (1, -1), (-2, -1)),
            ("NOSPLIT", (0, -2), (-1, -1)),
        ]
    )
    return table


def _come_row(sheet: Sheet, row: int) -> list[Any]:
    line = sheet.slip.to_come[row]
    when = look.right(look.DUE)
    return [
        sheet.text(line.line, look.CELL, wanted=1),
        sheet.text(line.sku, look.CODE, wanted=2),
        _described(sheet, line.description, sheet.words.under_due[row]),
        sheet.text(str(line.units), look.right(look.DUE), wanted=1),
        sheet.text(sheet.words.due[row], when, wanted=2),
    ]
