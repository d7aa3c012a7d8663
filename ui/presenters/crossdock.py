"""Cross-dock's presenter: the board, a selection, and changes weighed before they are made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.services.crossdock_board import CrossdockBoard, crossdock_board
from app.services.objective import Offer, accept
from app.services.ordering import OrderChange, Pin, change_order, lock, unlock
from app.services.solving import has_solver
from app.texts import screen, sentence
from app.texts.difference import freed_sentence
from ui.presenters.backorders_case import change_of
from ui.presenters.change_scene import change_scene
from ui.presenters.completer import Completer
from ui.presenters.crossdock_scene import ON, Asked, crossdock_scene
from ui.presenters.policies import option_words
from ui.presenters.undoer import Undoer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.errors import FloorError
    from app.domain.plan.best import Best
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread
    from ui.models.crossdock import ChangeScene


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
        self._change: ChangeScene | None = None
        self._weighed: Callable[[bool], Mapping[str, Any]] | None = None
        self.undoer = Undoer(desk, floor)
        self.undoer.undone.connect(self._undone)
        self.undoer.failed.connect(self._not_undone)
        self._completer = Completer(desk, floor) if has_solver() else None
        if self._completer is not None:
            self._completer.found.connect(self._offer)
            self._completer.failed.connect(self._failed)

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
        self._weigh(title, "push_pin", lambda dry: lock(pin, self.desk, dry_run=dry))

    def unpin(self, order: str, line: str, asn: str, asn_line: str, units: int) -> None:
        """Weigh taking a pin off."""
        pin = Pin(order, line, units, asn or None, asn_line or None)
        title = screen("weigh_unpin", units=units, order=order)
        self._weigh(title, "push_pin", lambda dry: unlock(pin, self.desk, dry_run=dry))

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
        if self._board is not None and self._board.preferring:
            self._weigh_offer(screen("weigh_rank"), Offer())
        elif self._completer is not None:
            self._completer.ask()
            self._show()

    def _offer(self, best: Best) -> None:
        if not best.preferred:
            self.said.emit(screen("nothing_more"))
            self._show()
            return
        more, units = best.gained
        said = "weigh_value" if more > 0 else "weigh_units" if units > 0 else "weigh_urgent"
        title = screen(said, more=more, units=units)
        self._weigh_offer(title, Offer(best.preferred))

    def _weigh_offer(self, title: str, offer: Offer) -> None:
        self._weigh(title, "done_all", lambda dry: accept(offer, self.desk, dry_run=dry))

    def apply(self) -> None:
        """Make the change that was weighed."""
        if self._weighed is not None:
            weighed, title = self._weighed, self._change.title if self._change else ""
            self.discard()
            self.floor.submit(
                lambda: weighed(False), lambda done: self._applied(title, done), self._failed
            )

    def discard(self) -> None:
        """Forget the change that was weighed."""
        self._weighed = self._change = None
        self._show()

    def _weigh_order(self, order: str, title: str, icon: str, change: OrderChange) -> None:
        self._weigh(title, icon, lambda dry: change_order(order, change, self.desk, dry_run=dry))

    def _weigh(self, title: str, icon: str, weigh: Callable[[bool], Mapping[str, Any]]) -> None:
        def show(result: Mapping[str, Any]) -> None:
            self._weighed = weigh
            self._change = change_scene(title, icon, result)
            self._show()

        self.floor.submit(lambda: weigh(True), show, self._failed)

    def _applied(self, title: str, done: Mapping[str, Any]) -> None:
        self.undoable.emit(title)
        self._done(f"{title}. {freed_sentence(done['freed'])}".rstrip(". "))

    def _undone(self, words: str) -> None:
        self._weighed = self._change = None  # it was weighed against another plan
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
        if self._board is not None:
            scene = crossdock_scene(self._board, self._asked, self._change)
            busy = self._completer is not None and self._completer.busy
            scene = replace(scene, undo=self.undoer.label, more=self._more(busy))
            self.scene.emit(replace(scene, more_ready=not busy))

    def _more(self, busy: bool) -> str:
        if self._board is not None and self._board.preferring:
            return screen("back_to_rank")
        if self._completer is None:
            return ""
        return screen("working_it_out" if busy else "complete_more")

    def _failed(self, error: FloorError) -> None:
        self._show()
        self.trouble.emit(sentence(error.code, **error.data))
