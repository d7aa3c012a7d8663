"""Pins that were left behind free themselves, by the fact that left them, and are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.pins import freed_json, left_behind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.pins import Pinned
    from app.work import Work

Freed = list[dict[str, Any]]


def free_left_behind(work: Work, fact: int, pins: Iterable[Pinned]) -> Freed:
    """Release those of ``pins`` that can never be served, and say which.

    The release hangs on ``fact``, so that what takes the fact back pins them again; each freed
    pin is a line of the journal besides.  ``pins`` are all those of their order lines.
    """
    freed = []
    for pin in left_behind(pins):
        place = (pin.order_line_id, pin.product_id)
        work.pins.pin(fact, *place, -pin.units, pin.inbound_line_id)
        told = freed_json(pin)
        work.fact("freed", pin.order, {**told, "by": fact})
        freed.append(told)
    return freed
