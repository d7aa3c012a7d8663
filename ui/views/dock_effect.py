"""The card beside the ghost: what a move does to orders, before the drop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainterPath

from ui.components.painted import Painted
from ui.paint import LEFT, RIGHT, Pen, line_height, text_width
from ui.tokens import RADIUS_CARD, L, M, S, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QWidget

    from ui.models.dock import EffectRow, EffectScene
    from ui.theme import Look

_MOST_ROWS, _ICON, _NAME = 5, 22, 120
_ICONS = {"warn": "warning", "ok": "check_circle", "bad": "cancel", "idle": "hourglass"}


class EffectCard(Painted):
    """Shown while a block is on its way; it lets the pointer through and never lies under it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.effect: EffectScene | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_effect(self, effect: EffectScene | None, ghost: QRect) -> None:
        """Show it beside the ghost (px of the parent), or hide for None."""
        self.effect = effect
        if effect is None:
            self.hide()
            return
        rows = (f"{row.order} {row.customer} {row.before} → {row.after}" for row in effect.rows)
        self.setAccessibleName(effect.title)
        self.setAccessibleDescription(". ".join((*rows, effect.more, *effect.notes, effect.foot)))
        self.resize(self.sizeHint())
        self._place(ghost)
        self.show()
        self.raise_()
        self.update()

    def sizeHint(self) -> QSize:
        effect = self.effect
        if effect is None:
            return QSize(0, 0)
        _, plain, small = self._fonts()
        rows = effect.rows[:_MOST_ROWS]
        wide = [text_width(self.look.font(Style.CARD), effect.title) + _ICON + M]
        wide += [sum(self._columns(rows)) + 2 * L] if rows else []
        wide += [text_width(small, text) + _ICON for text in (effect.more, effect.foot)]
        high = self._head_high() + len(rows) * (line_height(plain) + 4)
        high += line_height(small) + S if effect.more else 0
        wide += [text_width(small, note) for note in effect.notes]
        high += len(effect.notes) * (line_height(small) + 4) + (S if effect.notes else 0)
        high += line_height(small) + M if effect.foot else 0
        return QSize(round(max(wide)) + 2 * L, round(high + (M if rows else S)))

    def paint(self, pen: Pen, area: QRectF) -> None:
        effect = self.effect
        if effect is None:
            return
        edge = {"warn": "warnmark", "idle": "edge"}.get(effect.state, effect.state)
        edge = "edge" if effect.stale else edge
        pen.fill_round(area, "surface", edge, RADIUS_CARD, width=2)
        top = self._paint_head(pen, area, effect, edge)
        rows = effect.rows[:_MOST_ROWS]
        columns = self._columns(rows)
        high = line_height(self._fonts()[1]) + 4
        for row in rows:
            place = QRectF(area.left() + L, top, area.width() - 2 * L, high)
            self._paint_row(pen, place, row, columns)
            top += high
        small = self._fonts()[2]
        notes = ((note, "") for note in effect.notes)
        for text, icon in ((effect.more, ""), *notes, (effect.foot, "check")):
            if text:
                place = QRectF(area.left() + L, top + 4, area.width() - 2 * L, line_height(small))
                self._paint_foot(pen, place, text, icon if effect.state != "bad" else "")
                top = place.bottom()

    def _paint_head(self, pen: Pen, area: QRectF, effect: EffectScene, edge: str) -> float:
        head = QRectF(area.left() + 2, area.top() + 2, area.width() - 4, self._head_high() - 2)
        path = QPainterPath()
        path.addRoundedRect(area.adjusted(2, 2, -2, -2), RADIUS_CARD - 2, RADIUS_CARD - 2)
        pen.painter.save()
        pen.painter.setClipPath(path)
        grey = effect.stale or effect.state == "idle"
        pen.fill(head, "sunk" if grey else f"{effect.state}tint")
        pen.painter.restore()
        pen.line(head.bottomLeft(), head.bottomRight(), edge)
        ink = "ink2" if grey else f"{effect.state}ink"
        pen.icon(
            QRectF(head.left() + M, head.top(), _ICON, head.height()),
            _ICONS["idle" if grey else effect.state],
            ink,
        )
        words = head.adjusted(M + _ICON + S, 0, -M, 0)
        pen.text(words, effect.title, self.look.font(Style.CARD), ink, LEFT)
        return head.bottom() + S

    def _paint_row(
        self, pen: Pen, place: QRectF, row: EffectRow, columns: tuple[float, float, float]
    ) -> None:
        strong, plain, _ = self._fonts()
        order, customer, _ = columns
        stale = self.effect is not None and self.effect.stale
        plain_ink = "ink2" if stale else "ink"
        spot = QRectF(place.left(), place.top(), order, place.height())
        pen.text(spot, row.order, strong, plain_ink)
        spot = QRectF(place.left() + order + L, place.top(), customer, place.height())
        pen.text(spot, row.customer, plain, plain_ink, LEFT, elide=True)
        ink = "ink2" if stale else "badink" if row.worse else "okink"
        left = spot.right() + L
        rest = QRectF(left, place.top(), place.right() - left, place.height())
        pen.text(rest, _change(row), self.look.font(Style.STRONG), ink, RIGHT)

    def _paint_foot(self, pen: Pen, place: QRectF, text: str, icon: str) -> None:
        if icon:
            pen.icon(QRectF(place.left(), place.top(), 16, place.height()), icon, "ink2")
            place = place.adjusted(_ICON, 0, 0, 0)
        pen.text(place, text, self._fonts()[2], "ink2", LEFT)

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        look = self.look
        return look.font(Style.STRONG, code=True), look.font(Style.BODY), look.font(Style.CAPTION)

    def _columns(self, rows: tuple[EffectRow, ...]) -> tuple[float, float, float]:
        """Widths of order, customer (at most 120 px, elided) and change."""
        strong, plain, _ = self._fonts()
        bold = self.look.font(Style.STRONG)
        return (
            max((text_width(strong, row.order) for row in rows), default=0) + 1,
            min(max((text_width(plain, row.customer) for row in rows), default=0) + 1, _NAME),
            max((text_width(bold, _change(row)) for row in rows), default=0) + 1,
        )

    def _head_high(self) -> float:
        return max(44.0, line_height(self.look.font(Style.CARD)) + 2 * M)

    def _place(self, ghost: QRect) -> None:
        """Above the ghost where there is room, else below it, inside the board."""
        board = self.parentWidget()
        room = board.rect() if board else ghost
        top = ghost.top() - self.height() - 4
        if top < 4:
            top = min(ghost.bottom() + 4, room.height() - self.height() - 4)
        left = min(max(ghost.right() + 20 - self.width(), 4), room.width() - self.width() - 4)
        corner = QPointF(left, top).toPoint()
        if QRect(corner, self.size()).intersects(ghost):
            beside = ghost.left() - self.width() - 4
            corner.setX(beside if beside >= 4 else ghost.right() + 4)
            if corner.x() + self.width() > room.width():  # over its edge, at the top
                corner = QPoint(room.width() - self.width() - 4, 4)
        self.move(corner)


def _change(row: EffectRow) -> str:
    return f"{row.before} → {row.after}"
