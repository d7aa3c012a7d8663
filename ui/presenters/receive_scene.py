"""What Receive shows for an answer and the receipt as it stands.  Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.dock import GONE, HERE
from app.domain.scan import Outcome
from app.texts import screen
from app.texts.difference import freed_sentence
from app.texts.losing import loses_sentence
from ui.models.action import QUEUE_ACTIONS, RECEIVE_ACTIONS, SEEN, TEACH, TYPE_CODE, UNDO
from ui.models.band import BandKind, BandState
from ui.models.counts import Count
from ui.models.receive import LineCounts, ReceiveAnswer, ReceiveScene, Share
from ui.models.work import Mark, Notice, Queue, QueueRow
from ui.presenters.bands import accepted, band_of, ready
from ui.presenters.notices import refusal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.board import Slot
    from app.domain.inbound import AsnLine
    from app.services.job_views import ReceiptView

MOST_SHARES = 3
WAYS = {
    "cross_dock": ("ok", "swap_horiz", "cross_dock"),
    "put_away": ("info", "shelves", "put_away"),
    "quarantine": ("warn", "broken_image", "quarantine"),
}


def queue_scene(slots: Sequence[Slot]) -> ReceiveScene:
    """Show the trucks that can be unloaded, best first."""
    rows = tuple(_row(slot) for slot in slots)
    queue = Queue(screen("which_truck"), screen("which_truck_note"), rows, screen("no_trucks"))
    return ReceiveScene(ready("scan_asn"), queue=queue, actions=QUEUE_ACTIONS)


def _row(slot: Slot) -> QueueRow:
    truck = slot.truck
    amount = screen("units", units=truck.units)
    if truck.received:
        amount = screen("units_of", done=truck.received, wanted=truck.units)
    where = screen("door", door=truck.state.door) if truck.state.door else _where(slot)
    mark = None
    if slot.orders:
        name = "serves_late" if slot.late_orders else "serves"
        state, icon = ("bad", "alarm") if slot.late_orders else ("ok", "swap_horiz")
        said = screen(
            name, units=slot.cross_dock_units, orders=len(slot.orders), late=len(slot.late_orders)
        )
        mark = Mark(state, icon, said)
    return QueueRow(truck.asn, f"{truck.carrier or truck.supplier} · {where}", amount, mark)


def _where(slot: Slot) -> str:
    if slot.truck.state.status in HERE:
        return screen("in_yard")
    return screen("late") if slot.late_by is not None else screen("scheduled").lower()


def receive_scene(answer: Mapping[str, Any] | None, view: ReceiptView) -> ReceiveScene:
    """Show the last answer of a receipt, or that it waits for its first item."""
    if answer is None:
        return _waiting(view)
    counts = _counts(view, _line_of(view, answer))
    band = band_of(answer, screen("next_item"))
    if not accepted(answer):
        received = sum(line.received for line in view.asn.lines)
        unknown = answer["outcome"] == Outcome.UNKNOWN_BARCODE
        actions = (UNDO, TEACH, SEEN) if unknown else (UNDO, SEEN)
        return ReceiveScene(band, notice=refusal(answer, received), counts=counts, actions=actions)
    if answer.get("short") is not None:
        return ReceiveScene(band, notice=_closed(view, answer), counts=counts)
    if answer["disposition"]:
        return ReceiveScene(band, answer=_answer(answer, view), counts=counts)
    said = Notice("info", "task_alt", answer["message"], screen("next_item"))
    return ReceiveScene(band, notice=said, counts=counts, actions=RECEIVE_ACTIONS)


def teach_scene(code: str) -> ReceiveScene:
    """Ask which product an unknown code is; the next scan, or a typed SKU, says it."""
    band = BandState(BandKind.NEXT, screen("teach_which"), screen("teach_how"), code=code)
    notice = Notice(
        "info",
        "school",
        screen("teach_which"),
        screen("teach_how"),
        code=code,
        advice=screen("teach_leave"),
    )
    return ReceiveScene(
        band, notice=notice, actions=(TYPE_CODE, replace(SEEN, label=screen("leave_it")))
    )


def _waiting(view: ReceiptView) -> ReceiveScene:
    number = view.asn.number
    notice = Notice(
        "info",
        "barcode_scanner",
        screen("scan_item"),
        screen("start_receipt", number=number),
        rest=screen("to_come", units=view.asn.remaining) if view.asn.remaining else "",
    )
    return ReceiveScene(ready("scan_item"), notice=notice, counts=_counts(view, None))


def _answer(answer: Mapping[str, Any], view: ReceiptView) -> ReceiveAnswer:
    ways = answer["disposition"]
    shown = ways if len(ways) <= MOST_SHARES else ways[: MOST_SHARES - 1]
    reasons = answer.get("shelf_reasons", {})
    shares = tuple(
        _share(way, reasons.get(way.get("location"), ""), split=len(ways) > 1) for way in shown
    )
    if len(shown) < len(ways):
        shares = (*shares, _others(ways[len(shown) :]))
    name = next((line.name for line in view.lines if line.sku == answer["sku"]), "")
    return ReceiveAnswer(shares, name or answer["sku"], answer["sku"])


def _others(ways: Sequence[Mapping[str, Any]]) -> Share:
    """Name what has no row of its own: every place, with its units."""
    places = [f"{way.get('lane') or way.get('location') or '–'} {way['quantity']}" for way in ways]
    units = screen("units", units=sum(way["quantity"] for way in ways))
    more = screen("more_places", places=len(ways))
    return Share("warn", "call_split", more, more, ", ".join(places), units=units)


def _share(way: Mapping[str, Any], reason: str, *, split: bool) -> Share:
    state, icon, kind = WAYS[way["to"]]
    units = screen("units", units=way["quantity"]) if split else ""
    if way["to"] == "cross_dock":
        note = "" if split else screen("units", units=way["quantity"])
        place = way["lane"] or screen("no_lane")
        return Share(state, icon, screen(kind), place, way["order"], note, units=units)
    line = screen("damaged_line" if way["to"] == "quarantine" else "put_away_line")
    if reason:
        line = screen(f"shelf_{reason}")
    place = way["location"] or screen("no_place")
    said = f"{screen('units', units=way['quantity'])} · {line}"
    return Share(state, icon, screen(kind), place, line="" if split else said, units=units)


def _closed(view: ReceiptView, answer: Mapping[str, Any]) -> Notice:
    short = answer["short"]
    return Notice(
        "warn" if short else "ok",
        "task_alt",
        screen("asn_done"),
        screen("receipt_closed", number=view.asn.number),
        changed=screen("receipt_short", units=short) if short else screen("receipt_whole"),
        rest=freed_sentence(answer.get("freed", ())),
        advice=loses_sentence(answer),
    )


def _line_of(view: ReceiptView, answer: Mapping[str, Any]) -> AsnLine | None:
    return next((line for line in view.asn.lines if line.line == answer.get("line")), None)


def _to_come(view: ReceiptView, missing: int) -> str:
    if not missing:
        return screen("all_there")
    return screen("was_short" if view.asn.status in GONE else "to_come", units=missing)


def _counts(view: ReceiptView, line: AsnLine | None) -> LineCounts:
    lines = view.asn.lines if line is None else (line,)
    expected = sum(part.expected for part in lines)
    received = sum(part.received for part in lines)
    crossed = sum(part.crossed for part in lines)
    damaged = sum(part.damaged for part in lines)
    missing = sum(part.missing for part in lines)
    title = view.asn.number
    if line is not None:
        title = screen("asn_line", asn=view.asn.number, line=line.line)
    door = f" · {screen('door', door=view.asn.door)}" if view.asn.door else ""
    return LineCounts(
        title,
        f"{view.asn.supplier}{door}",
        _to_come(view, missing),
        (
            Count(str(received), screen("received_of", expected=expected)),
            Count(str(crossed), screen("to_lanes"), "ok"),
            Count(str(received - crossed - damaged), screen("to_shelves"), "info"),
            Count(str(sum(part.over for part in lines)), screen("over")),
            Count(str(damaged), screen("damaged"), "warn" if damaged else ""),
        ),
    )
