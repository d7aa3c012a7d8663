"""Why a truck is unloaded out of its turn: a sheet of reasons, as a truck's causes are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal

from ui.components.choice_sheet import Choice, ChoiceSheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.models.dock_unload import UnloadRow
    from ui.theme import Look


class ReasonSheet(ChoiceSheet):
    """``said(asn, kind, reason)``: a reason was chosen, "" for none."""

    said = Signal(str, str, str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._row: UnloadRow | None = None
        self.chosen.connect(self._say)

    def ask(self, row: UnloadRow, corner: QPoint) -> None:
        """Offer the reasons of a row at a place (px of the screen)."""
        self._row = row
        choices = tuple(Choice(reason, label) for reason, label in row.reasons)
        parent = self.parentWidget()
        at = parent.mapFromGlobal(corner) if parent else corner
        self.offer(f"{row.turn}: {row.carrier}", choices, at + QPoint(0, 4))

    def _say(self, way: tuple[str, ...]) -> None:
        if self._row is not None:
            self.said.emit(self._row.asn, self._row.turn_kind, way[-1])
