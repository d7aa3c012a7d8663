"""Pick's one instruction: from where, which item, how many are still to take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.components.fit import break_in_two, fitting_font, wrapped
from ui.components.notice_panel import paint_notice
from ui.components.painted import Painted
from ui.components.picture import paint_picture
from ui.components.units_bar import paint_units_bar
from ui.paint import LEFT, Pen, cap_height, line_height, text_width
from ui.tokens import INSTRUCTION_MIN_PX, RADIUS_CARD, SIZES, Density, M, S, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from ui.models.pick import Instruction
    from ui.models.work import Notice
    from ui.theme import Look

_FLOOR = Density.FLOOR
_FOLD_BELOW = 700  # px
_SMALLEST = 22


class InstructionCard(Painted):
    """A slab with the location; below it the item, or the refusal until it is seen."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.instruction: Instruction | None = None
        self.refusal: Notice | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_instruction(self, instruction: Instruction, refusal: Notice | None) -> None:
        """Show it, and let a screen reader have its words."""
        self.instruction, self.refusal = instruction, refusal
        i = instruction
        self.setAccessibleName(f"{i.lead} {i.location}, {i.left} {i.left_words}")
        told = f"{refusal.headline}. {refusal.reason} " if refusal else ""
        item = f"{i.name} {i.sku} {i.instead}".rstrip()
        self.setAccessibleDescription(f"{told}{item}. {i.taken_words}")
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.large(400), self.look.large(300))

    def sizeHint(self) -> QSize:
        return QSize(self.look.large(780), self.look.large(463))

    def paint(self, pen: Pen, area: QRectF) -> None:
        if self.instruction is None:
            return
        painter = _InstructionPainter(pen, area, self.instruction)
        painter.paint_slab()
        if self.refusal is not None:
            gap = float(M)
            paint_notice(pen, painter.below.adjusted(0, gap, 0, 0), self.refusal)
        else:
            painter.paint_item()


class _InstructionPainter:
    """Lays an instruction out; sizes follow the window and the card."""

    def __init__(self, pen: Pen, area: QRectF, instruction: Instruction) -> None:
        self.pen, self.area, self.instruction, self.look = pen, area, instruction, pen.look
        self.scale = min(self.look.factor, area.height() / 430, area.width() / 560)
        self.pad = 26 * self.scale
        self._fit_location()
        lead = line_height(self._font(Style.LEAD, 600))
        caps = cap_height(self.location) * (1 + 1.25 * (len(self.lines) - 1))
        slab = self.pad * 0.7 + lead + 14 * self.scale + caps + self.pad * 1.1
        self.slab = QRectF(area.left(), area.top(), area.width(), slab)
        self.below = QRectF(area.left(), self.slab.bottom(), area.width(), area.height() - slab)

    def _font(self, style: Style, weight: int = 0, *, code: bool = False) -> QFont:
        px = max(_SMALLEST, round(SIZES[style][1] * self.scale))
        return self.look.font(style, _FLOOR, px=px, weight=weight or None, code=code)

    def _fit_location(self) -> None:
        text, room = self.instruction.location, self.area.width() - 2 * self.pad
        tallest = max(INSTRUCTION_MIN_PX, round(SIZES[Style.LOCATION][1] * self.scale))
        self.room, self.lines = room, [text]
        self.location = fitting_font(
            self.look, Style.LOCATION, text, room, tallest=tallest, code=True
        )
        if text_width(self.location, text) > room:
            self.lines = list(break_in_two(text))

    def paint_slab(self) -> None:
        self.pen.fill_round(self.area, "surface", "line", RADIUS_CARD)
        path = QPainterPath()
        path.addRoundedRect(self.slab.adjusted(0, 0, 0, RADIUS_CARD), RADIUS_CARD, RADIUS_CARD)
        self.pen.painter.save()
        self.pen.painter.setClipRect(self.slab)
        self.pen.painter.fillPath(path, self.look.colour("slab"))
        self.pen.painter.restore()
        if self.look.colours.filled_need_border:
            self.pen.fill_round(self.slab, "slab", "slabline", RADIUS_CARD, width=3)
        self._paint_slab_words()

    def _paint_slab_words(self) -> None:
        lead = self._font(Style.LEAD, 600)
        high, left = line_height(lead), self.slab.left() + self.pad
        top = self.slab.top() + self.pad * 0.7
        self.pen.text(
            QRectF(left, top, self.room / 2, high), self.instruction.lead, lead, "slabink"
        )
        if note := self.instruction.location_note:
            wide = text_width(lead, note) + 1
            spot = QRectF(left + self.room - wide, top, wide, high)
            self.pen.text(spot, note, lead, "slabink", LEFT)
            mark = QRectF(spot.left() - high - S, top, high, high)
            self.pen.icon(mark, "check_circle", "slabink")
        caps = cap_height(self.location)
        top += high + 14 * self.scale
        for row, line in enumerate(self.lines):
            self.pen.caps(left, top + row * caps * 1.25, line, self.location, "slabink", self.room)

    def paint_item(self) -> None:
        pad = self.pad * 0.9
        inside = self.below.adjusted(pad, pad * 0.85, -pad, -pad * 0.85)
        if self.area.width() >= _FOLD_BELOW:
            wide = min(262 * self.scale, inside.height() * 1.2)
            frame = QRectF(inside.left(), inside.top(), wide, inside.height())
            paint_picture(self.pen, frame, self.instruction.picture)
            inside.setLeft(frame.right() + pad)
        bar = 14 * self.scale
        units = QRectF(inside.left(), inside.bottom() - bar, inside.width(), bar)
        taken, left = self.instruction.taken, self.instruction.left
        paint_units_bar(self.pen, units, taken, taken + left)
        inside.setBottom(units.top() - 12 * self.scale)
        self._paint_words(inside)

    def _paint_words(self, inside: QRectF) -> None:
        name, sku = self._font(Style.OUTCOME), self._font(Style.LEAD, code=True)
        lines = wrapped(name, self.instruction.name, inside.width())[:2]
        if self.instruction.instead:  # the room of the second line is its
            lines = [self.instruction.name]
        top, high = inside.top(), line_height(name)
        for line in lines:
            spot = QRectF(inside.left(), top, inside.width(), high)
            self.pen.text(spot, line, name, "ink", LEFT, elide=True)
            top += high
        below = line_height(sku)
        spot = QRectF(inside.left(), top, inside.width(), below)
        self.pen.text(spot, self.instruction.sku, sku, "ink2", LEFT, elide=True)
        if self.instruction.instead:
            top += below
            spot = QRectF(inside.left(), top, inside.width(), below)
            lead = self._font(Style.LEAD, 600)
            self.pen.text(spot, self.instruction.instead, lead, "warnink", LEFT, elide=True)
        room = QRectF(inside.left(), top + below, inside.width(), inside.bottom() - top - below)
        self._paint_count(room)

    def _paint_count(self, room: QRectF) -> None:
        tall = round(min(SIZES[Style.COUNT][1] * self.scale, room.height() / 0.76))
        text = str(self.instruction.left)
        count = fitting_font(
            self.look, Style.COUNT, text, room.width() * 0.5, tallest=tall, smallest=48
        )
        caps = cap_height(count)
        top = room.bottom() - caps - max(0.0, (room.height() - caps) / 2)
        wide = self.pen.caps(room.left(), top, text, count, "ink", room.width())
        strong = self._font(Style.OUTCOME, 600)
        plain = self._font(Style.OUTCOME, 400)
        left = room.left() + wide + 20 * self.scale
        high = line_height(strong)
        start = max(room.top(), top + caps - 2 * high + (high - cap_height(strong)) / 2)
        for row, (words_, font, role) in enumerate(
            (
                (self.instruction.left_words, strong, "ink"),
                (self.instruction.taken_words, plain, "ink2"),
            )
        ):
            spot = QRectF(left, start + row * high, room.right() - left, high)
            self.pen.text(spot, words_, font, role, LEFT, elide=True)
