"""The command sheet: every command's bars with what it does, two beside each other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from app.texts import labels as words
from hardware import slip_sheet as look
from hardware.code128 import GOOD_X, QUIET, draw_bars, modules
from hardware.sheet_pages import Frame, Pages, sheet_pdf
from hardware.slip_sheet import MARGIN, draw_at
from hardware.text_block import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas

    from app.domain.command_scan import Command
    from hardware.fonts import FontBook
    from hardware.slip_pdf import PageSize
    from hardware.slip_sheet import Setting

ACROSS: Final = 2
CELL_HIGH: Final = 72.0  # points
BARS_HIGH: Final = 26.0
NAME: Final = Style(12, 15, bold=True)


def command_sheet_pdf(
    commands: Sequence[Command],
    page: PageSize = "A4",
    fonts: FontBook | None = None,
) -> tuple[bytes, tuple[str, ...]]:
    """Return the sheet's PDF and its warnings; the same commands always give the same bytes."""
    frame = Frame(
        words.SHEET_TITLE,
        "",
        words.SHEET_ABOUT,
        words.SHEET_HOW,
        words.SHEET_SAID,
        words.SHEET_FOOT,
    )
    return sheet_pdf(frame, page, fonts, partial(_set, commands))


def _set(commands: Sequence[Command], pages: Pages) -> None:
    for first in range(0, len(commands), ACROSS):
        row = commands[first : first + ACROSS]
        pages.draw(CELL_HIGH, partial(_draw_row, pages.setting, row))


def _draw_row(setting: Setting, row: Sequence[Command], canvas: Canvas, top: float) -> None:
    width = setting.width / ACROSS
    for place, command in enumerate(row):
        name, does = words.command_words(command)
        left, down = MARGIN + place * width, top
        down -= draw_at(canvas, setting.text(name, NAME), left, down, width - 12)
        down -= draw_at(canvas, setting.text(does, look.LABEL, 1, 1), left, down, width - 12)
        at = left + QUIET * GOOD_X
        pattern = modules(command.barcode)
        draw_bars(canvas, pattern, GOOD_X, at, down - BARS_HIGH - 2, BARS_HIGH)
        code = setting.text(command.barcode, look.LABEL)
        draw_at(canvas, code, at, down - BARS_HIGH - 1, width - 12)
