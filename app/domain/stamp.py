"""Who did something, where and when: what every fact carries besides its sequence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

DEFAULT_SITE = "MAIN"
LOCAL_SUPERVISOR = "supervisor"
DEFAULT_STATION = "station-1"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Instant (aware, UTC), actor, station and site of a fact."""

    at: datetime
    actor: str = LOCAL_SUPERVISOR
    station: str = DEFAULT_STATION
    site: str = DEFAULT_SITE
