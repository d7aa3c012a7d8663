"""The site of the sample, and the moment at which its day is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.sample.day import MOMENT, TIME_ZONE, Day
from app.sample.trucks import FETCHES, OUT_DOOR
from app.sample.warehouse import DOORS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from app.sample.trucks import Fetch


def sample_moment(day: date) -> datetime:
    """Return the middle of that day's morning, 10:42 at the site, aware and in UTC."""
    return Day(day).instant(0, MOMENT)


def sample_doors() -> Mapping[str, str]:
    """Return what each door is for (in or out), by code."""
    codes = [f"D{door}" for door in range(1, DOORS + 1)]
    return {code: "out" if code == OUT_DOOR else "in" for code in codes}


def sample_pickups(day: date) -> tuple[tuple[Fetch, datetime], ...]:
    """Return that day's pickups with the instants at which they begin, aware and in UTC."""
    return tuple((fetch, Day(day).instant(0, fetch.clock)) for fetch in FETCHES)


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
