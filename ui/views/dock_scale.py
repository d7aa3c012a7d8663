"""Where an instant, a door and a block stand on the board; pure arithmetic in px."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.models.dock import DockScene

DAY, SHIFT, HOUR = 0, 1, 2
PX_PER_HOUR = (55.0, 148.0, 420.0)
SNAP = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Scale:
    """Hours across: ``begins`` stands at 0, an hour is ``px_per_hour`` wide."""

    begins: datetime
    ends: datetime
    px_per_hour: float

    @property
    def width(self) -> float:
        """The whole board's width in px."""
        return self.x(self.ends)

    def x(self, at: datetime) -> float:
        """Where an aware instant stands, px; true time, also over a change of the clocks."""
        return (at.timestamp() - self.begins.timestamp()) / 3600 * self.px_per_hour

    def instant(self, x: float) -> datetime:
        """The instant at a place, in the board's zone."""
        seconds = self.begins.timestamp() + x / self.px_per_hour * 3600
        return datetime.fromtimestamp(seconds, self.begins.tzinfo)

    def after(self, at: datetime, seconds: float) -> datetime:
        """So many true seconds later, in the board's zone."""
        return datetime.fromtimestamp(at.timestamp() + seconds, self.begins.tzinfo)

    def later(self, at: datetime, quarters: int) -> datetime:
        """So many quarters of an hour later, on a full quarter."""
        return self.snapped(self.x(self.after(at, quarters * SNAP.total_seconds())), self.ends)

    def snapped(self, x: float, last: datetime | None = None) -> datetime:
        """The nearest quarter of an hour on the board, no later than ``last`` (a start's)."""
        steps = round(x / self.px_per_hour * 3600 / SNAP.total_seconds())
        seconds = self.begins.timestamp() + steps * SNAP.total_seconds()
        most = last.timestamp() if last else self.ends.timestamp() - SNAP.total_seconds()
        kept = min(max(seconds, self.begins.timestamp()), most)
        return datetime.fromtimestamp(kept, self.begins.tzinfo)

    def hours(self) -> list[datetime]:
        """Every full hour from the beginning to the end, in the board's zone."""
        first = self.begins.timestamp()
        count = int((self.ends.timestamp() - first) // 3600)
        return [
            datetime.fromtimestamp(first + hour * 3600, self.begins.tzinfo)
            for hour in range(count + 1)
        ]


def make_scale(scene: DockScene, zoom: int, room: float, text_zoom: float = 1.0) -> Scale:
    """The scale of a zoom (`DAY`, `SHIFT`, `HOUR`); wider with larger text, or to fill ``room``."""
    hours = max((scene.ends.timestamp() - scene.begins.timestamp()) / 3600, 1)
    return Scale(scene.begins, scene.ends, max(PX_PER_HOUR[zoom] * text_zoom, room / hours))
