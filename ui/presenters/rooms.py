"""The three floor screens' presenters: which service they call and which scene they show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.errors import RefusedError
from app.domain.feedback import Heard
from app.services.job_views import (
    PackView,
    ReceiptView,
    box_queue,
    pack_view,
    receipt_queue,
    receipt_view,
)
from app.services.opening import open_receiving
from app.services.osd import osd, remark_on
from app.services.packing import PackingRoom, open_packing
from app.services.receiving import ReceivingRoom
from app.services.teaching import learn
from app.texts.osd import REASONS
from ui.models.action import Ask
from ui.presenters import osd_scene, pack_scene, receive_scene
from ui.presenters.floor import FloorPresenter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import tzinfo

    from app.domain.scan import Scan
    from app.services.desk import Desk
    from app.services.osd import Osd
    from ui.floor_thread import FloorThread
    from ui.models.pack import PackScene
    from ui.models.receive import ReceiveScene


class ReceivePresenter(FloorPresenter):
    """Receive: an ASN, its items, where each goes."""

    def __init__(
        self, desk: Desk, floor: FloorThread, print_osd: Callable[[str], str] | None = None
    ) -> None:
        """Take what prints the sheet of a receipt and says so, None where nothing does."""
        super().__init__(desk, floor, ReceivingRoom())
        self._unknown: str | None = None
        self._print_osd = print_osd
        self._reviews = False
        self._line: str | None = None

    def ask(self, what: str) -> None:
        """Teach the unknown code that was scanned last: the next scan says which product it is.

        Or show what differs so far, or print it.
        """
        if what in (Ask.REVIEW, Ask.PRINT_OSD):
            self._review(printed=what == Ask.PRINT_OSD)
            return
        if what != Ask.TEACH or self._last is None:
            super().ask(what)
            return
        self._unknown = str(self._last["scan"])
        self.scene.emit(receive_scene.teach_scene(self._unknown))

    def take(self, scan: Scan) -> None:
        """Handle a scan of the receipt, or the answer to which product a code is."""
        self._reviews, self._line = False, None
        if self._unknown is None:
            super().take(scan)
            return
        code, self._unknown = self._unknown, None
        if scan.text.upper() == "CMD-CANCEL":
            self.seen()
            return

        def work() -> Mapping[str, Any]:
            learnt = learn(code, scan.text, self.desk)
            self.hear(scan, Heard.ACCEPTED)
            return learnt

        self.floor.submit(work, self._learnt, self._failed)

    def seen(self) -> None:
        """Acknowledge a refusal, leave a code untaught, or what differs as it is."""
        self._unknown = self._line = None
        self._reviews = False
        super().seen()

    def choose(self, number: str) -> None:
        """Open a truck; of what differs say why a line does, then why."""
        asn, line = self.number or "", self._line
        if not self._reviews:
            super().choose(number)
        elif line is None:
            self.floor.submit(lambda: (osd(asn, self.desk), number), self._ask_why, self._failed)
        else:
            self._line = None
            reason = REASONS[number]
            self.floor.submit(
                lambda: remark_on(asn, line, reason, "", self.desk), self._remarked, self._failed
            )

    def _review(self, *, printed: bool) -> None:
        asn, make = self.number or "", self._print_osd

        def work() -> tuple[Osd, str]:
            try:
                said = make(asn) if printed and make is not None else ""
            except (OSError, LookupError) as error:  # no room for the file, or no font
                raise RefusedError("sheet_not_drawn", detail=str(error)) from error
            return osd(asn, self.desk), said

        self.floor.submit(work, self._show_review, self._failed)

    def _show_review(self, result: tuple[Osd, str]) -> None:
        self._reviews, self._line = True, None
        self.scene.emit(osd_scene.review_scene(*result))

    def _ask_why(self, asked: tuple[Osd, str]) -> None:
        if self._reviews:
            self._line = asked[1]
            self.scene.emit(osd_scene.why_scene(*asked))

    def _remarked(self, found: Osd) -> None:
        self.changed.emit()
        self._show_review((found, ""))

    def _learnt(self, _said: Mapping[str, Any]) -> None:
        self.changed.emit()
        self.seen()

    def open_job(self, number: str) -> Mapping[str, Any]:
        """Claim the receipt."""
        return open_receiving(number, self.desk)

    def read_queue(self) -> Any:
        """Read the trucks that can be unloaded."""
        return receipt_queue(self.desk)

    def read_view(self, number: str) -> ReceiptView:
        """Read the receipt as it stands."""
        return receipt_view(number, self.desk)

    def queue_scene(self, rows: Any) -> ReceiveScene:
        """Show the queue."""
        return receive_scene.queue_scene(rows)

    def make_scene(self, answer: Mapping[str, Any] | None, view: ReceiptView) -> ReceiveScene:
        """Show the answer."""
        return receive_scene.receive_scene(answer, view)


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
        return pack_scene.queue_scene(rows)

    def make_scene(self, answer: Mapping[str, Any] | None, view: PackView) -> PackScene:
        """Show what to verify, or that it is shipped."""
        return pack_scene.pack_scene(answer, view, self._zone(), self._preview)

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
