"""The steps of a pick, Go – Scan – Tote, and where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.components.painted import Painted
from ui.paint import LEFT, Pen, text_width
from ui.tokens import GAP, RADIUS, Density, L, S, Style

if TYPE_CHECKING:
    from ui.models.pick import Step
    from ui.theme import Look

_FLOOR = Density.FLOOR
_HIGH, _ICON = 48, 26
_ROLES = {
    "done": ("oktint", "line", "okink"),
    "now": ("btn", "btn", "btnink"),
    "ahead": ("surface", "line", "ink2"),
}


class Steps(Painted):
    """Shows steps side by side; they cannot be pressed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Show these steps."""
        self.steps = steps
        self.setVisible(bool(steps))
        self.setAccessibleName(", ".join(f"{step.label}: {step.state}" for step in steps))
        self.relook()

    def sizeHint(self) -> QSize:
        wide = sum(self._width(step) for step in self.steps)
        return QSize(
            round(wide + GAP[_FLOOR] * max(len(self.steps) - 1, 0)), self.look.zoomed(_HIGH)
        )

    def paint(self, pen: Pen, area: QRectF) -> None:
        left = area.left()
        for step in self.steps:
            fill, border, ink = _ROLES[step.state]
            block = QRectF(left, area.top(), self._width(step), area.height())
            pen.fill_round(block, fill, border, RADIUS)
            icon = "check" if step.state == "done" else step.icon
            inside = block.adjusted(L, 0, -L, 0)
            pen.icon(
                QRectF(inside.left(), inside.top(), self.look.zoomed(_ICON), inside.height()),
                icon,
                ink,
            )
            inside.setLeft(inside.left() + self.look.zoomed(_ICON) + S)
            pen.text(inside, step.label, self.look.font(Style.STRONG, _FLOOR), ink, LEFT)
            left = block.right() + GAP[_FLOOR]

    def _width(self, step: Step) -> float:
        return (
            text_width(self.look.font(Style.STRONG, _FLOOR), step.label)
            + self.look.zoomed(_ICON)
            + S
            + 2 * L
            + 2
        )
