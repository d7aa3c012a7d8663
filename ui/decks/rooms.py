"""Receive, Pick and Pack as the window places them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.decks.deck import Deck
from ui.models.action import Ask
from ui.presenters.floor import typed
from ui.presenters.rooms import PackPresenter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.printing import Queued
    from app.domain.scan import Scan
    from app.domain.weighing import ScaleSight
    from ui.presenters.floor import FloorPresenter
    from ui.shell import Page
    from ui.views.pack_view import PackView
    from ui.views.pick_view import PickView
    from ui.views.receive_view import ReceiveView

    FloorView = ReceiveView | PickView | PackView


class RoomDeck(Deck):
    """A floor screen: a queue, or the job in hand."""

    def __init__(self, page: Page, presenter: FloorPresenter, view: FloorView) -> None:
        super().__init__(page)
        self.presenter, self.view = presenter, view
        for told in (view.code_entered, view.job_chosen, view.seen, view.asked, view.escaped):
            told.connect(self.touched)
        presenter.scene.connect(view.show_scene)
        presenter.sounded.connect(self.sounded)
        presenter.changed.connect(self.saved)
        presenter.trouble.connect(self.troubled)
        view.code_entered.connect(self._typed)
        view.job_chosen.connect(presenter.choose)
        view.seen.connect(presenter.seen)
        view.asked.connect(self._asked)
        view.band_changed.connect(self.banded)

    def enter(self) -> None:
        """Show the job in hand, or the queue."""
        self.presenter.refresh()

    def take(self, scan: Scan) -> bool:
        """Give a scan to the job in hand, or let it begin one."""
        if self.presenter.number is None:
            return self.presenter.begin(scan)
        self.presenter.take(scan)
        return True

    def show_papers(self, queue: Sequence[Queued]) -> None:
        """Show at Pack what the printer does not print."""
        if isinstance(self.presenter, PackPresenter):
            self.presenter.show_papers(queue)

    def show_scale(self, sight: ScaleSight) -> None:
        """Let the job know what the scale says."""
        self.presenter.show_scale(sight)

    def seen(self) -> None:
        """Acknowledge a refusal."""
        self.presenter.seen()

    def _asked(self, what: str) -> None:
        if what == Ask.PRINTERS:
            self.printers_asked.emit()
        else:
            self.presenter.ask(what)

    def _typed(self, code: str) -> None:
        if self.presenter.number is None and not self.presenter.begin(typed(code)):
            self.code_asked.emit(code)
        elif self.presenter.number is not None:
            self.presenter.code(code)
