"""Cross-dock as the window places it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.texts import screen
from ui.decks.deck import Deck
from ui.models.band import BandKind, BandState
from ui.presenters.crossdock import CrossdockPresenter
from ui.shell import Page
from ui.tokens import Density
from ui.views.crossdock_view import CrossdockView

if TYPE_CHECKING:
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread
    from ui.theme import Look


class CrossdockDeck(Deck):
    """Who gets which arriving units, and why."""

    def __init__(self, desk: Desk, floor: FloorThread, look: Look) -> None:
        self.view = CrossdockView(look)
        title = screen("cross_dock_screen")
        super().__init__(Page("crossdock", title, "swap_horiz", "F2", self.view, Density.DESK))
        self.presenter = CrossdockPresenter(desk, floor)
        self.presenter.scene.connect(self.view.show_scene)
        self.presenter.changed.connect(self.saved)
        self.presenter.trouble.connect(self.troubled)
        self.presenter.said.connect(self._say)
        self.presenter.undoable.connect(self.undoable)
        for signal, slot in (
            (self.view.selected, self.presenter.select),
            (self.view.filter_changed, self.presenter.filter),
            (self.view.pin_asked, self.presenter.pin),
            (self.view.unpin_asked, self.presenter.unpin),
            (self.view.hold_asked, self.presenter.hold),
            (self.view.release_asked, self.presenter.release),
            (self.view.priority_asked, self.presenter.priority),
            (self.view.policy_asked, self.presenter.policy),
            (self.view.undo_asked, self.presenter.undoer.undo),
            (self.view.more_asked, self.presenter.complete_more),
            (self.view.mend_asked, self.presenter.mend),
            (self.view.apply_asked, self.presenter.weigher.apply),
            (self.view.discard_asked, self.presenter.weigher.discard),
        ):
            signal.connect(slot)

    def enter(self) -> None:
        """Read the board again."""
        self.presenter.refresh()
        self.seen()

    def undo(self) -> None:
        """Take back what was decided last."""
        self.presenter.undoer.undo()

    def _say(self, text: str) -> None:
        self.banded.emit(BandState(BandKind.ACCEPTED, text))
