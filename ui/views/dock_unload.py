"""The unload order: what is here, then the forecast, then what can go in each hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui import desk_words as words
from ui.components.card import Card
from ui.components.padded import Note
from ui.components.painted import Painted
from ui.paint import CENTRE, LEFT, RIGHT, Pen, line_height, text_width
from ui.tokens import Density, L, M, S, Style
from ui.views.dock_unload_card import UnloadCard

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.models.dock import DockScene
    from ui.models.dock_unload import HourCount, UnloadRow
    from ui.theme import Look

_LOW = 2.4  # a panel less high than so many times its charts lets them scroll


class UnloadRows(QWidget):
    """What is here, then the forecast under its own line."""

    asked = Signal(object)
    pressed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.cards: list[UnloadCard] = []
        self.divider = ForecastLine(look)
        self.divider.setParent(self)  # shown without one it is a window, and takes the keyboard
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_rows(self, rows: tuple[UnloadRow, ...]) -> None:
        """Show these in their order."""
        while len(self.cards) < len(rows):
            card = UnloadCard(self.look)
            card.setParent(self)
            card.asked.connect(self.asked)
            card.pressed.connect(self.pressed)
            self.cards.append(card)
        while (item := self._column.takeAt(0)) is not None:
            del item
        most = max((row.units for row in rows), default=1)
        self.divider.setVisible(any(row.forecast and not row.put for row in rows))
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(rows))
            if place < len(rows):
                row = rows[place]
                ranked = row.forecast and not row.put  # who is put ahead stands above the line
                if ranked and self._column.indexOf(self.divider) < 0:
                    self._column.addWidget(self.divider)
                card.show_row(row, most, first=place == 0 and not row.forecast)
                self._column.addWidget(card)

    def turn_corner(self, asn: str) -> QPoint:
        """Return where (on the screen) the button is that changes a truck's turn."""
        buttons = (card.turn for card in self.cards if card.row is not None and card.row.asn == asn)
        button = next(buttons, self)
        return button.mapToGlobal(button.rect().bottomLeft())


class ForecastLine(Painted):
    """Says that what follows is not here yet."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setAccessibleName(words.NOT_HERE_YET)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, max(32, round(line_height(self.look.font(Style.HEAD)) + S)))

    def paint(self, pen: Pen, area: QRectF) -> None:
        pen.fill(area, "sunk")
        pen.line(
            QPointF(area.left(), area.bottom() - 0.5), QPointF(area.right(), area.bottom() - 0.5)
        )
        pen.icon(QRectF(area.left() + L, area.top(), 18, area.height()), "update", "ink2")
        place = area.adjusted(L + 18 + M + 2, 0, -S, 0)
        pen.text(place, words.NOT_HERE_YET, self.look.font(Style.HEAD), "ink2", LEFT)


class HourBars(Painted):
    """A count hour by hour; hours that are over in grey, a limit as a line across its bar."""

    def __init__(self, look: Look, title: str, role: str, tall: int) -> None:
        super().__init__(look)
        self.title, self.role, self.tall = title, role, tall
        self.hours: tuple[HourCount, ...] = ()
        self.note = self.state = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_hours(self, hours: tuple[HourCount, ...], note: str, state: str = "") -> None:
        """Show these with a note in a state's ink; none hides the chart."""
        self.hours, self.note, self.state = hours, note, state
        told = ", ".join(hour.about or f"{hour.label}: {hour.count}" for hour in hours)
        self.setToolTip("\n".join(hour.about for hour in hours if hour.about))
        self.setAccessibleName(self.title)
        self.setAccessibleDescription(f"{note}. {told}")
        self.setVisible(bool(hours))
        self.relook()

    def sizeHint(self) -> QSize:
        return QSize(240, round(4 * line_height(self.look.font(Style.CAPTION)) + self.tall + 2 * M))

    def paint(self, pen: Pen, area: QRectF) -> None:
        if not self.hours:
            return
        small = self.look.font(Style.HEAD)
        high = line_height(small)
        pen.line(QPointF(area.left(), area.top() + 0.5), QPointF(area.right(), area.top() + 0.5))
        inner = area.adjusted(M + 2, M, -M - 2, -M)
        title = QRectF(inner.left(), inner.top(), inner.width(), high + S)
        note = text_width(small, self.note) + 1
        pen.text(title, self.note, small, f"{self.state}ink" if self.state else "ink2", RIGHT)
        name = self.look.font(Style.STRONG, px=round(13 * self.look.zoom))
        pen.text(title.adjusted(0, 0, -note - S, 0), self.title, name, "ink", LEFT, elide=True)
        floor = inner.bottom() - high - 4
        room = QRectF(inner.left(), title.bottom() + high + S, inner.width(), 0)
        room.setBottom(floor)
        self._paint_bars(pen, room)
        pen.line(QPointF(inner.left(), floor + 0.5), QPointF(inner.right(), floor + 0.5))

    def _paint_bars(self, pen: Pen, room: QRectF) -> None:
        """Paint the bars to scale into a room; numbers stand above it and labels below."""
        most = max(max(hour.count, hour.limit or 0) for hour in self.hours) or 1
        small, label = self.look.font(Style.HEAD), self.look.font(Style.CAPTION)
        high, wide = line_height(small), room.width() / len(self.hours)
        for place, hour in enumerate(self.hours):
            left = room.left() + place * wide + 2
            top = room.bottom() - max(room.height() * hour.count / most, 2)
            role = "idle" if hour.past else hour.state or self.role
            pen.fill(QRectF(left, top, wide - 4, room.bottom() - top), role)
            if hour.limit is not None:
                at = round(room.bottom() - room.height() * hour.limit / most) + 0.5
                pen.line(QPointF(left - 2, at), QPointF(left + wide - 2, at), "ink", 2)
                top = min(top, at)
            if text_width(small, str(hour.count)) <= wide:
                above = QRectF(left - 2, top - high - 2, wide, high)
                pen.text(above, str(hour.count), small, "ink", CENTRE)
            if text_width(label, hour.label) <= wide:
                below = QRectF(left - 2, room.bottom() + 3, wide, high)
                pen.text(below, hour.label, label, "ink2", CENTRE)


class UnloadPanel(Card):
    """The right side of Dock: the list, and below it the charts; in a low panel all scrolls."""

    asked = Signal(object)
    pressed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, Density.DESK, words.UNLOAD_NEXT)
        self.rows = UnloadRows(look)
        self.hours = HourBars(look, words.HOURS, "ok", 64)
        self.work = HourBars(look, words.WORK, "idle", 44)
        self.rows.asked.connect(self.asked)
        self.rows.pressed.connect(self.pressed)
        self.nothing = Note(look)
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.nothing)
        column.addWidget(self.rows)
        column.addStretch(1)
        self.scroller = QScrollArea()
        self.scroller.setWidget(inside)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setAccessibleName(words.UNLOAD_NEXT)
        self.body.addWidget(self.scroller, 1)
        self.body.addWidget(self.hours)
        self.body.addWidget(self.work)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        charts = self.hours.sizeHint().height() + self.work.sizeHint().height()
        low = self.height() < _LOW * charts
        for chart in (self.hours, self.work):
            (self._column if low else self.body).addWidget(chart)

    def show_scene(self, scene: DockScene) -> None:
        """Show the unload order and the hours of a day."""
        self.set_head(words.UNLOAD_NEXT, scene.unload_note)
        self.nothing.set_text("" if scene.loading else words.NOTHING_TO_UNLOAD)
        self.nothing.setVisible(not scene.unload)
        self.rows.show_rows(scene.unload)
        self.hours.show_hours(scene.hours, scene.hours_note)
        self.work.show_hours(scene.work, scene.work_note, scene.work_state)
