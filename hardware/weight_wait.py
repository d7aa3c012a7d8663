"""Waits for a scale's next stable weight, whatever the scale is."""

from __future__ import annotations

from threading import Condition
from time import monotonic
from typing import TYPE_CHECKING, Final

from app.domain.device import LinkState
from app.domain.weighing import Weighed, why_no_weight

if TYPE_CHECKING:
    from threading import Event

    from app.domain.weighing import ScaleSight

_LOOK_UP_S: Final = 0.1  # how soon it is seen that a wait was given up


class WeightWait:
    """Keeps what a scale told last for whoever waits; safe from any thread."""

    def __init__(self, sight: ScaleSight) -> None:
        """Begin with a scale that has told nothing."""
        self._told = Condition()
        self._sight = self._weighed = sight
        self._weighings = 0

    def keep(self, sight: ScaleSight) -> None:
        """Take the next sight."""
        with self._told:
            self._sight = sight
            if not why_no_weight(sight):
                self._weighed = sight
                self._weighings += 1
            self._told.notify_all()

    def stable_weight(self, wait_s: float, given_up: Event) -> Weighed:
        """Wait; see ``app.ports.Scale``.  What is gone again before the waiter wakes counts."""
        until = monotonic() + wait_s
        with self._told:
            before = self._weighings
            while self._weighings == before:
                left_s = until - monotonic()
                if given_up.is_set():
                    return Weighed(self._sight, "given_up")
                if left_s <= 0 or self._sight.link is LinkState.STOPPED:
                    return Weighed(self._sight, why_no_weight(self._sight) or "waits")
                self._told.wait(min(left_s, _LOOK_UP_S))
            return Weighed(self._weighed)
