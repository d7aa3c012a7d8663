"""The one thread on which services run, in arrival order; the GUI thread never touches a store."""

from __future__ import annotations

import gc
import queue
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import FloorError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")

MANY = 20_000
"""New objects that make a job a big one: a plan or an import, not a scan."""


@contextmanager
def no_long_stop() -> Iterator[None]:
    """Keep the cycle collector, which stops every thread, from looking through a big job's values.

    They are freed by their reference counts as ever; half a million of them would stop the window
    for half a second.
    """
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > MANY:
            gc.freeze()
        gc.enable()


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[FloorError], None]


class FloorThread(QObject):
    """Runs jobs one after another and hands each result back to the GUI thread.

    ``broke`` tells an error that is no floor mistake: the top-level handler shows and logs it.
    ``idle`` is emitted when the result of the last job that was asked for has been handed back.
    """

    broke = Signal(object)
    idle = Signal()
    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._ended.connect(self._hand_back)
        self._waiting = 0
        self._thread = threading.Thread(target=self._run, name="floor", daemon=True)
        self._thread.start()

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[FloorError], None] | None = None,
    ) -> None:
        """Run ``work`` on the floor thread, then ``done`` with its result on the GUI thread.

        A FloorError goes to ``failed`` (to nobody without one) on the GUI thread.
        """
        self._waiting += 1
        self._jobs.put(_Job(work, done, failed or _nobody))

    def stop(self) -> None:
        """End after the jobs that wait; returns when the thread is gone."""
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                with no_long_stop():
                    result = job.work()
            except FloorError as error:
                self._ended.emit(job.failed, error)
            except Exception as error:  # the job runner: one scan's bug must not end the others
                self._ended.emit(self.broke.emit, error)
            else:
                self._ended.emit(job.done, result)

    @Slot(object, object)
    def _hand_back(self, receiver: Callable[[Any], None], result: object) -> None:
        self._waiting -= 1
        try:
            receiver(result)
        finally:  # whoever waits for the floor must not wait for ever because a screen stumbled
            if not self._waiting:
                self.idle.emit()

    @property
    def is_idle(self) -> bool:
        """Tell whether nothing that was asked for is still to be handed back."""
        return not self._waiting


def _nobody(_error: FloorError) -> None:
    """Pass over a floor mistake that nobody waits for."""
