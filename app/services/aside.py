"""Where damaged units go, from whichever job."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from app.domain.goods import Kind

if TYPE_CHECKING:
    from app.domain.goods import Location
    from app.services.turns import Turn

NAME = "QUARANTINE"


def quarantine(turn: Turn) -> Location:
    """Return the first quarantine location; a site without one gets one."""
    places = turn.work.places
    if known := places.of_kind(Kind.QUARANTINE):
        return known[0]
    codes = (NAME if number == 1 else f"{NAME}-{number}" for number in count(1))
    code = next(code for code in codes if places.by_code(code) is None)
    return places.add(turn.fact, code, Kind.QUARANTINE)
