"""Scans wait their turn: what one means may depend on what the one before it opened or ended."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.scan import Scan
    from ui.floor_thread import FloorThread


class ScanLine(QObject):
    """Deals scans out one by one, each once all that was asked of the floor has been answered.

    Without it an item scanned right behind its ASN would come before the job is open, and be lost.
    """

    def __init__(self, floor: FloorThread, deal: Callable[[Scan], None]) -> None:
        super().__init__()
        self._floor = floor
        self._deal = deal
        self._scans: deque[Scan] = deque()
        floor.idle.connect(self._go_on)

    def take(self, scan: Scan) -> None:
        """Deal this scan out now, or when its turn comes."""
        self._scans.append(scan)
        self._go_on()

    def _go_on(self) -> None:
        while self._scans and self._floor.is_idle:
            self._deal(self._scans.popleft())
