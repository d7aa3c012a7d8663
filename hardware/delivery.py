"""One thread that tells a listener things in order, so that whoever reads a device never waits."""

from __future__ import annotations

from queue import SimpleQueue
from threading import Thread, current_thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST_GOODBYE_S = 5.0  # a listener that hangs must not hang the program's end


class Delivery:
    """Calls that are made one after the other on a thread of their own, in the order given."""

    def __init__(self, name: str) -> None:
        """Start the thread; ``close`` ends it."""
        self._calls: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._is_cut = False
        self._thread = Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def post(self, call: Callable[[], None]) -> None:
        """Have this called after all that was posted before; returns at once."""
        self._calls.put(call)

    def close(self) -> None:
        """Make the calls that were posted, and end; none is made after this returns."""
        self._calls.put(None)
        if self._thread is not current_thread():
            self._thread.join(_LONGEST_GOODBYE_S)
        self._is_cut = True

    def _run(self) -> None:
        while (call := self._calls.get()) is not None and not self._is_cut:
            call()
