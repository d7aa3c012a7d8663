"""A strip across the content: offline, undo, or a question asked without a modal window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from ui.components.button import ActionButton
from ui.components.painted import Painted
from ui.components.text import Line
from ui.tokens import RADIUS, XS, Density, L, M, Style

if TYPE_CHECKING:
    from ui.paint import Pen
    from ui.theme import Look

_HIGH, _OUTER = 56, 8


class Strip(Painted):
    """One sentence and one action, in the colours of a state; hidden until shown.

    ``state`` is ``bad`` (offline), ``warn``, ``ok`` or ``slab`` (undo, questions).  ``outer`` is
    the room around it in px.
    """

    pressed = Signal()

    def __init__(
        self, look: Look, density: Density, state: str, icon: str, *, outer: int = _OUTER
    ) -> None:
        super().__init__(look)
        self.state, self.icon_name, self._outer = state, icon, outer
        ink = "slabink" if state == "slab" else f"{state}ink"
        self.sentence = Line(look, Style.STRONG, density, role=ink, elide=True)
        self.button = ActionButton(look, density, "")
        self.button.clicked.connect(self.pressed)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(outer + L + 28 + M, outer + XS, outer + XS, outer + XS)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_density(self, density: Density) -> None:
        """Change between desk and floor."""
        self.sentence.density = self.button.density = density
        self.sentence.relook()
        self.button.relook()

    def say(self, sentence: str, action: str = "", icon: str = "", key: str = "") -> None:
        """Show a sentence with its action (none for ""); an empty sentence hides the strip."""
        self.sentence.set_text(sentence)
        self.button.set_face(action, icon, key, primary=False)
        self.button.setVisible(bool(action))
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def sizeHint(self) -> QSize:
        inner = self._row.sizeHint()
        return QSize(inner.width(), max(self.look.zoomed(_HIGH) + 2 * self._outer, inner.height()))

    def paint(self, pen: Pen, area: QRectF) -> None:
        outer = self._outer
        area = area.adjusted(outer, outer, -outer, -outer)
        if self.state == "slab":
            pen.fill_round(area, "slab", "slabline", RADIUS)
            ink = "slabink"
        else:
            pen.fill_round(area, f"{self.state}tint", self.state, RADIUS)
            ink = f"{self.state}ink"
        pen.icon(QRectF(area.left() + L, area.top(), 28, area.height()), self.icon_name, ink)
