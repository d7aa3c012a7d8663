"""The site's settings as a form: a change is asked for when a field is left or a choice made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QScrollArea, QWidget

from ui.components.text import Line
from ui.tokens import TOUCH, Density, L, S, Style

if TYPE_CHECKING:
    from ui.models.setup import SettingRow
    from ui.theme import Look

DESK = Density.DESK


class SettingsForm(QScrollArea):
    """Rows of label and field.  ``changed(name, value)`` asks for a change."""

    changed = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.rows: tuple[SettingRow, ...] = ()
        self.fields: dict[str, QComboBox | QLineEdit] = {}

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
        form.setContentsMargins(L, S, L, S)
        form.setSpacing(S)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.fields = {row.name: self._field(row) for row in rows}
        for row in rows:
            label = Line(self.look, Style.BODY, DESK, role="ink2")
            label.set_text(row.label)
            label.setMinimumHeight(self.look.zoomed(TOUCH[DESK]))
            form.addRow(label, self.fields[row.name])
        self.setWidget(page)

    def _field(self, row: SettingRow) -> QComboBox | QLineEdit:
        field: QComboBox | QLineEdit
        if row.choices:
            field = QComboBox()
            field.addItems(list(row.choices))
            field.textActivated.connect(lambda value: self.changed.emit(row.name, value))
        else:
            field = QLineEdit()
            field.editingFinished.connect(lambda: self._left(row.name))
        field.setMinimumHeight(self.look.zoomed(TOUCH[DESK]))
        field.setFont(self.look.font(Style.BODY, DESK))
        field.setAccessibleName(row.label)
        return field

    def _left(self, name: str) -> None:
        field = self.fields[name]
        before = next(row.value for row in self.rows if row.name == name)
        if isinstance(field, QLineEdit) and field.text() != before:
            self.changed.emit(name, field.text())

    def _fill(self, row: SettingRow) -> None:
        field = self.fields[row.name]
        if isinstance(field, QComboBox):
            field.setCurrentText(row.value)
        elif not field.hasFocus():
            field.setText(row.value)
            field.setCursorPosition(0)
