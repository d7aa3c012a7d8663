"""The day at the dock as a PDF: door by door, each truck with bars that open it in Receive.

Lines are set one below the other by hand, not by a table: a table looks at all its lines again
for each page, which ten thousand trucks do not allow.
"""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Final

from reportlab.lib.units import mm

from app.texts import day_sheet as words
from hardware import slip_sheet as look
from hardware.day_lines import (
    TRUCK_WIDTHS,
    UNLOAD_WIDTHS,
    Heads,
    Line,
    heads,
    truck_line,
    unload_line,
)
from hardware.fonts import FontBook
from hardware.slip_head import CountedCanvas
from hardware.slip_sheet import MARGIN, Setting, draw_at, right
from hardware.spool import write_whole
from hardware.text_block import Style

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from app.domain.day_sheet import DaySheet, SheetDoor
    from hardware.slip_pdf import PageSize

FOOT: Final = 14 * mm  # from the paper's edge to the end of the lines
HEAD_HIGH: Final = 44.0  # points of the head over its rule
GAP, SMALL_GAP = 16.0, 4.0
TITLE: Final = Style(20, 24, bold=True, align="right")
LEAST_ROOM: Final = 110.0  # points that a door wants before it begins at the foot of a page


class PdfDayWriter:
    """Writes days of one page size with the fonts of this machine (``app.ports.DayWriter``)."""

    def __init__(self, page: PageSize = "A4", fonts: FontBook | None = None) -> None:
        """Take the page size, and fonts already found where there are some."""
        self._page: PageSize = page
        self._fonts = fonts or FontBook()

    def write(self, sheet: DaySheet, target: Path) -> tuple[str, ...]:
        """Write the PDF whole or not at all, mode 0600; return warnings in plain words.

        Raises OSError where the target cannot be written, LookupError where there is no font.
        """
        data, warnings = day_pdf(sheet, self._page, self._fonts)
        write_whole(target, data)
        return warnings


def day_pdf(
    sheet: DaySheet, page: PageSize = "A4", fonts: FontBook | None = None
) -> tuple[bytes, tuple[str, ...]]:
    """Return the PDF and its warnings; the same day always gives the same bytes."""
    book = fonts or FontBook()
    book.begin()
    setting = Setting(book, look.PAGES[page])
    buffer = BytesIO()
    canvas = CountedCanvas(
        buffer,
        pagesize=setting.page,
        initialFontName=book.base(bold=False).fontName,
        invariant=1,
        pageCompression=1,
        furnish=partial(_furnish, setting, sheet),
    )
    canvas.setTitle(f"{words.TITLE} {sheet.code}")
    canvas.setAuthor(sheet.site_name)
    _DayPages(setting, canvas).set(sheet)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue(), setting.all_warnings()


def _furnish(setting: Setting, sheet: DaySheet, canvas: Canvas, page: int, pages: int) -> None:
    """Draw what each page has: site, day, as of, page x of y, and what the bars are for."""
    top, width = setting.page[1] - MARGIN, setting.width
    side = width * 0.55
    place = MARGIN + width - side
    down = draw_at(canvas, setting.text(words.TITLE, TITLE), place, top + 5, side)
    said = f"{sheet.as_of} · {words.say('page', page=page, pages=pages)}"
    draw_at(canvas, setting.text(said, look.DATED), place, top + 5 - down, side)
    name = setting.text(sheet.site_name, look.SITE, wanted=1, most=1)
    down = draw_at(canvas, name, MARGIN, top + 3, width - side - GAP)
    day = setting.text(sheet.day, look.STRONG, wanted=1, most=1)
    draw_at(canvas, day, MARGIN, top + 1 - down, width - side - GAP)
    canvas.setLineWidth(look.RULE)
    canvas.line(MARGIN, top - HEAD_HIGH, MARGIN + width, top - HEAD_HIGH)
    draw_at(canvas, setting.text(words.FOOT, look.FOOTER), MARGIN, FOOT - 6, width)


class _DayPages:
    """The pages as they fill from the top; a part that goes on repeats its title and heads."""

    def __init__(self, setting: Setting, canvas: CountedCanvas) -> None:
        self._setting, self._canvas = setting, canvas
        self._down = self._top
        self._repeats: tuple[str, Heads] | None = None

    @property
    def _top(self) -> float:
        return self._setting.page[1] - MARGIN - HEAD_HIGH - 10

    def set(self, sheet: DaySheet) -> None:
        """Set the whole day."""
        if sheet.empty:
            self._paragraph(sheet.empty, look.STRONG)
        for door in sheet.doors:
            self._door(door)
        self._repeats = None
        if sheet.unload:
            table = heads(self._setting, words.UNLOAD_HEADS, UNLOAD_WIDTHS, first_right=4)
            self._part(words.UNLOAD, "", table)
            self._lines(unload_line(self._setting, row) for row in sheet.unload)
        self._repeats = None
        self._begin(words.PROBLEMS)
        for number, problem in enumerate(sheet.problems, 1):
            self._paragraph(f"{number}  {problem}", look.CELL)
        if not sheet.problems:
            self._paragraph(words.NO_PROBLEMS, look.CELL)

    def _door(self, door: SheetDoor) -> None:
        self._repeats = None
        if not door.trucks:
            about = " · ".join(part for part in (door.about, words.NO_TRUCK) if part)
            self._begin(door.title, about)
            self._closures(door)
            return
        table = heads(self._setting, words.HEADS, TRUCK_WIDTHS, first_right=3)
        self._begin(door.title, door.about, LEAST_ROOM)
        self._closures(door)
        self._repeats = (door.title, table)
        self._draw_heads(table)
        self._lines(truck_line(self._setting, truck) for truck in door.trucks)

    def _closures(self, door: SheetDoor) -> None:
        for closure in door.closures:
            self._paragraph(closure, look.STRONG)

    def _part(self, title: str, about: str, table: Heads) -> None:
        self._begin(title, about, LEAST_ROOM)
        self._repeats = (title, table)
        self._draw_heads(table)

    def _begin(self, title: str, about: str = "", room: float = 40.0) -> None:
        """Draw a title, with what is to be known of it behind, on a new page where it is late."""
        if self._down < self._top:
            self._down -= GAP
        self._ensure(room)
        self._draw_title(title, about)

    def _draw_title(self, title: str, about: str) -> None:
        width = self._setting.width
        name = self._setting.text(title, look.HEADING, wanted=1, most=2)
        high = draw_at(self._canvas, name, MARGIN, self._down, width * (0.5 if about else 1))
        if about:
            block = self._setting.text(about, right(look.PLAIN), wanted=1, most=2)
            at = MARGIN + width * 0.5
            high = max(high, draw_at(self._canvas, block, at, self._down - 3, width * 0.5) + 3)
        self._down -= high + SMALL_GAP

    def _draw_heads(self, table: Heads) -> None:
        self._down -= table.draw(self._canvas, self._down)

    def _lines(self, lines: Iterable[Line]) -> None:
        for line in lines:
            self._ensure(line.height)
            line.draw(self._canvas, self._down)
            self._down -= line.height

    def _paragraph(self, text: str, style: Style) -> None:
        block = self._setting.text(text, style)
        _, high = block.wrapOn(self._canvas, self._setting.width, 10_000)
        self._ensure(high)
        self._down -= draw_at(self._canvas, block, MARGIN, self._down, self._setting.width)
        self._down -= SMALL_GAP

    def _ensure(self, room: float) -> None:
        """Begin the next page where so many points are not left."""
        if self._down - room >= FOOT:
            return
        self._canvas.showPage()
        self._down = self._top
        if self._repeats is not None:
            title, table = self._repeats
            self._draw_title(title, words.GOES_ON)
            self._draw_heads(table)
