"""How a booked appointment reads in Dock's history.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.texts import screen

if TYPE_CHECKING:
    from datetime import tzinfo

    from app.services.booking import Wish
    from ui.models.appointment import Draft


def told_words(draft: Draft, before: Draft | None, wish: Wish, zone: tzinfo) -> str:
    """Return what was booked, or that something of a truck was changed."""
    number = draft.number
    if wish.weeks:
        return screen("booked_weeks", number=number, weeks=wish.weeks)
    if wish.start is None and (before is None or draft.door == before.door):
        return screen("changed_details", number=number)
    time = f"{wish.start.astimezone(zone):%H:%M}" if wish.start else draft.start
    if wish.request:
        return screen("requested_at", number=number, time=time)
    if not draft.door:
        return screen("booked_yard", number=number, time=time)
    return screen("booked_at", number=number, door=wish.door or draft.door, time=time)
