"""What Receive shows of a receipt before it is closed: what differs, and why.  Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.texts import osd as words
from app.texts import screen
from ui.models.action import CLOSE, GO_ON, PRINT_OSD
from ui.models.band import BandKind, BandState
from ui.models.receive import ReceiveScene
from ui.models.work import Mark, Queue, QueueRow

if TYPE_CHECKING:
    from app.domain.osd import OsdLine
    from app.services.osd import Osd


def review_scene(found: Osd, said: str = "") -> ReceiveScene:
    """Show the lines that differ so far; ``said`` is what has just happened."""
    total = words.total_words(found.totals, tolerant=found.tolerance.given)
    rows = tuple(_row(line) for line in found.differing)
    band = BandState(BandKind.NEXT, said or screen("review"), screen("review_how"))
    title = screen("review_of", number=found.asn.number)
    empty = words.say("nothing_differs")
    queue = Queue(title, screen("review_note", what=total) if total else "", rows, empty)
    actions = (GO_ON, PRINT_OSD) if found.closed else (GO_ON, PRINT_OSD, CLOSE)
    return ReceiveScene(band, queue=queue, actions=actions)


def why_scene(found: Osd, line: str) -> ReceiveScene:
    """Ask why a line is not as announced."""
    number = screen("asn_line", asn=found.asn.number, line=line)
    rows = tuple(QueueRow(key, reason, "") for key, reason in words.REASONS.items())
    queue = Queue(screen("why_of", line=number), screen("why_note"), rows)
    band = BandState(BandKind.NEXT, screen("why_of", line=number), screen("review_how"))
    return ReceiveScene(band, queue=queue, actions=(replace(GO_ON, label=screen("leave_it")),))


def _row(line: OsdLine) -> QueueRow:
    said = words.line_words(line)
    why = [remark.reason or remark.photo for remark in line.remarks]
    about = " · ".join((line.sku, line.name, *why[-1:]))
    amount = screen("units_of", done=line.received, wanted=line.expected)
    gone = line.damaged or line.short or line.unexpected or line.over
    mark = Mark("warn" if gone else "info", "rule", said) if said else None
    return QueueRow(line.line, about, amount, mark)
