"""Takes the newest decision back, wherever at the site it was made; one for each desk screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.services.undoing import newest_change, undo_change
from app.texts import screen, sentence
from app.texts.difference import decision_words, freed_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.decisions import Decision
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread


class Undoer(QObject):
    """``undone`` tells in words what was taken back, ``failed`` why it cannot be.

    What is taken back is what ``label`` says: where another decision came later it is refused.
    """

    undone = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, floor: FloorThread) -> None:
        super().__init__()
        self.desk, self.floor = desk, floor
        self._newest: Decision | None = None

    @property
    def label(self) -> str:
        """Say what would be taken back, "" where there is nothing."""
        if self._newest is None:
            return ""
        return screen("undo_what", what=decision_words(self._newest))

    def refresh(self) -> None:
        """Read again what was decided last."""
        self.floor.submit(lambda: newest_change(self.desk), self._know, self.failed.emit)

    def undo(self) -> None:
        """Take it back; what is being taken back already is not asked for twice."""
        newest, self._newest = self._newest, None
        if newest is not None:
            self.floor.submit(
                lambda: undo_change(self.desk, expected=newest.id), self._tell, self.failed.emit
            )

    def _know(self, newest: Decision | None) -> None:
        self._newest = newest

    def _tell(self, result: Mapping[str, Any]) -> None:
        said = sentence("taken_back", what=result["undone"])
        self.undone.emit(f"{said} {freed_sentence(result['freed'])}".rstrip())
