"""Refusals that something took the place of before anybody had seen them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.texts import screen
from ui.models.band import BandKind, BandState


class Refusals(QObject):
    """Watches what the band shows; a refusal leaves it only once a person has seen it.

    ``told`` carries the sentence about those that the band shows no more, "" where there are none.
    """

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: BandState | None = None
        self._overtaken: list[BandState] = []

    def show(self, state: BandState) -> None:
        """Note what the band shows from now on; one shown again is overtaken no more."""
        state = replace(state, at_text="")
        if self._shown not in (None, state):
            self._overtaken.append(self._shown)
        self._overtaken = [kept for kept in self._overtaken if kept != state]
        self._shown = state if state.kind is BandKind.REFUSED else None
        self._tell()

    def seen(self) -> None:
        """Forget them: a person has scanned on, pressed a key or touched the screen."""
        self._shown = None
        self._overtaken.clear()
        self._tell()

    def _tell(self) -> None:
        if not self._overtaken:
            self.told.emit("")
            return
        newest_first = [_named(state) for state in reversed(self._overtaken)]
        refused = ", ".join(dict.fromkeys(newest_first))
        self.told.emit(screen("refused_before", times=len(newest_first), refused=refused))


def _named(state: BandState) -> str:
    return f"{state.code} ({state.outcome})" if state.code else state.outcome
