"""Backorders' presenter: the queue page by page; the line in hand is its ``hand``'s."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.texts import screen, sentence
from ui.models.backorders import AGE, RANK, BackordersScene
from ui.presenters.backorders_hand import LineInHand
from ui.presenters.backorders_reader import Asked, Reader
from ui.presenters.backorders_scene import ALL, STARVING
from ui.presenters.undoer import Undoer

if TYPE_CHECKING:
    from app.domain.errors import FloorError
    from app.services.backorder_board import BackorderBoard
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread
    from ui.presenters.backorders_reader import Key, Reading
    from ui.presenters.backorders_scene import Arranged


class BackordersPresenter(QObject):
    """Shows the queue; all reading, sorting and wording is done on the floor thread.

    ``said`` tells what was done, ``elsewhere`` a code that names nothing that waits.
    """

    scene = Signal(object)
    page = Signal(object)
    changed = Signal()
    said = Signal(str)
    elsewhere = Signal(str)
    trouble = Signal(str)

    def __init__(self, desk: Desk, floor: FloorThread) -> None:
        super().__init__()
        self.floor, self._reader = floor, Reader(desk)
        self.hand = LineInHand(desk, floor, self._reader)
        self.asked = Asked(0, ALL, RANK, falling=False, selected=None)
        self._queue: Arranged | None = None
        self.hand.decider.decided.connect(self._decided)
        self.hand.failed.connect(self._failed)
        self.undoer = Undoer(desk, floor)
        self.undoer.undone.connect(self._undone)
        self.undoer.failed.connect(self._not_undone)

    def refresh(self) -> None:
        """Read the queue again."""
        if self._queue is None:
            self.scene.emit(BackordersScene(loading=True))
        self.undoer.refresh()
        self._ask(self.asked, None)

    def keep(self, name: str) -> None:
        """Show the lines of one filter: ``all late decision hold starving clash``.

        Those that starve stand with the oldest order first.
        """
        self.hand.choose(None)
        asked = replace(self.asked, kept=name)
        if name == STARVING:
            asked = replace(asked, sort=AGE, falling=False)
        elif self.asked.kept == STARVING:
            asked = replace(asked, sort=RANK, falling=False)
        self._arrange(asked)

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

    def find(self, text: str) -> None:
        """Take the line in hand that a code names; ``elsewhere`` tells a code that names none."""
        board = self.hand.board
        if board is not None:
            self.floor.submit(lambda: self._reader.find(text, board), self._found, self._failed)

    def save(self, path: str) -> None:
        """Write the whole queue to a file as CSV."""
        board = self.hand.board
        if board is not None:
            self.floor.submit(lambda: self._reader.save(path, board), self._saved, self._failed)

    def _arrange(self, asked: Asked) -> None:
        self._ask(asked, self.hand.board)

    def _ask(self, asked: Asked, board: BackorderBoard | None) -> None:
        self.asked = asked = replace(asked, turn=self.asked.turn + 1, selected=self.hand.key)
        self.floor.submit(
            lambda: self._reader.read(asked, board),
            lambda reading: self._show(asked.turn, reading),
            self._failed,
        )

    def _show(self, turn: int, reading: Reading) -> None:
        if turn != self.asked.turn:
            return
        hand, board = self.hand, reading.queue.board
        self._queue, hand.board = reading.queue, board
        if hand.key is None:
            hand.choose(reading.selected)
        self.scene.emit(replace(reading.scene, undo=self.undoer.label))
        for page in reading.pages:
            self.page.emit(page)
        hand.take(reading.selected, reading.detail)

    def _decided(self, words: str) -> None:
        self.said.emit(words)
        self.changed.emit()
        self.refresh()

    def _undone(self, words: str) -> None:
        self.hand.decider.drop()  # it was weighed against another plan
        self.hand.decider.undoable.emit("")
        self._decided(words)

    def _not_undone(self, error: FloorError) -> None:
        self._failed(error)
        self.refresh()

    def _found(self, found: tuple[str, Key | None]) -> None:
        number, key = found
        if key is None:
            self.elsewhere.emit(number)
            return
        self.hand.choose(key)
        self._arrange(replace(self.asked, kept=ALL))

    def _saved(self, path: str) -> None:
        if path:
            self.said.emit(screen("queue_saved", path=path))
        else:
            self.trouble.emit(screen("queue_not_saved"))

    def _failed(self, error: FloorError) -> None:
        self.hand.show_again()
        self.trouble.emit(sentence(error.code, **error.data))
