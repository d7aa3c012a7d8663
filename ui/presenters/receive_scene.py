"""What Receive shows for an answer and the receipt as it stands.  Pure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from app.domain.dock import GONE, HERE
from app.domain.scan import Outcome
from app.texts import screen
from app.texts.difference import freed_sentence
from app.texts.losing import loses_sentence
from app.texts.osd import REASONS, WHY
from ui.models.action import (
    CLOSED_ACTIONS,
    PHOTO,
    RECEIVE_ACTIONS,
    REOPEN,
    SEEN,
    TEACH,
    TRUCK_ACTIONS,
    UNDO,
    Action,
)
from ui.models.counts import Count
from ui.models.receive import LineCounts, ReceiveAnswer, ReceiveScene, Share, Why
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


def queue_scene(slots: Sequence[Slot], *, untold: bool = False) -> ReceiveScene:
    """Show the trucks that can be unloaded, best first; ``untold`` without what they bring."""
    rows = tuple(_row(slot, untold=untold) for slot in slots)
    queue = Queue(screen("which_truck"), screen("which_truck_note"), rows, screen("no_trucks"))
    return ReceiveScene(ready("scan_asn"), queue=queue, actions=TRUCK_ACTIONS)


def _row(slot: Slot, *, untold: bool) -> QueueRow:
    truck = slot.truck
    amount = "" if untold else screen("units", units=truck.units)
    if truck.received and not untold:
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
        return _finished(view) if view.asn.status == "closed" else _waiting(view)
    counts = _counts(view, _line_of(view, answer))
    band = band_of(answer, screen("next_item"))
    if not accepted(answer):
        received = sum(line.received for line in view.asn.lines)
        unknown = answer["outcome"] == Outcome.UNKNOWN_BARCODE
        actions = (UNDO, TEACH, SEEN) if unknown else (UNDO, SEEN)
        if view.asn.status == "closed":
            actions = (REOPEN, SEEN)
        return ReceiveScene(band, notice=refusal(answer, received), counts=counts, actions=actions)
    if answer.get("short") is not None:
        notice = _closed(view, answer)
        return ReceiveScene(band, notice=notice, counts=counts, actions=CLOSED_ACTIONS)
    if answer["disposition"]:
        shown = _answer(answer, view)
        return ReceiveScene(band, answer=shown, counts=counts, why=why_of(answer))
    said = Notice("info", "task_alt", answer["message"], screen("next_item"))
    return ReceiveScene(band, notice=said, counts=counts, actions=RECEIVE_ACTIONS)


def why_of(answer: Mapping[str, Any]) -> Why | None:
    """Ask why units are damaged, over or not announced; None where they are as they should be."""
    if any(way["to"] == "quarantine" for way in answer["disposition"]):
        kind = "damaged"
    elif answer.get("blind") or not answer.get("over"):
        return None
    elif answer["expected"] == 0:
        kind = "unexpected"
    elif answer.get("beyond"):
        kind = "over"
    else:
        return None
    reasons = tuple(_reason(key) for key in WHY[kind])
    return Why(screen(f"why_{kind}"), (*reasons, PHOTO))


def _reason(key: str) -> Action:
    label = screen("why_key", key=key, reason=REASONS[key])
    return Action(f"CMD-REASON-{key}", label, key=f"Ctrl+{key}")


def noted_in(answer: Mapping[str, Any] | None) -> str:
    """Return the reason, or the picture's name, that an answer noted, "" for any other."""
    if answer is None or not accepted(answer):
        return ""
    return answer.get("reason") or PurePath(answer.get("photo") or "").name


def noted_scene(
    counted: Mapping[str, Any], answer: Mapping[str, Any], noted: Sequence[str], view: ReceiptView
) -> ReceiveScene:
    """Show what was counted still, and what has been ``noted`` of it; ``answer`` is the newest."""
    scene = receive_scene(counted, view)
    why = Why(screen("why_said", what=", ".join(noted)), (PHOTO,))
    return replace(scene, band=band_of(answer, screen("next_item")), why=why)


def _waiting(view: ReceiptView) -> ReceiveScene:
    begun = any(line.received for line in view.asn.lines)
    first, how = ("next_item", "go_on_receipt") if begun else ("scan_item", "start_receipt")
    notice = Notice(
        "info",
        "barcode_scanner",
        screen(first),
        screen(how, number=view.asn.number),
        rest=screen("to_come", units=view.asn.remaining) if _told_missing(view) else "",
    )
    return ReceiveScene(ready(first), notice=notice, counts=_counts(view, None))


def _told_missing(view: ReceiptView) -> bool:
    return view.asn.remaining > 0 and not view.untold


def _finished(view: ReceiptView) -> ReceiveScene:
    """Show a closed receipt that was opened to be looked at."""
    answer = {"short": view.asn.remaining, "blind": view.asn.blind}
    band = ready("scan_asn")
    counts = _counts(view, None)
    return ReceiveScene(band, notice=_closed(view, answer), counts=counts, actions=CLOSED_ACTIONS)


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
    changed = screen("receipt_short", units=short) if short else screen("receipt_whole")
    return Notice(
        "warn" if short else "ok",
        "task_alt",
        screen("asn_done"),
        screen("receipt_closed", number=view.asn.number),
        changed=screen("receipt_blind") if answer.get("blind") else changed,
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
    untold = view.untold or view.asn.blind
    of = screen("counted_so_far") if untold else screen("received_of", expected=expected)
    over = Count(str(sum(part.over for part in lines)), screen("over"))
    return LineCounts(
        title,
        f"{view.asn.supplier}{door}".removeprefix(" · "),
        "" if untold else _to_come(view, missing),
        (
            Count(str(received), of),
            Count(str(crossed), screen("to_lanes"), "ok"),
            Count(str(received - crossed - damaged), screen("to_shelves"), "info"),
            *(() if untold else (over,)),
            Count(str(damaged), screen("damaged"), "warn" if damaged else ""),
        ),
    )
