"""Pick: one instruction at a time, what comes next, what stays behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.components.card import Card
from ui.components.row_list import RowList
from ui.components.stays_card import StaysCard
from ui.components.text import Line
from ui.paint import LEFT, RIGHT, Pen, text_width
from ui.tokens import GAP, XS, Density, L, M, Style
from ui.views.instruction_card import InstructionCard
from ui.views.scan_view import ScanView
from ui.views.steps import Steps
from ui.views.tote_strip import ToteStrip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.models.pick import NextLine, PickScene
    from ui.theme import Look

_FLOOR = Density.FLOOR
_FOLD_BELOW = 1000  # px: a narrower view has its side column in one line
_ROW = 74


def paint_next_line(pen: Pen, place: QRectF, row: NextLine, _hot: bool) -> None:
    """Paint location, SKU and units of a line that comes later."""
    look = pen.look
    inside = place.adjusted(L, 0, -L, 0)
    pen.line(place.bottomLeft(), place.bottomRight())
    strong = look.font(Style.STRONG, _FLOOR, code=True)
    units = text_width(strong, row.units) + 1
    right = QRectF(inside.right() - units, inside.top(), units, inside.height())
    pen.text(right, row.units, strong, "ink", RIGHT)
    wide = text_width(strong, row.location) + 1
    spot = QRectF(inside.left(), inside.top(), wide, inside.height())
    plain = look.font(Style.BODY, _FLOOR, code=True)
    sku = QRectF(spot.right() + M, inside.top(), 0, inside.height())
    sku.setRight(right.left() - XS)
    if text_width(plain, row.sku) > sku.width():
        half = inside.height() / 2
        spot.setHeight(half)
        sku = QRectF(inside.left(), inside.top() + half, right.left() - inside.left(), half)
    pen.text(spot, row.location, strong, "ink", LEFT)
    pen.text(sku, row.sku, plain, "ink", LEFT, elide=True)


class PickView(ScanView):
    """Shows a `PickScene`."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "shopping_basket", parent)
        self.title = Line(look, Style.TITLE, _FLOOR, code=True)
        self.about = Line(look, Style.BODY, _FLOOR, role="ink2", elide=True)
        self.steps = Steps(look)
        self.instruction = InstructionCard(look)
        self.totes = ToteStrip(look)
        self.panels = QStackedWidget()
        self.panels.addWidget(self.instruction)
        self.panels.addWidget(self.notice)
        self.next_card = Card(look, _FLOOR)
        self.next_list: RowList[NextLine] = RowList(
            look, _ROW, paint_next_line, lambda row: f"{row.location} {row.sku} {row.units}"
        )
        self.next_card.body.addWidget(self.next_list)
        self.stays = StaysCard(look, framed=True)
        self.folded = Line(look, Style.BODY, _FLOOR, elide=True)
        self.side = QWidget()
        self.job_page = QWidget()
        self._lay_out()
        self.content.addWidget(self.job_page)

    def show_scene(self, scene: PickScene) -> None:
        """Show the queue, a notice or the instruction, with what comes next and what stays."""
        self.show_common(scene.band, scene.actions)
        if scene.queue is not None:
            self.show_queue(scene.queue)
            return
        self.title.set_text(scene.title)
        self.about.set_text(scene.about)
        self.steps.show_steps(scene.steps)
        self.totes.show_totes(scene.totes)
        self._show_side(scene)
        if scene.notice is not None:
            self.show_notice(scene.notice, self.job_page)
            self.panels.setCurrentWidget(self.notice)
        elif scene.instruction is not None:
            self.instruction.show_instruction(scene.instruction, scene.refusal)
            self.panels.setCurrentWidget(self.instruction)
        self.content.setCurrentWidget(self.job_page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _show_side(self, scene: PickScene) -> None:
        self.next_card.set_head(scene.next_title, scene.next_note)
        self.next_card.setVisible(bool(scene.next_title))
        self.next_list.setAccessibleName(scene.next_title)
        self.next_list.show_rows(scene.next_lines)
        self.stays.show_stays(scene.stays)
        ahead = [f"{n.location} {n.sku} {n.units}" for n in scene.next_lines[:1]]
        ahead = [scene.next_title, *ahead] if ahead else []
        behind = [scene.stays.title, *scene.stays.lines] if scene.stays else []
        self.folded.set_text(" · ".join([*ahead, *behind]))
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < _FOLD_BELOW
        filled = bool(self.next_card.title) or self.stays.stays is not None
        self.side.setVisible(filled and not narrow)
        self.folded.setVisible(bool(self.folded.text()) and narrow)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self.title)
        head.addWidget(self.about, 1)
        head.addWidget(self.steps)
        beside = QVBoxLayout(self.side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(GAP[_FLOOR])
        beside.addWidget(self.next_card, 1)
        beside.addWidget(self.stays)
        beside.addStretch(0)
        row = QHBoxLayout()
        row.setSpacing(L)
        row.addWidget(self.panels, 24)
        row.addWidget(self.side, 10)
        column = QVBoxLayout(self.job_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP[_FLOOR])
        column.addLayout(head)
        column.addLayout(row, 1)
        column.addWidget(self.totes)
        column.addWidget(self.folded)
