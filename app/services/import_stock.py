"""Writes counts: the opening balance, and what is counted later, posted as corrections."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from app.services.import_holds import to_release

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.exchange.reading import Reading
    from app.exchange.rows import StockRow
    from app.import_store import Hold, Lying
    from app.services.import_turn import Turn

    Correction = tuple[StockRow, str, int, bool]  # of a row's units with a serial; known there

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
    corrections: list[Correction] = []
    beyond: list[Hold] = []
    for row in rows:
        mine = corrections_of(row, lying[row], held[row])
        corrections.extend(mine)
        beyond.extend(_beyond(lying[row], mine, held[row]))
        _count(turn, lying[row], mine)
    turn.store.holds.release(turn.fact, beyond)
    stock.correct(turn.fact, corrections)
    stock.found(turn.fact, rows)


def content_of(rows: Iterable[StockRow]) -> str:
    """Return the hash of what rows say, whatever their order."""
    digest = hashlib.sha256()
    texts = ("\x1f".join((row[0], row[1], row[3], str(row[4] or ""), str(row[2]))) for row in rows)
    for text in sorted(texts):
        digest.update(text.encode() + b"\x1e")
    return digest.hexdigest()


def corrections_of(row: StockRow, lying: Sequence[Lying], held: Sequence[Hold]) -> list[Correction]:
    """Return what makes a place hold what was counted: (row, serial, units, known there).

    What is too much goes to the units with no serial.  What is missing is taken from them first,
    but from none that is held before all that are free are gone.
    """
    units = row.quantity - sum(found.quantity for found in lying)
    if units > 0 or not lying:
        return [(row, "", units, any(not found.serial for found in lying))]
    taken: Counter[str] = Counter()
    for keep in (_by_serial(held), Counter[str]()):
        for found in sorted(lying):
            share = min(-units, found.quantity - taken[found.serial] - keep[found.serial])
            if share > 0:
                taken[found.serial] += share
                units += share
    return [(row, serial, -share, True) for serial, share in taken.items() if share]


def _by_serial(held: Iterable[Hold]) -> Counter[str]:
    units: Counter[str] = Counter()
    for hold in held:
        units[hold.serial] += hold.quantity
    return units


def _count(turn: Turn, lying: Sequence[Lying], mine: Sequence[Correction]) -> None:
    if not lying:
        turn.report.created += 1
    elif mine:
        turn.report.updated += 1
    else:
        turn.report.unchanged += 1


def _beyond(
    lying: Sequence[Lying], mine: Sequence[Correction], held: Sequence[Hold]
) -> Iterator[Hold]:
    """Yield what is held in a place beyond what is left there, serial by serial."""
    left = Counter({found.serial: found.quantity for found in lying})
    left.update({serial: units for _, serial, units, _ in mine})
    for serial, units in _by_serial(held).items():
        same = [hold for hold in held if hold.serial == serial]
        yield from to_release(same, units - left[serial])
