"""Receive: the answer that fills the screen, the line's counts, four buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.components.card import Card
from ui.components.count_strip import CountStrip
from ui.tokens import GAP, Density
from ui.views.answer_panel import AnswerPanel
from ui.views.scan_view import ScanView

if TYPE_CHECKING:
    from ui.models.receive import LineCounts, ReceiveScene
    from ui.theme import Look

_FLOOR = Density.FLOOR


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
        column.addWidget(self.panels, 1)
        column.addWidget(self.card)
        self.content.addWidget(self.job_page)

    def show_scene(self, scene: ReceiveScene) -> None:
        """Show the queue, a notice or the answer, with the counts where there are any."""
        self.show_common(scene.band, scene.actions)
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

    def _show_counts(self, counts: LineCounts) -> None:
        self.card.set_head(counts.title, counts.note, about=counts.about)
        self.counts.set_counts(counts.counts)
