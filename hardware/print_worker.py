"""Works off a station's print queue on a thread of its own: no scan and no window waits for paper.

A printer that turns papers away is asked again after 2 s, then 4 s and so on up to five minutes,
and at once when a person asks for it.  So is a paper that cannot be drawn.
"""

from __future__ import annotations

from contextlib import suppress
from threading import Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, Final

from app.domain.errors import FloorError
from app.domain.printing import PrintState
from app.services.print_queue import after_restart, look_after, print_waiting, queue_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.printing import Queued
    from app.services.desk import Desk
    from app.services.print_queue import Printed
    from app.services.printing import Paperwork

FIRST_REST_S: Final = 2.0
LONGEST_REST_S: Final = 300.0
LOOK_EVERY_S: Final = 5.0  # other stations' papers, jobs at the spooler
_LONGEST_GOODBYE_S: Final = 5.0  # a printer that hangs must not hang the program's end


def _nobody(_queue: object) -> None:
    """Tell nobody."""


class PrintWorker:
    """Hands over one station's papers, in order, and tells the queue whenever it differs.

    ``desk`` is its own: it is used on its thread alone.
    """

    def __init__(self, desk: Desk, paperwork: Paperwork) -> None:
        """Make it; ``start`` begins."""
        self._desk, self._paperwork = desk, paperwork
        self._told: Callable[[tuple[Queued, ...]], None] = _nobody
        self._bell, self._lock = Event(), Lock()
        self._ends = False
        self._rests: dict[str, tuple[float, float]] = {}  # printer or paper -> (until, how long), s
        self._last: tuple[Queued, ...] | None = None
        self._is_new = True
        self._thread = Thread(target=self._run, name="printing", daemon=True)

    def start(self, told: Callable[[tuple[Queued, ...]], None]) -> None:
        """Begin: what was handed over before is in doubt from now on.

        ``told`` is called on the worker's thread.
        """
        self._told = told
        self._thread.start()

    def ring(self) -> None:
        """Say that there may be papers; returns at once."""
        self._bell.set()

    def try_again(self) -> None:
        """Ask every printer again at once, whatever it said before."""
        with self._lock:
            self._rests.clear()
        self._bell.set()

    def stop(self) -> None:
        """End after the paper in hand; what waits is printed at the next start."""
        self._ends = True
        self._bell.set()
        if self._thread.is_alive():
            self._thread.join(_LONGEST_GOODBYE_S)

    def _run(self) -> None:
        while not self._ends:
            self._bell.clear()
            with suppress(FloorError):  # the database: what is stored is enough to go on later
                self._work()
            self._bell.wait(self._pause())

    def _work(self) -> None:
        if self._is_new:
            after_restart(self._desk)
            self._is_new = False
        self._tell()
        if printed := print_waiting(self._desk, self._paperwork, self._resting()):
            self._note(printed)
        look_after(self._desk, self._paperwork)
        self._tell()

    def _tell(self) -> None:
        queue = queue_of(self._desk)
        if queue != self._last:
            self._last = queue
            self._told(queue)

    def _resting(self) -> set[str]:
        with self._lock:
            return {name for name, (until, _) in self._rests.items() if until > monotonic()}

    def _note(self, printed: tuple[Printed, ...]) -> None:
        with self._lock:
            for one in printed:
                if one.job.state is not PrintState.TO_PRINT:
                    self._rests.pop(one.rests, None)
                    continue
                before = self._rests.get(one.rests, (0.0, 0.0))[1]
                long = min(max(before * 2, FIRST_REST_S), LONGEST_REST_S)
                self._rests[one.rests] = (monotonic() + long, long)

    def _pause(self) -> float:
        """Return the seconds until something is to be done again, unless the bell rings."""
        with self._lock:
            ends = [until - monotonic() for until, _ in self._rests.values()]
        return max(0.0, min([LOOK_EVERY_S, *(end for end in ends if end > 0)]))
