"""Sheets for the floor: the head of each page, and lines set one below the other by hand.

No table does it: a table looks at all its lines again for each page, which ten thousand trucks do
not allow.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from reportlab.lib.units import mm

from app.texts import day_sheet as words
from hardware import slip_sheet as look
from hardware.fonts import FontBook
from hardware.slip_head import CountedCanvas
from hardware.slip_sheet import MARGIN, Setting, draw_at, right
from hardware.spool import write_whole
from hardware.text_block import Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from hardware.day_lines import Heads, Line
    from hardware.slip_pdf import PageSize

S = TypeVar("S")
FOOT: Final = 14 * mm  # from the paper's edge to the end of the lines
HEAD_HIGH: Final = 44.0  # points of the head over its rule
GAP, SMALL_GAP = 16.0, 4.0
TITLE: Final = Style(20, 24, bold=True, align="right")
LEAST_ROOM: Final = 110.0  # points that a part wants before it begins at the foot of a page


@dataclass(frozen=True, slots=True)
class Frame:
    """What each page says: ``about`` below the site's name, ``said`` below the title.

    ``code`` names the file's title, ``foot`` is the line below all.
    """

    title: str
    code: str
    site_name: str
    about: str
    said: str
    foot: str


class Pages:
    """The pages as they fill from the top; a part that goes on repeats its title and heads."""

    def __init__(self, setting: Setting, canvas: CountedCanvas) -> None:
        self.setting, self.canvas = setting, canvas
        self._down = self._top
        self._repeats: tuple[str, Heads] | None = None

    @property
    def _top(self) -> float:
        return self.setting.page[1] - MARGIN - HEAD_HIGH - 10

    def begin(self, title: str, about: str = "", room: float = 40.0) -> None:
        """Draw a title, with what is to be known of it behind, on a new page where it is late."""
        self._repeats = None
        if self._down < self._top:
            self._down -= GAP
        self._ensure(room)
        self._draw_title(title, about)

    def go_on(self, title: str, table: Heads, lines: Iterable[Line]) -> None:
        """Draw heads and lines below a title that was begun."""
        self._repeats = (title, table)
        self._draw_heads(table)
        for line in lines:
            self._ensure(line.height)
            line.draw(self.canvas, self._down)
            self._down -= line.height

    def paragraph(self, text: str, style: Style) -> None:
        """Draw a text over the whole width."""
        block = self.setting.text(text, style)
        _, high = block.wrapOn(self.canvas, self.setting.width, 10_000)
        self._ensure(high)
        self._down -= draw_at(self.canvas, block, MARGIN, self._down, self.setting.width)
        self._down -= SMALL_GAP

    def gap(self) -> None:
        """Leave room between what stands above and what comes."""
        self._down -= SMALL_GAP * 2

    def draw(self, height: float, paint: Callable[[Canvas, float], None]) -> None:
        """Let something of that height (points) be painted below its top, whole on one page."""
        self._repeats = None
        self._ensure(height)
        paint(self.canvas, self._down)
        self._down -= height

    def _draw_title(self, title: str, about: str) -> None:
        width = self.setting.width
        name = self.setting.text(title, look.HEADING, wanted=1, most=2)
        high = draw_at(self.canvas, name, MARGIN, self._down, width * (0.5 if about else 1))
        if about:
            block = self.setting.text(about, right(look.PLAIN), wanted=1, most=2)
            at = MARGIN + width * 0.5
            high = max(high, draw_at(self.canvas, block, at, self._down - 3, width * 0.5) + 3)
        self._down -= high + SMALL_GAP

    def _draw_heads(self, table: Heads) -> None:
        self._down -= table.draw(self.canvas, self._down)

    def _ensure(self, room: float) -> None:
        """Begin the next page where so many points are not left."""
        if self._down - room >= FOOT:
            return
        self.canvas.showPage()
        self._down = self._top
        if self._repeats is not None:
            title, table = self._repeats
            self._draw_title(title, words.GOES_ON)
            self._draw_heads(table)


def sheet_pdf(
    frame: Frame, page: PageSize, fonts: FontBook | None, fill: Callable[[Pages], None]
) -> tuple[bytes, tuple[str, ...]]:
    """Return the PDF of what ``fill`` sets, and its warnings; the same always in the same bytes."""
    setting = Setting(fonts or FontBook(), look.PAGES[page])
    setting.fonts.begin()
    buffer = BytesIO()
    canvas = CountedCanvas(
        buffer,
        pagesize=setting.page,
        initialFontName=setting.fonts.base(bold=False).fontName,
        invariant=1,
        pageCompression=1,
        furnish=partial(_furnish, setting, frame),
    )
    canvas.setTitle(f"{frame.title} {frame.code}")
    canvas.setAuthor(frame.site_name)
    fill(Pages(setting, canvas))
    canvas.showPage()
    canvas.save()
    return buffer.getvalue(), setting.all_warnings()


def _furnish(setting: Setting, frame: Frame, canvas: Canvas, page: int, pages: int) -> None:
    """Draw what each page has: site, what it is about, as of, page x of y, and the foot."""
    top, width = setting.page[1] - MARGIN, setting.width
    side = width * 0.55
    place = MARGIN + width - side
    down = draw_at(canvas, setting.text(frame.title, TITLE), place, top + 5, side)
    said = f"{frame.said} · {words.say('page', page=page, pages=pages)}"
    draw_at(canvas, setting.text(said, look.DATED), place, top + 5 - down, side)
    name = setting.text(frame.site_name, look.SITE, wanted=1, most=1)
    down = draw_at(canvas, name, MARGIN, top + 3, width - side - GAP)
    about = setting.text(frame.about, look.STRONG, wanted=1, most=1)
    draw_at(canvas, about, MARGIN, top + 1 - down, width - side - GAP)
    canvas.setLineWidth(look.RULE)
    canvas.line(MARGIN, top - HEAD_HIGH, MARGIN + width, top - HEAD_HIGH)
    draw_at(canvas, setting.text(frame.foot, look.FOOTER), MARGIN, FOOT - 6, width)


class SheetWriter(Generic[S]):
    """Writes sheets of one kind and page size, as ``app.ports`` asks (DayWriter, OsdWriter)."""

    def __init__(
        self,
        pdf: Callable[[S, PageSize, FontBook], tuple[bytes, tuple[str, ...]]],
        page: PageSize = "A4",
        fonts: FontBook | None = None,
    ) -> None:
        """Take what makes the PDF, the page size, and fonts already found where there are some."""
        self._pdf, self._page, self._fonts = pdf, page, fonts or FontBook()

    def write(self, sheet: S, target: Path) -> tuple[str, ...]:
        """Write the PDF whole or not at all, mode 0600; return warnings in plain words.

        Raises OSError where the target cannot be written, LookupError where there is no font.
        """
        data, warnings = self._pdf(sheet, self._page, self._fonts)
        write_whole(target, data)
        return warnings
