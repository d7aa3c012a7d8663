"""Has any station written since?  Cheap enough to ask every few seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.desk import Desk


def newest_fact(known: int, desk: Desk) -> int:
    """Return the sequence of the newest fact, ``known`` where nothing came after it."""
    with desk.store.read(desk.stamp()) as work:
        return work.plans.news(known)[1]


def why_stopped(number: str, known: int, desk: Desk) -> tuple[int, str | None]:
    """Return the newest fact, and why nobody may work on an order now, "" where one may.

    The reason is None where nothing was written after ``known``, or where no order has that number.
    """
    with desk.store.read(desk.stamp()) as work:
        newest = work.plans.news(known)[1]
        order = None if newest == known else work.orders.find(number)
        return newest, None if order is None else order.why_not if not order.workable else ""
