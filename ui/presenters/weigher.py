"""Weighs a change to the plan by a dry run, and makes it when it is applied; one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.presenters.change_scene import change_scene

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.floor_thread import FloorThread
    from ui.models.crossdock import ChangeScene

    Weigh = Callable[[bool], Mapping[str, Any]]


class Weigher(QObject):
    """``changed``: another change is weighed, or none; ``applied(title, result)``: it was made."""

    changed = Signal()
    applied = Signal(str, object)
    failed = Signal(object)

    def __init__(self, floor: FloorThread) -> None:
        super().__init__()
        self._floor = floor
        self._weighed: Weigh | None = None
        self.change: ChangeScene | None = None

    def weigh(self, title: str, icon: str, weigh: Weigh) -> None:
        """Show what a change would do; ``weigh`` makes it, or, handed true, only says so."""

        def show(result: Mapping[str, Any]) -> None:
            self._weighed = weigh
            self.change = change_scene(title, icon, result)
            self.changed.emit()

        self._floor.submit(lambda: weigh(True), show, self.failed.emit)

    def apply(self) -> None:
        """Make the change that was weighed."""
        weighed, change = self._weighed, self.change
        if weighed is None or change is None:
            return
        self.discard()
        self._floor.submit(
            lambda: weighed(False),
            lambda done: self.applied.emit(change.title, done),
            self.failed.emit,
        )

    def drop(self) -> None:
        """Forget the change that was weighed: it was weighed against another plan."""
        self._weighed = self.change = None

    def discard(self) -> None:
        """Forget the change that was weighed, as a person asks."""
        self.drop()
        self.changed.emit()
