"""The sweep's presenter: a lane, its units, and what is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.services.lanes import lane_map
from app.services.sweep_views import sweep_view
from app.services.sweeping import SweepingRoom, open_sweep
from ui.presenters import sweep_scene
from ui.presenters.floor import FloorPresenter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.services.desk import Desk
    from app.services.sweep_views import SweepView
    from ui.floor_thread import FloorThread
    from ui.models.pick import PickScene


class SweepPresenter(FloorPresenter):
    """Sweep: a lane, scanned unit by unit, beside what should stand in it."""

    def __init__(self, desk: Desk, floor: FloorThread) -> None:
        super().__init__(desk, floor, SweepingRoom())

    def open_job(self, number: str) -> Mapping[str, Any]:
        """Claim the sweep."""
        return open_sweep(number, self.desk)

    def read_queue(self) -> Any:
        """Read the lanes."""
        return lane_map(self.desk)

    def read_view(self, number: str) -> SweepView:
        """Read the sweep as it stands."""
        return sweep_view(number, self.desk)

    def queue_scene(self, rows: Any) -> PickScene:
        """Show the lanes."""
        return sweep_scene.queue_scene(rows)

    def make_scene(self, answer: Mapping[str, Any] | None, view: SweepView) -> PickScene:
        """Show what the last scan was, and what is still to scan."""
        return sweep_scene.sweep_scene(answer, view)

    def seen(self) -> None:
        """Acknowledge what was said, or leave a sweep that is closed."""
        if self._last is not None and "closed_at" in self._last:
            self.leave()
        else:
            super().seen()
