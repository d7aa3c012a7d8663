"""Printers and the queue: what a person chooses, tries out and decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.printing import CHOICES
from app.services.print_deciding import Decision, choose_printer, decide, own_printers
from app.services.print_queue import ask_paper, queue_of
from app.services.setting import settings_of
from app.texts import screen, sentence
from app.texts.printers import paper_name
from ui.presenters.printers_scene import RETRY, printers_scene

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import tzinfo

    from app.domain.errors import FloorError
    from app.domain.printing import Queued
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread


def _nothing(*_told: object) -> None:
    """Do nothing: there is no printer here."""


def _no_page(_kind: str) -> bytes:
    return b""


@dataclass(frozen=True, slots=True)
class PrintWays:
    """How paper is made: all of it returns at once.

    ``ring`` says that there are papers, ``try_again`` asks every printer again, ``find`` tells the
    printers that this computer has (on any thread), ``check`` raises BadValueError for what names
    none, ``test_page`` draws a test page of a kind.
    """

    ring: Callable[[], None] = _nothing
    try_again: Callable[[], None] = _nothing
    find: Callable[[Callable[[tuple[str, ...]], None]], None] = _nothing
    check: Callable[[str], object] = _nothing
    test_page: Callable[[str], bytes] = _no_page


class PrintersPresenter(QObject):
    """``scene`` carries what Setup shows; ``changed`` tells that facts were written."""

    scene = Signal(object)
    said = Signal(str)
    trouble = Signal(str)
    changed = Signal()
    _found = Signal(object)

    def __init__(
        self, desk: Desk, floor: FloorThread, ways: PrintWays, zone: Callable[[], tzinfo]
    ) -> None:
        super().__init__()
        self.desk, self.floor, self._ways, self._zone = desk, floor, ways, zone
        self._queue: Sequence[Queued] = ()
        self._names: tuple[str, ...] = ()
        self._chosen: Mapping[str, str] = dict.fromkeys(CHOICES, "")
        self._site = ""
        self._found.connect(self._show_found)

    def refresh(self) -> None:
        """Read choices and queue again, and look for printers."""

        def work() -> tuple[Mapping[str, str], str, Sequence[Queued]]:
            return own_printers(self.desk), settings_of(self.desk).printer, queue_of(self.desk)

        self.floor.submit(work, self._read, self._failed)
        self._ways.find(self._found.emit)

    def show_queue(self, queue: Sequence[Queued]) -> None:
        """Show the papers that wait now."""
        self._queue = queue
        self._show()

    def choose(self, kind: str, printer: str) -> None:
        """Print a kind of paper elsewhere; "" goes back to the site's printer."""

        def told(_chosen: object) -> None:
            name = printer or screen("print_back")
            self._after(screen("print_chosen", paper=screen(f"print_{kind}"), printer=name))
            self._ways.try_again()

        check = self._ways.check
        self.floor.submit(
            lambda: choose_printer(kind, printer, self.desk, check), told, self._failed
        )

    def test_page(self, kind: str) -> None:
        """Put a test page of that kind into the queue."""
        page = "label" if kind == "label" else f"{kind}_test"

        def told(_paper: Queued) -> None:
            self._after(screen("print_tested"))
            self._ways.try_again()

        self.floor.submit(
            lambda: ask_paper(page, "TEST", self._ways.test_page(kind), self.desk),
            told,
            self._failed,
        )

    def act(self, document: int, copy: int, what: str) -> None:
        """Do what a paper's button says: try again, or a person's decision."""
        paper = next(
            (one for one in self._queue if (one.document, one.job.copy) == (document, copy)), None
        )
        if what == RETRY or paper is None:
            self._ways.try_again()
            self.said.emit(screen("print_retry_said"))
            return
        words = {"seen": "print_seen_said", "not_seen": "print_again_said"}
        said = screen(words.get(what, "print_left_said"), paper=paper_name(paper))

        def told(_job: object) -> None:
            self._after(said)
            self._ways.ring()

        self.floor.submit(
            lambda: decide(document, copy, Decision(what), self.desk), told, self._failed
        )

    def _after(self, said: str) -> None:
        self.said.emit(said)
        self.changed.emit()
        self.refresh()

    def _read(self, read: tuple[Mapping[str, str], str, Sequence[Queued]]) -> None:
        self._chosen, self._site, self._queue = read
        self._show()

    def _show_found(self, names: tuple[str, ...]) -> None:
        self._names = names
        self._show()

    def _show(self) -> None:
        known = (self._chosen, self._site, self._names, self._queue)
        self.scene.emit(printers_scene(*known, self._zone()))

    def _failed(self, error: FloorError) -> None:
        self.trouble.emit(sentence(error.code, **error.data))
        self.refresh()
