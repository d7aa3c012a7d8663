"""The scan band: the last scan, its outcome in words, icon and colour, its sound in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import words
from ui.components.fit import wrapped
from ui.components.painted import Painted
from ui.models.band import BandKind, BandState
from ui.paint import LEFT, RIGHT, Pen, line_height, on_solid, text_width
from ui.tokens import BAND, XL, Density, L, S, Style

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QMouseEvent

    from ui.theme import Look

# kind -> (state, icon in the square)
_FACES = {
    BandKind.READY: ("", "barcode_scanner"),
    BandKind.ACCEPTED: ("ok", "check_circle"),
    BandKind.NEXT: ("info", "barcode_scanner"),
    BandKind.CATCH: ("warn", "warning"),
    BandKind.REFUSED: ("bad", "cancel"),
    BandKind.WORKING: ("idle", "hourglass"),
}
_SMALLEST_OUTCOME = 22


class ScanBand(Painted):
    """Shows a `BandState`; a tap tells that the person has seen it."""

    tapped = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.density = Density.DESK
        self.state = BandState(BandKind.READY, "")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, XL, 0)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words.SCAN_BAND)

    def set_density(self, density: Density) -> None:
        """Change between desk and floor."""
        self.density = density
        self.relook()

    def set_aside(self, widget: QWidget) -> None:
        """Put a widget (the Find field) at the band's right end."""
        self._row.addWidget(widget)

    def show_state(self, state: BandState) -> None:
        """Show a scan's outcome and tell it to a screen reader, a refusal at once."""
        changed, self.state = state != self.state, state
        self.setAccessibleDescription(f"{state.outcome}. {state.sentence}")
        self.update()
        if changed:
            self._announce()

    def sizeHint(self) -> QSize:
        outcome = line_height(self.look.font(Style.OUTCOME, self.density))
        sentence = line_height(self.look.font(Style.BODY, self.density))
        return QSize(
            400, max(self.look.zoomed(BAND[self.density]), round(outcome + sentence) + 2 * S)
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.tapped.emit()

    def paint(self, pen: Pen, area: QRectF) -> None:
        state, icon = _FACES[self.state.kind]
        pen.fill(area, f"{state}tint" if state else "surface")
        square = QRectF(area.left(), area.top(), area.height(), area.height())
        pen.fill(square, state or "idletint")
        side = area.height() * (0.58 if self.density is Density.FLOOR else 0.5)
        place = QRectF(0, 0, side, side)
        place.moveCenter(square.center())
        pen.icon(place, icon, on_solid(state) if state else "idleink")
        edge = state if state and self.look.colours.filled_need_border else "line"
        bottom = area.bottom() - 0.5
        pen.line(QPointF(square.right(), bottom), QPointF(area.right(), bottom), edge)
        right = min((self.aside_left(), area.right())) - XL
        words_left = square.right() + XL
        self._paint_words(pen, QRectF(words_left, 0, right - words_left, area.height()), state)

    def aside_left(self) -> float:
        """Where the widget at the right end begins (px), or the band ends."""
        place = self._row.itemAt(self._row.count() - 1)
        widget = place.widget() if place else None
        return widget.x() if widget and widget.isVisible() else self.width()

    def _paint_words(self, pen: Pen, area: QRectF, state: str) -> None:
        aside = self._paint_code(pen, area)
        room = area.width() - aside - (L if aside else 0)
        outcome = self._outcome_font(room)
        sentence = self.look.font(Style.BODY, self.density)
        high, below = line_height(outcome), line_height(sentence)
        lines = self._sentence_lines(room, area.height() - high)
        top = area.center().y() - (high + below * len(lines)) / 2
        ink = f"{state}ink" if state else "ink"
        first = QRectF(area.left(), top, room, high)
        pen.text(first, self.state.outcome, outcome, ink, LEFT, elide=True)
        for place, line in enumerate(lines):
            spot = QRectF(area.left(), top + high + place * below, room, below)
            pen.text(spot, line, sentence, "ink", LEFT, elide=True)
        shortened = any(run.elided for run in pen.runs)
        self.setToolTip(f"{self.state.outcome}\n{self.state.sentence}" if shortened else "")

    def _sentence_lines(self, room: float, high: float) -> list[str]:
        """The sentence in one line, or in two where they fit ``high`` px; the last may be long."""
        font = self.look.font(Style.BODY, self.density)
        first, *others = wrapped(font, self.state.sentence, room) or [""]
        if others and 2 * line_height(font) <= high:
            return [first, " ".join(others)]
        return [self.state.sentence]

    def _paint_code(self, pen: Pen, area: QRectF) -> float:
        """Code, sound and time on the right; the width they take in px."""
        strong = self.look.font(Style.STRONG, self.density, code=True)
        plain = self.look.font(Style.CAPTION, self.density)
        sound = " · ".join(part for part in (self.state.sound_words, self.state.at_text) if part)
        high, below = line_height(strong), line_height(plain)
        top = area.center().y() - (high + below) / 2
        wide = min(text_width(strong, self.state.code) + 1, area.width() / 3)
        code = QRectF(area.right() - wide, top, wide, high)
        pen.text(code, self.state.code, strong, "ink", RIGHT, elide=True)
        if not sound:
            return wide if self.state.code else 0.0
        told = text_width(plain, sound) + 1
        place = QRectF(area.right() - told, top + high, told, below)
        pen.text(place, sound, plain, "ink2", RIGHT)
        if not self.state.sound_words:
            return max(wide, told)
        speaker = below * 0.9
        pen.icon(
            QRectF(place.left() - speaker - S, place.top(), speaker, below), "volume_up", "ink2"
        )
        return max(wide, told + speaker + S)

    def _outcome_font(self, room: float) -> QFont:
        font = self.look.font(Style.OUTCOME, self.density)
        for px in range(font.pixelSize(), _SMALLEST_OUTCOME, -2):
            font = self.look.font(Style.OUTCOME, self.density, px=px)
            if text_width(font, self.state.outcome) <= room:
                break
        return font

    def _announce(self) -> None:
        event = QAccessibleAnnouncementEvent(self, self.accessibleDescription())
        if self.state.kind is BandKind.REFUSED:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
