"""A pickup's note on the board: when its goods are ready, and how that is to its cut-off."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.pickups import Forecast, Part, Pickup, Ready
from ui.icons import ICONS
from ui.presenters.dock_pickups import pickup_note

NINE = datetime(2026, 3, 4, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def forecast(*minutes: float, cut_off: int = 165) -> Forecast:
    """Return a pickup with a cut-off so many minutes after nine, and parts ready so late."""
    pickup = Pickup("P-1", "Corvane", NINE + cut_off * MINUTE, NINE + cut_off * MINUTE)
    ready = [Ready(Part("SO-1", "", NINE, 5), NINE + late * MINUTE) for late in minutes]
    return Forecast(pickup, tuple(ready))


@pytest.mark.parametrize(
    ("minutes", "text", "state"),
    [
        ((30, 140), "ready by 11:20 · 25 spare", "out"),
        ((165,), "ready by 11:45 · 0 spare", "out"),
        ((30, 185), "ready 12:05 · 20 late", "warn"),
        ((165.01,), "ready 11:45 · 1 late", "warn"),
    ],
)
def test_the_last_of_it_counts(minutes: tuple[float, ...], text: str, state: str) -> None:
    note = pickup_note(forecast(*minutes), UTC)
    assert note is not None
    assert (note.text, note.state) == (text, state)
    assert note.icon in ICONS


def test_it_is_told_in_the_sites_time() -> None:
    note = pickup_note(forecast(140), ZoneInfo("Europe/Brussels"))
    assert note is not None
    assert note.text == "ready by 12:20 · 25 spare"


@pytest.mark.parametrize("nothing", [None, forecast()])
def test_where_nothing_leaves_there_is_no_note(nothing: Forecast | None) -> None:
    assert pickup_note(nothing, UTC) is None
