"""The focus ring: 2 px, 2 px outside whatever has the keyboard, above everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from shiboken6 import isValid

from ui.components.painted import Painted
from ui.tokens import RADIUS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from ui.paint import Pen
    from ui.theme import Look

_OUTSIDE, _WIDTH = 4, 2
_FOLLOWED = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show}


class FocusRing(Painted):
    """Follows the focus inside one window; takes no mouse and is no part of the tab order."""

    def __init__(self, look: Look, window: QWidget, app: QApplication) -> None:
        super().__init__(look, window)
        self._followed: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app.focusChanged.connect(self._follow)

    def paint(self, pen: Pen, area: QRectF) -> None:
        pen.painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = area.adjusted(1, 1, -1, -1)
        paint_pen = pen.painter.pen()
        paint_pen.setColor(self.look.colour("focus"))
        paint_pen.setWidth(_WIDTH)
        pen.painter.setPen(paint_pen)
        pen.painter.drawRoundedRect(ring, RADIUS + 2, RADIUS + 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:  # of what has the focus, or of what it lies in
            self._place(self._followed)
        return super().eventFilter(watched, event)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        for part in self._watched:
            if isValid(part):
                part.removeEventFilter(self)
        window = self.window()
        inside = now is not None and now is not window and window.isAncestorOf(now)
        self._followed = now if inside else None
        self._watched = _up_to(window, self._followed)
        for part in self._watched:
            part.installEventFilter(self)
        self._place(self._followed)

    def _place(self, target: QWidget | None) -> None:
        if target is None or not target.isVisible():
            self.hide()
            return
        corner = target.mapTo(self.window(), QPoint(0, 0))
        around = QRect(corner, target.size()).adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE)
        self.setGeometry(around)
        self.raise_()
        self.show()


def _up_to(window: QWidget, part: QWidget | None) -> list[QWidget]:
    """Return a part and all that it lies in, the window aside."""
    found: list[QWidget] = []
    while part is not None and part is not window:
        found.append(part)
        part = part.parentWidget()
    return found
