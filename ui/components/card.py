"""The card: surface, 1 px line, and a head with a title and a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.components.painted import Painted
from ui.paint import LEFT, RIGHT, Pen, line_height, text_width
from ui.tokens import RADIUS_CARD, Density, L, M, S, Style

if TYPE_CHECKING:
    from ui.theme import Look

_HEAD = {Density.DESK: 44, Density.FLOOR: 48}

_ICON = {Density.DESK: 20, Density.FLOOR: 28}


class Card(Painted):
    """A card whose content goes into ``body`` (a vertical layout with no margins)."""

    def __init__(
        self,
        look: Look,
        density: Density,
        title: str = "",
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.density, self.title, self.note = density, title, note
        self.icon_name, self.state, self.about = "", "", ""
        self.body = QVBoxLayout(self)
        self.body.setSpacing(0)
        self._place_body()

    def set_head(
        self, title: str, note: str = "", icon: str = "", state: str = "", about: str = ""
    ) -> None:
        """Change the head; ``state`` (``warn``, ``bad`` …) tints it, ``about`` may be elided."""
        self.title, self.note, self.icon_name, self.state = title, note, icon, state
        self.about = about
        self.setAccessibleName(" ".join(part for part in (title, about, note) if part))
        self._place_body()
        self.relook()

    def head_height(self) -> int:
        """The head's height in px, 0 for a card without one."""
        if not self.title:
            return 0
        font = self.look.font(Style.CARD, self.density)
        return max(self.look.zoomed(_HEAD[self.density]), round(line_height(font)) + S)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        strong = self.look.font(Style.CARD, self.density)
        plain = self.look.font(Style.BODY, self.density)
        head = text_width(strong, self.title) + text_width(plain, self.note) + 3 * L
        head += self.look.zoomed(_ICON[self.density]) + S if self.icon_name else 0
        return QSize(max(hint.width(), round(head) if self.title else 0), hint.height())

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(self.minimumSizeHint())

    def relook(self) -> None:
        self._place_body()
        super().relook()

    def paint(self, pen: Pen, area: QRectF) -> None:
        pen.fill_round(area, "surface", "line", RADIUS_CARD)
        if not self.title:
            return
        high = self.head_height()
        head = QRectF(area.left() + 1, area.top() + 1, area.width() - 2, high)
        self._paint_head(pen, head)

    def _paint_head(self, pen: Pen, head: QRectF) -> None:
        path = QPainterPath()
        path.addRoundedRect(head.adjusted(0, 0, 0, RADIUS_CARD), RADIUS_CARD - 1, RADIUS_CARD - 1)
        pen.painter.save()
        pen.painter.setClipRect(head)
        pen.painter.fillPath(path, self.look.colour(f"{self.state}tint" if self.state else "sunk"))
        pen.painter.restore()
        edge = f"{self.state}mark" if self.state == "warn" else self.state or "line"
        pen.line(QPointF(head.left(), head.bottom()), QPointF(head.right(), head.bottom()), edge)
        self._paint_words(pen, head.adjusted(L - 1, 0, 1 - L, 0))

    def _paint_words(self, pen: Pen, place: QRectF) -> None:
        ink = f"{self.state}ink" if self.state else "ink"
        strong = self.look.font(Style.CARD, self.density)
        plain = strong if self.state else self.look.font(Style.BODY, self.density)
        note = text_width(plain, self.note)
        if self.note:
            right = QRectF(place.right() - note - 1, place.top(), note + 1, place.height())
            pen.text(right, self.note, plain, ink if self.state else "ink2", RIGHT)
        if self.icon_name:
            side = self.look.zoomed(_ICON[self.density])
            pen.icon(QRectF(place.left(), place.top(), side, place.height()), self.icon_name, ink)
            place.setLeft(place.left() + side + S)
        room = place.width() - (note + L if self.note else 0)
        title = QRectF(place.left(), place.top(), room, place.height())
        wide = pen.text(title, self.title, strong, ink, LEFT, elide=True)
        if self.about:
            title.setLeft(title.left() + wide + M)
            pen.text(title, self.about, plain, "ink2", LEFT, elide=True)

    def _place_body(self) -> None:
        self.body.setContentsMargins(1, self.head_height() + 1, 1, 1)
