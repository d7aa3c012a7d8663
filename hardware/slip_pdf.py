"""The packing slip as a PDF: the same value always gives the same bytes."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, Literal

from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageTemplate,
    Spacer,
)

from app.domain.documents import cleaned
from app.texts.slips import say
from hardware import slip_sheet as look
from hardware.fonts import FontBook
from hardware.slip_head import CountedCanvas, draw_foot, draw_head
from hardware.slip_logo import logo_of
from hardware.slip_sheet import FOOT, MARGIN, Sheet, draw_at
from hardware.slip_tables import in_this_box, still_to_come
from hardware.slip_top import numbers, who_and_how
from hardware.spool import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from app.domain.documents import PackingSlip

PageSize = Literal["A4", "Letter"]
_TABLE_START: Final = 90  # points that a table wants below its title before it begins

_KEPT_WHOLE: Final = 6  # lines still to come up to which their frame is not broken over pages


def write_slip(
    slip: PackingSlip, target: Path, page: PageSize = "A4", fonts: FontBook | None = None
) -> tuple[str, ...]:
    """Write the PDF whole or not at all, mode 0600; return warnings in plain words.

    ``fonts`` may be kept for the next slip, by one thread at a time.  Raises OSError where the
    target cannot be written, LookupError where the machine has no font.
    """
    data, warnings = slip_pdf(slip, page, fonts)
    write_whole(target, data)
    return warnings


class PdfSlipWriter:
    """Writes slips of one page size with the fonts of this machine (``app.ports.SlipWriter``)."""

    def __init__(self, page: PageSize = "A4", fonts: FontBook | None = None) -> None:
        """Take the page size, and fonts already found where there are some."""
        self._page: PageSize = page
        self._fonts = fonts or FontBook()

    def write(self, slip: PackingSlip, target: Path) -> tuple[str, ...]:
        """Write one slip; see ``write_slip``."""
        return write_slip(slip, target, self._page, self._fonts)


def slip_pdf(
    slip: PackingSlip, page: PageSize = "A4", fonts: FontBook | None = None
) -> tuple[bytes, tuple[str, ...]]:
    """Return the PDF and its warnings."""
    book = fonts or FontBook()
    book.begin()
    clean = cleaned(slip)
    sheet = Sheet(book, look.PAGES[page], slip=clean, words=say(clean))
    sheet.logo = logo_of(sheet)
    buffer = BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=sheet.page,
        title=f"{sheet.words.title} {sheet.slip.shipment}",
        author=sheet.slip.site_name,
        initialFontName=book.base(bold=False).fontName,
        invariant=1,
        pageCompression=1,
    )
    heights = _measure(sheet)
    document.addPageTemplates([_template(sheet, "first", heights[0])])
    document.addPageTemplates([_template(sheet, "later", heights[1])])
    document.build(_story(sheet, min(heights) - FOOT), canvasmaker=partial(_canvas, sheet))
    return buffer.getvalue(), sheet.all_warnings()


def _canvas(sheet: Sheet, *args: Any, **kwargs: Any) -> CountedCanvas:
    return CountedCanvas(*args, furnish=partial(_furnish, sheet), **kwargs)


def _furnish(sheet: Sheet, canvas: Canvas, page: int, pages: int) -> None:
    """Draw what each page has beside what flows; later pages repeat the numbers."""
    down = draw_head(sheet, canvas, page, pages) - 14
    if page > 1:
        for block in numbers(sheet, with_dates=False):
            down -= draw_at(canvas, block, MARGIN, down, sheet.width)
    draw_foot(sheet, canvas)


def _measure(sheet: Sheet) -> tuple[float, float]:
    """Return where what flows begins on the first page and on later ones, in points from below."""
    trial = CountedCanvas(BytesIO(), pagesize=sheet.page, furnish=lambda *_: None)
    rule = draw_head(sheet, trial, 888, 888)
    taken = sum(
        block.wrapOn(trial, sheet.width, 10_000)[1] for block in numbers(sheet, with_dates=False)
    )
    return rule - 14, rule - 14 - taken - 18


def _template(sheet: Sheet, name: str, top: float) -> PageTemplate:
    frame = Frame(
        MARGIN,
        FOOT,
        sheet.width,
        top - FOOT,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    return PageTemplate(name, [frame], pagesize=sheet.page)


def _story(sheet: Sheet, room: float) -> list[Flowable]:
    story: list[Flowable] = [
        NextPageTemplate("later"),
        who_and_how(sheet, room),
        Spacer(0, 20),
        *numbers(sheet, with_dates=True),
        Spacer(0, 22),
        CondPageBreak(_TABLE_START),
        sheet.text(sheet.words.in_this_box, look.HEADING),
        Spacer(0, 8),
        in_this_box(sheet),
    ]
    if sheet.slip.note:
        label = sheet.text(sheet.words.note, look.LABEL)
        label.keepWithNext = 1
        story += [Spacer(0, 16), label, sheet.text(sheet.slip.note, look.PLAIN, 400, 400)]
    if sheet.slip.to_come:
        table = still_to_come(sheet)
        whole = len(sheet.slip.to_come) <= _KEPT_WHOLE
        story += [Spacer(0, 22), KeepTogether([table]) if whole else table]
    return story
