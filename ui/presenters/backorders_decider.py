"""Weighs a decision about an order, then makes it; one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.services.deciding import make_change, weigh_change
from app.texts import screen
from app.texts.difference import freed_sentence
from ui.presenters.backorders_case import change_of
from ui.presenters.backorders_change import kind_of, words_of
from ui.presenters.backorders_instead import SUBSTITUTE, substitution_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.services.deciding import Change, Weighed
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread


class Decider(QObject):
    """``busy`` says what is being worked out, ``weighed`` that it is, ``failed`` a floor mistake.

    ``decided`` tells in words what was done, ``undoable`` the same where it can be taken back,
    else "".
    """

    busy = Signal(str)
    weighed = Signal()
    decided = Signal(str)
    undoable = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, floor: FloorThread) -> None:
        super().__init__()
        self.desk, self.floor = desk, floor
        self.change: Weighed | None = None
        self._order: str | None = None

    def choose(self, order: str) -> None:
        """Drop a change that was weighed of another order."""
        if order != self._order:
            self.drop()

    def drop(self) -> None:
        """Forget the change that was weighed, or is being."""
        self.change = self._order = None

    def weigh(self, number: str, line: str, kind: str, value: str) -> None:
        """Say what a decision about an order, or its line, would do; nothing is kept."""
        self.drop()
        self._order = number
        change = (
            substitution_of(number, line, value) if kind == SUBSTITUTE else change_of(kind, value)
        )
        self.busy.emit(screen("weighing"))
        self.floor.submit(
            lambda: weigh_change(number, change, self.desk), self._show, self.failed.emit
        )

    def apply(self) -> None:
        """Make the change that was weighed."""
        weighed = self.change
        self.drop()
        if weighed is None:
            return
        self.busy.emit(screen("deciding"))
        self.floor.submit(
            lambda: make_change(weighed.number, weighed.change, self.desk),
            lambda result: self._made(weighed.number, weighed.change, result),
            self.failed.emit,
        )

    def _show(self, weighed: Weighed) -> None:
        if weighed.number == self._order:
            self.change = weighed
            self.weighed.emit()

    def _made(self, number: str, change: Change, result: Mapping[str, Any]) -> None:
        said = words_of("did", number, change)
        freed = freed_sentence(result["freed"])
        self.decided.emit(f"{said}. {freed}" if freed else said)
        self.undoable.emit("" if kind_of(change) == "cancel" else said)
