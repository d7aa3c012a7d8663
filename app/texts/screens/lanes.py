"""What the lane map and the sweep of a lane say besides answers to scans."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.texts.wording import fill, weekday_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

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
    "lanes_filled": "{filled} of {lanes} lanes filled",
    "lanes_units": "{units:units} for {orders:orders}, {late} of the lanes too long",
    "purpose_cross_dock": "Cross-dock lanes",
    "purpose_outbound": "Outbound staging",
    "purpose_": "Lanes for both",
    "purpose_note": "{filled} of {lanes} filled",
    "age_fresh": "Fresh: {age}",
    "age_soon": "Due soon: {age}",
    "age_too_long": "Too long: {age}",
    "loose": "{units:units} for nobody",
    "lane_is_free": "Nothing stands here.",
    "in_lane_since": "{units:units} since {since}",
    "came_on": "came on {asns}",
    "open_pick": "Pick {order}",
}
WAITS: Mapping[str, str] = {
    "whole": "{order} complete, pick it",
    "part": "{pickable} can go now, {stays} {stays:stay} behind",
    "held": "on hold",
    "coming": "waits for {units} {sku} on {asn}, {at}",
    "no_date": "waits for {units} {sku}, no date yet",
    "rest": "waits for the rest of its order",
}
HOUR = timedelta(hours=1)


def waits_sentence(
    *,
    order: str,
    pickable: int,
    stays: int,
    held: bool,
    units: int,
    sku: str,
    asn: str,
    at: datetime | None,
) -> str:
    """Say what an order in a lane waits for; ``at`` is at the site, without a full stop."""
    told = {"order": order, "pickable": pickable, "stays": stays, "units": units, "sku": sku}
    if held:
        name = "held"
    elif pickable:
        name = "part" if stays else "whole"
    elif at is not None:
        return fill(WAITS["coming"], {**told, "asn": asn, "at": f"{weekday_words(at)} {at:%H:%M}"})
    else:
        name = "no_date" if units else "rest"
    return fill(WAITS[name], told)


def age(span: timedelta) -> str:
    """Say how long something stands: ``45 min``, ``5 h``, ``3 d``."""
    if span < HOUR:
        return fill("{minutes} min", {"minutes": span // timedelta(minutes=1)})
    hours = span // HOUR
    return f"{hours} h" if hours < 48 else f"{hours // 24} d"


def too_long(span: timedelta) -> str:
    """Say that something stands too long, and how long."""
    return fill(SENTENCES["age_too_long"], {"age": age(span)})
