"""Prints a day at the dock, and says what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.errors import FloorError, RefusedError
from app.texts import sentence
from ui.models.band import BandKind, BandState

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ui.floor_thread import FloorThread


class DayPrinter(QObject):
    """``printed`` carries what the scan band shows, ``trouble`` why there is no paper."""

    printed = Signal(object)
    trouble = Signal(str)

    def __init__(self, floor: FloorThread, print_day: Callable[[date | None], str] | None) -> None:
        super().__init__()
        self.floor, self._print = floor, print_day

    def print_day(self, day: date | None) -> None:
        """Print a day, today for None; nothing happens where there is no printer to hand it to."""
        make = self._print
        if make is None:
            return

        def work() -> str:
            try:
                return make(day)
            except (OSError, LookupError) as error:  # no room for the file, or no font
                raise RefusedError("sheet_not_drawn", detail=str(error)) from error

        self.floor.submit(work, self._printed, self._failed)

    def _printed(self, said: str) -> None:
        self.printed.emit(BandState(BandKind.NEXT, said))

    def _failed(self, error: FloorError) -> None:
        self.trouble.emit(sentence(error.code, **error.data))
