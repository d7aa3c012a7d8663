"""The card in which a truck is booked: over the board, by keys or by hand. It tells intents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from ui.components.button import ActionButton
from ui.components.card import Card
from ui.components.choice_sheet import Choice, ChoiceSheet
from ui.components.text import Paragraph
from ui.models.appointment import Draft
from ui.tokens import RADIUS_CARD, XS, Density, L, M, S, Style
from ui.views import appointment_labels as labels
from ui.views.appointment_rows import AppointmentRows

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QKeyEvent

    from ui.models.appointment import AppointmentForm, AppointmentHints, Refusal
    from ui.paint import Pen
    from ui.theme import Look

DESK = Density.DESK
_WIDE, _ROUND = 1000, (20, 6)  # px: at most so wide, at least so far from the page's edges
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class AppointmentCard(Card):
    """``considered(draft)`` while it is typed, ``book_asked(draft)``, ``left()`` once it is gone.

    Tab stays inside; Enter books and Esc leaves, which asks where something was typed.
    """

    considered = Signal(object)
    book_asked = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, DESK, parent=parent)
        self._page = parent
        self.rows, self.sheet = AppointmentRows(look), ChoiceSheet(look, parent)
        self.message = Paragraph(look, Style.STRONG, DESK, role="badink")
        self.leave = ActionButton(look, DESK, labels.LEAVE, key="Esc")
        self.book = ActionButton(look, DESK, labels.BOOK, icon="check", key="Enter", primary=True)
        self.drop = ActionButton(look, DESK, labels.DROP, icon="close")
        self.keep = ActionButton(look, DESK, labels.KEEP, key="Esc", primary=True)
        self.form: AppointmentForm | None = None
        self._first, self._room = Draft(), QRect()
        self._asks = False
        self._focus_before: QWidget | None = None
        self._typing: QWidget | None = None
        self._lay_out()
        self.rows.changed.connect(self._consider)
        self.rows.doors_asked.connect(self._offer_doors)
        self.sheet.chosen.connect(self._take_door)
        self.leave.clicked.connect(self.ask_to_leave)
        self.book.clicked.connect(self._book)
        self.drop.clicked.connect(self.close_card)
        self.keep.clicked.connect(self._keep)
        self.hide()

    @property
    def touched(self) -> bool:
        """Whether something is typed that would be lost; which kind it is counts for nothing."""
        return self.isVisible() and self._typed() != self._typed(self._first)

    def open_form(self, form: AppointmentForm) -> None:
        """Open with a form; the focus goes to its first field, and back when it is left."""
        if not self.isVisible():
            self._focus_before = self.window().focusWidget()
        self.form = form
        self.set_head(form.title, icon="event")
        self.book.set_face(
            labels.SAVE if form.known else labels.BOOK, "check", "Enter", primary=True
        )
        self.rows.fill(form)
        self._first = self.rows.draft()
        self._say("")
        self.show()
        self.raise_()
        self.place_in(self._room)
        first = "start" if form.known else "number"
        self._focus(self.rows.fields[first])
        self.rows.fields[first].selectAll()

    def show_hints(self, hints: AppointmentHints) -> None:
        """Show what is worked out from the draft."""
        self.rows.show_hints(hints)

    def refuse(self, refusal: Refusal) -> None:
        """Say why it was not booked; the focus goes to what is wrong."""
        self._say(refusal.text)
        field = self.rows.fields.get(refusal.field)
        if field is not None and field.isVisible():
            self._focus(field)

    def close_card(self) -> None:
        """Go, and give the focus back."""
        self.sheet.close_sheet()
        self._focus(self._focus_before or self._page)  # first: Qt looks on the card for another
        self.hide()
        self.left.emit()

    def ask_to_leave(self) -> None:
        """Leave at once where nothing was typed, else ask."""
        if not self.touched:
            self.close_card()
            return
        self._typing = self.window().focusWidget()
        self._say(labels.TYPED, asks=True)
        self._focus(self.keep)

    def place_in(self, room: QRect) -> None:
        """Lie in the middle of a place of the parent (px)."""
        self._room = room
        if not self.isVisible():
            return
        across, down = _ROUND
        inside = room.adjusted(across, down, -across, -down)
        wide = min(self.look.zoomed(_WIDE), inside.width())
        high = self.head_height() + self.rows.sizeHint().height() + self._foot.sizeHint().height()
        own = QRect(0, 0, wide, min(high + XS, inside.height()))
        own.moveCenter(inside.center())
        self.setGeometry(own)
        self.raise_()  # the panel may have become a drawer, or none

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            (self._keep if self._asks else self.ask_to_leave)()
        elif key in _ENTER and not event.isAutoRepeat() and not self._asks:
            self._book()
        event.accept()  # no key of the card is one of the board's

    def focusNextPrevChild(self, onward: bool) -> bool:
        foot = [button for button in (self.leave, self.book) if button.isVisible()]
        stops = [*self.rows.stops(), *foot]
        if self._asks:
            stops = [self.drop, self.keep]
        if not self.isVisible():
            return super().focusNextPrevChild(onward)
        here = self.window().focusWidget()
        place = stops.index(here) + (1 if onward else -1) if here in stops else 0
        reason = Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
        target = stops[place % len(stops)]
        target.setFocus(reason)
        self._scroller.ensureWidgetVisible(target)
        return True

    def paint(self, pen: Pen, area: QRectF) -> None:
        pen.fill_round(area, "edge", "", RADIUS_CARD)
        super().paint(pen, area.adjusted(1, 1, -1, -1))

    @staticmethod
    def _focus(part: QWidget) -> None:
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, text: str, *, asks: bool = False) -> None:
        self._asks = asks
        self.message.set_text(text, "ink" if asks else "badink")
        for button in (self.leave, self.book):
            button.setVisible(not asks)
        for button in (self.drop, self.keep):
            button.setVisible(asks)

    def _typed(self, draft: Draft | None = None) -> Draft:
        draft = draft or self.rows.draft()
        proposed = draft.number == self.rows.hints.number
        return replace(draft, kind=self._first.kind, number="" if proposed else draft.number)

    def _consider(self) -> None:
        if self.form is not None:
            self._say("")
            self.considered.emit(self.rows.draft())

    def _book(self) -> None:
        self._say("")
        self.book_asked.emit(self.rows.draft())

    def _keep(self) -> None:
        self._focus(self._typing or self.book)
        self._say("")

    def _offer_doors(self) -> None:
        doors = self.form.doors if self.form else ()
        now = self.rows.fields["door"].text().strip()
        choices = tuple(
            Choice(door, door or labels.YARD, checked=door == now) for door in ("", *doors)
        )
        corner = self.rows.doors.mapTo(self._page, self.rows.doors.rect().bottomLeft())
        self.sheet.offer(labels.FIELDS["door"], choices, corner + QPoint(0, 4))

    def _take_door(self, way: tuple[str, ...]) -> None:
        self.rows.fields["door"].setText(way[-1])

    def _lay_out(self) -> None:
        self.setAccessibleDescription(labels.CARD_HELP)
        self._scroller = QScrollArea()
        self._scroller.setWidget(self.rows)
        self._scroller.setWidgetResizable(True)
        self._scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroller.setAccessibleName(labels.NEW)
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(L, S, L, M)
        row.setSpacing(M)
        row.addWidget(self.message, 1)
        for button in (self.leave, self.book, self.drop, self.keep):
            row.addWidget(button)
        self.body.addWidget(self._scroller, 1)
        self.body.addWidget(self._foot)
