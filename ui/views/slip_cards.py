"""Pack's papers: the packing slip with its preview, and the queue of the printer."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.components.button import ActionButton
from ui.components.card import Card
from ui.components.fit import wrapped
from ui.components.painted import Painted
from ui.components.text import Paragraph
from ui.paint import LEFT, Pen, line_height
from ui.tokens import GAP, Density, L, M, Style

if TYPE_CHECKING:
    from ui.models.pack import PrintQueue, Slip
    from ui.theme import Look

_FLOOR = Density.FLOOR
_SHEET = 1.414  # height of an A4 page to its width


@lru_cache(maxsize=8)
def _load(picture: bytes) -> QPixmap:
    image = QPixmap()
    image.loadFromData(picture)
    return image


class SlipSheet(Painted):
    """The page in small, its words beside it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.slip: Slip | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(200, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)

    def paint(self, pen: Pen, area: QRectF) -> None:
        if self.slip is None:
            return
        inside = area.adjusted(L - 2, M, -L + 2, -M)
        wide = min(inside.width() * 0.48, inside.height() / _SHEET)
        page = QRectF(inside.left(), inside.top(), wide, wide * _SHEET)
        self._paint_page(pen, page)
        words = inside.adjusted(wide + M, 0, 0, 0)
        strong, plain = self.look.font(Style.STRONG, _FLOOR), self.look.font(Style.BODY, _FLOOR)
        rows = [(line, strong, "ink") for line in wrapped(strong, self.slip.strong, words.width())]
        for text in self.slip.lines:
            rows += [(line, plain, "ink2") for line in wrapped(plain, text, words.width())]
        high, top = line_height(plain), words.top()
        for text, font, role in rows:
            if top + high > words.bottom() + 1:
                break
            pen.text(QRectF(words.left(), top, words.width(), high), text, font, role, LEFT)
            top += high

    def _paint_page(self, pen: Pen, page: QRectF) -> None:
        image = _load(self.slip.preview) if self.slip and self.slip.preview else QPixmap()
        if image.isNull():
            pen.fill_round(page, "sunk", "line", 0, dashed=True)
            side = page.width() * 0.4
            spot = QRectF(0, 0, side, side)
            spot.moveCenter(page.center())
            pen.icon(spot, "print", "ink3")
            return
        pen.painter.fillRect(page, Qt.GlobalColor.white)
        size = QSizeF(image.size()).scaled(page.size(), Qt.AspectRatioMode.KeepAspectRatio)
        pen.painter.drawPixmap(QRectF(page.topLeft(), size), image, QRectF(image.rect()))
        edge = pen.painter.pen()
        edge.setColor(self.look.colour("edge"))
        pen.painter.setPen(edge)
        pen.painter.setBrush(Qt.BrushStyle.NoBrush)
        pen.painter.drawRect(page)


class SlipCard(Card):
    """Head, sheet and words."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _FLOOR, parent=parent)
        self.sheet = SlipSheet(look)
        self.body.addWidget(self.sheet, 1)

    def show_slip(self, slip: Slip) -> None:
        """Show it."""
        self.set_head(slip.title, slip.note)
        self.sheet.slip = slip
        self.sheet.setAccessibleName(" ".join((slip.title, slip.strong, *slip.lines)))
        self.sheet.update()


class PrinterCard(Card):
    """The trouble in the head with its one remedy, the papers that wait below."""

    asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _FLOOR, parent=parent)
        self.queue: PrintQueue | None = None
        self.rows = Paragraph(look, Style.BODY, _FLOOR)
        self.remedy = ActionButton(look, _FLOOR, "")
        self.remedy.clicked.connect(self._ask)
        inside = QVBoxLayout()
        inside.setContentsMargins(L - 2, M, L - 2, L)
        inside.setSpacing(GAP[_FLOOR])
        inside.addWidget(self.rows)
        inside.addWidget(self.remedy)
        self.body.addLayout(inside)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_queue(self, queue: PrintQueue) -> None:
        """Show it."""
        self.queue = queue
        self.set_head(queue.title, queue.note, queue.icon, queue.state)
        self.rows.set_text(", ".join(queue.rows))
        self.rows.setVisible(bool(queue.rows))
        if queue.remedy is not None:
            action = queue.remedy
            self.remedy.set_face(action.label, action.icon, action.key_text, primary=False)
        self.remedy.setVisible(queue.remedy is not None)

    def _ask(self) -> None:
        if self.queue is not None and self.queue.remedy is not None:
            self.asked.emit(self.queue.remedy.ask)
