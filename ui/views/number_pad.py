"""The touch pad for a quantity or grams, and the keyboard for a code whose label is worn.

It takes the place of the screen's content; nothing is modal, and a scan goes its way meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.domain.command_scan import Command, CommandKind
from ui import words
from ui.components.button import ActionButton
from ui.components.card import Card
from ui.components.painted import PaintedButton
from ui.components.text import Line, Paragraph
from ui.paint import CENTRE, Pen
from ui.tokens import GAP, MARGIN, TOUCH, XXL, Density, L, Style

if TYPE_CHECKING:
    from ui.theme import Look

_FLOOR = Density.FLOOR
_DIGITS = ("789", "456", "123", "0")
_LETTERS = ("1234567890", "QWERTYUIOP", "ASDFGHJKL-", "ZXCVBNM./_")
_DIGITS_WIDE = 520
_MOST_DIGITS, _MOST_LETTERS = 6, 120  # 999,999 units, or grams


class Key(PaintedButton):
    """One key of the pad; it does not take the focus from the field it types into."""

    def __init__(self, look: Look, key: str, field: QLineEdit) -> None:
        super().__init__(look)
        self.setText(key)
        self.setAccessibleName(key)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.clicked.connect(lambda: field.insert(key))

    def sizeHint(self) -> QSize:
        return QSize(TOUCH[_FLOOR], TOUCH[_FLOOR])

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint(self, pen: Pen, area: QRectF) -> None:
        pen.fill_round(area, "focustint" if self.isDown() else "surface", "edge")
        pen.text(area, self.text(), self.look.font(Style.TITLE, _FLOOR, code=True), "ink", CENTRE)


class Keys(QWidget):
    """A grid of keys that type into a field; none of them takes the focus."""

    def __init__(self, look: Look, rows: tuple[str, ...], field: QLineEdit) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP[_FLOOR])
        for line, row in enumerate(rows):
            span = 1 if len(row) > 1 else -1  # a lone key fills its row
            for place, key in enumerate(row):
                grid.addWidget(Key(look, key, field), line, place, 1, span)


class NumberPad(QWidget):
    """Asks for a number or for a code: ``code_typed`` tells the command of one, or the other.

    A quantity is ``CMD-QTY-1`` to ``CMD-QTY-999999``, a weight ``CMD-WEIGHT-1`` and so on.
    """

    code_typed = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._command = look, CommandKind.QUANTITY
        self.for_code = False
        self.title = Line(look, Style.TITLE, _FLOOR)
        self.help = Paragraph(look, Style.BODY, _FLOOR, role="ink2")
        self.field = QLineEdit()
        self.field.returnPressed.connect(self._use)
        self.digits, self.letters = (
            Keys(look, _DIGITS, self.field),
            Keys(look, _LETTERS, self.field),
        )
        self.erase = ActionButton(look, _FLOOR, words.ERASE, icon="backspace")
        self.back = ActionButton(look, _FLOOR, words.BACK, icon="chevron_left", key="Esc")
        self.use = ActionButton(look, _FLOOR, words.USE, icon="check", primary=True)
        self.erase.clicked.connect(self.field.backspace)
        self.back.clicked.connect(self.closed)
        self.use.clicked.connect(self._use)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.closed)
        self.digits.setMaximumWidth(_DIGITS_WIDE)
        self.letters.hide()
        self._lay_out()
        look.changed.connect(self.relook)
        self.relook()

    def ask_quantity(self) -> None:
        """Ask how many units the next item scan counts."""
        self._command = CommandKind.QUANTITY
        self._ask(words.HOW_MANY, words.HOW_MANY_HELP, words.QUANTITY_FIELD, for_code=False)

    def ask_weight(self) -> None:
        """Ask what the carton weighs."""
        self._command = CommandKind.WEIGHT
        self._ask(words.HOW_HEAVY, words.HOW_HEAVY_HELP, words.WEIGHT_FIELD, for_code=False)

    def ask_code(self) -> None:
        """Ask for the code printed on a worn label."""
        self._ask(words.WHICH_CODE, words.WHICH_CODE_HELP, words.CODE_FIELD, for_code=True)

    def relook(self) -> None:
        """Take the field's font from the look."""
        self.field.setFont(self.look.font(Style.COUNTER, _FLOOR, code=True))
        self.field.setMinimumHeight(self.look.zoomed(TOUCH[_FLOOR]))

    def _ask(self, title: str, help_text: str, field: str, *, for_code: bool) -> None:
        self.for_code = for_code
        self.title.set_text(title)
        self.help.set_text(help_text)
        self.field.setAccessibleName(field)
        self.field.setMaxLength(_MOST_LETTERS if for_code else _MOST_DIGITS)
        self.field.clear()
        self.digits.setVisible(not for_code)
        self.letters.setVisible(for_code)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _use(self) -> None:
        text = self.field.text().strip()
        if self.for_code and text:
            self.code_typed.emit(text)
        elif text.isascii() and text.isdecimal() and int(text) > 0:
            self.code_typed.emit(Command(self._command, int(text)).barcode)
        else:
            self.field.selectAll()

    def _lay_out(self) -> None:
        card = Card(self.look, _FLOOR)
        inside = QVBoxLayout()
        inside.setContentsMargins(XXL, L, XXL, XXL)
        inside.setSpacing(GAP[_FLOOR])
        inside.addWidget(self.title)
        inside.addWidget(self.help)
        entry = QHBoxLayout()
        entry.setSpacing(GAP[_FLOOR])
        entry.addWidget(self.field, 1)
        for button in (self.erase, self.back, self.use):
            entry.addWidget(button)
        inside.addLayout(entry)
        keys = QHBoxLayout()
        keys.addStretch(1)
        keys.addWidget(self.digits, 4)
        keys.addStretch(1)
        inside.addLayout(keys, 1)
        inside.addWidget(self.letters, 1)
        card.body.addLayout(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[MARGIN[_FLOOR]] * 4)
        column.setSpacing(GAP[_FLOOR])
        column.addWidget(card, 1)
