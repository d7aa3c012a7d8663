"""Backorders' presenter: the queue page by page, and the line in hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QObject, QSaveFile, Signal

from app.services.backorder_board import backorder_board, line_case, page_names
from app.services.backorders import queue_csv
from app.services.finding import find
from app.texts import screen, sentence
from ui.models.backorders import PAGE, RANK, BackordersScene
from ui.presenters.backorders_case import detail_of
from ui.presenters.backorders_change import change_scene
from ui.presenters.backorders_decider import Decider
from ui.presenters.backorders_scene import ALL, arrange, queue_scene, row_page

if TYPE_CHECKING:
    from app.domain.errors import FloorError
    from app.services.backorder_board import BackorderBoard
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread
    from ui.models.backorders import Detail, RowPage
    from ui.presenters.backorders_scene import Arranged

    Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Asked:
    """How the queue is to be arranged, and which line is in hand."""

    turn: int
    kept: str
    sort: str
    falling: bool
    selected: Key | None


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one trip to the store brought: the queue, its first pages, the line in hand."""

    queue: Arranged
    scene: BackordersScene
    pages: tuple[RowPage, ...]
    selected: Key | None
    detail: Detail | None


class _Reader:
    """Reads, sorts and words on the floor thread; holds no state."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self, asked: _Asked, board: BackorderBoard | None) -> _Reading:
        """Arrange a queue that was read before, or read it afresh."""
        board = board or backorder_board(self._desk)
        queue = arrange(board, asked.kept, asked.sort, falling=asked.falling)
        key = asked.selected
        if key is None and queue.lines:
            key = queue.lines[0].order, queue.lines[0].line
        places = {0, (queue.place_of(key) or 0) // PAGE * PAGE}
        pages = tuple(self.page(asked.turn, place, queue) for place in sorted(places))
        scene = queue_scene(queue, asked.turn, key)
        return _Reading(queue, scene, pages, key, self.case(key, board) if key else None)

    def find(self, text: str, board: BackorderBoard) -> tuple[str, Key | None]:
        """Return what a code names, and the first line of it that waits."""
        found = find(text, self._desk)
        lines = board.queue.lines if found.kind == "order" else ()
        mine = ((line.order, line.line) for line in lines if line.order == found.number)
        return found.number, next(mine, None)

    def save(self, path: str, board: BackorderBoard) -> str:
        """Write the queue as CSV; return the path, "" where it cannot be written."""
        file = QSaveFile(path)
        opened = file.open(QIODevice.OpenModeFlag.WriteOnly)
        content = queue_csv(board.queue).encode()
        whole = opened and file.write(content) == len(content)
        return path if whole and file.commit() else ""

    def page(self, turn: int, first: int, queue: Arranged) -> RowPage:
        """Word a page."""
        lines = queue.page(first)
        return row_page(turn, first, queue, lines, page_names(lines, self._desk))

    def case(self, key: Key, board: BackorderBoard) -> Detail | None:
        """Word a line; None for one that is not on file."""
        case = line_case(*key, board, self._desk)
        return None if case is None else detail_of(case, board)


class BackordersPresenter(QObject):
    """Shows the queue and the line in hand; decisions about it are the ``decider``'s.

    ``said`` tells what was decided, ``elsewhere`` a code that names nothing that waits.
    """

    scene = Signal(object)
    page = Signal(object)
    detail = Signal(object)
    changed = Signal()
    said = Signal(str)
    elsewhere = Signal(str)
    trouble = Signal(str)

    def __init__(self, desk: Desk, floor: FloorThread) -> None:
        super().__init__()
        self.desk, self.floor = desk, floor
        self.decider, self._reader = Decider(desk, floor), _Reader(desk)
        self.asked = _Asked(0, ALL, RANK, falling=False, selected=None)
        self._queue: Arranged | None = None
        self._detail: Detail | None = None
        self.decider.busy.connect(self._show_detail)
        self.decider.weighed.connect(self._show_weighed)
        self.decider.decided.connect(self._decided)
        self.decider.failed.connect(self._failed)

    def refresh(self) -> None:
        """Read the queue again."""
        if self._queue is None:
            self.scene.emit(BackordersScene(loading=True))
        self._ask(self.asked, None)

    def keep(self, name: str) -> None:
        """Show the lines of one filter: ``all late decision hold``."""
        self.decider.drop()
        self._arrange(replace(self.asked, kept=name, selected=None))

    def keep_all(self) -> None:
        """Show every line."""
        self.keep(ALL)

    def sort(self, column: str) -> None:
        """Sort by a column; asked again, the other way round."""
        falling = column == self.asked.sort and not self.asked.falling
        self._arrange(replace(self.asked, sort=column, falling=falling))

    def read(self, turn: int, first: int) -> None:
        """Word the page that begins at a row, unless the queue is arranged otherwise by now."""
        queue = self._queue
        if queue is not None and turn == self.asked.turn:
            self.floor.submit(
                lambda: self._reader.page(turn, first, queue), self.page.emit, self._failed
            )

    def select(self, order: str, line: str) -> None:
        """Take a line in hand; a change of another order that is not applied is dropped."""
        key, queue = (order, line), self._queue
        self.asked = replace(self.asked, selected=key)
        self.decider.choose(order)
        if queue is not None:
            board = queue.board
            self.floor.submit(
                lambda: self._reader.case(key, board),
                lambda detail: self._take(key, detail),
                self._failed,
            )

    def find(self, text: str) -> None:
        """Take the line in hand that a code names; ``elsewhere`` tells a code that names none."""
        queue = self._queue
        if queue is not None:
            board = queue.board
            self.floor.submit(lambda: self._reader.find(text, board), self._found, self._failed)

    def save(self, path: str) -> None:
        """Write the whole queue to a file as CSV."""
        queue = self._queue
        if queue is not None:
            board = queue.board
            self.floor.submit(lambda: self._reader.save(path, board), self._saved, self._failed)

    def weigh(self, kind: str, value: str) -> None:
        """Say what a decision about the order in hand would do; nothing is kept."""
        if self.asked.selected is not None:
            self.decider.weigh(self.asked.selected[0], kind, value)

    def discard(self) -> None:
        """Drop the change that was weighed."""
        self.decider.drop()
        self._show_detail()

    def _arrange(self, asked: _Asked) -> None:
        self._ask(asked, self._queue.board if self._queue else None)

    def _ask(self, asked: _Asked, board: BackorderBoard | None) -> None:
        self.asked = asked = replace(asked, turn=self.asked.turn + 1)
        self.floor.submit(
            lambda: self._reader.read(asked, board),
            lambda reading: self._show(asked.turn, reading),
            self._failed,
        )

    def _show(self, turn: int, reading: _Reading) -> None:
        if turn != self.asked.turn:
            return
        self._queue = reading.queue
        self.decider.policy = reading.queue.board.default_policy
        key = self.asked.selected or reading.selected
        self.asked = replace(self.asked, selected=key)
        self.scene.emit(replace(reading.scene, can_undo=self.decider.can_undo))
        for page in reading.pages:
            self.page.emit(page)
        self._take(reading.selected, reading.detail)

    def _take(self, key: Key | None, detail: Detail | None) -> None:
        if key == self.asked.selected:
            self._detail = detail
            self._show_detail()

    def _show_weighed(self) -> None:
        self._show_detail()

    def _show_detail(self, busy: str = "") -> None:
        detail, weighed = self._detail, self.decider.change
        change = change_scene(weighed, self.decider.policy) if weighed else None
        self.detail.emit(replace(detail, change=change, busy=busy) if detail else None)

    def _decided(self, words: str) -> None:
        self.said.emit(words)
        self.changed.emit()
        self.refresh()

    def _found(self, found: tuple[str, Key | None]) -> None:
        number, key = found
        if key is None:
            self.elsewhere.emit(number)
            return
        self.decider.choose(number)
        self._arrange(replace(self.asked, kept=ALL, selected=key))

    def _saved(self, path: str) -> None:
        if path:
            self.said.emit(screen("queue_saved", path=path))
        else:
            self.trouble.emit(screen("queue_not_saved"))

    def _failed(self, error: FloorError) -> None:
        self._show_detail()
        self.trouble.emit(sentence(error.code, **error.data))
