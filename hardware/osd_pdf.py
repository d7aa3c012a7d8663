"""Over, short and damaged of a receipt as a PDF: bars of its number, its lines, signatures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from app.texts import osd as words
from hardware import slip_sheet as look
from hardware.day_lines import Cell, Line, heads, line_of, places_of
from hardware.sheet_bars import set_bars
from hardware.sheet_pages import LEAST_ROOM, Frame, Pages, sheet_pdf
from hardware.slip_sheet import MARGIN, Setting, draw_at, right

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from app.domain.osd_sheet import OsdRow, OsdSheet
    from hardware.fonts import FontBook
    from hardware.slip_pdf import PageSize
    from hardware.text_block import Style

WIDTHS: Final = (40.0, 0.0, 58.0, 54.0, 40.0, 40.0, 52.0)  # points; 0: what is left
FIRST_RIGHT: Final = 2
FACT_HIGH: Final = 28.0  # points of a label with what is known below it
FACTS_A_ROW: Final = 5
SIGNED_HIGH: Final = 46.0


def osd_pdf(
    sheet: OsdSheet, page: PageSize = "A4", fonts: FontBook | None = None
) -> tuple[bytes, tuple[str, ...]]:
    """Return the PDF and its warnings; the same sheet always gives the same bytes."""
    frame = Frame(words.TITLE, sheet.number, sheet.site_name, sheet.state, sheet.as_of, words.FOOT)
    return sheet_pdf(frame, page, fonts, partial(_set, sheet))


def _set(sheet: OsdSheet, pages: Pages) -> None:
    setting = pages.setting
    set_bars(pages, words.BARS, sheet.number)
    for first in range(0, len(sheet.about), FACTS_A_ROW):
        row = sheet.about[first : first + FACTS_A_ROW]
        pages.draw(FACT_HIGH, partial(_draw_facts, setting, row))
    pages.begin(words.LINES, sheet.says, LEAST_ROOM)
    table = heads(setting, words.HEADS, WIDTHS, first_right=FIRST_RIGHT)
    pages.go_on(words.LINES, table, (_line(setting, row) for row in sheet.rows))
    if sheet.history:
        pages.begin(words.HISTORY)
        for said in sheet.history:
            pages.paragraph(said, look.CELL)
    pages.draw(SIGNED_HIGH, partial(_draw_signatures, setting))


def _draw_facts(
    setting: Setting, facts: tuple[tuple[str, str], ...], canvas: Canvas, top: float
) -> None:
    width = setting.width / FACTS_A_ROW
    for place, (label, known) in enumerate(facts):
        left = MARGIN + place * width
        down = draw_at(canvas, setting.text(label, look.LABEL), left, top, width - 6)
        block = setting.text(known or "–", look.CODE, wanted=1, most=1)
        draw_at(canvas, block, left, top - down, width - 6)


def _line(setting: Setting, row: OsdRow) -> Line:
    """Return a line: what differs in bold, then lots, reasons and pictures below the name."""
    about: list[tuple[str, Style]] = [(row.sku, look.CODE), (row.name, look.CELL)]
    about += [(row.says, look.STRONG)]
    about += [(text, look.LABEL) for text in row.came]
    about += [(text, look.CELL) for text in row.remarks]
    counts = (row.expected, row.received, row.over, row.short, row.damaged)
    plain, loud = right(look.CELL), right(look.CODE)
    columns = [
        [(row.line, look.CODE)],
        about,
        *([(str(count), plain)] for count in counts[:2]),
        *([(str(count) if count else "", loud)] for count in counts[2:]),
    ]
    cells = tuple(
        Cell(left, wide, tuple(setting.text(text, style, 2, 6) for text, style in texts if text))
        for texts, (left, wide) in zip(columns, places_of(setting, WIDTHS), strict=True)
    )
    return line_of(setting, cells)


def _draw_signatures(setting: Setting, canvas: Canvas, top: float) -> None:
    width = setting.width / len(words.SIGNATURES)
    canvas.setLineWidth(look.HAIR)
    for place, label in enumerate(words.SIGNATURES):
        left, line = MARGIN + place * width, top - SIGNED_HIGH + 16
        canvas.line(left, line, left + width - 14, line)
        draw_at(canvas, setting.text(label, look.LABEL), left, line - 2, width - 14)
