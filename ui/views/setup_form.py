"""The site's settings as a form: a change is asked for when a field is left or a choice made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QScrollArea, QSizePolicy, QWidget

from ui import desk_words as words
from ui.components.segments import Segments
from ui.components.text import Line
from ui.tokens import TOUCH, Density, L, M, Style

if TYPE_CHECKING:
    from ui.models.setup import SettingRow
    from ui.theme import Look

DESK = Density.DESK
_FIELD = 380


class SettingsForm(QScrollArea):
    """Rows of label and field.  ``changed(name, value)`` asks for a change."""

    changed = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(words.SETTINGS)
        self.viewport().setAutoFillBackground(False)
        self.rows: tuple[SettingRow, ...] = ()
        self.fields: dict[str, Segments | QLineEdit] = {}

    def show_rows(self, rows: tuple[SettingRow, ...]) -> None:
        """Show the settings; fields are made anew only where the names differ."""
        if [row.name for row in rows] != [row.name for row in self.rows]:
            self._build(rows)
        self.rows = rows
        for row in rows:
            self._fill(row)

    def _build(self, rows: tuple[SettingRow, ...]) -> None:
        page = QWidget()
        page.setAutoFillBackground(False)
        form = QFormLayout(page)
        form.setContentsMargins(L, L, L, L)
        form.setHorizontalSpacing(L)
        form.setVerticalSpacing(M)
        form.setFormAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.fields = {row.name: self._field(row) for row in rows}
        for before, row in zip((None, *rows), rows, strict=False):
            if row.group and (before is None or before.group != row.group):
                form.addRow(self._heading(row.group))
            label = Line(self.look, Style.BODY, DESK, role="ink2")
            label.set_text(row.label)
            label.setMinimumHeight(self.look.zoomed(TOUCH[DESK]))
            form.addRow(label, self.fields[row.name])
        self.setWidget(page)

    def _heading(self, group: str) -> Line:
        heading = Line(self.look, Style.CARD, DESK)
        heading.set_text(group)
        heading.setMinimumHeight(self.look.zoomed(TOUCH[DESK]))
        return heading

    def _field(self, row: SettingRow) -> Segments | QLineEdit:
        if row.choices:
            shown = [words.CHOICES.get(choice, choice) for choice in row.choices]
            segments = Segments(self.look, row.label, shown, 0)
            for part, text in zip(segments.parts, shown, strict=True):
                part.setAccessibleName(f"{row.label}: {text}")
            choices = row.choices
            segments.chosen.connect(lambda place: self.changed.emit(row.name, choices[place]))
            return segments
        field = QLineEdit()
        field.setMinimumSize(self.look.zoomed(200), self.look.zoomed(TOUCH[DESK]))
        field.setFixedWidth(self.look.zoomed(_FIELD))
        field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        field.setFont(self.look.font(Style.BODY, DESK))
        field.setAccessibleName(row.label)
        field.editingFinished.connect(lambda: self._left(row.name))
        return field

    def _left(self, name: str) -> None:
        field = self.fields[name]
        before = next(row.value for row in self.rows if row.name == name)
        if isinstance(field, QLineEdit) and field.text() != before:
            self.changed.emit(name, field.text())

    def _fill(self, row: SettingRow) -> None:
        field = self.fields[row.name]
        if isinstance(field, Segments):
            if row.value in row.choices:
                field.choose(row.choices.index(row.value))
        elif not field.hasFocus():
            field.setText(row.value)
            field.setCursorPosition(0)
