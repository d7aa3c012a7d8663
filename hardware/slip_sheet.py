"""The measures and type of the packing slip, and the sheet that its parts are set on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table

from hardware import slip_words as words
from hardware.fonts import spelt_out
from hardware.text_block import Style, TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    from app.domain.documents import PackingSlip, SlipWords
    from hardware.fonts import FontBook

PAGES: Final = {"A4": A4, "Letter": LETTER}
MARGIN: Final = 15 * mm
FOOT: Final = 22 * mm  # from the paper's edge to the end of what may flow
RULE, HAIR, DASH = 1.2, 0.25, (2.6, 1.7)  # line widths and the dash, in points

SITE: Final = Style(15, 19, bold=True)
ADDRESS: Final = Style(9.5, 13)
TITLE: Final = Style(24, 29, bold=True, align="right")
DATED: Final = Style(9.5, 13, align="right")
COPY: Final = Style(16, 20, bold=True)
LABEL: Final = Style(8, 11)
STRONG: Final = Style(10.5, 15, bold=True)
SHIP_NAME: Final = Style(12, 16.5, bold=True)
SHIP_LINE: Final = Style(12, 16.5)
ORDINAL: Final = Style(28, 32, bold=True)
OF_UP_TO: Final = Style(12.5, 16, bold=True)
PLAIN: Final = Style(9.5, 12.5)
NUMBER: Final = Style(11.5, 15, bold=True)
HEADING: Final = Style(14, 18, bold=True)
HEAD: Final = Style(8, 9.8, bold=True)
CELL: Final = Style(9.5, 12.5)
CODE: Final = Style(9.5, 12.5, bold=True)
NOW: Final = Style(14, 16, bold=True)
DUE: Final = Style(11, 14, bold=True)
FOOTER: Final = Style(8.3, 10.5)


def right(style: Style) -> Style:
    """Return the style set against the right edge."""
    return replace(style, align="right")


@dataclass
class Setting:
    """Fonts and page of a paper, and what went wrong while it was set."""

    fonts: FontBook
    page: tuple[float, float]  # width and height in points
    warnings: list[str] = field(default_factory=list)
    _blocks: list[TextBlock] = field(default_factory=list)

    @property
    def width(self) -> float:
        """Return the points between the margins."""
        return self.page[0] - 2 * MARGIN

    def text(self, text: str, style: Style, wanted: int = 3, most: int = 20) -> TextBlock:
        """Return a block of text that is watched for being cut."""
        block = TextBlock(self.fonts, text, style, wanted, most)
        self._blocks.append(block)
        return block

    def all_warnings(self) -> tuple[str, ...]:
        """Return each warning once, once all is drawn."""
        missing = spelt_out(self.fonts.missing)
        cut = (words.cut(block.text) for block in self._blocks if block.cut)
        found = [*self.warnings, *([words.no_font(missing)] if missing else []), *cut]
        return tuple(dict.fromkeys(found))


@dataclass
class Sheet(Setting):
    """The slip as it is set."""

    slip: PackingSlip = field(kw_only=True)
    words: SlipWords = field(kw_only=True)
    logo: ImageReader | None = None


def draw_at(canvas: Canvas, block: Flowable, x: float, top: float, width: float) -> float:
    """Draw a flowable with its top left corner there; return its height in points."""
    _, height = block.wrapOn(canvas, width, 10_000)
    block.drawOn(canvas, x, top - height)
    return float(height)


def columns(cells: Sequence[Sequence[Flowable]], widths: Sequence[float]) -> Table:
    """Stand stacks of flowables side by side, tops level, with no lines and no padding."""
    table = Table([[list(cell) for cell in cells]], colWidths=list(widths))
    table.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            *((f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT")),
            *((f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("TOP", "BOTTOM")),
        ]
    )
    return table
