"""Scans wait their turn: what one means may depend on what the one before it opened or ended."""

from __future__ import annotations

from collections import deque
from math import inf
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.scan import Scan
    from ui.floor_thread import FloorThread

REACTION_S = 0.3
"""Nobody sees an answer and pulls the trigger sooner."""


class ScanLine(QObject):
    """Deals scans out one by one, each once all that was asked of the floor has been answered.

    Without it an item scanned right behind its ASN would come before the job is open, and be lost.
    ``seen`` comes before a scan whose person can have seen the answer to the one before it.
    """

    seen = Signal()

    def __init__(
        self,
        floor: FloorThread,
        deal: Callable[[Scan], None],
        now_s: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__()
        self._floor = floor
        self._deal = deal
        self._now_s = now_s
        self._scans: deque[tuple[Scan, bool]] = deque()
        self._is_answering = False
        self._answered_s = -inf
        floor.idle.connect(self._go_on)

    def take(self, scan: Scan) -> None:
        """Deal this scan out now, or when its turn comes."""
        is_alone = not self._scans and not self._is_answering
        has_seen = is_alone and self._now_s() - self._answered_s >= REACTION_S
        self._scans.append((scan, has_seen))
        self._go_on()

    def _go_on(self) -> None:
        while self._floor.is_idle:
            if self._is_answering:
                self._is_answering, self._answered_s = False, self._now_s()
            if not self._scans:
                return
            scan, has_seen = self._scans.popleft()
            if has_seen:
                self.seen.emit()
            self._is_answering = True
            self._deal(scan)
