"""A scanner that a person plays: each line becomes a code on a pseudo-terminal."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from app.domain.simulation import name_bytes

if TYPE_CHECKING:
    from app.domain.simulation import ScannerPlan
    from hardware.pty_line import PtyLine

_ANSWER_S = 1.0  # how long it waits for what the host sends back
_GOODBYE_S = 2.0  # how long it stays for a host that has not read the last code


class SimulatedScanner:
    """A ``SimulatedDevice`` that scans what is said to it."""

    def __init__(self, line: PtyLine, plan: ScannerPlan) -> None:
        """Scan on this line, which is the simulator's own from now on."""
        self._line, self._plan = line, plan
        self._has_scanned = False

    @property
    def path(self) -> str:
        """The port to be named in the settings."""
        return str(self._line.path)

    def say(self, text: str) -> str:
        """Scan a code; return what the host sent back, "" for nothing or where nobody asked."""
        if self._has_scanned and self._plan.rate:
            Event().wait(1 / self._plan.rate)
        self._has_scanned = True
        self._line.send(self._plan.bytes_of(text))
        return name_bytes(self._line.heard_so_far(_ANSWER_S)) if self._plan.shows_answers else ""

    def close(self) -> None:
        """Unplug, once the host has read the last code."""
        if self._line.is_plugged and self._has_scanned:
            self._line.drain(_GOODBYE_S)
        self._line.unplug()
