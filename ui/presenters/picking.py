"""Pick: an order, a put-back or a count, one instruction at a time; whose job it is, asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.feedback import Heard
from app.services.claiming import held_by
from app.services.cluster_picking import ClusterRoom
from app.services.cluster_views import ClusterView, cluster_view
from app.services.clusters import open_one
from app.services.counting import CountingRoom, CountView, count_view, open_count, places_to_count
from app.services.job_views import pick_view
from app.services.pick_jobs import (
    CLUSTER,
    COUNT,
    PICK,
    PUT_BACK,
    PutBackView,
    job_of,
    put_back_view,
)
from app.services.pick_queue import MOST_ROWS, pick_queue
from app.services.picking import PickingRoom, open_picking
from app.services.put_back import PutBackRoom, open_put_back
from ui.models.action import Ask
from ui.presenters import cluster_scene, pick_queue_scene, pick_scene, put_back_scene
from ui.presenters.choosing import Choosing
from ui.presenters.floor import FloorPresenter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import tzinfo

    from app.domain.scan import Scan
    from app.services.desk import Desk
    from app.services.turns import Room
    from ui.floor_thread import FloorThread
    from ui.models.pick import PickScene


class Job(NamedTuple):
    """One of the picker's jobs: its kind, and the number of its order or place."""

    kind: str
    number: str


ROOMS: Mapping[str, Callable[[], Room]] = {
    PICK: PickingRoom,
    PUT_BACK: PutBackRoom,
    COUNT: CountingRoom,
    CLUSTER: ClusterRoom,
}
OPENINGS = {PICK: open_picking, PUT_BACK: open_put_back, COUNT: open_count, CLUSTER: open_one}


class PickPresenter(FloorPresenter):
    """Pick: what can go now, what goes back, what is to be counted."""

    def __init__(self, desk: Desk, floor: FloorThread, zone: Callable[[], tzinfo]) -> None:
        super().__init__(desk, floor, PickingRoom())
        self._zone = zone
        self._kind = PICK
        self._rows: Mapping[str, Job] = {}
        self._asked: Job | None = None
        self._by_cut_off = False
        self._choosing = Choosing(self, self._cluster_begun, self._failed)

    def choose(self, number: str) -> None:
        """Open the job of a chosen row, or choose its order for a cluster, or not after all."""
        if self._choosing.chosen is None:
            self._begin(self._rows.get(number), number)
        else:
            self._choosing.turn(number)

    def open(self, number: str, scan: Scan | None = None) -> None:
        """Take the job that a number means; a job that somebody has is asked about first.

        The same number once more, scanned or pressed, takes it over.
        """
        if self._choosing.chosen is not None:
            self._choosing.choose(number, scan)
            return
        asked = self._asked
        sure = asked is not None and asked.number == number
        self._begin(asked if sure else None, number, scan, sure=sure)

    def begin(self, scan: Scan) -> bool:
        """Choose the orders of a cluster, or start it, where the scan says so."""
        return self._choosing.begin(scan)

    def _begin(
        self, job: Job | None, number: str, scan: Scan | None = None, *, sure: bool = False
    ) -> None:
        desk = self.desk
        self._asked = None

        def work() -> tuple[Job, Mapping[str, Any] | None, Mapping[str, Any] | None]:
            wanted = job or Job(job_of(number, desk), number)
            held = None if sure else held_by(*wanted, desk)
            opened = None if held else OPENINGS[wanted.kind](wanted.number, desk)
            if scan is not None:
                self.hear(scan, Heard.ACCEPTED)
            return wanted, opened, held

        self.floor.submit(work, self._begun, self._failed)

    def _begun(
        self, result: tuple[Job, Mapping[str, Any] | None, Mapping[str, Any] | None]
    ) -> None:
        job, opened, held = result
        if opened is None:
            self._asked, self.number = job, None
            self.scene.emit(pick_queue_scene.ask_scene(held or {}))
            return
        self._choosing.chosen = None
        self._kind, self.room = job.kind, ROOMS[job.kind]()
        self._opened((opened, job.number))

    def _cluster_begun(self, opened: Mapping[str, Any]) -> None:
        self._begun((Job(CLUSTER, str(opened["number"])), opened, None))

    def take(self, scan: Scan) -> None:
        """Handle a scan; a stopped order's own number opens its put-back."""
        stopped = self._kind == PICK and bool(getattr(self._view, "back", 0))
        if stopped and scan.text.strip() == self.number:
            self._put_back(scan)
        else:
            super().take(scan)

    def ask(self, what: str) -> None:
        """Put back, take over, or sort the queue another way."""
        if what == Ask.PUT_BACK:
            self._put_back()
        elif what == Ask.TAKE_OVER and self._asked is not None:
            self._begin(self._asked, self._asked.number, sure=True)
        elif what == Ask.SORT:
            self._by_cut_off = not self._by_cut_off
            self.refresh()
        else:
            super().ask(what)

    def _put_back(self, scan: Scan | None = None) -> None:
        if self.number is not None:
            self._begin(Job(PUT_BACK, self.number), self.number, scan)

    def seen(self) -> None:
        """Acknowledge a refusal, leave a colleague's job alone, or a count that is closed."""
        self._asked = self._choosing.chosen = None
        if self._last is not None and "closed_at" in self._last:
            self.leave()
        else:
            super().seen()

    def leave(self) -> None:
        """Go back to the queue."""
        self._asked = self._choosing.chosen = None
        super().leave()

    def _show_queue(self, rows: Any) -> None:
        """Show the queue, unless somebody's job is asked about."""
        if self._asked is None:
            super()._show_queue(rows)

    def read_queue(self) -> Any:
        """Read what can be picked now, what goes back, what is to be counted."""
        return pick_queue(self.desk, MOST_ROWS), places_to_count(self.desk)

    def read_view(self, number: str) -> Any:
        """Read the job as it stands."""
        views: Mapping[str, Callable[[str, Desk], Any]] = {
            PICK: pick_view,
            PUT_BACK: put_back_view,
            COUNT: count_view,
            CLUSTER: cluster_view,
        }
        return views[self._kind](number, self.desk)

    def queue_scene(self, rows: Any) -> PickScene:
        """Show what can be done."""
        scene, jobs = pick_queue_scene.queue_scene(*rows, by_cut_off=self._by_cut_off)
        self._rows = {shown: Job(*job) for shown, job in jobs.items()}
        orders = [shown for shown, job in self._rows.items() if job.kind == PICK]
        return self._choosing.shown(scene, orders)

    def make_scene(self, answer: Mapping[str, Any] | None, view: Any) -> PickScene:
        """Show the one thing to do now, by what was read: the job may have changed since."""
        if isinstance(view, PutBackView):
            return put_back_scene.put_back_scene(answer, view)
        if isinstance(view, ClusterView):
            return cluster_scene.cluster_scene(answer, view)
        if isinstance(view, CountView):
            return put_back_scene.count_scene(answer, view)
        return pick_scene.pick_scene(answer, view, self._zone())
