"""The site of the sample, and the moment at which its day is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.sample.day import MOMENT, TIME_ZONE, Day

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime


def sample_moment(day: date) -> datetime:
    """Return the middle of that day's morning, 10:42 at the site, aware and in UTC."""
    return Day(day).instant(0, MOMENT)


def sample_settings() -> Mapping[str, str]:
    """Return the sample site's settings, to be applied before its files are read."""
    return {
        "time_zone": TIME_ZONE,
        "site_name": "Harbour Road Distribution",
        "site_address": "14 Harbour Road, Unit 3 · 2030 Antwerp, Belgium",
        "contact": "help@harbourroad.example",
        "default_policy": "ship_as_available",
        "crew_size": "12",
        "units_per_person_hour": "120",
    }
