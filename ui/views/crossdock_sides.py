"""Both lists with the pegs between them; a selection on either side lights up the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QWidget

from ui import desk_words as words
from ui.components.card import Card
from ui.components.empty import EmptyState, LoadingBlocks
from ui.models.crossdock import ARRIVAL, ORDER, CrossdockScene, OrderRow, PegRow
from ui.tokens import Density
from ui.views.crossdock_list import SideList
from ui.views.crossdock_more import MoreButton
from ui.views.crossdock_pegs import Ends, PegBand
from ui.views.crossdock_rows import (
    Arrival,
    arrival_height,
    order_height,
    paint_arrival,
    paint_order,
    tell_arrival,
    tell_order,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme import Look

_DESK = Density.DESK
_WIDTHS = (500, 210, 560)


class Sides(QWidget):
    """``chosen(kind, key)`` tells a selection."""

    chosen = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.scene = CrossdockScene()
        self._selected: tuple[str, str] | None = None
        self.arrivals: SideList[Arrival] = SideList(
            look, arrival_height, paint_arrival, tell_arrival
        )
        self.orders: SideList[OrderRow] = SideList(look, order_height, paint_order, tell_order)
        self.arriving = Card(look, _DESK, words.ARRIVING, words.ARRIVING_NOTE)
        self.waiting = Card(look, _DESK, words.WAITING, words.WAITING_NOTE)
        self.more = MoreButton(look)
        self.pegs = PegBand(look, self._ends_of)
        self.empty = EmptyState(look, _DESK, "swap_horiz")
        self.loading = LoadingBlocks(look, 60, words.LOADING_PLAN)
        self._lay_out()
        self.arrivals.chosen.connect(lambda key: self._choose(ARRIVAL, key))
        self.orders.chosen.connect(lambda key: self._choose(ORDER, key))
        for side in (self.arrivals, self.orders):
            side.scrolled.connect(self._scrolled)
        self.more.clicked.connect(self._page_down)

    def show_scene(self, scene: CrossdockScene) -> None:
        """Show rows, pegs and the selection; or why there are none."""
        self.scene, self._selected = scene, scene.selected
        self.empty.say(scene.empty, scene.empty_action)
        page = self.loading if scene.loading else self.empty if scene.empty else self._plan
        self._pages.setCurrentWidget(page)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scrolled()

    def _lay_out(self) -> None:
        self.arrivals.setAccessibleName(words.ARRIVING)
        self.orders.setAccessibleName(words.WAITING)
        self.arriving.body.addWidget(self.arrivals, 1)
        self.waiting.body.addWidget(self.orders, 1)
        self.waiting.body.addWidget(self.more)
        self._plan = QWidget()
        grid = QGridLayout(self._plan)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for column, part in enumerate((self.arriving, self.pegs, self.waiting)):
            grid.addWidget(part, 0, column)
            grid.setColumnStretch(column, _WIDTHS[column])
        self._pages = QStackedLayout(self)
        for page in (self._plan, self.empty, self.loading):
            self._pages.addWidget(page)

    def _choose(self, kind: str, key: str) -> None:
        self._selected = (kind, key)
        self._show()
        other = self.orders if kind == ARRIVAL else self.arrivals
        other.bring(self._lit() - {key})
        self.chosen.emit(kind, key)

    def _show(self) -> None:
        scene, lit = self.scene, self._lit()
        key = self._selected[1] if self._selected else ""
        self.arrivals.show_rows(scene.arrivals, lit, key)
        self.orders.show_rows(scene.orders, lit, key)
        self.pegs.show_pegs(scene.pegs, self._selected)
        self._scrolled()

    def _lit(self) -> frozenset[str]:
        """The selected row, and those of the other side that its pegs lead to."""
        if self._selected is None:
            return frozenset()
        key = self._selected[1]
        ends = {end for peg in self.scene.pegs for end in (peg.arrival, peg.order)
                if key in (peg.arrival, peg.order)}  # fmt: skip
        return frozenset(ends | {key})

    def _scrolled(self) -> None:
        below = self.orders.hidden_below()
        self.more.setVisible(below > 0)
        self.more.say(words.MORE_ORDERS.format(count=below))
        self.pegs.update()

    def _page_down(self) -> None:
        bar = self.orders.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep())

    def _ends_of(self, peg: PegRow) -> Ends | None:
        left, right = self.arrivals.middle_of(peg.arrival), self.orders.middle_of(peg.order)
        if left is None or right is None:
            return None
        ends = [
            _clamped(self.arrivals, left, self.pegs, 0),
            _clamped(self.orders, right, self.pegs, self.more.height() / 2),
        ]
        return Ends(ends[0][0], ends[1][0], ends[0][1] or ends[1][1])


def _clamped(
    side: SideList[Arrival] | SideList[OrderRow], place: float, band: QWidget, foot: float
) -> tuple[float, bool]:
    """A row's middle in the band, held at the list's edge; and whether the row is in sight."""
    high = side.viewport().height()
    top = side.viewport().mapTo(band.parentWidget() or band, QPoint(0, 0)).y() - band.y()
    seen = 0 <= place <= high
    if place > high:
        return top + high + foot, seen
    return float(top + max(place, 4.0)), seen
