"""Backorder policies agreed with customers: a name, then one of the policies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import desk_words as words
from ui.components.button import ActionButton
from ui.components.card import Card
from ui.components.choice_sheet import Choice, ChoiceSheet
from ui.components.row_list import RowList
from ui.components.text import Paragraph
from ui.paint import text_width
from ui.tokens import TOUCH, Density, L, M, Style

if TYPE_CHECKING:
    from ui.models.backorders import Option
    from ui.models.setup import CustomerRow, SetupScene
    from ui.paint import Pen
    from ui.theme import Look

DESK = Density.DESK
ROW_HIGH = 56


def told_customer(row: CustomerRow) -> str:
    """Say a customer and what is agreed, for a screen reader."""
    return f"{row.name}: {row.policy}"


def paint_customer(pen: Pen, rect: QRectF, row: CustomerRow, hot: bool) -> None:
    """A customer at the left, what is agreed at the right."""
    strong, body = pen.look.font(Style.STRONG, DESK), pen.look.font(Style.BODY, DESK)
    if hot:
        pen.fill(rect, "sunk")
    inner = rect.adjusted(L, 0, -L, 0)
    wide = text_width(body, row.policy) + 1
    pen.text(QRectF(inner.right() - wide, inner.top(), wide, inner.height()), row.policy, body)
    name = QRectF(inner.left(), inner.top(), inner.width() - wide - M, inner.height())
    pen.text(name, row.name, strong, elide=True)
    bottom = rect.bottom() - 0.5
    pen.line(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom))


class PoliciesPage(QWidget):
    """``agreed(customer, option)`` asks for an agreement; ``default`` ends one."""

    agreed = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.about = Paragraph(look, Style.BODY, DESK, role="ink2")
        self.name = QLineEdit()
        self.choose = ActionButton(look, DESK, words.AGREE, icon="call_split", primary=True)
        self.rows: RowList[CustomerRow] = RowList(
            look, ROW_HIGH, paint_customer, told_customer, pressable=True
        )
        self.none = Paragraph(look, Style.BODY, DESK, role="ink2")
        self.sheet = ChoiceSheet(look, self)
        self._options: tuple[Option, ...] = ()
        self._lay_out()
        self.name.textChanged.connect(self._enable)
        self.name.returnPressed.connect(self.choose.click)
        self.choose.clicked.connect(lambda: self._offer(self.name.text().strip(), self.name))
        self.rows.clicked.connect(self._press)
        self.rows.activated.connect(self._press)
        self.sheet.chosen.connect(self._chosen)
        self._asked = ""
        self._enable()

    def show_scene(self, scene: SetupScene) -> None:
        """Show whose word counts and what is agreed."""
        self.about.set_text(scene.precedence)
        self.rows.show_rows(scene.customers)
        self.rows.setVisible(bool(scene.customers))
        self.none.setVisible(not scene.customers)
        self._options = scene.policies

    def _lay_out(self) -> None:
        self.name.setMinimumHeight(self.look.zoomed(TOUCH[DESK]))
        self.name.setFont(self.look.font(Style.BODY, DESK))
        self.name.setPlaceholderText(words.CUSTOMER_NAME)
        self.name.setAccessibleName(words.CUSTOMER_NAME)
        self.rows.setAccessibleName(words.POLICIES)
        self.none.set_text(words.NOTHING_AGREED)
        entry = QHBoxLayout()
        entry.setSpacing(M)
        entry.addWidget(self.name, 1)
        entry.addWidget(self.choose)
        head = QVBoxLayout()
        head.setContentsMargins(L, L, L, L)
        head.setSpacing(M)
        head.addWidget(self.about)
        head.addLayout(entry)
        head.addWidget(self.none)
        card = Card(self.look, DESK, words.POLICIES_HEAD)
        card.body.addLayout(head)
        card.body.addWidget(self.rows, 1)
        card.body.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card, 1)

    def _enable(self) -> None:
        self.choose.setEnabled(bool(self.name.text().strip()))

    def _press(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        self._offer(row.name, self.rows, self.rows.visualRect(index).bottomLeft())

    def _offer(self, customer: str, beside: QWidget, at: QPoint | None = None) -> None:
        if not customer:
            return
        self._asked = customer
        corner = beside.mapTo(self, at or beside.rect().bottomLeft()) + QPoint(0, 4)
        choices = tuple(Choice(option.name, option.label) for option in self._options)
        self.sheet.offer(customer, choices, corner)

    def _chosen(self, way: tuple[str, ...]) -> None:
        self.name.clear()
        self.agreed.emit(self._asked, way[-1])
