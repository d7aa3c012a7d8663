"""The day at the dock as a PDF: door by door, each truck with bars that open it in Receive."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.texts import day_sheet as words
from hardware import slip_sheet as look
from hardware.day_lines import (
    TRUCK_WIDTHS,
    UNLOAD_WIDTHS,
    heads,
    truck_line,
    unload_line,
)
from hardware.sheet_pages import LEAST_ROOM, Frame, Pages, sheet_pdf

if TYPE_CHECKING:
    from app.domain.day_sheet import DaySheet, SheetDoor
    from hardware.fonts import FontBook
    from hardware.slip_pdf import PageSize


def day_pdf(
    sheet: DaySheet, page: PageSize = "A4", fonts: FontBook | None = None
) -> tuple[bytes, tuple[str, ...]]:
    """Return the PDF and its warnings; the same day always gives the same bytes."""
    frame = Frame(words.TITLE, sheet.code, sheet.site_name, sheet.day, sheet.as_of, words.FOOT)
    return sheet_pdf(frame, page, fonts, partial(_set, sheet))


def _set(sheet: DaySheet, pages: Pages) -> None:
    """Set the whole day."""
    if sheet.empty:
        pages.paragraph(sheet.empty, look.STRONG)
    for door in sheet.doors:
        _set_door(door, pages)
    if sheet.unload:
        table = heads(pages.setting, words.UNLOAD_HEADS, UNLOAD_WIDTHS, first_right=4)
        pages.begin(words.UNLOAD, "", LEAST_ROOM)
        rows = (unload_line(pages.setting, row) for row in sheet.unload)
        pages.go_on(words.UNLOAD, table, rows)
    pages.begin(words.PROBLEMS)
    for number, problem in enumerate(sheet.problems, 1):
        pages.paragraph(f"{number}  {problem}", look.CELL)
    if not sheet.problems:
        pages.paragraph(words.NO_PROBLEMS, look.CELL)


def _set_door(door: SheetDoor, pages: Pages) -> None:
    if not door.trucks:
        about = " · ".join(part for part in (door.about, words.NO_TRUCK) if part)
        pages.begin(door.title, about)
        _set_closures(door, pages)
        return
    table = heads(pages.setting, words.HEADS, TRUCK_WIDTHS, first_right=3)
    pages.begin(door.title, door.about, LEAST_ROOM)
    _set_closures(door, pages)
    lines = (truck_line(pages.setting, truck) for truck in door.trucks)
    pages.go_on(door.title, table, lines)


def _set_closures(door: SheetDoor, pages: Pages) -> None:
    for closure in door.closures:
        pages.paragraph(closure, look.STRONG)
