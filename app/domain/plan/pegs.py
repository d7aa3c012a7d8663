"""Which unit serves which line, and when it ships, as columns.

Source: the floor's rules, "One rule for every backorder policy" (groups and when they ship) and
the definition of cross-dock.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from app.domain.plan.criteria import NOTHING, keeps_off, order_shares
from app.domain.plan.rank import NO_LIMIT
from app.domain.plan.resolve import among
from app.domain.plan.runs import last_of_runs
from app.domain.plan.supply import DOCK

if TYPE_CHECKING:
    from app.domain.plan.build import Built
    from app.domain.plan.facts import Flags, Ints


ALONE: Final = -1


@dataclass(frozen=True, slots=True, eq=False)
class PegColumns:
    """Pegs in order rank, line and supply order; a place and a source occur once.

    ``place`` is the line's in rank order, ``source`` an inbound line's row, ``STOCK`` or ``DOCK``.
    Pegs of one ``shipment`` (a number, ``ALONE`` where a unit ships at its own time) go together;
    ``early`` ones before the last shipment of their order.  ``kept_off`` (an index of
    ``CRITERIA``, or ``NOTHING``) says why units that arrive are put away first; ``share`` is in
    whole percent.
    """

    place: Ints
    source: Ints
    units: Ints
    locked: Ints
    available: Ints
    ships: Ints
    kept_off: Ints
    share: Ints
    shipment: Ints
    early: Flags

    @property
    def cross_dock(self) -> Flags:
        """Tell which units go straight from a truck or a dock to a lane."""
        return np.asarray((self.source >= DOCK) & (self.kept_off == NOTHING))


def pegs_of(built: Built, places: Ints) -> PegColumns:
    """Return the pegs of the lines at those places (ascending), which must be whole orders."""
    place, source, units, locked = _with_locks(built, places, _soft(built, places))
    available, day = _when(built, source)
    ships, ships_on, shipment, early = _ships(built, place, source, available, day)
    share = order_shares(built, places, place, units, ships_on)
    off = keeps_off(built, place, ships - available, share)
    return PegColumns(place, source, units, locked, available, ships, off, share, shipment, early)


def _soft(built: Built, places: Ints) -> tuple[Ints, Ints, Ints]:
    """Cut each line's interval of its product's axis at the ends of the segments."""
    place = places[built.shares.kept[places] > 0]
    product, end = built.ranked.product[place], built.axes.global_end
    begins = built.axes.origin[product] + built.shares.start[place]
    finishes = begins + built.shares.kept[place]
    first = np.searchsorted(end, begins, side="right")
    count = np.searchsorted(end, finishes, side="left") - first + 1
    owner = np.repeat(np.arange(place.size), count)
    segment = np.arange(owner.size) - np.repeat(np.cumsum(count) - count - first, count)
    low = np.where(segment > 0, end[segment - 1], 0)
    units = np.minimum(end[segment], finishes[owner]) - np.maximum(low, begins[owner])
    return place[owner], built.axes.source[segment], units


def _with_locks(
    built: Built, places: Ints, soft: tuple[Ints, Ints, Ints]
) -> tuple[Ints, Ints, Ints, Ints]:
    """Add the locked units: one row for a place and a source, in supply order."""
    theirs = among(built.locked.place, places)
    if not theirs.any():
        return (*soft, np.zeros_like(soft[0]))
    locked = [column[theirs] for column in _columns(built)]
    place, source, units = (np.concatenate(pair) for pair in zip(soft, locked, strict=True))
    fixed = np.concatenate((np.zeros_like(soft[2]), locked[2]))
    available, _ = _when(built, source)
    s = np.lexsort((_turn(built, source), available, place))
    place, source, units, fixed = place[s], source[s], units[s], fixed[s]
    new = np.ones(place.size, dtype=np.bool_)
    new[1:] = (place[1:] != place[:-1]) | (source[1:] != source[:-1])
    at = np.flatnonzero(new)
    return place[at], source[at], np.add.reduceat(units, at), np.add.reduceat(fixed, at)


def _columns(built: Built) -> tuple[Ints, Ints, Ints]:
    return built.locked.place, built.locked.source, built.locked.units


def _of_inbound(column: Ints, source: Ints, otherwise: Ints | int) -> Ints:
    if not column.size:
        return np.broadcast_to(np.asarray(otherwise, dtype=np.int64), source.shape)
    return np.where(source < 0, otherwise, column[np.maximum(source, 0)])


def _when(built: Built, source: Ints) -> tuple[Ints, Ints]:
    """Return when each source's units are there, and the site's day of that."""
    available = _of_inbound(built.pools.available, source, built.now.as_of)
    return available, _of_inbound(built.pools.day, source, built.now.today)


def _turn(built: Built, source: Ints) -> Ints:
    return _of_inbound(built.pools.turn, source, source)


def _ships(
    built: Built, place: Ints, source: Ints, available: Ints, day: Ints
) -> tuple[Ints, Ints, Ints, Flags]:
    """Return when and on which day each peg ships, with which others, and whether before the last.

    Without a limit a unit ships at its own time, as does one in the building that joins a shipment
    already open.  Else each of the first k - 1 days ships at its latest time, the rest at the last.
    """
    owner = built.ranked.owner[place]
    limit = built.demand.limit[owner]
    rows = np.flatnonzero((limit != NO_LIMIT) & ~(built.demand.grows[owner] & (source < 0)))
    ships, ships_on = available.copy(), day.copy()
    early = np.ones(available.size, dtype=np.bool_)
    shipment = np.full(available.size, ALONE, dtype=np.int64)
    if rows.size:
        rows = rows[np.lexsort((available[rows], day[rows], owner[rows]))]
        ends, group = last_of_runs(owner[rows], day[rows])
        order_ends, order = last_of_runs(owner[rows])
        nth = group - np.concatenate(([0], group[order_ends[:-1]] + 1))[order]
        early[rows] = nth < limit[rows] - 1
        last = np.where(early[rows], ends[group], order_ends[order])
        ships[rows], ships_on[rows] = available[rows][last], day[rows][last]
        shipment[rows] = last
    return ships, ships_on, shipment, early
