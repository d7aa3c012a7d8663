"""What Receive shows of a receipt before it is closed: what differs, and why.  Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.texts import osd as words
from app.texts import screen
from ui.models.action import CLOSE, GO_ON, PRINT_OSD, REOPEN
from ui.models.band import BandKind, BandState
from ui.models.receive import ReceiveScene
from ui.models.work import Mark, Queue, QueueRow
from ui.words import LEAVE

if TYPE_CHECKING:
    from datetime import tzinfo

    from app.domain.osd import OsdLine
    from app.services.osd import Osd


def review_scene(found: Osd, zone: tzinfo, said: str = "") -> ReceiveScene:
    """Show the lines that differ, the gravest first; ``said`` is what has just happened."""
    total = words.total_words(found.totals, tolerant=found.tolerance.given)
    rows = tuple(_row(line) for line in sorted(found.differing, key=_gravity))
    title = screen("review_of", number=found.asn.number)
    empty = words.say("nothing_differs")
    queue = Queue(title, screen("review_note", what=total) if total else "", rows, empty)
    outcome, how = screen("review"), screen("review_how")
    if found.closed:
        outcome, how = screen("review_final"), _verdict(found, zone)
    band = BandState(BandKind.NEXT, said or outcome, how)
    actions = (GO_ON, PRINT_OSD, REOPEN if found.closed else CLOSE)
    return ReceiveScene(band, queue=queue, actions=actions)


def _verdict(found: Osd, zone: tzinfo) -> str:
    """Say when the receipt was closed and by whom, "" where nobody did."""
    if not found.verdicts:
        return ""
    last = found.verdicts[-1]
    at = f"{last.at.astimezone(zone):%Y-%m-%d %H:%M}"
    return screen("review_how_final", verdict=words.say(last.kind, time=at, by=last.by))


def _gravity(line: OsdLine) -> int:
    """Rank what is short (or still missing) first, then over, damaged, wrong."""
    over = line.over and not line.unexpected
    kinds = (line.short or line.to_come, over, line.damaged, line.unexpected, True)
    return next(rank for rank, found in enumerate(kinds) if found)


def why_scene(found: Osd, line: str) -> ReceiveScene:
    """Ask why a line is not as announced."""
    number = screen("asn_line", asn=found.asn.number, line=line)
    rows = tuple(QueueRow(key, reason, "") for key, reason in words.REASONS.items())
    queue = Queue(screen("why_of", line=number), screen("why_note"), rows)
    band = BandState(BandKind.NEXT, screen("why_of", line=number), screen("why_note"))
    return ReceiveScene(band, queue=queue, actions=(replace(GO_ON, label=LEAVE),))


def _row(line: OsdLine) -> QueueRow:
    said = words.line_words(line)
    why = [remark.reason or remark.photo for remark in line.remarks]
    about = " · ".join((line.sku, line.name, *why[-1:]))
    amount = screen("units_of", done=line.received, wanted=line.expected)
    gone = line.damaged or line.short or line.unexpected or line.over
    mark = Mark("warn" if gone else "info", "rule", said) if said else None
    return QueueRow(line.line, about, amount, mark)
