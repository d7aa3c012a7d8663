"""What the window knows of a screen: when it comes to the front, what it does with a scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.texts import screen
from ui.models.band import BandKind, BandState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.device import Link
    from app.domain.printing import Queued
    from app.domain.scan import Scan
    from app.domain.weighing import ScaleSight
    from ui.shell import Page


class Deck(QObject):
    """One screen.

    ``banded`` carries what the scan band shows, ``troubled`` a floor mistake in words, ``sounded``
    a sound, ``saved`` that facts were written, ``undoable`` what could be taken back for a while,
    ``job_asked(room, number)`` a job to open elsewhere, ``code_asked`` a code typed outside a job,
    ``touched`` that a person at a scanning screen has pressed a button or its key,
    ``printers_asked`` the print queue.
    """

    banded = Signal(object)
    troubled = Signal(str)
    sounded = Signal(str)
    saved = Signal()
    undoable = Signal(str)
    job_asked = Signal(str, str)
    code_asked = Signal(str)
    touched = Signal()
    printers_asked = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page

    @property
    def name(self) -> str:
        """The screen's name."""
        return self.page.name

    def enter(self) -> None:
        """Show fresh data: the screen has come to the front."""

    def leave(self) -> None:
        """Another screen has come to the front."""

    def take(self, _scan: Scan) -> bool:
        """Handle a scan; False where the screen has no use for it."""
        return False

    def show_links(self, _links: Mapping[str, Link]) -> None:
        """Show how the scanners are connected, where the screen does."""

    def show_scale(self, _sight: ScaleSight) -> None:
        """Show what the scale says, where the screen does."""

    def show_papers(self, _queue: Sequence[Queued]) -> None:
        """Show the papers that wait for a printer, where the screen does."""

    def seen(self) -> None:
        """Go on: a refusal has been seen."""
        self.banded.emit(BandState(BandKind.READY, screen("ready"), screen("scan_asn")))

    def undo(self) -> None:
        """Take back what was offered to be taken back."""
