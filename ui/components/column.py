"""Painted blocks one below the other; the gaps between them share the room that is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from collections.abc import Callable


class Column:
    """Collects (height, painter) blocks and paints them centred in a rectangle."""

    def __init__(self) -> None:
        self._blocks: list[tuple[float, Callable[[QRectF], None]]] = []

    def add(self, high: float, draw: Callable[[QRectF], None]) -> None:
        """Add a block ``high`` px tall; ``draw`` is given its rectangle."""
        self._blocks.append((high, draw))

    def height(self) -> float:
        """What the blocks take without gaps, px."""
        return sum(high for high, _ in self._blocks)

    def gaps(self) -> int:
        """How many gaps there are."""
        return max(len(self._blocks) - 1, 0)

    def paint(self, area: QRectF, widest_gap: float) -> None:
        """Paint all blocks, from top to bottom, with equal gaps of at most that many px."""
        spare = area.height() - sum(high for high, _ in self._blocks)
        between = max(len(self._blocks) - 1, 1)
        gap = max(0.0, min(widest_gap, spare / between))
        top = area.top() + max(0.0, (spare - gap * (len(self._blocks) - 1)) / 2)
        for high, draw in self._blocks:
            draw(QRectF(area.left(), top, area.width(), high))
            top += high + gap
