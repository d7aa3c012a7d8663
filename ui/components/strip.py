"""A strip across the content: offline, undo, or a question asked without a modal window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from ui.components.button import ActionButton
from ui.components.painted import Painted
from ui.components.text import Line
from ui.tokens import MARGIN, RADIUS, XS, Density, L, M, Style

if TYPE_CHECKING:
    from ui.paint import Pen
    from ui.theme import Look

_HIGH, _OUTER = 56, 8


class Strip(Painted):
    """One sentence and one action, in the colours of a state; hidden until shown.

    ``state`` is ``bad`` (offline, refused), ``warn``, ``ok`` or ``slab`` (undo, questions).
    ``outer`` is the room around it in px; one that is ``framed`` stands on the page's margins.
    """

    pressed = Signal()

    def __init__(
        self,
        look: Look,
        density: Density,
        state: str,
        icon: str,
        *,
        outer: int = _OUTER,
        framed: bool = False,
    ) -> None:
        super().__init__(look)
        self.state, self.icon_name, self._outer = state, icon, outer
        self._side, self._is_framed = outer, framed
        ink = "slabink" if state == "slab" else f"{state}ink"
        self.sentence = Line(look, Style.STRONG, density, role=ink, elide=True)
        self.button = ActionButton(look, density, "")
        self.button.clicked.connect(self.pressed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.sentence, 1)
        self._row.addWidget(self.button)
        self._set_margins(density)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_density(self, density: Density) -> None:
        """Change between desk and floor."""
        self.sentence.density = self.button.density = density
        self._set_margins(density)
        self.sentence.relook()
        self.button.relook()

    def _set_margins(self, density: Density) -> None:
        self._side = MARGIN[density] if self._is_framed else self._outer
        inner = self._outer + XS
        self._row.setContentsMargins(self._side + L + 28 + M, inner, self._side + XS, inner)

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
        area = area.adjusted(self._side, self._outer, -self._side, -self._outer)
        if self.state == "slab":
            pen.fill_round(area, "slab", "slabline", RADIUS)
            ink = "slabink"
        else:
            pen.fill_round(area, f"{self.state}tint", self.state, RADIUS)
            ink = f"{self.state}ink"
        pen.icon(QRectF(area.left() + L, area.top(), 28, area.height()), self.icon_name, ink)
