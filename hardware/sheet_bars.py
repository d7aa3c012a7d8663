"""A number as bars at the head of a sheet, with itself below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib.units import mm

from hardware import slip_sheet as look
from hardware import slip_words
from hardware.code128 import GOOD_X, LEAST_X, QUIET, draw_bars, modules
from hardware.slip_sheet import MARGIN, draw_at

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from hardware.sheet_pages import Pages

BAR_HIGH: Final = 12 * mm


def set_bars(pages: Pages, what: str, number: str) -> None:
    """Set the number as bars at the left with itself below; in words alone where it has none.

    ``what`` names it in a warning.
    """
    setting, pattern = pages.setting, modules(number)
    x = min(GOOD_X, setting.width / (len(pattern) + 2 * QUIET)) if pattern else 0
    if x < LEAST_X:
        setting.warnings.append(slip_words.no_bars(what, number, too_long=bool(pattern)))
        pages.paragraph(number, look.NUMBER)
        return

    def paint(canvas: Canvas, top: float) -> None:
        draw_bars(canvas, pattern, x, MARGIN + QUIET * x, top - BAR_HIGH, BAR_HIGH)
        block = setting.text(number, look.NUMBER, wanted=1, most=2)
        draw_at(canvas, block, MARGIN, top - BAR_HIGH - 2, setting.width)

    pages.draw(BAR_HIGH + 24, paint)
