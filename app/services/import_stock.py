"""Writes counts: the opening balance, and what is counted later, posted as corrections."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from app.services.import_holds import to_release

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from app.exchange.reading import Reading
    from app.exchange.rows import StockRow
    from app.import_store import Hold, Lying
    from app.services.import_turn import Turn

NAME = "stock.csv"


def write_stock(turn: Turn, reading: Reading[StockRow]) -> None:
    """Correct what lies in the places and lots that a file names.

    The same content as the last time changes nothing, whatever has moved since.
    """
    rows = [row for _, row in reading.rows]
    content = content_of(rows)
    stock = turn.store.stock
    if content == stock.last_content(NAME):
        turn.report.unchanged += len(rows)
        return
    if not rows:
        return
    lying = stock.lying(rows)
    held = turn.store.holds.of_stock(rows)
    stock.remember(turn.fact, NAME, content)
    turn.store.holds.release(turn.fact, list(_beyond(rows, held)))
    corrections = []
    for row in rows:
        mine = list(corrections_of(row, lying[row]))
        corrections.extend(mine)
        _count(turn, lying[row], mine)
    stock.correct(turn.fact, corrections)
    stock.found(turn.fact, rows)


def content_of(rows: Iterable[StockRow]) -> str:
    """Return the hash of what rows say, whatever their order."""
    digest = hashlib.sha256()
    texts = ("\x1f".join((row[0], row[1], row[3], str(row[4] or ""), str(row[2]))) for row in rows)
    for text in sorted(texts):
        digest.update(text.encode() + b"\x1e")
    return digest.hexdigest()


def corrections_of(
    row: StockRow, lying: Sequence[Lying]
) -> Iterator[tuple[StockRow, str, int, bool]]:
    """Yield what makes a place hold what was counted: (row, serial, units, known there).

    What is missing is taken from units with no serial first, what is too much goes to them.
    """
    units = row.quantity - sum(found.quantity for found in lying)
    plain = any(not found.serial for found in lying)
    if units > 0 or not lying:
        yield row, "", units, plain
        return
    for found in sorted(lying):
        share = max(units, -found.quantity)
        if share < 0:
            yield row, found.serial, share, True
            units -= share


def _count(
    turn: Turn, lying: Sequence[Lying], mine: Sequence[tuple[StockRow, str, int, bool]]
) -> None:
    if not lying:
        turn.report.created += 1
    elif mine:
        turn.report.updated += 1
    else:
        turn.report.unchanged += 1


def _beyond(rows: Sequence[StockRow], held: Mapping[StockRow, Sequence[Hold]]) -> Iterator[Hold]:
    """Yield what is held there beyond what was counted."""
    for row in rows:
        holds = held[row]
        yield from to_release(holds, sum(hold.quantity for hold in holds) - row.quantity)
