"""Check on Receive: what differs, why, the sheet, and opening a closed receipt again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.errors import RefusedError
from app.services.opening import reopen_receiving
from app.services.osd import osd, remark_on
from app.services.receiving import ReceivingRoom
from app.texts.osd import REASONS
from ui.models.action import Ask
from ui.presenters import osd_scene
from ui.presenters.floor import FloorPresenter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import tzinfo

    from app.domain.scan import Scan
    from app.services.desk import Desk
    from app.services.osd import Osd
    from ui.floor_thread import FloorThread

REVIEWS = frozenset({Ask.REVIEW, Ask.PRINT_OSD})


class ReviewPresenter(FloorPresenter):
    """A receipt looked at before, and after, it is closed; the next scan counts as usual."""

    def __init__(
        self,
        desk: Desk,
        floor: FloorThread,
        zone: Callable[[], tzinfo],
        print_osd: Callable[[str], str] | None = None,
    ) -> None:
        """Take what prints the sheet of a receipt and says so, None where nothing does."""
        super().__init__(desk, floor, ReceivingRoom())
        self._zone, self._print_osd = zone, print_osd
        self._reviews = False
        self._line: str | None = None

    def ask(self, what: str) -> None:
        """Show what differs so far, print it, or open a closed receipt again."""
        if what in REVIEWS:
            self._review(printed=what == Ask.PRINT_OSD)
        elif what == Ask.REOPEN:
            number = self.number or ""
            self.floor.submit(
                lambda: reopen_receiving(number, self.desk), self._reopened, self._failed
            )
        else:
            super().ask(what)

    def take(self, scan: Scan) -> None:
        """Handle a scan of the receipt: nothing is asked any more."""
        self._reviews, self._line = False, None
        super().take(scan)

    def refresh(self) -> None:
        """Show how things stand: what differs is left as it is."""
        self._reviews, self._line = False, None
        super().refresh()

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
        found, said = result
        self._reviews, self._line = True, None
        self.scene.emit(osd_scene.review_scene(found, self._zone(), said))

    def _ask_why(self, asked: tuple[Osd, str]) -> None:
        if self._reviews:
            self._line = asked[1]
            self.scene.emit(osd_scene.why_scene(*asked))

    def _remarked(self, found: Osd) -> None:
        self.changed.emit()
        self._show_review((found, ""))

    def _reopened(self, opened: Mapping[str, Any]) -> None:
        self.changed.emit()
        self._opened((opened, str(opened["number"])))
