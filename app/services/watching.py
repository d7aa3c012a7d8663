"""Has any station written since?  Cheap enough to ask every few seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.desk import Desk


def newest_fact(known: int, desk: Desk) -> int:
    """Return the sequence of the newest fact, ``known`` where nothing came after it."""
    with desk.store.read(desk.stamp()) as work:
        return work.plans.news(known)[1]
