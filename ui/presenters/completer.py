"""Works out beside the floor thread which orders to let go first, so that no scan waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.services.objective import improve, plan_now
from ui.floor_thread import FloorThread

if TYPE_CHECKING:
    from app.domain.errors import FloorError
    from app.domain.plan.best import Best
    from app.domain.plan.build import Built
    from app.services.desk import Desk


class Completer(QObject):
    """The floor thread reads the plan; a thread of its own looks for a better one."""

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, floor: FloorThread) -> None:
        super().__init__()
        self._desk, self._floor = desk, floor
        self._aside: FloorThread | None = None
        self.busy = False

    def ask(self) -> None:
        """Begin; nothing happens while an answer is still to come."""
        if not self.busy:
            self.busy = True
            self._floor.submit(lambda: plan_now(self._desk), self._improve, self._fail)

    def _improve(self, built: Built) -> None:
        self._aside = FloorThread(self)
        self._aside.broke.connect(self._floor.broke)
        self._aside.submit(lambda: improve(built), self._answer, self._fail)

    def _answer(self, best: Best) -> None:
        self._end()
        self.found.emit(best)

    def _fail(self, error: FloorError) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self.busy = False
        if self._aside is not None:
            self._aside.stop()
            self._aside.deleteLater()
            self._aside = None
