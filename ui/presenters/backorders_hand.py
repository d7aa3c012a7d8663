"""The line in hand on Backorders, and the change of its order that is weighed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.presenters.backorders_change import change_scene
from ui.presenters.backorders_decider import Decider

if TYPE_CHECKING:
    from app.services.backorder_board import BackorderBoard
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread
    from ui.models.backorders import Detail
    from ui.presenters.backorders_reader import Key, Reader


class LineInHand(QObject):
    """``detail`` shows the line, None without one; ``failed`` tells a floor mistake."""

    detail = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, floor: FloorThread, reader: Reader) -> None:
        super().__init__()
        self.floor, self._reader = floor, reader
        self.decider = Decider(desk, floor)
        self.key: Key | None = None
        self.board: BackorderBoard | None = None
        self._detail: Detail | None = None
        self.decider.busy.connect(self.show_again)
        self.decider.weighed.connect(self._show_weighed)
        self.decider.failed.connect(self.failed)

    def select(self, order: str, line: str) -> None:
        """Take a line in hand; a change of another order that is not applied is dropped."""
        self.choose((order, line))
        key, board = (order, line), self.board
        if board is not None:
            self.floor.submit(
                lambda: self._reader.case(key, board),
                lambda detail: self.take(key, detail),
                self.failed.emit,
            )

    def choose(self, key: Key | None) -> None:
        """Name the line that is in hand once it has been read; None lets go."""
        self.key = key
        self.decider.choose(key[0] if key else "")

    def take(self, key: Key | None, detail: Detail | None) -> None:
        """Show a line that was read, if it is the one in hand."""
        if key == self.key:
            self._detail = detail
            self.show_again()

    def weigh(self, kind: str, value: str) -> None:
        """Say what a decision about the order in hand would do; nothing is kept."""
        if self.key is not None:
            self.decider.weigh(*self.key, kind, value)

    def discard(self) -> None:
        """Drop the change that was weighed."""
        self.decider.drop()
        self.show_again()

    def show_again(self, busy: str = "") -> None:
        """Show the line with what is weighed; ``busy`` says what is being worked out."""
        detail, weighed = self._detail, self.decider.change
        change = change_scene(weighed) if weighed else None
        self.detail.emit(replace(detail, change=change, busy=busy) if detail else None)

    def _show_weighed(self) -> None:
        self.show_again()
