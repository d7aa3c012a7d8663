"""Cross-dock's presenter: the board, a selection, and changes weighed before they are made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.services.crossdock_board import CrossdockBoard, crossdock_board
from app.services.ordering import OrderChange, Pin, change_order, lock, unlock
from app.texts import screen, sentence
from app.texts.difference import freed_sentence
from ui.presenters.backorders_case import change_of
from ui.presenters.crossdock_mend import change_of as mend_change
from ui.presenters.crossdock_mend import mend_of
from ui.presenters.crossdock_more import MoreOrders
from ui.presenters.crossdock_scene import ON, Asked, crossdock_scene
from ui.presenters.policies import option_words
from ui.presenters.undoer import Undoer
from ui.presenters.weigher import Weigher

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.errors import FloorError
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread


class CrossdockPresenter(QObject):
    """Every change is first made as a dry run and shown; Apply makes it, and Undo takes it back.

    ``undoable`` tells in words what can be taken back for a while, "" once it was.
    """

    scene = Signal(object)
    changed = Signal()
    undoable = Signal(str)
    said = Signal(str)
    trouble = Signal(str)

    def __init__(self, desk: Desk, floor: FloorThread) -> None:
        super().__init__()
        self.desk, self.floor = desk, floor
        self._asked = Asked()
        self._board: CrossdockBoard | None = None
        self.weigher = Weigher(floor)
        self.weigher.changed.connect(self._show)
        self.weigher.applied.connect(self._applied)
        self.undoer = Undoer(desk, floor)
        self.undoer.undone.connect(self._undone)
        self._more = MoreOrders(desk, floor, self.weigher)
        self._more.changed.connect(self._show)
        self._more.said.connect(self.said)
        self.undoer.failed.connect(self._not_undone)
        for part in (self.weigher, self._more):
            part.failed.connect(self._failed)

    def refresh(self) -> None:
        """Read the board again."""
        self.undoer.refresh()
        today = self._asked.filters.get("today") == ON
        work = self.floor.submit
        work(lambda: crossdock_board(self.desk, today=today), self._read, self._failed)

    def select(self, kind: str, key: str) -> None:
        """Light up a line or an order and what belongs to it."""
        self._asked = replace(self._asked, selected=(kind, key) if key else None)
        self._show()

    def filter(self, name: str, value: str) -> None:
        """Narrow the board."""
        filters = {**self._asked.filters, name: value}
        self._asked = replace(self._asked, filters=filters)
        if name == "today":
            self.refresh()
        else:
            self._show()

    def pin(self, order: str, line: str, asn: str, asn_line: str, units: int) -> None:
        """Weigh a pin."""
        pin = Pin(order, line, units, asn or None, asn_line or None)
        title = screen("weigh_pin", units=units, order=order)
        self.weigher.weigh(title, "push_pin", lambda dry: lock(pin, self.desk, dry_run=dry))

    def unpin(self, order: str, line: str, asn: str, asn_line: str, units: int) -> None:
        """Weigh taking a pin off."""
        pin = Pin(order, line, units, asn or None, asn_line or None)
        title = screen("weigh_unpin", units=units, order=order)
        self.weigher.weigh(title, "push_pin", lambda dry: unlock(pin, self.desk, dry_run=dry))

    def hold(self, order: str, on: bool = True) -> None:
        """Weigh a hold, or its release."""
        title = screen("weigh_hold" if on else "weigh_release", order=order)
        self._weigh_order(order, title, "front_hand", OrderChange(hold=on))

    def release(self, order: str) -> None:
        """Weigh a release."""
        self.hold(order, on=False)

    def priority(self, order: str, priority: int) -> None:
        """Weigh another priority."""
        title = screen("weigh_priority", order=order, priority=priority)
        self._weigh_order(order, title, "published_with_changes", OrderChange(priority=priority))

    def policy(self, order: str, name: str) -> None:
        """Weigh another policy, named as its option."""
        title = screen("ask_policy", order=order, policy=option_words(name))
        self._weigh_order(order, title, "call_split", change_of("policy", name))

    def complete_more(self) -> None:
        """Work out and weigh how to complete more orders; where that is done, the way back."""
        if self._board is not None:
            self._more.ask(preferring=self._board.preferring)

    def mend(self) -> None:
        """Weigh what would mend what the board names first."""
        change = None if self._board is None else mend_change(self._board, self.desk)
        if change is not None:
            self.weigher.weigh(change[0], "swap_horiz", change[1])

    def _weigh_order(self, order: str, title: str, icon: str, change: OrderChange) -> None:
        self.weigher.weigh(
            title, icon, lambda dry: change_order(order, change, self.desk, dry_run=dry)
        )

    def _applied(self, title: str, done: Mapping[str, Any]) -> None:
        self.undoable.emit(title)
        self._done(f"{title}. {freed_sentence(done['freed'])}".rstrip(". "))

    def _undone(self, words: str) -> None:
        self.weigher.drop()
        self.undoable.emit("")
        self._done(words)

    def _not_undone(self, error: FloorError) -> None:
        self._failed(error)
        self.refresh()

    def _done(self, words: str) -> None:
        self.said.emit(words)
        self.changed.emit()
        self.refresh()

    def _read(self, board: CrossdockBoard) -> None:
        self._board = board
        self._show()

    def _show(self) -> None:
        if self._board is None:
            return
        scene = crossdock_scene(self._board, self._asked, self.weigher.change)
        more = self._more.label(preferring=self._board.preferring)
        mend = mend_of(self._board)
        scene = replace(scene, undo=self.undoer.label, more=more, mend=mend)
        self.scene.emit(replace(scene, more_ready=not self._more.busy))

    def _failed(self, error: FloorError) -> None:
        self._show()
        self.trouble.emit(sentence(error.code, **error.data))
