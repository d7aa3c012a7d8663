"""What the lane map and the sweep of a lane say besides answers to scans."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.texts.wording import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "sweep": "Sweep",
    "which_lane": "Which lane?",
    "which_lane_note": "Scan its barcode, or choose it here.",
    "no_lanes": "This site has no lanes. Import locations of the kind staging.",
    "scan_lane": "Scan a lane, or choose one below.",
    "scan_lane_first": "Scan the lane’s own barcode.",
    "lane_free": "Free",
    "swept_of": "{seen} scanned, {left} to go",
    "still_to_scan": "Not scanned yet",
    "scan_it": "SCAN {lane}",
    "scan_on": "SCAN ON",
    "scan_all": "Then every unit that stands in it.",
    "is_right": "RIGHT: {units}",
    "not_right": "NOT RIGHT: {units}",
    "is_missing": "MISSING: {units}",
    "is_swept": "{lane} SWEPT",
}
HOUR = timedelta(hours=1)


def age(span: timedelta) -> str:
    """Say how long something stands: ``45 min``, ``5 h``, ``3 d``."""
    if span < HOUR:
        return fill("{minutes} min", {"minutes": span // timedelta(minutes=1)})
    hours = span // HOUR
    return f"{hours} h" if hours < 48 else f"{hours // 24} d"


def too_long(span: timedelta) -> str:
    """Say that something stands too long, and how long."""
    return f"Too long: {age(span)}"
