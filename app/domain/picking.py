"""What to take next, from where, for which line.  Pure.

Source: the floor's rules, "Receiving" (last sentence) and "Picking partial orders".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from app.domain.goods import SALEABLE, Kind, Location, Stock, Trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.domain.orders import Held, OrderLine

NEVER = date.max


@dataclass(frozen=True, slots=True)
class Source:
    """Units (each, > 0) in one place that a job may take: free ones, or staged for one line."""

    location: Location
    product_id: int
    trace: Trace
    quantity: int
    staged_for: int | None = None

    @property
    def preference(self) -> tuple[bool, date, bool, tuple[bool, int, str], str, str]:
        """Return the key in which sources are taken: own staged units, expiry, walk, dock last."""
        return (
            self.staged_for is None,
            self.trace.expires_on or NEVER,
            self.location.kind is Kind.DOCK,
            self.location.walk,
            self.trace.lot,
            self.trace.serial,
        )


def may_be(lies: Trace, scanned: Trace) -> bool:
    """Tell whether scanned units may be those: what lies there without a lot may be of any."""
    lot = not lies.lot or not scanned.lot or lies.lot == scanned.lot
    day = not lies.expires_on or not scanned.expires_on or lies.expires_on == scanned.expires_on
    return lot and day and (not lies.serial or not scanned.serial or lies.serial == scanned.serial)


def told_by(lies: Trace, scanned: Trace) -> Trace:
    """Return the trace of units that the scan has told apart: it fills in what was not known."""
    return Trace(
        lies.lot or scanned.lot,
        lies.expires_on or scanned.expires_on,
        lies.serial or scanned.serial,
    )


@dataclass(frozen=True, slots=True)
class Task:
    """Take ``quantity`` units (each, > 0) from one source for one order line."""

    order_line_id: int
    source: Source
    quantity: int


@dataclass(frozen=True, slots=True)
class Instruction:
    """What a picker is told: so many units of one product from one place.

    ``shares`` are the units (each) by order line.
    """

    location: Location
    product_id: int
    quantity: int
    shares: tuple[tuple[int, int], ...] = ()


def free_sources(
    stock: Iterable[Stock],
    taken: Iterable[Held],
    missing: Mapping[tuple[int, Trace], int],
    today: date,
) -> tuple[Source, ...]:
    """Return what lies free: on-hand less locked or picked units and what was not found.

    ``taken`` are staged and picked units of every order, where they stand.  Expired lots and
    places that are not for sale are left out.
    """
    less: dict[tuple[int, Trace], int] = dict(missing)
    for held in taken:
        place = (held.location_id, held.trace)
        less[place] = less.get(place, 0) + held.quantity
    found = []
    for row in stock:
        units = row.quantity - less.get((row.location.id, row.trace), 0)
        if units > 0 and row.location.kind in SALEABLE and not row.trace.expired(today):
            found.append(Source(row.location, row.product_id, row.trace, units))
    return tuple(found)


def make_tasks(
    lines: Sequence[OrderLine], wanted: Mapping[int, int], sources: Iterable[Source]
) -> tuple[Task, ...]:
    """Say from where each line takes what it wants now, in the order in which to go there.

    ``wanted`` are units (each) by order line.  A line takes its own staged units first, then
    free ones in the order of ``Source.preference``; nobody takes what is staged for another.
    The tasks come in that order too, and in line order where it is the same.
    """
    pool = sorted(sources, key=lambda source: source.preference)
    tasks: list[Task] = []
    for line in lines:
        left = wanted.get(line.id, 0)
        for at, source in enumerate(pool):
            theirs = source.product_id == line.product_id and source.staged_for in (None, line.id)
            if theirs and (take := min(left, source.quantity)):
                tasks.append(Task(line.id, source, take))
                pool[at] = replace(source, quantity=source.quantity - take)
                left -= take
    return tuple(sorted(tasks, key=lambda task: task.source.preference))


def instructions(tasks: Sequence[Task]) -> tuple[Instruction, ...]:
    """Join tasks of one product in one place: what a picker reads, in order."""
    sums: dict[tuple[int, int], Instruction] = {}
    for task in tasks:
        place = (task.source.location.id, task.source.product_id)
        before = sums.get(place, Instruction(task.source.location, place[1], 0))
        share = (task.order_line_id, task.quantity)
        quantity, shares = before.quantity + task.quantity, (*before.shares, share)
        sums[place] = replace(before, quantity=quantity, shares=shares)
    return tuple(sums.values())


def skipped_last(tasks: Iterable[Task], skipped: Sequence[tuple[int, int]]) -> tuple[Task, ...]:
    """Return tasks with the skipped spots (location, product) at the end, the last skipped last."""
    at = {spot: number for number, spot in enumerate(skipped, 1)}
    return tuple(
        sorted(tasks, key=lambda task: at.get((task.source.location.id, task.source.product_id), 0))
    )


def take(tasks: Sequence[Task], units: int) -> tuple[Task, ...]:
    """Return tasks that add up to ``units``, in their order.

    An empty answer means that there are fewer: nothing is taken in part.
    """
    left, taken = units, []
    for task in tasks:
        if part := min(left, task.quantity):
            taken.append(replace(task, quantity=part))
            left -= part
    return () if left else tuple(taken)
