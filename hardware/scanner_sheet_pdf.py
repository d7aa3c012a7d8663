"""The scanner test sheet as a PDF: four labels with letter, bars and what each tells."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from reportlab.lib.units import mm

from app.domain.barcode import GS
from app.domain.doctor_labels import Bars
from app.texts import doctor as words
from hardware import slip_sheet as look
from hardware.code128 import GOOD_X, QUIET, SMALL_X, draw_bars, modules, modules_ean, modules_gs1
from hardware.sheet_pages import Frame, Pages, sheet_pdf
from hardware.slip_sheet import MARGIN, Setting, draw_at
from hardware.text_block import Style

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from app.domain.doctor_labels import Label
    from app.domain.scanner_sheet import ScannerSheet
    from hardware.fonts import FontBook
    from hardware.slip_pdf import PageSize

LETTER: Final = Style(44, 50, bold=True)
LETTER_WIDE: Final = 17 * mm
BAR_HIGH: Final = 16 * mm
LABEL_HIGH: Final = 42 * mm  # far enough apart that a scanner sees one at a time
MODULES: Final = {Bars.CODE_128: modules, Bars.GS1_128: modules_gs1, Bars.EAN_13: modules_ean}


def scanner_sheet_pdf(
    sheet: ScannerSheet, page: PageSize = "A4", fonts: FontBook | None = None
) -> tuple[bytes, tuple[str, ...]]:
    """Return the PDF, one page, and its warnings; the same sheet always gives the same bytes."""
    frame = Frame(words.TITLE, "", sheet.site_name, words.SHEET_ABOUT, words.SHEET_SAID, words.FOOT)
    return sheet_pdf(frame, page, fonts, partial(_set, sheet))


def _set(sheet: ScannerSheet, pages: Pages) -> None:
    pages.paragraph(words.HOW, look.CELL)
    for label in sheet.labels:
        pages.draw(LABEL_HIGH, partial(_draw_label, pages.setting, label))


def _draw_label(setting: Setting, label: Label, canvas: Canvas, top: float) -> None:
    """Draw letter, bars and words; the bars are as wide as they fit, 3 dots at 203 dpi at most."""
    top -= 5 * mm
    left, room = MARGIN + LETTER_WIDE, setting.width - LETTER_WIDE
    draw_at(canvas, setting.text(label.name, LETTER), MARGIN, top + 4, LETTER_WIDE)
    pattern = MODULES[label.bars](label.code)
    x = GOOD_X if (len(pattern) + 2 * QUIET) * GOOD_X <= room else SMALL_X
    draw_bars(canvas, pattern, x, left + QUIET * x, top - BAR_HIGH, BAR_HIGH)
    text = f"{label.bars}   {label.code.replace(GS, ' FNC1 ')}"
    down = draw_at(canvas, setting.text(text, look.CODE), left, top - BAR_HIGH - 3, room)
    about = setting.text(words.LABELS[label.name], look.CELL)
    draw_at(canvas, about, left, top - BAR_HIGH - 3 - down, room)
