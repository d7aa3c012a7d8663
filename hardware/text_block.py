"""A block of text on paper: no markup, so nothing in a name can be taken for a command."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from reportlab.platypus import Flowable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.pdfgen.canvas import Canvas

    from hardware.fonts import FontBook, Piece

LEAST: Final = 6.5  # points; smaller is not read by the customer
_BREAKABLE: Final = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U000323af"
_LONG: Final = 120  # code points that are measured as one word; a line has room for fewer
# What stands on ideographs and kana.
_MARKS: Final = "\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
_WORD: Final = re.compile(f"( *)([{_BREAKABLE}][{_MARKS}]*|[^ {_BREAKABLE}]{{1,{_LONG}}})")


@dataclass(frozen=True, slots=True)
class Style:
    """Size and line distance in points; ``align`` is "left" or "right"."""

    size: float
    leading: float
    bold: bool = False
    align: str = "left"
    above: float = 0  # points of room over the first line


class TextBlock(Flowable):
    """Plain text that wraps between words, between ideographs, and within a word too long.

    A text that needs more than ``wanted`` lines is set smaller, down to ``LEAST`` points; past
    ``most`` lines it ends in "…" and ``cut`` is True.
    """

    def __init__(
        self, fonts: FontBook, text: str, style: Style, wanted: int = 400, most: int = 400
    ) -> None:
        """Take one text of one style; ``text`` is printable (see ``app.domain.documents``)."""
        super().__init__()
        self.fonts, self.text, self.wanted, self.most = fonts, text, wanted, most
        self.style = self.full_style = style
        self.lines: Sequence[str] = ()
        self.cut = False
        self._wrapped_to = -1.0

    def wrap(self, avail_width: float, _avail_height: float) -> tuple[float, float]:
        """Break into lines of at most ``avail_width`` points; return the width and height taken."""
        if avail_width != self._wrapped_to:
            self._wrapped_to = avail_width
            text = self.fonts.drawable(self.text, self.full_style.bold)
            for style in smaller(self.full_style):
                self.style = style
                self.lines = list(broken(self.fonts, text, style, avail_width))
                if len(self.lines) <= self.wanted:
                    break
            self._cut_short(avail_width)
        self.width = avail_width
        self.height = self.style.above + self.style.leading * len(self.lines)
        return avail_width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        """Break between lines where a page ends; [] where not even one line fits."""
        self.wrap(avail_width, avail_height)
        fits = int((avail_height - self.style.above) // self.style.leading)
        if fits < 1:
            return []
        parts = (self.lines[:fits], self.lines[fits:])
        return [TextBlock(self.fonts, " ".join(part), self.style) for part in parts if part]

    def draw(self) -> None:
        """Draw each line on its baseline."""
        top = self.height - self.style.above
        for number, line in enumerate(self.lines):
            baseline = top - number * self.style.leading - self._drop()
            x = 0.0
            pieces = self.fonts.pieces(line, self.style.bold)
            if self.style.align == "right":
                x = self.width - self.style.size * sum(piece.width for piece in pieces)
            draw_pieces(self.canv, pieces, self.style.size, x, baseline)

    def _drop(self) -> float:
        """Return the points from a line's top to its baseline: capitals sit in its middle."""
        return (self.style.leading + 0.72 * self.style.size) / 2

    def _cut_short(self, width: float) -> None:
        self.cut = len(self.lines) > self.most
        if self.cut:
            last = self.lines[self.most - 1]
            while last and width_of(self.fonts, last + "…", self.style) > width:
                last = last[:-1]
            self.lines = [*self.lines[: self.most - 1], last + "…"]


def smaller(style: Style) -> Iterator[Style]:
    """Yield the style, then smaller ones, the last not under ``LEAST`` points."""
    yield style
    for factor in (0.85, 0.72, 0.6):
        size = max(style.size * factor, LEAST)
        if size < style.size:
            yield replace(style, size=size, leading=style.leading * size / style.size)


def draw_pieces(canvas: Canvas, pieces: Sequence[Piece], size: float, x: float, y: float) -> float:
    """Draw from ``x`` to the right on the baseline ``y``; return where the text ends, in points."""
    for piece in pieces:
        canvas.setFont(piece.font, size)
        canvas.drawString(x, y, piece.text)
        x += piece.width * size
    return x


def width_of(fonts: FontBook, text: str, style: Style) -> float:
    """Return the width in points of a text on one line."""
    return style.size * sum(piece.width for piece in fonts.pieces(text, style.bold))


def broken(fonts: FontBook, text: str, style: Style, width: float) -> Iterator[str]:
    """Yield the lines of a text, each at most ``width`` points wide where a letter fits at all."""
    if width_of(fonts, text, style) <= width:
        if text:
            yield text
        return
    space = width_of(fonts, " ", style)
    line, used = "", 0.0
    for gap, word in _WORD.findall(text):
        between = gap if line else ""
        needed = width_of(fonts, word, style)
        if line and used + len(between) * space + needed > width:
            yield line
            line, used, between = "", 0.0, ""
        rest = word
        while needed > width and len(rest) > 1:
            head = _fitting(fonts, rest, style, width)
            if head == len(rest):
                break
            yield rest[:head]
            rest = rest[head:]
            needed = width_of(fonts, rest, style)
        line, used = line + between + rest, used + len(between) * space + needed
    if line:
        yield line


def _fitting(fonts: FontBook, word: str, style: Style, width: float) -> int:
    """Return how many code points of a word fit on a line, at least one letter with its marks."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(fonts, word[:middle], style) <= width:
            low = middle
        else:
            high = middle - 1
    whole = low
    while whole > 1 and whole < len(word) and _clings(word[whole - 1 : whole + 1]):
        whole -= 1
    return low if whole == 1 and _clings(word[:2]) else whole


def _clings(pair: str) -> bool:
    """Tell whether the second letter must not be parted from the first."""
    return unicodedata.category(pair[1]).startswith("M") or "\u200d" in pair
