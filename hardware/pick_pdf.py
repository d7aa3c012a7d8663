"""An order's pick list as a PDF: its number as bars, and where to take what."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from app.texts import pick_sheet as words
from hardware import slip_sheet as look
from hardware.day_lines import Cell, Line, heads, line_of, places_of
from hardware.sheet_bars import set_bars
from hardware.sheet_pages import LEAST_ROOM, Frame, Pages, sheet_pdf
from hardware.slip_sheet import right

if TYPE_CHECKING:
    from app.domain.pick_sheet import PickRow, PickSheet
    from hardware.fonts import FontBook
    from hardware.slip_pdf import PageSize
    from hardware.slip_sheet import Setting

WIDTHS: Final = (110.0, 0.0, 60.0, 90.0)  # points; 0: what is left
FIRST_RIGHT: Final = 2
BLANK: Final = "________"


def pick_pdf(
    sheet: PickSheet, page: PageSize = "A4", fonts: FontBook | None = None
) -> tuple[bytes, tuple[str, ...]]:
    """Return the PDF and its warnings; the same list always gives the same bytes."""
    about = " · ".join(filter(None, (sheet.order, sheet.customer)))
    frame = Frame(words.TITLE, sheet.order, sheet.site_name, about, sheet.as_of, words.FOOT)
    return sheet_pdf(frame, page, fonts, partial(_set, sheet))


def _set(sheet: PickSheet, pages: Pages) -> None:
    set_bars(pages, words.BARS, sheet.order)
    pages.begin(words.LINES, sheet.says, LEAST_ROOM)
    if sheet.rows:
        table = heads(pages.setting, words.HEADS, WIDTHS, first_right=FIRST_RIGHT)
        pages.go_on(words.LINES, table, (_line(pages.setting, row) for row in sheet.rows))
    if sheet.stays:
        pages.gap()
        pages.paragraph(sheet.stays, look.STRONG)


def _line(setting: Setting, row: PickRow) -> Line:
    columns = (
        ((row.location, look.NUMBER),),
        ((row.sku, look.CODE), (row.name, look.CELL), (row.lots, look.LABEL)),
        ((str(row.units), right(look.NUMBER)),),
        ((BLANK, right(look.CELL)),),
    )
    cells = tuple(
        Cell(left, wide, tuple(setting.text(text, style, 2, 6) for text, style in texts if text))
        for texts, (left, wide) in zip(columns, places_of(setting, WIDTHS), strict=True)
    )
    return line_of(setting, cells)
