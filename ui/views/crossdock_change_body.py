"""What a change does: who ships sooner, who later, and one warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from ui import desk_words as words
from ui.components.fit import wrapped
from ui.components.painted import Wrapping
from ui.paint import LEFT, Pen, line_height
from ui.tokens import RADIUS, L, M, S, Style
from ui.views.crossdock_change_table import ChangeTable

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from ui.models.crossdock import ChangeScene
    from ui.theme import Look

_ICON = 20


class ChangeBody(Wrapping):
    """What is asked, the table of orders, the warning and the summary."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.change: ChangeScene | None = None

    def show_change(self, change: ChangeScene) -> None:
        """Show a change."""
        self.change = change
        rows = (f"{row.order} {row.customer}: {row.now} → {row.after}" for row in change.rows)
        told = (change.about, *rows, change.warning, change.warning_about, change.summary)
        self.setAccessibleName(change.title)
        self.setAccessibleDescription(". ".join(part for part in told if part))
        self.relook()

    def heightForWidth(self, width: int) -> int:
        return round(_ChangePainter(None, self.look, self.change, QRectF(0, 0, width, 0)).height())

    def paint(self, pen: Pen, area: QRectF) -> None:
        _ChangePainter(pen, self.look, self.change, area).height()


class _ChangePainter:
    """Lays a change out; measures alone where it has no pen."""

    def __init__(
        self, pen: Pen | None, look: Look, change: ChangeScene | None, area: QRectF
    ) -> None:
        self.pen, self.look, self.change, self.area = pen, look, change, area
        self.strong, self.plain = look.font(Style.STRONG), look.font(Style.BODY)
        self.small = look.font(Style.CAPTION)
        self.top = area.top()

    def height(self) -> float:
        """Paint it all, or measure; the height in px."""
        change = self.change
        if change is None:
            return 0.0
        self.top += M
        icon_room = _ICON + M
        if self.pen:
            place = QRectF(self.area.left() + L, self.top, _ICON, line_height(self.strong))
            self.pen.icon(place, change.icon, "ink")
        self._lines(change.title, self.strong, "ink", icon_room)
        self._lines(change.about, self.small, "ink2", icon_room)
        self.top += M
        if change.rows:
            heads = change.heads or (words.ORDER, words.NOW, words.AFTER)
            table = ChangeTable(self.look, change.rows, heads, self.area.width())
            if self.pen:
                table.paint(self.pen, self.area.left(), self.top)
            self.top += table.height + M
        if change.warning:
            self._warning(change)
        self.top += M
        self._lines(
            change.refused or change.summary, self.plain, "badink" if change.refused else "ink2", 0
        )
        self.top += S
        return self.top - self.area.top()

    def _lines(self, text: str, font: QFont, role: str, indent: float, right: float = L) -> None:
        left = self.area.left() + L + indent
        room = self.area.width() - L - indent - right
        for line in wrapped(font, text, room):
            if self.pen:
                place = QRectF(left, self.top, room, line_height(font))
                self.pen.text(place, line, font, role, LEFT)
            self.top += line_height(font) + 1

    def _warning(self, change: ChangeScene) -> None:
        start = self.top
        inner = 2 * L + M
        room = self.area.width() - inner - L
        title = wrapped(self.strong, change.warning, room - _ICON - S)
        about = wrapped(self.plain, change.warning_about, room)
        high = (len(title) * (line_height(self.strong) + 1)
                + len(about) * (line_height(self.plain) + 1) + 2 * M)  # fmt: skip
        pen = self.pen
        if pen:
            box = QRectF(self.area.left() + L, start, self.area.width() - 2 * L, high)
            pen.fill_round(box, "warntint", "warnmark", RADIUS)
            icon = QRectF(box.left() + M, box.top() + M, _ICON, line_height(self.strong))
            pen.icon(icon, "warning", "warnink")
        self.top += M
        self._lines(change.warning, self.strong, "warnink", M + _ICON + S, inner)
        self._lines(change.warning_about, self.plain, "ink", M, inner)
        self.top = start + high
