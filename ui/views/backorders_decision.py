"""A decision as a button: icon, title, and what it would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from ui.components.painted import PaintedButton
from ui.paint import LEFT, Pen, line_height, text_width
from ui.tokens import RADIUS, L, M, S, Style

if TYPE_CHECKING:
    from ui.models.backorders import Decision
    from ui.theme import Look

_ICON, _HALF = 22, 15


class DecisionButton(PaintedButton):
    """Tells nothing itself; its panel knows what a press asks for."""

    def __init__(self, look: Look, decision: Decision) -> None:
        super().__init__(look)
        self.decision = decision
        self.setText(decision.title)
        self.setAccessibleName(decision.title)
        self.setAccessibleDescription(decision.about)
        self.setToolTip(decision.about)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def wide(self) -> bool:
        """Whether its words need the panel's whole width."""
        return len(self.decision.about) > 18 or len(self.decision.title) > _HALF

    def sizeHint(self) -> QSize:
        title, about = self.look.font(Style.STRONG), self.look.font(Style.CAPTION)
        wide = max(text_width(title, self.text()), text_width(about, self.decision.about))
        high = line_height(title) + (line_height(about) + 2 if self.decision.about else 0)
        least = 60 if self.decision.about else 48
        return QSize(round(wide + _ICON + 2 * M + L), max(least, round(high + L)))

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self.sizeHint().height())

    def paint(self, pen: Pen, area: QRectF) -> None:
        held = self.underMouse() or self.isDown()
        pen.fill_round(area, "sunk" if held else "surface", "edge", RADIUS)
        left = area.left() + M
        if self.decision.icon:
            icon = QRectF(left, area.top(), _ICON, area.height())
            pen.icon(icon, self.decision.icon)
            left += _ICON + M - 2
        title, about = self.look.font(Style.STRONG), self.look.font(Style.CAPTION)
        high = line_height(title)
        below = line_height(about) + 2 if self.decision.about else 0
        top = area.center().y() - (high + below) / 2
        room = area.right() - S - left
        pen.text(QRectF(left, top, room, high), self.text(), title, "ink", LEFT, elide=True)
        if self.decision.about:
            place = QRectF(left, top + high + 2, room, line_height(about))
            pen.text(place, self.decision.about, about, "ink2", LEFT, elide=True)
