"""Receive: the answer that fills the screen, the line's counts, four buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from ui import words
from ui.components.card import Card
from ui.components.count_strip import CountStrip
from ui.models.action import Ask
from ui.tokens import GAP, Density
from ui.views.answer_panel import AnswerPanel
from ui.views.scan_view import ScanView
from ui.views.why_card import WhyCard

if TYPE_CHECKING:
    from ui.models.receive import LineCounts, ReceiveScene
    from ui.theme import Look

_FLOOR = Density.FLOOR
_PICTURES = "*.jpg *.jpeg *.png *.heic *.webp *.bmp *.tif *.tiff"


class ReceiveView(ScanView):
    """Shows a `ReceiveScene`."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "move_to_inbox", parent)
        self.answer = AnswerPanel(look)
        self.panels = QStackedWidget()
        self.panels.addWidget(self.answer)
        self.panels.addWidget(self.notice)
        self.card = Card(look, _FLOOR, " ")
        self.counts = CountStrip(look, _FLOOR)
        self.card.body.addWidget(self.counts)
        self.job_page = QWidget()
        column = QVBoxLayout(self.job_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP[_FLOOR])
        self.why = WhyCard(look)
        self.why.row.asked.connect(self.ask)
        self._files: QFileDialog | None = None
        column.addWidget(self.panels, 1)
        column.addWidget(self.why)
        column.addWidget(self.card)
        self.content.addWidget(self.job_page)

    def show_scene(self, scene: ReceiveScene) -> None:
        """Show the queue, a notice or the answer, with the counts where there are any."""
        self._close_files()
        self.show_common(scene.band, scene.actions)
        self.why.show_why(scene.why)
        if scene.queue is not None:
            self.show_queue(scene.queue)
            return
        if scene.notice is not None:
            self.show_notice(scene.notice, self.job_page)
            self.panels.setCurrentWidget(self.notice)
        elif scene.answer is not None:
            self.answer.show_answer(scene.answer)
            self.panels.setCurrentWidget(self.answer)
        self.content.setCurrentWidget(self.job_page)
        self.card.setVisible(scene.counts is not None)
        if scene.counts is not None:
            self._show_counts(scene.counts)

    def ask(self, ask: str) -> None:
        """Turn a button's intent into a signal, or open the list of pictures."""
        if ask == Ask.PHOTO:
            self._open_files()
        else:
            super().ask(ask)

    def _open_files(self) -> None:
        """Let a person choose a picture; scans go their way meanwhile, and close the list."""
        self._close_files()
        self._files = QFileDialog(self, words.PICTURES, "", f"{words.PICTURES} ({_PICTURES})")
        self._files.setOption(QFileDialog.Option.DontUseNativeDialog)  # its keys are scanned too
        self._files.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._files.fileSelected.connect(lambda path: self.code_entered.emit(f"CMD-PHOTO-{path}"))
        self._files.open()

    def _close_files(self) -> None:
        if self._files is not None:
            self._files.hide()
            self._files.deleteLater()
            self._files = None

    def _show_counts(self, counts: LineCounts) -> None:
        self.card.set_head(counts.title, counts.note, about=counts.about)
        self.counts.set_counts(counts.counts)
