"""Lets a supervisor complete more orders than the rank does, and go back to the rank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.services.objective import Offer, accept
from app.services.solving import has_solver
from app.texts import screen
from ui.presenters.completer import Completer

if TYPE_CHECKING:
    from app.domain.plan.best import Best
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread
    from ui.presenters.weigher import Weigher


class MoreOrders(QObject):
    """``changed``: it works it out, or has; ``said``: in words, that nothing more can be had."""

    changed = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, floor: FloorThread, weigher: Weigher) -> None:
        super().__init__()
        self._desk, self._weigher = desk, weigher
        self._completer = Completer(desk, floor) if has_solver() else None
        if self._completer is not None:
            self._completer.found.connect(self._offer)
            self._completer.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Tell whether it is being worked out."""
        return self._completer is not None and self._completer.busy

    def label(self, *, preferring: bool) -> str:
        """Return what the button says, "" without one; ``preferring``: it was done already."""
        if preferring:
            return screen("back_to_rank")
        if self._completer is None:
            return ""
        return screen("working_it_out" if self.busy else "complete_more")

    def ask(self, *, preferring: bool) -> None:
        """Work out and weigh how to complete more; where that is done, weigh the way back."""
        if preferring:
            self._weigh(screen("weigh_rank"), Offer())
        elif self._completer is not None:
            self._completer.ask()
            self.changed.emit()

    def _offer(self, best: Best) -> None:
        if not best.preferred:
            self.said.emit(screen("nothing_more"))
            self.changed.emit()
            return
        more, units = best.gained
        said = "weigh_value" if more > 0 else "weigh_units" if units > 0 else "weigh_urgent"
        self._weigh(screen(said, more=more, units=units), Offer(best.preferred))

    def _weigh(self, title: str, offer: Offer) -> None:
        self._weigher.weigh(title, "done_all", lambda dry: accept(offer, self._desk, dry_run=dry))
