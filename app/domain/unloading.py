"""Which truck to unload next: the plan's ranking, relief per minute, and a supervisor's word. Pure.

*Relief* are the units (each) for late and due orders; what a minute at the door brings of it is
relief divided by the minutes that the truck still needs there.  Source: W. E. Smith, "Various
optimizers for single-stage production", Naval Research Logistics Quarterly 3 (1956), 59-66, theorem
3: on one machine the sum of weighted completion times is least where jobs go by descending weight
per processing time.  Here a truck is a job, its relief the weight, a door the machine.  The floor's
rules rank by units alone: where Smith's rule ranks otherwise, that is said, not done.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.appointments import MINUTE, length
from app.domain.clocks import unload_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from app.domain.dock import DockState
    from app.domain.plan.values import Unload
    from app.domain.settings import Settings


def door_minutes(state: DockState, now: datetime, settings: Settings) -> int:
    """Return how many minutes (> 0) a truck still needs of a door.

    It is the length of its window, else what its load needs, less what it has been unloaded for;
    one that overran its time, or is done, needs one minute more.
    """
    span = length(state.details, settings)
    if state.start_at is not None and state.end_at is not None:
        span = state.end_at - state.start_at
    begun = unload_start(state)
    if begun is not None:
        span = timedelta() if state.status == "done" else span - max(now - begun, timedelta())
    return max(-(-span // MINUTE), 1)


def unload_order(
    rows: Sequence[Unload],
    states: Mapping[int, DockState],
    now: datetime,
    settings: Settings,
) -> tuple[Unload, ...]:
    """Return the trucks as they are to be unloaded: the one order that every list shows.

    ``rows`` are in the order of the rules, ``states`` by the key of the inbound shipment.  Each
    place that a supervisor gave is kept, the one said last first; the others keep their order.
    """
    known = [_with_door(row, states.get(row.inbound_id), now, settings) for row in rows]
    by_relief = sorted(known, key=lambda row: (not row.arrived, -row.relief))
    relief_rank = {row.asn: rank for rank, row in enumerate(by_relief, 1)}
    order = [replace(row, rank_by_relief=relief_rank[row.asn]) for row in known]
    for row in _said_last_last(order):
        order.remove(row)
        order.insert(row.put.place - 1 if row.put else 0, row)
    return tuple(replace(row, rank=rank) for rank, row in enumerate(order, 1))


def _with_door(row: Unload, state: DockState | None, now: datetime, settings: Settings) -> Unload:
    row = replace(row, rank_by_rule=row.rank)
    if state is None:
        return row
    return replace(row, minutes=door_minutes(state, now, settings), put=state.put)


def _said_last_last(rows: Iterable[Unload]) -> list[Unload]:
    put = [row for row in rows if row.put is not None]
    return sorted(put, key=lambda row: row.put.said if row.put else 0)
