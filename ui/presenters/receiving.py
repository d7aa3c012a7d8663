"""Receive: an ASN, or a truck that nobody announced; its items, and where each goes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.barcode import barcode_key, clean
from app.domain.command_scan import CommandKind, read_command
from app.domain.feedback import Heard
from app.services.job_views import ReceiptView, receipt_queue, receipt_view
from app.services.opening import open_blind, open_receiving
from app.services.setting import settings_of
from app.services.teaching import recognise, teach_barcode, teachable
from app.texts import sentence
from ui.models.action import Ask
from ui.presenters import receive_scene
from ui.presenters.floor import typed
from ui.presenters.lesson import Lesson, lesson_scene
from ui.presenters.reviewing import ReviewPresenter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import tzinfo

    from app.domain.board import Slot
    from app.domain.errors import FloorError
    from app.domain.scan import Scan
    from app.services.desk import Desk
    from app.services.teaching import Candidate
    from ui.floor_thread import FloorThread
    from ui.models.receive import ReceiveScene


class ReceivePresenter(ReviewPresenter):
    """Counts a truck, teaches what it does not know, and asks why a count is as it is."""

    _lesson: Lesson | None = None
    _counted: Mapping[str, Any] | None = None
    _newest: Mapping[str, Any] | None = None
    _noted: tuple[str, ...] = ()

    def __init__(
        self,
        desk: Desk,
        floor: FloorThread,
        zone: Callable[[], tzinfo],
        print_osd: Callable[[str], str] | None = None,
        print_labels: Callable[[str, Mapping[str, Any]], None] | None = None,
    ) -> None:
        """Take what prints a receipt's sheet and an answer's labels, None where nothing does."""
        super().__init__(desk, floor, zone, print_osd)
        self._print_labels = print_labels
        self.answered.connect(self._label)

    def _label(self, answer: Mapping[str, Any]) -> None:
        """Let the labels of a stored scan be printed once its answer is shown."""
        number, make = self.number or "", self._print_labels
        if make is not None and answer.get("disposition"):
            self.floor.submit(lambda: make(number, answer), lambda _none: None, self._failed)

    def begin(self, scan: Scan) -> bool:
        """Open a receipt that nobody announced, where the scan is that command."""
        command = read_command(clean(scan.text))
        if command is None or command.kind is not CommandKind.BLIND:
            return False

        def work() -> tuple[Mapping[str, Any], str]:
            opened = open_blind("", self.desk)
            self.hear(scan, Heard.ACCEPTED)
            return opened, ""

        self.floor.submit(work, self._opened_blind, self._failed)
        return True

    def ask(self, what: str) -> None:
        """Teach the unknown code that was scanned last, or what Check asks for."""
        if what == Ask.TEACH and self._last is not None:
            self._learn(Lesson(str(self._last["scan"])))
        elif what == Ask.TEACH_NOW and self._lesson is not None:
            self._teach(typed(self._lesson.code), self._lesson)
        else:
            super().ask(what)

    def take(self, scan: Scan) -> None:
        """Handle a scan of the receipt, or one that says more of the code to be taught."""
        lesson = self._lesson
        if lesson is None or self.number is None:
            super().take(scan)
            return
        command = read_command(clean(scan.text))
        if command is not None and command.kind is CommandKind.CANCEL:
            self.seen()
        elif command is not None and command.kind is CommandKind.QUANTITY and lesson.product:
            self._learn(replace(lesson, units=command.quantity or 1))
        elif lesson.product is None and command is None:
            self._recognise(scan, lesson)
        elif lesson.product and barcode_key(scan.text) == barcode_key(lesson.code):
            self._teach(scan, lesson)
        else:
            self._lesson = None
            super().take(scan)

    def choose(self, number: str) -> None:
        """Choose the product of an unknown code, a truck, or a line that differs."""
        if self._lesson is None:
            super().choose(number)
        else:
            self._learn(self._lesson.chosen(number))

    def refresh(self) -> None:
        """Show how things stand: a code that was not taught stays unknown."""
        self._lesson = None
        super().refresh()

    def _learn(self, lesson: Lesson) -> None:
        self._lesson = lesson
        self.scene.emit(lesson_scene(lesson))

    def _recognise(self, scan: Scan, lesson: Lesson) -> None:
        def work() -> tuple[Candidate, ...]:
            found = recognise(scan.text, self.desk)
            self.hear(scan, Heard.ACCEPTED if found else Heard.REFUSED)
            return found

        def show(found: tuple[Candidate, ...]) -> None:
            if self._lesson is lesson:
                self.sounded.emit("ok" if found else "wrong")
                self._learn(lesson.told(scan.text, found))

        self.floor.submit(work, show, self._failed)

    def _teach(self, scan: Scan, lesson: Lesson) -> None:
        """Teach the code; only then the scan that confirms it counts it."""
        product = lesson.product
        if product is None:
            return

        def taught(_said: Mapping[str, Any]) -> None:
            self._lesson = None
            self.take(scan)

        def refused(error: FloorError) -> None:
            self.sounded.emit("wrong")
            self._learn(replace(lesson, problem=sentence(error.code, **error.data)))

        def work() -> Mapping[str, Any]:
            code = teachable(lesson.code, self.desk)
            return teach_barcode(code, product.sku, lesson.units, self.desk)

        self.floor.submit(work, taught, refused)

    def _opened_blind(self, opened: tuple[Mapping[str, Any], str]) -> None:
        self.changed.emit()
        self._opened(opened)

    def open_job(self, number: str) -> Mapping[str, Any]:
        """Claim the receipt."""
        return open_receiving(number, self.desk)

    def read_queue(self) -> tuple[tuple[Slot, ...], bool]:
        """Read the trucks that can be unloaded, and whether what they bring is not told."""
        return receipt_queue(self.desk), settings_of(self.desk).blind_receiving

    def read_view(self, number: str) -> ReceiptView:
        """Read the receipt as it stands."""
        return receipt_view(number, self.desk)

    def queue_scene(self, rows: tuple[tuple[Slot, ...], bool]) -> ReceiveScene:
        """Show the queue."""
        slots, untold = rows
        return receive_scene.queue_scene(slots, untold=untold)

    def make_scene(self, answer: Mapping[str, Any] | None, view: ReceiptView) -> ReceiveScene:
        """Show the answer; what is noted of a count leaves the count in sight."""
        noted = receive_scene.noted_in(answer)
        if answer and noted and self._counted:
            if answer is not self._newest:
                self._newest, self._noted = answer, (*self._noted, noted)
            return receive_scene.noted_scene(self._counted, answer, self._noted, view)
        self._counted, self._noted = answer, ()
        return receive_scene.receive_scene(answer, view)
