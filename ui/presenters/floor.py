"""What Receive, Pick and Pack share: a queue, one job, scans in order, a refusal that stays."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.domain.feedback import Heard
from app.domain.scan import Scan
from app.services.jobs import take_scan
from app.services.watching import why_stopped
from app.texts import sentence
from ui.models.action import Ask
from ui.presenters.bands import accepted, sound_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.errors import FloorError
    from app.domain.weighing import ScaleSight
    from app.services.desk import Desk
    from app.services.turns import Room
    from ui.floor_thread import FloorThread

ENDED = frozenset({"CMD-DONE"})
STOPPABLE = frozenset({"pick", "pack"})


def _nobody_hears(_scan: Scan, _heard: Heard) -> None:
    """Tell no scanner."""


def typed(text: str) -> Scan:
    """Make the scan that a typed code, or a button's command, stands for."""
    return Scan(uuid.uuid4().hex, text, device="screen")


class FloorPresenter(QObject):
    """One floor screen's job; subclasses say how things look.

    ``scene`` carries what to show, ``sounded`` the sound to play (after the commit), ``answered``
    every answer as the command would print it, ``changed`` that facts were written.
    ``hear`` tells a code's scanner what it came to, on the floor thread.
    """

    scene = Signal(object)
    sounded = Signal(str)
    answered = Signal(object)
    changed = Signal()
    trouble = Signal(str)

    def __init__(self, desk: Desk, floor: FloorThread, room: Room) -> None:
        super().__init__()
        self.desk, self.floor, self.room = desk, floor, room
        self.number: str | None = None
        self.hear: Callable[[Scan, Heard], None] = _nobody_hears
        self._last: Mapping[str, Any] | None = None
        self._view: Any = None
        self._known, self._stopped = 0, ""

    def refresh(self) -> None:
        """Show how things stand: the job in hand, or the queue."""
        if self.number is None:
            self.floor.submit(self.read_queue, self._show_queue, self._failed)
        else:
            self._submit(None)

    def look(self) -> None:
        """Stop at once where somebody has held or cancelled the order in hand, and go on after.

        Cheap enough to be asked twice a second: nothing is read unless somebody has written.
        """
        if (number := self.number) is not None and self.room.name in STOPPABLE:
            known = self._known

            def work() -> tuple[str, int, str | None]:
                return (number, *why_stopped(number, known, self.desk))

            self.floor.submit(work, self._looked, self._failed)

    def _looked(self, seen: tuple[str, int, str | None]) -> None:
        number, self._known, why = seen
        if why is None or number != self.number or why == self._stopped:
            return
        self._stopped, self._last = why, None
        if why:
            self.sounded.emit("wrong")
        self.refresh()

    def open(self, number: str, scan: Scan | None = None) -> None:
        """Take a job, which ``scan`` may have named; an unknown one is said and changes nothing."""

        def work() -> tuple[Mapping[str, Any], str]:
            opened = self.open_job(number)
            if scan is not None:
                self.hear(scan, Heard.ACCEPTED)
            return opened, number

        self.floor.submit(work, self._opened, self._failed)

    def choose(self, number: str) -> None:
        """Do what a chosen row stands for: a job is opened."""
        self.open(number)

    def leave(self) -> None:
        """Go back to the queue; all counts are kept."""
        self.number = None
        self._last = None
        self.refresh()

    def take(self, scan: Scan) -> None:
        """Handle a scan of the job in hand."""
        if self.number is not None:
            self._submit(scan)

    def begin(self, _scan: Scan) -> bool:
        """Begin a job by a scan that names none; False where it begins nothing."""
        return False

    def code(self, text: str) -> None:
        """Handle a typed code, or the command that a button stands for."""
        self.take(typed(text))

    def ask(self, what: str) -> None:
        """Do what a button asks for besides scans."""
        if what == Ask.REFRESH:
            self.refresh()

    def seen(self) -> None:
        """Acknowledge a refusal: the job is shown again."""
        self._last = None
        self.refresh()

    def _submit(self, scan: Scan | None) -> None:
        number = self.number or ""

        def work() -> tuple[Mapping[str, Any] | None, Any]:
            answer = None if scan is None else self._store(number, scan)
            if answer is not None:
                self.after_commit(answer)
            return (answer, self.read_view(number))

        self.floor.submit(work, self._shown, self._failed)

    def _store(self, number: str, scan: Scan) -> Mapping[str, Any]:
        """Handle a scan; its scanner hears only what is on disk, on the floor thread."""
        heard = Heard.NOT_STORED
        try:
            answer = take_scan(self.room, number, scan, self.desk)
            heard = Heard.ACCEPTED if accepted(answer) else Heard.REFUSED
            return answer
        finally:
            self.hear(scan, heard)

    def _opened(self, opened: tuple[Mapping[str, Any], str]) -> None:
        self.number = str(opened[0].get("number", opened[1]))
        self._last = None
        self._known, self._stopped = 0, ""
        self.answered.emit(opened[0])
        self.refresh()

    def _shown(self, result: tuple[Mapping[str, Any] | None, Any]) -> None:
        answer, self._view = result
        if answer is not None:
            self.answered.emit(answer)
            self.sounded.emit(sound_of(answer))
            self.changed.emit()
            if accepted(answer) and answer["scan"].upper() in ENDED:
                self.leave()
                return
            self._last = answer
        self.scene.emit(self.make_scene(self._last, self._view))

    def _show_queue(self, rows: Any) -> None:
        if self.number is None:
            self.scene.emit(self.queue_scene(rows))

    def _failed(self, error: FloorError) -> None:
        self.trouble.emit(sentence(error.code, **error.data))

    # what a room adds
    open_job: Callable[[str], Mapping[str, Any]]
    read_queue: Callable[[], Any]
    read_view: Callable[[str], Any]
    queue_scene: Callable[[Any], Any]
    make_scene: Callable[[Mapping[str, Any] | None, Any], Any]

    def show_scale(self, sight: ScaleSight) -> None:
        """Know what the station's scale says."""

    def after_commit(self, answer: Mapping[str, Any]) -> None:
        """Do what follows an answer outside the transaction, on the floor thread."""
