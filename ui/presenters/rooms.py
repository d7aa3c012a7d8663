"""Pack: which service it calls and which scene it shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.services.job_views import (
    PackView,
    box_queue,
    pack_view,
)
from app.services.packing import PackingRoom, open_packing
from ui.models.action import Ask
from ui.presenters import pack_scene
from ui.presenters.floor import FloorPresenter
from ui.presenters.printers_scene import pack_queue

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import tzinfo

    from app.domain.printing import Queued
    from app.services.desk import Desk
    from ui.floor_thread import FloorThread
    from ui.models.pack import PackScene, PrintQueue


class PackPresenter(FloorPresenter):
    """Pack: a shipment, verified and closed; ``paper`` prints its slip after the commit.

    ``reprint`` prints a copy.
    """

    def __init__(
        self,
        desk: Desk,
        floor: FloorThread,
        zone: Callable[[], tzinfo],
        paper: Callable[[str], str],
        reprint: Callable[[str], object],
    ) -> None:
        super().__init__(desk, floor, PackingRoom())
        self._reprint = reprint
        self._zone = zone
        self._paper = paper
        self._preview = ""
        self._papers: PrintQueue | None = None

    def show_papers(self, queue: Sequence[Queued]) -> None:
        """Show what the printer of this station does not print."""
        shown = pack_queue(queue, self.desk.station)
        if shown != self._papers:
            self._papers = shown
            if self._view is not None and self.number is not None:
                self.scene.emit(self.make_scene(self._last, self._view))

    def open_job(self, number: str) -> Mapping[str, Any]:
        """Claim the shipment."""
        self._preview = ""
        return open_packing(number, self.desk)

    def read_queue(self) -> Any:
        """Read the shipments that wait."""
        return box_queue(self.desk)

    def read_view(self, number: str) -> PackView:
        """Read the shipment as it stands."""
        return pack_view(number, self.desk)

    def queue_scene(self, rows: Any) -> PackScene:
        """Show the queue."""
        return replace(pack_scene.queue_scene(rows), printer=self._papers)

    def make_scene(self, answer: Mapping[str, Any] | None, view: PackView) -> PackScene:
        """Show what to verify, or that it is shipped."""
        scene = pack_scene.pack_scene(answer, view, self._zone(), self._preview)
        return replace(scene, printer=self._papers)

    def after_commit(self, answer: Mapping[str, Any]) -> None:
        """Print the slip of a shipment that has just closed; its preview is a picture's path."""
        if shipment := answer.get("shipment"):
            self._preview = self._paper(shipment)

    def ask(self, what: str) -> None:
        """Print the slip of the shipment just closed once more, as a copy."""
        shipment = self._last.get("shipment") if self._last else None
        if what != Ask.REPRINT or shipment is None:
            super().ask(what)
            return
        self.floor.submit(
            lambda: self._reprint(shipment), lambda _: self.changed.emit(), self._failed
        )

    def seen(self) -> None:
        """Acknowledge a refusal, or leave a shipment that is closed."""
        if self._last is not None and self._last.get("shipment"):
            self.leave()
        else:
            super().seen()
