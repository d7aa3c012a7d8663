"""What stands on every page: the head with its "page x of y", the numbers, the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.canvas import Canvas

from hardware import slip_sheet as look
from hardware import slip_words as words
from hardware.slip_logo import logo_size
from hardware.slip_sheet import MARGIN, Sheet, draw_at
from hardware.text_block import draw_pieces, width_of

if TYPE_CHECKING:
    from collections.abc import Callable

_GAP = 18.0  # points between the site's name, the copy mark and the title


class CountedCanvas(Canvas):
    """Keeps each page open until the last is known, then lets ``furnish`` add page x of y."""

    def __init__(
        self, *args: Any, furnish: Callable[[Canvas, int, int], None], **kwargs: Any
    ) -> None:
        """Take what draws the head and foot, called with the canvas, the page and the pages."""
        super().__init__(*args, **kwargs)
        self._furnish = furnish
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802  # reportlab's name
        """Keep the page and begin the next."""
        self._kept.append(dict(self.__dict__))
        start: Callable[[], None] = getattr(self, "_startPage")  # noqa: B009  # not in its types
        start()

    def save(self) -> None:
        """Finish every page, then the file."""
        kept = self._kept
        for number, page in enumerate(kept, 1):
            self.__dict__.update(page)
            self._furnish(self, number, len(kept))
            super().showPage()
        super().save()


def draw_head(sheet: Sheet, canvas: Canvas, page: int, pages: int) -> float:
    """Draw site, copy mark, title and rule; return the rule's height over the paper's foot."""
    top = sheet.page[1] - MARGIN
    right = sheet.page[0] - MARGIN
    title_width = width_of(sheet.fonts, sheet.words.title, look.TITLE)
    side = max(
        title_width, width_of(sheet.fonts, words.dated(sheet.words, page, pages), look.DATED)
    )
    left_room = sheet.width - side - _GAP
    mark = words.copy_mark(sheet.slip, sheet.words)
    if mark:
        taken = _draw_copy(sheet, canvas, mark, right - side - _GAP, top)
        left_room -= taken + _GAP
    down = (
        draw_at(canvas, sheet.text(sheet.words.title, look.TITLE), right - side, top + 5, side)
        - 3.5
    )
    dated = sheet.text(words.dated(sheet.words, page, pages), look.DATED)
    down += draw_at(canvas, dated, right - side, top - down, side)
    beside, logo_height = _draw_logo(sheet, canvas, top + 2)
    left, left_room = MARGIN + beside, left_room - beside
    name = sheet.text(sheet.slip.site_name, look.SITE, wanted=2, most=6)
    height = draw_at(canvas, name, left, top + 3, left_room) - 3
    address = sheet.text(sheet.slip.site_address, look.ADDRESS, wanted=2, most=6)
    height += draw_at(canvas, address, left, top - height, left_room)
    rule = top - max(down, height, logo_height - 2) - 9
    canvas.setLineWidth(look.RULE)
    canvas.line(MARGIN, rule, right, rule)
    return rule


def _draw_logo(sheet: Sheet, canvas: Canvas, top: float) -> tuple[float, float]:
    """Draw the site's logo; return the width that it and its gap take, and its height."""
    if sheet.logo is None:
        return 0.0, 0.0
    width, height = logo_size(sheet.logo)
    canvas.drawImage(sheet.logo, MARGIN, top - height, width, height)
    return width + 12, height


def _draw_copy(sheet: Sheet, canvas: Canvas, mark: str, right: float, top: float) -> float:
    """Draw the framed mark with its right edge there; return its width in points."""
    pieces = sheet.fonts.pieces(mark, look.COPY.bold)
    width = look.COPY.size * sum(piece.width for piece in pieces) + 20
    canvas.setLineWidth(2)
    canvas.roundRect(right - width, top - 27, width, 26, 3)
    draw_pieces(canvas, pieces, look.COPY.size, right - width + 10, top - 20)
    return width


def draw_foot(sheet: Sheet, canvas: Canvas) -> None:
    """Draw the hairline, where it was packed and whom to ask."""
    top = look.FOOT - 14
    canvas.setLineWidth(look.HAIR)
    canvas.line(MARGIN, top, MARGIN + sheet.width, top)
    left = 0.42 * sheet.width
    asked = look.right(look.FOOTER)
    packed = sheet.text(sheet.words.packed, look.FOOTER, wanted=2, most=4)
    draw_at(canvas, packed, MARGIN, top - 6, left - 6)
    whom = sheet.text(sheet.words.whom_to_ask, asked, wanted=2, most=4)
    draw_at(canvas, whom, MARGIN + left + 6, top - 6, sheet.width - left - 6)
