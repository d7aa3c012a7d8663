"""The lane map's presenter: the lanes as they stand, and the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.services.lanes import lane_map
from app.texts import sentence
from ui.presenters.lanes_scene import lanes_scene

if TYPE_CHECKING:
    from app.domain.errors import FloorError
    from app.services.desk import Desk
    from app.services.lanes import LaneMap
    from ui.floor_thread import FloorThread


class LanesPresenter(QObject):
    """Reads the lanes; ``scene`` carries what to show."""

    scene = Signal(object)
    trouble = Signal(str)

    def __init__(self, desk: Desk, floor: FloorThread) -> None:
        super().__init__()
        self.desk, self.floor = desk, floor
        self._chosen = ""
        self._found: LaneMap | None = None

    def refresh(self) -> None:
        """Read the lanes again."""
        self.floor.submit(lambda: lane_map(self.desk), self._read, self._failed)

    def select(self, code: str) -> None:
        """Choose a lane."""
        self._chosen = code
        self._show()

    def _read(self, found: LaneMap) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        if self._found is not None:
            self.scene.emit(lanes_scene(self._found, self._chosen))

    def _failed(self, error: FloorError) -> None:
        self.trouble.emit(sentence(error.code, **error.data))
