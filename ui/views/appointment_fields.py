"""The parts of the card of an appointment: fields with their names, steps beside numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.components.segments import FlatButton
from ui.components.text import Line
from ui.models.appointment import stepped
from ui.tokens import TOUCH, XS, Density, S, Style
from ui.views import appointment_labels as labels

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.theme import Look

DESK = Density.DESK
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class TypedField(QLineEdit):
    """A line to type into; where it ``steps``, up and down change its number."""

    def __init__(self, look: Look, name: str, *, steps: bool = False) -> None:
        super().__init__()
        self.look, self.name, self.steps = look, name, steps
        self.setAccessibleName(labels.FIELDS[name])
        self.setPlaceholderText(labels.PLACEHOLDERS.get(name, ""))
        look.changed.connect(self.relook)
        self.relook()

    def relook(self) -> None:
        """Take font and height from the look."""
        self.setFont(self.look.font(Style.BODY, DESK))
        self.setMinimumSize(self.look.zoomed(72), self.look.zoomed(TOUCH[DESK]))

    def step(self, by: int) -> None:
        """Change the number by a step."""
        self.setText(stepped(self.name, self.text(), by))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.steps and key in _STEPS:
            self.step(_STEPS[key])
        else:
            super().keyPressEvent(event)


class StepButton(FlatButton):
    """Beside a field: a press is a step, and the focus stays where it is."""

    def __init__(self, look: Look, field: TypedField, by: int) -> None:
        name = labels.LESS if by < 0 else labels.MORE
        told = name.format(field=field.accessibleName())
        super().__init__(look, "", "chevron_left" if by < 0 else "chevron_right", told)
        self.clicked.connect(lambda: field.step(by))


class StepRow(QWidget):
    """Less, the field, more."""

    def __init__(self, look: Look, field: TypedField) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(StepButton(look, field, -1))
        row.addWidget(field, 1)
        row.addWidget(StepButton(look, field, 1))


class Named(QWidget):
    """Parts under one name, shown and hidden with it."""

    def __init__(self, look: Look, name: str, *parts: QWidget) -> None:
        super().__init__()
        self.caption = Line(look, Style.HEAD, DESK, role="ink2")
        self.caption.set_text(labels.FIELDS[name])
        row = QHBoxLayout()
        row.setSpacing(S)
        for part in parts:
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.caption)
        column.addLayout(row)
