"""What Receive, Pick and Pack share: queue, notice, buttons, pad, keys and intents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.components.notice_panel import NoticePanel
from ui.models.action import Ask
from ui.models.band import BandKind, BandState
from ui.tokens import GAP, MARGIN, Density
from ui.views.action_row import ESC, ActionRow
from ui.views.number_pad import NumberPad
from ui.views.queue_page import QueuePage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.models.action import Action
    from ui.models.work import Notice, Queue
    from ui.theme import Look

_FLOOR = Density.FLOOR


class ScanView(QWidget):
    """A floor screen: it shows what it is given and tells intents.

    ``code_entered``: a typed code, or the command code a button stands for (``CMD-UNDO``,
    ``CMD-QTY-12``); ``job_chosen``: a job's number from the queue; ``seen``: a refusal has been
    seen; ``escaped``: Esc with nothing refused in the scene; ``asked``: another `Ask` (``teach``,
    ``reprint`` …); ``band_changed``: the `BandState` of the scene just shown.
    """

    code_entered = Signal(str)
    job_chosen = Signal(str)
    seen = Signal()
    asked = Signal(str)
    escaped = Signal()
    band_changed = Signal(object)

    def __init__(self, look: Look, queue_icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.band_state = BandState(BandKind.READY, "")
        self.queue, self.notice = QueuePage(look, queue_icon), NoticePanel(look)
        self.row, self.pad = ActionRow(look), NumberPad(look)
        self._pads: dict[str, Callable[[], None]] = {
            Ask.QUANTITY: self.pad.ask_quantity,
            Ask.TYPE_WEIGHT: self.pad.ask_weight,
            Ask.TYPE_CODE: self.pad.ask_code,
        }
        self.content = QStackedWidget()
        self.content.addWidget(self.queue)
        self.work_page = QWidget()
        self._column = QVBoxLayout(self.work_page)
        self._column.setContentsMargins(*[MARGIN[_FLOOR]] * 4)
        self._column.setSpacing(GAP[_FLOOR])
        self._column.addWidget(self.content, 1)
        self._column.addWidget(self.row)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.work_page)
        self._pages.addWidget(self.pad)
        self._connect()

    def show_common(self, band: BandState, actions: Sequence[Action]) -> None:
        """Show a scene's band and buttons; a new scan closes the pad."""
        if band != self.band_state:
            self.close_pad()
        self.band_state = band
        self.row.show_actions(actions)
        self.band_changed.emit(band)

    def show_queue(self, queue: Queue) -> None:
        """Put the queue in the content's place."""
        self.queue.show_queue(queue)
        self.content.setCurrentWidget(self.queue)

    def show_notice(self, notice: Notice, page: QWidget) -> None:
        """Put a notice into the content's place; ``page`` is the one that holds it."""
        self.notice.show_notice(notice)
        self.content.setCurrentWidget(page)

    def close_pad(self) -> None:
        """Give the content its place back."""
        self._pages.setCurrentWidget(self.work_page)

    def ask(self, ask: str) -> None:
        """Turn a button's intent into a signal, or open the pad."""
        if ask.startswith("CMD-"):
            self.code_entered.emit(ask)
        elif ask == Ask.SEEN:
            self.seen.emit()
        elif show := self._pads.get(ask):
            self._pages.setCurrentWidget(self.pad)
            show()
        else:
            self.asked.emit(ask)

    def _connect(self) -> None:
        self.queue.chosen.connect(self.job_chosen)
        self.row.asked.connect(self.ask)
        self.pad.closed.connect(self.close_pad)
        self.pad.code_typed.connect(self._code_typed)
        QShortcut(QKeySequence(ESC), self.work_page).activated.connect(self._escape)

    def _code_typed(self, code: str) -> None:
        self.close_pad()
        self.code_entered.emit(code)

    def _escape(self) -> None:
        (self.seen if self.band_state.kind is BandKind.REFUSED else self.escaped).emit()
