"""A change that is not applied yet: what it does, and the two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainterPath, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import desk_words as words
from ui.components.button import ActionButton
from ui.components.painted import Painted
from ui.paint import LEFT, Pen
from ui.tokens import RADIUS_CARD, Density, L, M, S, Style
from ui.views.crossdock_change_body import ChangeBody

if TYPE_CHECKING:
    from ui.models.crossdock import ChangeScene
    from ui.theme import Look

_DESK = Density.DESK
_HEAD = 46


class ChangeCard(Painted):
    """The card with its focus border; ``discarded`` by Esc, ``applied`` by Ctrl Enter."""

    discarded = Signal()
    applied = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.content = ChangeBody(look)
        self.discard = ActionButton(look, _DESK, words.DISCARD, key="Esc")
        self.apply = ActionButton(
            look, _DESK, words.APPLY, icon="check", key="Ctrl ⏎", primary=True
        )
        self.discard.clicked.connect(self.discarded)
        self.apply.clicked.connect(self.applied)
        for key, button in (("Esc", self.discard), ("Ctrl+Return", self.apply)):
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
        scroller = QScrollArea()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.content)
        column.addStretch(1)
        scroller.setWidget(inside)
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        scroller.setAccessibleName(words.CHANGE)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout()
        row.setContentsMargins(L - 2, S, L - 2, L - 2)
        row.setSpacing(M)
        row.addWidget(self.discard, 2)
        row.addWidget(self.apply, 3)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(2, 2 + _HEAD, 2, 2)
        self._outer.setSpacing(0)
        self._outer.addWidget(scroller, 1)
        self._outer.addLayout(row)
        self.hide()

    def show_change(self, change: ChangeScene | None) -> None:
        """Show a change; None hides the card."""
        self.setVisible(change is not None)
        if change is not None:
            self.setAccessibleName(f"{words.CHANGE}: {change.title}")
            self.content.show_change(change)
            self.apply.setEnabled(not change.refused)

    def paint(self, pen: Pen, area: QRectF) -> None:
        pen.fill_round(area, "surface", "focus", RADIUS_CARD, width=2)
        head = QRectF(area.left() + 2, area.top() + 2, area.width() - 4, _HEAD)
        path = QPainterPath()
        path.addRoundedRect(area.adjusted(2, 2, -2, -2), RADIUS_CARD - 2, RADIUS_CARD - 2)
        pen.painter.save()
        pen.painter.setClipPath(path)
        pen.fill(head, "focustint")
        pen.painter.restore()
        pen.icon(
            QRectF(head.left() + L - 2, head.top(), 22, head.height()), "difference", "focusink"
        )
        place = head.adjusted(L + 28, 0, -S, 0)
        pen.text(place, words.CHANGE, self.look.font(Style.CARD), "focusink", LEFT, elide=True)
