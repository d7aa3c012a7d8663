"""Pack: which service it calls and which scene it shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.barcode import clean
from app.domain.command_scan import Command, CommandKind, read_command
from app.domain.device import LinkState
from app.domain.feedback import Heard
from app.domain.weighing import to_grams, why_no_weight
from app.services.job_views import (
    PackView,
    box_queue,
    pack_view,
)
from app.services.packing import PackingRoom, open_packing
from app.services.reopening import reopen_packing
from app.texts import screen, sentence
from ui.models.action import Ask
from ui.presenters import pack_scene
from ui.presenters.floor import FloorPresenter
from ui.presenters.printers_scene import pack_queue

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import tzinfo

    from app.domain.printing import Queued
    from app.domain.scan import Scan
    from app.domain.weighing import ScaleSight
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
        paper: Callable[[str], bytes],
        reprint: Callable[[str], object],
    ) -> None:
        super().__init__(desk, floor, PackingRoom())
        self._reprint = reprint
        self._zone = zone
        self._paper = paper
        self._preview = b""
        self._papers: PrintQueue | None = None
        self._sight: ScaleSight | None = None

    def show_papers(self, queue: Sequence[Queued]) -> None:
        """Show what the printer of this station does not print."""
        shown = pack_queue(queue, self.desk.station)
        if shown != self._papers:
            self._papers = shown
            self._show_again()

    def open_job(self, number: str) -> Mapping[str, Any]:
        """Claim the shipment."""
        self._preview = b""
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
        by_hand = not self._weighs
        scene = pack_scene.pack_scene(answer, view, self._zone(), self._preview, by_hand=by_hand)
        return replace(scene, printer=self._papers)

    def show_scale(self, sight: ScaleSight) -> None:
        """Know what the station's scale says; weighing takes it and never waits."""
        before = self._weighs
        self._sight = sight
        if self._weighs != before:
            self._show_again()

    @property
    def _weighs(self) -> bool:
        """Whether there is a scale; a person says the weight where there is none."""
        return self._sight is not None and self._sight.link is LinkState.CONNECTED

    def _show_again(self) -> None:
        if self._view is not None and self.number is not None:
            self.scene.emit(self.make_scene(self._last, self._view))

    def take(self, scan: Scan) -> None:
        """Handle a scan: another order of the customer goes on there, the scale is asked here."""
        code = clean(scan.text)
        if self._view is not None and code in {one.order for one in self._view.beside}:
            self.open(code, scan)
            return
        if read_command(code) == Command(CommandKind.WEIGHT) and self._sight is not None:
            if why := why_no_weight(self._sight):
                said = sentence("not_weighed", why=screen(f"not_weighed_{why}"))
                self.hear(scan, Heard.REFUSED)
                self.trouble.emit(said)
                return
            grams = to_grams(self._weight_mg())
            scan = replace(scan, text=Command(CommandKind.WEIGHT, max(grams, 0)).barcode)
        super().take(scan)

    def _weight_mg(self) -> int:
        reading = self._sight.reading if self._sight else None
        return (reading.weight_mg if reading else None) or 0

    def after_commit(self, answer: Mapping[str, Any]) -> None:
        """Print the slip of a shipment that has just closed; its preview is a picture."""
        if shipment := answer.get("shipment"):
            self._preview = self._paper(shipment)

    def ask(self, what: str) -> None:
        """Print the slip of the shipment just closed once more, as a copy, or open it again."""
        shipment = self._last.get("shipment") if self._last else None
        number = self.number
        if what == Ask.REOPEN and shipment is not None and number is not None:
            self._preview = b""
            self.floor.submit(
                lambda: (reopen_packing(number, self.desk), number), self._opened, self._failed
            )
            return
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
