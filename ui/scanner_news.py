"""What scanners tell besides codes: half codes, stale ones, reads taken for one, a keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.layouts import as_scanned
from app.texts import screen

if TYPE_CHECKING:
    from app.domain.device import Link
    from app.domain.layouts import Layout
    from app.domain.scan import Scan

COUNT, MAP = "CMD-COUNT", "CMD-DONE"


class ScannerNews(QObject):
    """Says each of them, and keeps what can still be done about it.

    ``asked(sentence, action)`` is a question that stays until it is answered or put away ("" then),
    ``counted`` a scan that counts after all, ``layout_chosen`` a keyboard to map, ``refused`` what
    a person must scan again, with what explains it, ``said`` good news.
    """

    asked = Signal(str, str)
    counted = Signal(object)
    layout_chosen = Signal(str)
    refused = Signal(str, str)
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._repeats: list[Scan] = []
        self._layout: Layout | None = None

    def hear(self, link: Link, time: str) -> None:
        """Tell what is news of a link; ``time`` is the wall time as shown, to the minute."""
        if link.dropped_bytes:
            self.refused.emit(screen("half_code", device=link.device), "")
        if link.stale_codes:
            text = screen("stale_codes", codes=link.stale_codes, time=time)
            self.refused.emit(text, screen("stale_codes_about", device=link.device))
        if link.repeated is not None:
            self._repeats.append(link.repeated)
            self._ask()
        if link.typed_on is not None:
            self._tell_layout(link.typed_on, is_mapped=link.is_mapped)

    def takes(self, scan: Scan) -> bool:
        """Whether a scan is the answer to the question that is asked; then it is done."""
        code = scan.text.upper()
        if self._layout is not None and MAP in (code, as_scanned(scan.text, self._layout).upper()):
            self._map(self._layout)
        elif self._repeats and code == COUNT:
            self._count()
        else:
            return False
        self._ask()
        return True

    def act(self) -> None:
        """Do what is asked: count one more of what was read twice, or map the keyboard."""
        if self._layout is not None:
            self._map(self._layout)
        elif self._repeats:
            self._count()
        self._ask()

    def _map(self, layout: Layout) -> None:
        self._layout = None
        self.layout_chosen.emit(layout.value)

    def _count(self) -> None:
        self.counted.emit(self._repeats.pop())

    def tell_mapped(self, layout: str) -> None:
        """Say that codes are read on another keyboard from now on."""
        self.said.emit(screen("keys_mapped", layout=screen(f"layout_{layout}")))

    def put_away(self) -> None:
        """Ask no more: it was seen, or its place is no longer in front."""
        self._repeats.clear()
        self._layout = None
        self._ask()

    def _tell_layout(self, layout: Layout, *, is_mapped: bool) -> None:
        self._layout = None if is_mapped else layout
        if is_mapped:
            self.said.emit(screen("keys_right", layout=screen(f"layout_{layout}")))
        self._ask()

    def _ask(self) -> None:
        if self._layout is not None:
            text = screen("keys_wrong", layout=screen(f"layout_{self._layout}"))
            self.asked.emit(text, screen("map_it"))
        elif self._repeats:
            code = self._repeats[-1].text
            reads = 1 + sum(scan.text == code for scan in self._repeats)
            self.asked.emit(screen("read_twice", reads=reads, code=code), screen("count_it"))
        else:
            self.asked.emit("", "")
