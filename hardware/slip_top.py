"""The upper part of a slip: whom it goes to, how, which shipment, and the numbers as bars."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reportlab.platypus import Flowable, Spacer

from hardware import slip_sheet as look
from hardware import slip_words as words
from hardware.code128 import GOOD_X, LEAST_X, QUIET, SMALL_X, Bars, modules
from hardware.slip_sheet import MARGIN, Sheet, columns
from hardware.text_block import draw_pieces, smaller, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

SECOND: Final = 0.397  # where the second and third columns begin, as parts of the width
THIRD: Final = 0.72
_ADDRESS_HEIGHT: Final = 130  # points that a ship-to block may take before it is set smaller
_PAD: Final = 12


class Framed(Flowable):
    """Blocks one below the other inside a frame with round corners, as wide as there is room."""

    def __init__(self, blocks: Sequence[Flowable]) -> None:
        """Take the blocks from top to bottom."""
        super().__init__()
        self.blocks = blocks

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Return the frame's width and height in points."""
        inner = avail_width - 2 * _PAD
        self.heights = [block.wrap(inner, avail_height)[1] for block in self.blocks]
        self.width, self.height = avail_width, sum(self.heights) + 2 * _PAD
        return self.width, self.height

    def draw(self) -> None:
        """Draw the frame, then each block below the one before."""
        self.canv.setLineWidth(look.RULE)
        self.canv.roundRect(0, 0, self.width, self.height, 3)
        top = self.height - _PAD
        for block, height in zip(self.blocks, self.heights, strict=True):
            top -= height
            block.drawOn(self.canv, _PAD, top)


class Ordinal(Flowable):
    """The shipment's number, very large, with "of up to 3" on the same baseline."""

    def __init__(self, sheet: Sheet, number: str, behind: str) -> None:
        """Take the number and the words behind it."""
        super().__init__()
        self.sheet, self.number, self.behind = sheet, number, behind

    def wrap(self, avail_width: float, _avail_height: float) -> tuple[float, float]:
        """Return the width and height in points."""
        self.width, self.height = avail_width, look.ORDINAL.leading + 4
        return self.width, self.height

    def draw(self) -> None:
        """Draw both on one baseline, smaller where the frame is too narrow for them."""
        fonts, gap = self.sheet.fonts, 6
        needed = gap + width_of(fonts, self.number, look.ORDINAL)
        needed += width_of(fonts, self.behind, look.OF_UP_TO)
        scale = min(1.0, self.width / needed)
        number = fonts.pieces(self.number, look.ORDINAL.bold)
        end = draw_pieces(self.canv, number, scale * look.ORDINAL.size, 0, 9)
        behind = fonts.pieces(self.behind, look.OF_UP_TO.bold)
        draw_pieces(self.canv, behind, scale * look.OF_UP_TO.size, end + gap * scale, 9)


def who_and_how(sheet: Sheet, room: float) -> Flowable:
    """Return the row of ship-to, carrier and "This is shipment 2 of up to 3".

    It is at most ``room`` points high, which is to be more than the carrier needs.
    """
    width = sheet.width
    carrier_room = (THIRD - SECOND) * width
    box = Framed(
        [
            sheet.text(sheet.words.this_is, look.LABEL),
            Ordinal(sheet, str(sheet.slip.shipment_count), sheet.words.which_shipment),
            sheet.text(sheet.words.before_and_after, look.PLAIN),
        ]
    )
    cells: list[list[Flowable]] = [
        _ship_to(sheet, SECOND * width - 16, room - 20),
        _carrier(sheet),
        [box],
    ]
    return columns(cells, [SECOND * width, carrier_room, width - SECOND * width - carrier_room])


def _ship_to(sheet: Sheet, room: float, height: float) -> list[Flowable]:
    """Set the name once and the address, all alike smaller where they are long."""
    slip = sheet.slip
    below = slip.ship_to[1:] if slip.ship_to[:1] == (slip.customer,) else slip.ship_to
    texts = [(slip.customer, look.SHIP_NAME), *((line, look.SHIP_LINE) for line in below)]
    smallest = list(smaller(look.SHIP_LINE))[-1].leading
    most = max(1, int(height / (len(texts) * smallest)))
    steps = zip(*(smaller(style) for _, style in texts), strict=False)
    blocks: list[Flowable] = []
    for styles in steps:
        pairs = zip(texts, styles, strict=True)
        tried = [sheet.text(text, style, most, most) for (text, _), style in pairs if text]
        blocks = [Inset(block, room) for block in tried]
        if sum(block.wrap(room, 0)[1] for block in blocks) <= _ADDRESS_HEIGHT:
            break
    return [sheet.text(sheet.words.ship_to, look.LABEL), Spacer(0, 2), *blocks]


class Inset(Flowable):
    """A block held to a narrower measure than its column."""

    def __init__(self, block: Flowable, room: float) -> None:
        """Take the block and its measure in points."""
        super().__init__()
        self.block, self.room = block, room

    def wrap(self, _avail_width: float, avail_height: float) -> tuple[float, float]:
        """Return the measure and the block's height."""
        self.width, self.height = self.block.wrap(self.room, avail_height)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the block in place."""
        self.block.drawOn(self.canv, 0, 0)


def _carrier(sheet: Sheet) -> list[Flowable]:
    slip = sheet.slip
    room = (THIRD - SECOND) * sheet.width - 16
    told = (
        (sheet.words.carrier, slip.carrier),
        (sheet.words.tracking, slip.tracking),
        (sheet.words.cartons_label, sheet.words.cartons),
        ("SSCC", slip.carton.sscc if slip.carton else ""),
    )
    blocks: list[Flowable] = []
    for label, value in told:
        if value:
            blocks.append(sheet.text(label, look.LABEL))
            blocks.append(Inset(sheet.text(value, look.STRONG, wanted=2, most=8), room))
            blocks.append(Spacer(0, 5))
    return blocks


def numbers(sheet: Sheet, *, with_dates: bool) -> list[Flowable]:
    """Return order and shipment as bars and text: side by side, or one below the other.

    ``with_dates`` adds the customer's reference and the day of the order.
    """
    slip = sheet.slip
    codes = ((sheet.words.order, slip.order), (sheet.words.shipment, slip.shipment))
    patterns = [modules(number) for _, number in codes]
    x = _shared_x(sheet, patterns)
    wide = x < SMALL_X
    cells = [
        _number(sheet, label, number, pattern, x)
        for (label, number), pattern in zip(codes, patterns, strict=True)
    ]
    dates = _dates(sheet) if with_dates else []
    if wide:
        return [cells[0][0], *cells[0][1:], Spacer(0, 10), *cells[1], Spacer(0, 8), *dates]
    first, second = SECOND * sheet.width, (THIRD - SECOND) * sheet.width + _PAD
    lowered = [Spacer(0, 18), *dates] if dates else []
    return [columns([*cells, lowered], [first, second, sheet.width - first - second])]


def _shared_x(sheet: Sheet, patterns: Sequence[str]) -> float:
    """Return one module width for both: side by side if at least ``SMALL_X``, else 0."""
    rooms = (SECOND * sheet.width, (THIRD - SECOND) * sheet.width + _PAD)
    fits = (
        room / (len(pattern) + QUIET)
        for pattern, room in zip(patterns, rooms, strict=True)
        if pattern
    )
    x = min([GOOD_X, *fits])
    return x if x >= SMALL_X else 0.0


def _number(sheet: Sheet, label: str, number: str, pattern: str, x: float) -> list[Flowable]:
    """Stack label, bars and text; a number that bars cannot carry stands alone, with a warning."""
    text = sheet.text(number, replace(look.NUMBER, above=2), wanted=1, most=8)
    head = sheet.text(label, replace(look.LABEL, leading=13))
    own = x or min(GOOD_X, (sheet.width + MARGIN - 4) / (len(pattern) + QUIET))
    if not pattern or own < LEAST_X:
        sheet.warnings.append(words.no_bars(label, number, too_long=bool(pattern)))
        return [head, text]
    if own < SMALL_X:
        sheet.warnings.append(words.narrow_bars(label, number))
    return [head, Bars(pattern, own), text]


def _dates(sheet: Sheet) -> list[Flowable]:
    blocks: list[Flowable] = []
    if sheet.slip.reference:
        blocks.append(sheet.text(sheet.words.reference, look.LABEL))
        blocks.append(sheet.text(sheet.slip.reference, look.STRONG, wanted=2, most=8))
    blocks.append(sheet.text(sheet.words.ordered_label, look.LABEL))
    blocks.append(sheet.text(sheet.words.ordered_on, look.STRONG))
    return blocks
