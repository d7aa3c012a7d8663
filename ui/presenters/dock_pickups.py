"""What Dock says of a pickup: when its goods are ready.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.texts import screen
from ui.models.dock import BlockNote

if TYPE_CHECKING:
    from datetime import tzinfo

    from app.domain.pickups import Forecast


def pickup_note(forecast: Forecast | None, zone: tzinfo) -> BlockNote | None:
    """Return when all that leaves with a pickup is ready, in whole minutes before its cut-off.

    It warns where that is too late; None where nothing is foreseen to leave with it.
    """
    if forecast is None or forecast.at is None or forecast.spare_minutes is None:
        return None
    time, spare = f"{forecast.at.astimezone(zone):%H:%M}", forecast.spare_minutes
    short = screen("ready_at", time=time)
    if spare < 0:
        return BlockNote(screen("ready_late", time=time, minutes=-spare), "warn", "warning", short)
    return BlockNote(screen("ready_by", time=time, minutes=spare), "out", "schedule", short)
