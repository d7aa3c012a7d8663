"""What to unload next: each truck with the units that put it there, the reason, one button."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal

from ui import desk_words as words
from ui.components.button import ActionButton
from ui.components.fit import wrapped
from ui.components.painted import Wrapping
from ui.paint import LEFT, Pen, line_height, text_width
from ui.tokens import Density, L, M, S, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from ui.models.dock_unload import UnloadRow
    from ui.theme import Look

_RANK, _BAR, _DOT, _TURN = 32, 9, 10, 48


class UnloadCard(Wrapping):
    """One row; ``asked`` tells it when its button is pressed, ``pressed`` when it is."""

    asked = Signal(object)
    pressed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.row: UnloadRow | None = None
        self.most, self.first = 1, False
        self.button = ActionButton(look, Density.DESK, "", parent=self)
        self.button.clicked.connect(self._ask)
        self.turn = TurnButton(look, self)
        self.turn.clicked.connect(self._ask_turn)

    def show_row(self, row: UnloadRow, most: int, *, first: bool) -> None:
        """Show a truck; its bar is to scale with ``most`` units (each)."""
        self.row, self.most, self.first = row, max(most, 1), first
        self.button.set_face(row.action, "", "", primary=first)
        self.button.setAccessibleName(f"{row.action}: {row.carrier}, {row.asn}")
        self.turn.show_turn(row)
        said = f"{row.put}. {row.reason}" if row.put else row.reason
        self.setAccessibleName(f"{row.rank} {row.carrier} {row.place} {row.asn}. {said}")
        self.relook()

    def heightForWidth(self, width: int) -> int:
        fonts = self._fonts()
        lines = len(self._reason_lines(width)) + len(self._put_lines(width))
        reason = lines * line_height(fonts[3])
        legend = len(self._legend_lines(width)) * (line_height(fonts[2]) + 2)
        head = self._head_height(width)
        below = legend + 4 + reason
        if self.row is not None and self.row.turn:
            below = max(below, _TURN)
        return round(M + head + M + _BAR + 7 + below + M)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def relook(self) -> None:
        super().relook()
        self._place_button()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.row is not None and event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(self.row.asn)

    def paint(self, pen: Pen, area: QRectF) -> None:
        row = self.row
        if row is None:
            return
        pen.fill(area, "oktint" if self.first else "surface")
        pen.line(
            QPointF(area.left(), area.bottom() - 0.5), QPointF(area.right(), area.bottom() - 0.5)
        )
        rank, carrier, small, body = self._fonts()
        left, top = area.left() + L, area.top() + M
        high = line_height(carrier)
        spot = QRectF(left - 3, top - 4, _RANK, line_height(rank))
        pen.text(spot, str(row.rank), rank, "ink", LEFT)
        left += _RANK - 1
        room = self.button.geometry().left() - S - left
        pen.text(QRectF(left, top, room, high), row.carrier, carrier, "ink", LEFT, elide=True)
        self._paint_place(pen, QRectF(left, top + high + 1, room, line_height(small)), row, small)
        top += self._head_height(round(area.width())) + M
        self._paint_bar(pen, left, top, area.right() - L - left, row)
        top += _BAR + 7
        for line in self._legend_lines(round(area.width())):
            self._paint_legend(pen, left, top, line, small)
            top += line_height(small) + 2
        top = self._paint_put(pen, left, top + 4, round(area.width()))
        for text in self._reason_lines(round(area.width())):
            place = QRectF(left, top, area.right() - M - left, line_height(body))
            pen.text(place, text, body, "ink2", LEFT)
            top += line_height(body)

    def _place_button(self) -> None:
        """At the top right, as large as it asks for."""
        size = self.button.sizeHint()
        self.button.setGeometry(self.width() - M - size.width(), M, size.width(), size.height())
        self.turn.setGeometry(self.width() - M - _TURN, self.height() - M - _TURN, _TURN, _TURN)

    def _paint_place(self, pen: Pen, place: QRectF, row: UnloadRow, font: QFont) -> None:
        pen.icon(QRectF(place.left() - 1, place.top(), 16, place.height()), row.icon, "ink2")
        code = self.look.font(Style.CAPTION, code=True)
        spot = place.adjusted(19, 0, 0, 0)
        wide = pen.text(spot, row.place, font, "ink2", LEFT, elide=True)
        if self._on_one_line(place.width()):
            spot.setLeft(spot.left() + wide + S)
        else:
            spot.translate(0, place.height() + 1)
        pen.text(spot, row.asn, code, "ink2", LEFT)

    def _on_one_line(self, room: float) -> bool:
        """Whether place and ASN stand side by side, or below each other."""
        if self.row is None:
            return True
        code = self.look.font(Style.CAPTION, code=True)
        place = text_width(self._fonts()[2], self.row.place)
        return 19 + place + S + text_width(code, self.row.asn) + 1 <= room

    def _head_height(self, width: int) -> float:
        """Carrier, place and ASN, or the button beside them where that is higher."""
        _, carrier, small, _ = self._fonts()
        room = width - M - self.button.sizeHint().width() - S - L - _RANK + 1
        lines = 1 if self._on_one_line(room) else 2
        return max(line_height(carrier) + lines * (line_height(small) + 1) + 3, 44.0)

    def _paint_bar(self, pen: Pen, left: float, top: float, room: float, row: UnloadRow) -> None:
        scale = room / self.most
        for units, role in ((row.late, "bad"), (row.due, "warn"), (row.other, "ok")):
            if units:
                wide = max(units * scale - 1, 2)
                pen.fill(QRectF(left, top, wide, _BAR), role)
                left += wide + 1

    def _paint_legend(
        self, pen: Pen, left: float, top: float, line: list[tuple[str, str]], font: QFont
    ) -> None:
        high = line_height(font)
        for role, text in line:
            pen.fill(QRectF(left, round(top + (high - _DOT) / 2), _DOT, _DOT), role)
            left += _DOT + 5
            wide = text_width(font, text) + 1
            pen.text(QRectF(left, top, wide, high), text, font, "ink", LEFT)
            left += wide + M

    def _legend_lines(self, width: int) -> list[list[tuple[str, str]]]:
        """Late, due, other; on a second line where they do not fit one."""
        row = self.row
        if row is None:
            return []
        font = self._fonts()[2]
        room = width - L - _RANK - S - self._turn_room()
        parts = [
            ("bad", words.LATE_UNITS.format(units=row.late)),
            ("warn", words.DUE_UNITS.format(units=row.due)),
            ("ok", words.OTHER_UNITS.format(units=row.other)),
        ]
        lines: list[list[tuple[str, str]]] = [[]]
        used = 0.0
        for part in parts:
            wide = text_width(font, part[1]) + _DOT + 6 + M
            if lines[-1] and used + wide - M > room:
                lines.append([])
                used = 0.0
            lines[-1].append(part)
            used += wide
        return lines

    def _reason_lines(self, width: int) -> list[str]:
        if self.row is None:
            return []
        room = width - L - _RANK - M - self._turn_room()
        return wrapped(self._fonts()[3], self.row.reason, room)

    def _put_lines(self, width: int) -> list[str]:
        if self.row is None or not self.row.put:
            return []
        room = width - L - _RANK - M - self._turn_room() - 19
        return wrapped(self.look.font(Style.STRONG), self.row.put, room)

    def _turn_room(self) -> int:
        return _TURN + S if self.row is not None and self.row.turn else 0

    def _paint_put(self, pen: Pen, left: float, top: float, width: int) -> float:
        """Say who put it there, with a hand; return where the next line begins."""
        font = self.look.font(Style.STRONG)
        high = line_height(self._fonts()[3])
        for nth, text in enumerate(self._put_lines(width)):
            if not nth:
                pen.icon(QRectF(left - 1, top, 16, high), "front_hand", "ink")
            pen.text(QRectF(left + 19, top, width - left - 19, high), text, font, "ink", LEFT)
            top += high
        return top

    def _fonts(self) -> tuple[QFont, QFont, QFont, QFont]:
        """Rank, carrier, small words, reason."""
        look = self.look
        return (
            look.font(Style.TITLE),
            look.font(Style.CARD, px=round(15 * look.zoom)),
            look.font(Style.CAPTION),
            look.font(Style.BODY),
        )

    def _ask(self) -> None:
        self.asked.emit(self.row)

    def _ask_turn(self) -> None:
        if self.row is not None:
            self.asked.emit(replace(self.row, kind=self.row.turn_kind, door=""))


class TurnButton(ActionButton):
    """Puts a truck first, or back into the ranking: an icon, named where one points at it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, Density.DESK, "", parent=parent)

    def show_turn(self, row: UnloadRow) -> None:
        """Show what can be done about a truck's turn; nothing hides it."""
        icon = "format_list" if row.put else "vertical_align_top"
        self.set_face("", icon, "", primary=False)
        self.setAccessibleName(f"{row.turn}: {row.carrier}, {row.asn}")
        self.setToolTip(row.turn)
        self.setVisible(bool(row.turn))
