"""The queue's columns: what each says of a row, and which go first where it is narrow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui import desk_words as words
from ui.models import backorders as queue

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.models.backorders import BackorderRow


@dataclass(frozen=True, slots=True)
class Column:
    """``lines`` are its texts, at most two; ``goes`` orders the hiding (0 never goes).

    ``most`` caps the width (px) of texts that may be elided; ``grows`` shares what is left over.
    """

    name: str
    title: str
    lines: Callable[[BackorderRow], tuple[str, ...]]
    goes: int = 0
    most: int = 0
    grows: int = 0
    right: bool = False


COLUMNS = (
    Column(queue.RANK, words.RANK, lambda row: (f"{row.rank} {row.priority}",), right=True),
    Column(
        queue.ORDER, words.ORDER_CUSTOMER, lambda row: (row.order, row.customer), most=170, grows=2
    ),
    Column(queue.PRODUCT, words.PRODUCT, lambda row: (row.product, row.sku), most=200, grows=4),
    Column(queue.WAITING, words.WAITING_COLUMN, lambda row: (str(row.units),), right=True),
    Column(queue.AGE, words.AGE, lambda row: (row.age,), goes=2, right=True),
    Column(queue.PROMISED, words.PROMISED, lambda row: (row.promised, row.late), goes=3),
    Column(queue.STATE, words.STATE, lambda row: (row.mark.word, row.pickup)),
    Column(queue.EXPECTED, words.EXPECTED, lambda row: (row.expected,)),
    Column(queue.WAITS, words.WAITS_FOR, lambda row: (row.waits_for, row.waits_about), 4, 170, 1),
    Column(queue.SHIPS, words.SHIPS, lambda row: (row.ships,), goes=1),
)
PLACES = {column.name: place for place, column in enumerate(COLUMNS)}
_LEAST = 110


def tell_row(row: BackorderRow) -> str:
    """A row in words."""
    texts = (f"{column.title}: {' '.join(column.lines(row)).strip()}" for column in COLUMNS)
    return "\n".join(texts)


def shared_widths(natural: list[int], room: int) -> list[int]:
    """A width for each column, 0 for a hidden one, from what each would like (px).

    Columns that may be elided shrink, then others go in their order, until all fit; what is left
    over goes to those that grow.
    """
    least = [
        min(wide, _LEAST) if column.most else wide
        for wide, column in zip(natural, COLUMNS, strict=True)
    ]
    widths = list(natural)
    going = [place for place, column in enumerate(COLUMNS) if column.goes]
    for place in sorted(going, key=lambda place: COLUMNS[place].goes):
        if sum(least) <= room:
            break
        widths[place] = least[place] = 0
    for name in (queue.WAITS, queue.PRODUCT, queue.ORDER):
        place = PLACES[name]
        over = max(sum(widths) - room, 0)
        widths[place] -= min(over, widths[place] - least[place])
    growing = [place for place, column in enumerate(COLUMNS) if column.grows and widths[place]]
    spare = max(room - sum(widths), 0)
    parts = sum(COLUMNS[place].grows for place in growing) or 1
    for place in growing:
        widths[place] += spare * COLUMNS[place].grows // parts
    return widths
