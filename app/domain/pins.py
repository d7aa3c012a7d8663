"""Pins that can never be served again: which of them free themselves.  Pure.

Source: the floor's rules, "The cross-dock plan": a lock holds never more than is open or there.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Pinned:
    """Units (each, > 0) of one source that are pinned to an order line.

    ``open`` counts what the line still waits for; ``gone``: its order is cancelled, its truck is
    closed, cancelled or did not come, or either line is another product's by now.  ``asn`` is
    None for stock.  ``newest`` orders pins by age, the newest highest.
    """

    order: str
    line: str
    order_line_id: int
    product_id: int
    sku: str
    units: int
    inbound_line_id: int | None
    asn: str | None
    newest: int
    open: int
    gone: bool = False


def left_behind(pins: Iterable[Pinned]) -> tuple[Pinned, ...]:
    """Return what must be freed of pins, all those of their order lines being given.

    Those that are gone go whole; of the others as many units as exceed what the line waits for,
    the newest first.
    """
    by_line: dict[int, list[Pinned]] = defaultdict(list)
    for pin in pins:
        by_line[pin.order_line_id].append(pin)
    return tuple(freed for mine in by_line.values() for freed in _of_line(mine))


def _of_line(pins: list[Pinned]) -> Iterable[Pinned]:
    yield from (pin for pin in pins if pin.gone)
    alive = sorted((pin for pin in pins if not pin.gone), key=lambda pin: -pin.newest)
    surplus = sum(pin.units for pin in alive) - max(0, pins[0].open)
    for pin in alive:
        if surplus <= 0:
            return
        units = min(surplus, pin.units)
        yield replace(pin, units=units)
        surplus -= units


def freed_json(pin: Pinned) -> dict[str, Any]:
    """Return a freed pin as every answer names it; ``asn`` is null for stock."""
    return {
        "order": pin.order,
        "line": pin.line,
        "sku": pin.sku,
        "quantity": pin.units,
        "asn": pin.asn,
    }
