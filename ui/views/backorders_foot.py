"""The table's foot: the queue in one sentence, and which rows are in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QSizePolicy

from ui.components.painted import Painted
from ui.paint import LEFT, RIGHT, Pen, line_height, text_width
from ui.tokens import RADIUS_CARD, L, M, Style

if TYPE_CHECKING:
    from ui.theme import Look


class TableFoot(Painted):
    """A sentence left, a range right; the sentence is elided before the range is."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.sentence, self.range = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, sentence: str, shown: str) -> None:
        """Show both."""
        self.sentence, self.range = sentence, shown
        self.setAccessibleName(f"{sentence} {shown}".strip())
        self.setToolTip(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, max(48, round(line_height(self.look.font(Style.BODY)) + 2 * M)))

    def paint(self, pen: Pen, area: QRectF) -> None:
        path = QPainterPath()
        path.addRoundedRect(area.adjusted(0, -20, 0, 0), RADIUS_CARD - 1, RADIUS_CARD - 1)
        pen.painter.save()
        pen.painter.setClipPath(path)
        pen.fill(area, "sunk")
        pen.painter.restore()
        top = area.top() + 0.5
        pen.line(QPointF(area.left(), top), QPointF(area.right(), top))
        font = self.look.font(Style.BODY)
        wide = text_width(font, self.range) + 1
        right = QRectF(area.right() - L - wide, area.top(), wide, area.height())
        pen.text(right, self.range, font, "ink2", RIGHT)
        left = QRectF(
            area.left() + L, area.top(), right.left() - L - area.left() - L, area.height()
        )
        pen.text(left, self.sentence, font, "ink2", LEFT, elide=True)
