"""Trucks that never came: the clock notes them once the site's patience is over."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.appointments import overdue
from app.domain.board import FACT_OF, INBOUND
from app.domain.dock import DockEvent
from app.domain.errors import RefusedError
from app.services.freeing import free_left_behind
from app.services.trucks import find_visit, untell

if TYPE_CHECKING:
    from app.dock_store import Visit
    from app.services.desk import Desk
    from app.work import Work

CLOCK = "clock"  # who notes it


def note_no_shows(desk: Desk) -> tuple[str, ...]:
    """Note a no-show of every truck that is overdue; return their numbers.

    A late arrival or a new time revives it; one that a person took back is not noted again for
    the same window.  Does nothing where the setting ``no_show_after`` is none.  No-shows noted by
    a clock that had jumped ahead are taken back, except where somebody has the slot by now.
    """
    _take_back_what_is_ahead(desk)
    with desk.store.read(desk.stamp()) as work:
        if not work.settings.no_show_after or not _overdue(work):
            return ()
    with desk.store.work(replace(desk.stamp(), actor=CLOCK)) as work:
        missing = _overdue(work)
        for visit in missing:
            fact = work.fact(FACT_OF[visit.direction], visit.number, {"event": "no_show"})
            work.visits.say(fact, visit, DockEvent(0, "no_show", work.stamp.at))
            if visit.direction == INBOUND:
                free_left_behind(work, fact, work.pins.beside([visit.id]))
        work.commit()
    return tuple(visit.number for visit in missing)


def _take_back_what_is_ahead(desk: Desk) -> None:
    """Await again whom the clock missed at an instant that has not come yet."""
    with desk.store.read(desk.stamp()) as work:
        ahead = work.visits.missed_ahead(CLOCK, work.stamp.at)
    for visit in ahead:
        with suppress(RefusedError), desk.store.work(replace(desk.stamp(), actor=CLOCK)) as work:
            untell(work, visit)
            awaited = find_visit(work, visit.direction, visit.number)
            event = DockEvent(0, "estimate", awaited.state.expected_at)
            fact = work.fact(FACT_OF[visit.direction], visit.number, {"event": event.kind})
            work.visits.say(fact, awaited, event)  # or its window would be forgiven for good
            work.commit()


def _overdue(work: Work) -> list[Visit]:
    patience = work.settings.no_show_after
    return [
        visit for visit in work.visits.awaited() if overdue(visit.state, patience, work.stamp.at)
    ]
