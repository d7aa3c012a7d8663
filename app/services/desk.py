"""Where somebody works: the store, the clock, the plan, and who stands there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.stamp import DEFAULT_SITE, DEFAULT_STATION, LOCAL_SUPERVISOR, Stamp

if TYPE_CHECKING:
    from app.ports import Clock
    from app.services.planning import Planner
    from app.work import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """All that a use case is handed; one per station and process."""

    store: Store
    clock: Clock
    planner: Planner
    actor: str = LOCAL_SUPERVISOR
    station: str = DEFAULT_STATION
    site: str = DEFAULT_SITE

    def stamp(self) -> Stamp:
        """Return who, where and the clock's instant now."""
        return Stamp(self.clock.now(), self.actor, self.station, self.site)
