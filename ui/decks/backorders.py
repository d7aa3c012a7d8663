"""Backorders as the window places it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from app.texts import screen
from ui.decks.deck import Deck
from ui.models.band import BandKind, BandState
from ui.presenters.backorders import BackordersPresenter
from ui.presenters.backorders_scene import ALL
from ui.shell import Page
from ui.tokens import Density
from ui.views.backorders_view import BackordersView

if TYPE_CHECKING:
    from app.domain.scan import Scan
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread
    from ui.theme import Look


class BackordersDeck(Deck):
    """The queue of what waits, and the decision for the line in hand."""

    def __init__(self, desk: Desk, floor: FloorThread, look: Look) -> None:
        self.view = BackordersView(look)
        title = screen("backorders")
        super().__init__(
            Page("backorders", title, "pending_actions", "F6", self.view, Density.DESK)
        )
        self.presenter = BackordersPresenter(desk, floor)
        self._show()
        self._ask()

    def enter(self) -> None:
        """Read the queue again."""
        self.presenter.refresh()
        self.seen()

    def take(self, scan: Scan) -> bool:
        """Find the order that a scan names in the queue."""
        self.presenter.find(scan.aim + scan.text)
        return True

    def seen(self) -> None:
        """Wait for the next order to find."""
        self.banded.emit(BandState(BandKind.READY, screen("ready"), screen("scan_backorder")))

    def undo(self) -> None:
        """Take back what was decided last."""
        self.presenter.undoer.undo()

    def _show(self) -> None:
        presenter, view = self.presenter, self.view
        presenter.scene.connect(view.show_scene)
        presenter.page.connect(view.show_page)
        presenter.hand.detail.connect(view.show_detail)
        presenter.changed.connect(self.saved)
        presenter.trouble.connect(self.troubled)
        presenter.said.connect(self._say)
        presenter.elsewhere.connect(self._not_here)
        presenter.hand.decider.undoable.connect(self.undoable)

    def _ask(self) -> None:
        presenter, view = self.presenter, self.view
        view.selected.connect(presenter.hand.select)
        view.page_asked.connect(presenter.read)
        view.sort_asked.connect(presenter.sort)
        view.filter_changed.connect(presenter.keep)
        view.empty_pressed.connect(lambda: presenter.keep(ALL))
        view.decision_asked.connect(presenter.hand.weigh)
        view.apply_asked.connect(presenter.hand.decider.apply)
        view.discard_asked.connect(presenter.hand.discard)
        view.undo_asked.connect(presenter.undoer.undo)
        view.csv_asked.connect(self._choose_file)

    def _choose_file(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self.view, self.page.title, f"{self.name}.csv", "CSV (*.csv)"
        )
        if path:
            self.presenter.save(path)

    def _say(self, text: str) -> None:
        self.banded.emit(BandState(BandKind.ACCEPTED, text))

    def _not_here(self, number: str) -> None:
        """Say that nothing of it waits; the order itself is opened from Pick."""
        text = screen("not_waiting", number=number)
        self.banded.emit(BandState(BandKind.CATCH, text, screen("not_waiting_about")))
