"""Setup as the window places it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.texts import screen
from ui.decks.deck import Deck
from ui.models.band import BandKind, BandState
from ui.presenters.bands import parted
from ui.presenters.doctor import DoctorPresenter
from ui.presenters.setup import SetupPresenter
from ui.shell import Page
from ui.tokens import Density
from ui.views.setup_view import PRINTERS, SetupView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from app.domain.device import Link
    from app.domain.printing import Queued
    from app.domain.raw_read import RawRead
    from app.domain.scan import Scan
    from app.domain.weighing import ScaleSight
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread
    from ui.presenters.printers import PrintersPresenter
    from ui.theme import Look


class SetupDeck(Deck):
    """Devices with a live test, the site's settings, import and backup."""

    def __init__(
        self,
        desk: Desk,
        floor: FloorThread,
        look: Look,
        back_up: Callable[[Path], None],
        place: str,
        printers: PrintersPresenter,
        sheets: Mapping[str, Callable[[], str]],
    ) -> None:
        self.view = SetupView(look)
        super().__init__(Page("setup", screen("setup"), "settings", "F8", self.view, Density.DESK))
        self.presenter = SetupPresenter(desk, floor, back_up, place, sheets)
        self.doctor = DoctorPresenter(desk, floor)
        self.doctor.scene.connect(self.view.doctor.show_doctor)
        self.doctor.said.connect(self._say)
        self.doctor.saved.connect(self.saved)
        self.doctor.trouble.connect(self.troubled)
        self.view.sheet_asked.connect(self.presenter.print_sheet)
        self.view.doctor.save.clicked.connect(self.doctor.save)
        self.view.doctor.start_over.clicked.connect(self.doctor.start_over)
        self.view.pages.currentChanged.connect(self._examine)
        self._is_in_front = False
        self.presenter.scene.connect(self.view.show_scene)
        self.presenter.weighed.connect(self.view.scale.show_scale)
        self.presenter.show_scale(None)
        self.presenter.said.connect(self._say)
        self.presenter.changed.connect(self.saved)
        self.presenter.trouble.connect(self.troubled)
        self._show_printers(printers)
        self.view.setting_changed.connect(self.presenter.change)
        self.view.policy_agreed.connect(self.presenter.agree)
        self.view.files_chosen.connect(self.presenter.bring_in)
        self.view.backup_chosen.connect(self.presenter.back_up)

    def enter(self) -> None:
        """Read the settings again; devices are examined while they are shown."""
        self._is_in_front = True
        self._examine()
        self.doctor.show()
        self.presenter.refresh()
        self.printers.refresh()
        self.seen()

    def show_papers(self, queue: Sequence[Queued]) -> None:
        """Show the papers that wait."""
        self.printers.show_queue(queue)

    def bring_printers(self) -> None:
        """Put the printers and their queue in front."""
        self.view.bring(PRINTERS)

    def _show_printers(self, printers: PrintersPresenter) -> None:
        self.printers, page = printers, self.view.printers
        printers.scene.connect(page.show_scene)
        printers.said.connect(self._say)
        printers.trouble.connect(self.troubled)
        printers.changed.connect(self.saved)
        page.chosen.connect(printers.choose)
        page.tested.connect(printers.test_page)
        page.acted.connect(printers.act)

    def leave(self) -> None:
        """Examine no longer: scans are work again."""
        self._is_in_front = False
        self._examine()

    def hear(self, read: RawRead) -> None:
        """Show what came in one go, and what it tells of its scanner."""
        if self._is_in_front:
            self.presenter.hear(read)
            self.doctor.hear(read)

    def take(self, scan: Scan) -> bool:
        """Show a scan as it came; nothing is counted."""
        self.presenter.test(scan)
        return True

    def show_links(self, links: Mapping[str, Link]) -> None:
        """Show the devices."""
        self.presenter.show_links(links)

    def show_scale(self, sight: ScaleSight) -> None:
        """Show what the scale says now."""
        self.presenter.show_scale(sight)

    def seen(self) -> None:
        """Wait for the next test scan."""
        self.banded.emit(BandState(BandKind.READY, screen("ready"), screen("scan_test")))

    def _examine(self, _place: int = 0) -> None:
        self.doctor.examine(is_on=self._is_in_front and self.view.shows_devices)

    def _say(self, text: str) -> None:
        self.banded.emit(BandState(BandKind.ACCEPTED, *parted(text)))
