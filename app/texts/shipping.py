"""What an order's shipments wait for, and why an order starves, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.texts.wording import fill, instant_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from app.domain.plan.boxes import Box
    from app.domain.plan.lacking import Lack, Starving

MOST_NAMED: Final = 3
LACKS: Final[Mapping[str, str]] = {
    "stockout": "{units} {sku} (cannot be backordered: decide)",
    "outranked": "{units} {sku} ({order} is served first)",
    "outside_horizon": "{units} {sku} ({asn}, {at}, beyond the horizon)",
    "no_supply": "{units} {sku} (no date)",
}
COMING: Final = "{units} {sku} on {asn}, {at}"
BOXES: Final[Mapping[str, str]] = {
    "held": "Waits until the order is released.",
    "now": "Can go now.",
    "expected": "Waits for {parts}.",
    "unknown": "No date: lacks {parts}.",
    "more": "No date: lacks {parts}; {coming} come.",
    "nothing": "No date.",
}
STARVES: Final = "Ordered {days:days} ago: "
HERE: Final = "{here:units} of it {here:are} here and may not go"
PASSED: Final = "{passed:units} {passed:pass} it by to {orders}"
LACKING: Final = "it lacks {parts}"


def lack_words(lack: Lack, zone: ZoneInfo) -> str:
    """Say what is lacking and when the next comes: "3 LAMP (no date)"."""
    at = instant_words(lack.expected_at, zone) if lack.expected_at else ""
    words = {"units": lack.units, "sku": lack.sku, "order": lack.order, "asn": lack.asn, "at": at}
    return fill(LACKS[lack.reason], words)


def box_sentence(box: Box, zone: ZoneInfo, *, held: bool) -> str:
    """Say when a shipment goes, and what it waits for."""
    lacks = _few([lack_words(lack, zone) for lack in box.lacks])
    coming = _few(
        [
            fill(
                COMING,
                {
                    "units": part.units,
                    "sku": part.sku,
                    "asn": part.asn,
                    "at": instant_words(part.expected_at, zone),
                },
            )
            for part in box.coming
        ]
    )
    if held:
        return BOXES["held"]
    if box.when != "unknown":
        return fill(BOXES[box.when], {"parts": coming})
    key = "more" if lacks and coming else "unknown" if lacks else "nothing"
    return fill(BOXES[key], {"parts": lacks, "coming": coming})


def starving_sentence(one: Starving, as_of: datetime, zone: ZoneInfo) -> str:
    """Say for how long an order waits, what of it is there or passes it by, and what it lacks."""
    days = (as_of - one.facts.ordered_at).days
    parts = []
    if one.here:
        parts.append(fill(HERE, {"here": one.here}))
    if one.passed:
        parts.append(fill(PASSED, {"passed": one.passed, "orders": _few(list(one.passed_to))}))
    lacks = _few([lack_words(lack, zone) for lack in one.lacks])
    parts.append(fill(LACKING, {"parts": lacks}))
    return fill(STARVES, {"days": days}) + "; ".join(parts) + "."


def _few(parts: list[str]) -> str:
    more = len(parts) - MOST_NAMED
    return ", ".join(parts[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
