"""Labels as a PDF: one label a page, 100 × 50 mm, a carton's 100 × 150 mm."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from app.domain.documents import printable
from app.domain.labels import CartonLabel
from hardware import slip_words
from hardware.code128 import GOOD_X, LEAST_X, QUIET, draw_bars, modules
from hardware.fonts import FontBook
from hardware.label_carton import draw_carton
from hardware.label_face import CARTON_HIGH_MM, HIGH_MM, WIDE_MM, face_of
from hardware.slip_sheet import Setting, draw_at
from hardware.text_block import Style, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.labels import Label
    from hardware.label_face import Face

EDGE: Final = 3.2 * mm
TITLE: Final = Style(11, 14, bold=True)
AMOUNT: Final = Style(13, 14, bold=True, align="right")
LINE: Final = Style(9, 10.8)
CODE: Final = Style(8, 9)
LEADING: Final = 1.12
LARGEST, LEAST = 62.0, 13.0  # points of the huge word
BARS_HIGH: Final = 25.0  # points; as much as is left where nothing else stands
CODE_HIGH: Final = 9.0
FAR_X: Final = 2 * GOOD_X  # bars that are scanned from farther away
SMALL: Final = 30.0  # points; a word that needs less goes on two lines
GAP: Final = 3.0


def labels_pdf(
    labels: Sequence[Label], fonts: FontBook | None = None
) -> tuple[bytes, tuple[str, ...]]:
    """Return the PDF and its warnings; the same labels always give the same bytes.

    Raises LookupError where the machine has no font.
    """
    setting = Setting(fonts or FontBook(), (WIDE_MM * mm, HIGH_MM * mm))
    setting.fonts.begin()
    buffer = BytesIO()
    first: Any = setting.fonts.base(bold=False).fontName  # the published type is a number
    canvas = Canvas(buffer, initialFontName=first, invariant=1, pageCompression=1)
    canvas.setTitle("labels")
    for label in labels:
        if isinstance(label, CartonLabel):
            canvas.setPageSize((WIDE_MM * mm, CARTON_HIGH_MM * mm))
            draw_carton(canvas, setting, label)
        else:
            canvas.setPageSize(setting.page)
            _draw_face(canvas, setting, face_of(label))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue(), setting.all_warnings()


def _draw_face(canvas: Canvas, setting: Setting, face: Face) -> None:
    wide, high = setting.page
    width, top = wide - 2 * EDGE, high - EDGE + 2
    if face.title or face.amount:
        amount = setting.text(face.amount, AMOUNT, wanted=1, most=1)
        draw_at(canvas, amount, EDGE + width / 2, top, width / 2)
        share = width / 2 if face.amount else width
        top -= draw_at(canvas, setting.text(face.title, TITLE, 1, 1), EDGE, top, share - GAP)
    bottom, lines = EDGE, [setting.text(line, LINE, 1, 1) for line in face.lines]
    below = _draw_bars(canvas, setting, face, bottom)
    room = top - bottom - below - LINE.leading * len(lines)
    style = _fitted(setting, face.big, width, room - GAP)
    used = draw_at(canvas, setting.text(face.big, style, wanted=2, most=2), EDGE, top, width)
    top -= max(used, room - GAP) if lines else used
    for line in lines:
        top -= draw_at(canvas, line, EDGE, top, width)


def _draw_bars(canvas: Canvas, setting: Setting, face: Face, bottom: float) -> float:
    """Draw the bars with what they say below, unless that is the huge word; return the height."""
    pattern, width = modules(face.bars), setting.page[0] - 2 * EDGE
    widest = GOOD_X if face.lines else FAR_X
    x = min(widest, width / (len(pattern) + 2 * QUIET)) if pattern else 0.0
    said = CODE_HIGH if printable(face.bars) != face.big else 0.0
    if x < LEAST_X:
        if face.bars:
            warning = slip_words.no_bars(face.title, face.bars, too_long=bool(pattern))
            setting.warnings.append(warning)
        code = setting.text(printable(face.bars), CODE, wanted=1, most=1)
        draw_at(canvas, code, EDGE, bottom + CODE_HIGH, width)
        return said
    high = BARS_HIGH if face.lines else 2 * BARS_HIGH
    draw_bars(canvas, pattern, x, EDGE + QUIET * x, bottom + said, high)
    if said:
        code = setting.text(printable(face.bars), CODE, wanted=1, most=1)
        draw_at(canvas, code, EDGE + QUIET * x, bottom + CODE_HIGH, width)
    return high + said


def _fitted(setting: Setting, text: str, width: float, room: float) -> Style:
    """Return the largest style in which a word fits the width and the room, not under LEAST."""
    whole = max(0.1, width_of(setting.fonts, text, Style(1, 1, bold=True)))
    size = min(LARGEST, room / LEADING, width / whole)
    if size < SMALL:
        size = max(size, min(SMALL, room / 2 / LEADING, 1.8 * width / whole), LEAST)
    return Style(size, size * LEADING, bold=True)
