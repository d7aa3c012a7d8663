"""Reads the backorder queue, arranges it and words its pages: work for the floor thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QSaveFile

from app.services.backorder_board import backorder_board, line_case, page_names
from app.services.backorders import queue_csv
from app.services.finding import find
from ui.models.backorders import PAGE
from ui.presenters.backorders_case import detail_of
from ui.presenters.backorders_scene import arrange, queue_scene, row_page

if TYPE_CHECKING:
    from app.services.backorder_board import BackorderBoard
    from app.services.desk import Desk
    from ui.models.backorders import BackordersScene, Detail, RowPage
    from ui.presenters.backorders_scene import Arranged

    Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """How the queue is to be arranged, and which line is in hand."""

    turn: int
    kept: str
    sort: str
    falling: bool
    selected: Key | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one trip to the store brought: the queue, its first pages, the line in hand."""

    queue: Arranged
    scene: BackordersScene
    pages: tuple[RowPage, ...]
    selected: Key | None
    detail: Detail | None


class Reader:
    """Reads, sorts and words on the floor thread; holds no state."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self, asked: Asked, board: BackorderBoard | None) -> Reading:
        """Arrange a queue that was read before, or read it afresh."""
        board = board or backorder_board(self._desk)
        queue = arrange(board, asked.kept, asked.sort, falling=asked.falling)
        key = asked.selected
        if key is None and queue.lines:
            key = queue.lines[0].order, queue.lines[0].line
        places = {0, (queue.place_of(key) or 0) // PAGE * PAGE}
        pages = tuple(self.page(asked.turn, place, queue) for place in sorted(places))
        scene = queue_scene(queue, asked.turn, key)
        return Reading(queue, scene, pages, key, self.case(key, board) if key else None)

    def find(self, text: str, board: BackorderBoard) -> tuple[str, Key | None]:
        """Return what a code names, and the first line of it that waits."""
        found = find(text, self._desk)
        lines = board.queue.lines if found.kind in ("order", "shipment") else ()
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
