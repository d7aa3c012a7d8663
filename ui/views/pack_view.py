"""Pack: verify, weigh, track, close; the slip and the printer's queue beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.components.chip import Chip
from ui.components.text import Line
from ui.tokens import GAP, Density, M, Style
from ui.views.carton_card import CartonCard
from ui.views.scan_view import ScanView
from ui.views.slip_cards import PrinterCard, SlipCard
from ui.views.verify_card import VerifyCard

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.models.pack import PackScene
    from ui.theme import Look

_FLOOR = Density.FLOOR
_FOLD_BELOW = 1000  # px: a narrower view has its papers in one line


class PackView(ScanView):
    """Shows a `PackScene`."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "package_2", parent)
        self.title = Line(look, Style.TITLE, _FLOOR, code=True)
        self.about = Line(look, Style.BODY, _FLOOR, role="ink2", elide=True)
        self.mark = Chip(look, _FLOOR)
        self.verify, self.carton = VerifyCard(look), CartonCard(look)
        self.slip, self.printer = SlipCard(look), PrinterCard(look)
        self.printer.asked.connect(self.ask)
        self.folded = Line(look, Style.BODY, _FLOOR, elide=True)
        self.cards, self.papers, self.job_page = QWidget(), QWidget(), QWidget()
        self._lay_out()
        self.content.addWidget(self.job_page)

    def show_scene(self, scene: PackScene) -> None:
        """Show the queue, a notice or the cards."""
        self.show_common(scene.band, scene.actions)
        if scene.queue is not None:
            self.show_queue(scene.queue)
            return
        self.title.set_text(scene.title)
        self.about.set_text(scene.about)
        mark = scene.mark
        self.mark.set_state(*(mark.state, mark.icon, mark.word) if mark else ("idle", "", ""))
        self._show_cards(scene)
        self._show_papers(scene)
        self.content.setCurrentWidget(self.job_page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _show_cards(self, scene: PackScene) -> None:
        self.notice.setVisible(scene.notice is not None)
        if scene.notice is not None:
            self.notice.show_notice(scene.notice)
        self.verify.setVisible(scene.notice is None and scene.verify is not None)
        self.carton.setVisible(scene.notice is None and scene.carton is not None)
        if scene.verify is not None:
            self.verify.show_verify(scene.verify)
        if scene.carton is not None:
            self.carton.show_carton(scene.carton)

    def _show_papers(self, scene: PackScene) -> None:
        told = []
        self.slip.setVisible(scene.slip is not None)
        self.printer.setVisible(scene.printer is not None)
        if scene.slip is not None:
            self.slip.show_slip(scene.slip)
            told += [scene.slip.title, scene.slip.strong]
        if scene.printer is not None:
            self.printer.show_queue(scene.printer)
            told += [scene.printer.title, scene.printer.note]
        self.folded.set_text(" · ".join(part for part in told if part))
        self._fold()

    def _fold(self) -> None:
        narrow, filled = self.width() < _FOLD_BELOW, bool(self.folded.text())
        self.papers.setVisible(filled and not narrow)
        self.folded.setVisible(filled and narrow)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self.title)
        head.addWidget(self.about, 1)
        head.addWidget(self.mark)
        beside = QVBoxLayout(self.papers)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(GAP[_FLOOR])
        beside.addWidget(self.slip, 1)
        beside.addWidget(self.printer)
        row = QHBoxLayout(self.cards)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP[_FLOOR])
        row.addWidget(self.notice, 79)
        row.addWidget(self.verify, 45)
        row.addWidget(self.carton, 34)
        row.addWidget(self.papers, 31)
        column = QVBoxLayout(self.job_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP[_FLOOR])
        column.addLayout(head)
        column.addWidget(self.cards, 1)
        column.addWidget(self.folded)
