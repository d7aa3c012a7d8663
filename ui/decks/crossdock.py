"""Cross-dock as the window places it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.texts import screen
from ui.decks.deck import Deck
from ui.models.band import BandKind, BandState
from ui.presenters.crossdock import CrossdockPresenter
from ui.presenters.lanes import LanesPresenter
from ui.shell import Page
from ui.tokens import Density
from ui.views.crossdock_view import CrossdockView
from ui.views.lane_pages import CrossdockPages
from ui.views.lane_view import LanesView

if TYPE_CHECKING:
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread
    from ui.theme import Look

PLAN, LANES = range(2)  # the places of the two views


class CrossdockDeck(Deck):
    """Who gets which arriving units, and why."""

    def __init__(self, desk: Desk, floor: FloorThread, look: Look) -> None:
        self.view, self.lanes_view = CrossdockView(look), LanesView(look)
        self.pages = CrossdockPages(look, self.view, self.lanes_view)
        title = screen("cross_dock_screen")
        super().__init__(Page("crossdock", title, "swap_horiz", "F2", self.pages, Density.DESK))
        self.lanes = LanesPresenter(desk, floor)
        self._connect_lanes()
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

    def show_lanes(self) -> None:
        """Put the lane map in front."""
        self.pages.show_page(LANES)

    def enter(self) -> None:
        """Read the view in front again."""
        self._refresh(self.pages.currentIndex())
        self.seen()

    def undo(self) -> None:
        """Take back what was decided last."""
        self.presenter.undoer.undo()

    def _connect_lanes(self) -> None:
        self.pages.chosen.connect(self._refresh)
        self.lanes.scene.connect(self.lanes_view.show_scene)
        self.lanes.trouble.connect(self.troubled)
        self.lanes_view.selected.connect(self.lanes.select)
        self.lanes_view.pick_asked.connect(lambda order: self.job_asked.emit("pick", order))
        self.lanes_view.sweep_asked.connect(lambda lane: self.job_asked.emit("sweep", lane))

    def _refresh(self, page: int) -> None:
        (self.lanes if page == LANES else self.presenter).refresh()

    def _say(self, text: str) -> None:
        self.banded.emit(BandState(BandKind.ACCEPTED, text))
