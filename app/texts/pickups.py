"""When a pickup's goods are ready, and which orders miss it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.texts.wording import few, fill

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from app.domain.pickups import Forecast, Missed


def missed_words(missed: Missed, zone: tzinfo) -> str:
    """Name the pickup that an order misses, as part of a sentence."""
    pickup, at = missed.pickup, _clock(missed.pickup.start, zone)
    if not pickup.carrier:
        return fill("misses pickup {number} at {at}", {"number": pickup.number, "at": at})
    return fill("misses the {at} pickup of {carrier}", {"at": at, "carrier": pickup.carrier})


def missed_sentence(missed: Missed, zone: tzinfo) -> str:
    """Say which pickup an order misses, when it is ready and what it waits for."""
    asns = missed.asns
    said = "{order} {misses}: it waits for {asns} and is ready at {at}."
    if not asns:
        said = "{order} {misses}: its turn to be picked comes late, it is ready at {at}."
    return fill(
        said,
        {
            "order": missed.order,
            "misses": missed_words(missed, zone),
            "asns": few(asns),
            "at": _clock(missed.last.at, zone),
        },
    )


def ready_sentence(forecast: Forecast, zone: tzinfo) -> str:
    """Say when all that leaves with a pickup is ready, and how that is to its cut-off."""
    at, spare = forecast.at, forecast.spare_minutes
    if at is None or spare is None:
        return "Nothing leaves with it."
    said = "{units:units} ready by {at}, {spare} min to spare."
    if spare < 0:
        said = "{units:units} ready by {at}, {late} min late: {missed:orders} {missed:miss} it."
    return fill(
        said,
        {
            "units": forecast.units,
            "at": _clock(at, zone),
            "spare": spare,
            "late": -spare,
            "missed": len(forecast.missed),
        },
    )


def _clock(instant: datetime, zone: tzinfo) -> str:
    return f"{instant.astimezone(zone):%H:%M}"
