"""What a choice of a block's menu would do, shown beside the menu before it is taken."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui import desk_words as words
from ui.models.dock import EffectScene

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.models.dock import Block
    from ui.views.dock_canvas import DockCanvas
    from ui.views.dock_effect import EffectCard


def aged(effect: EffectScene | None) -> EffectScene:
    """What stands there until a newer answer comes: the last one, or that it is worked out."""
    return replace(effect or EffectScene("idle", words.WEIGHING), stale=True)


class MenuEffect(QObject):
    """``considered(asn, kind, what)`` asks what a choice would do; answer with `show`."""

    considered = Signal(str, str, str)

    def __init__(self, canvas: DockCanvas, card: EffectCard) -> None:
        super().__init__(canvas)
        self.canvas, self.card = canvas, card
        self.effect: EffectScene | None = None
        self.way: tuple[str, ...] = ()
        canvas.sheet.pointed.connect(self._point)
        canvas.sheet.closed.connect(self._close)

    def spread_over(self, page: QWidget) -> None:
        """Let menu and effect lie over a page that has more room than the board."""
        self.canvas.sheet.setParent(page)
        self.card.setParent(page)
        self.canvas.sheet.hide()
        self.card.hide()

    @property
    def active(self) -> bool:
        """Whether a choice is being weighed."""
        return bool(self.way)

    def show(self, effect: EffectScene | None) -> None:
        """Show the answer to the question asked last."""
        if self.active and effect is not None:
            self.effect = effect
            self.card.show_effect(effect, self.canvas.sheet.geometry())

    def _point(self, way: tuple[str, ...]) -> None:
        block = self.canvas.chosen()
        if block is None or not _weighed(block, way):
            self._close()
            return
        if way == self.way:
            return
        self.way = way
        self.show(aged(self.effect))
        self.considered.emit(block.asn, way[0], way[1] if len(way) > 1 else "")

    def _close(self) -> None:
        if self.active:
            self.way, self.effect = (), None
            self.card.show_effect(None, self.canvas.rect())


def _weighed(block: Block, way: tuple[str, ...]) -> bool:
    """Whether a way through the menu ends at something that can be weighed."""
    event = next((event for event in block.events if event.kind == way[0]), None)
    if event is None or not event.weighed:
        return False
    return len(way) > 1 if event.options else True
