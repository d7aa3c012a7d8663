"""What the sweep of a lane shows for an answer and the sweep as it stands.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.texts import screen
from app.texts.screens import lanes
from ui.models.action import QUEUE_ACTIONS, SEEN, SWEEP_ACTIONS, UNDO
from ui.models.pick import NextLine, PickScene
from ui.models.work import Mark, Notice, Queue, QueueRow
from ui.presenters.bands import accepted, band_of, ready
from ui.presenters.notices import refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.services.lanes import Lane, LaneMap
    from app.services.sweep_views import SweepView

MOST_NEXT = 6
TO_SCAN = frozenset({"missing", "moved"})


def queue_scene(found: LaneMap) -> PickScene:
    """Show the lanes in walking order: what stands in each, and whether too long."""
    rows = tuple(_lane(lane, found) for lane in found.lanes)
    queue = Queue(screen("which_lane"), screen("which_lane_note"), rows, screen("no_lanes"))
    return PickScene(ready("scan_lane"), queue=queue, actions=QUEUE_ACTIONS)


def _lane(lane: Lane, found: LaneMap) -> QueueRow:
    waits = lane.waits(found.as_of)
    mark = None
    if waits is not None and waits > found.most:
        mark = Mark("bad", "alarm", lanes.too_long(waits))
    orders = ", ".join(dict.fromkeys(one.standing.order for one in lane.orders))
    units = lane.units + lane.loose
    return QueueRow(
        lane.place.code, orders or screen("lane_free"), screen("units", units=units), mark
    )


def sweep_scene(answer: Mapping[str, Any] | None, view: SweepView) -> PickScene:
    """Show what the last scan was; beside it what nobody has scanned yet."""
    closed = answer is not None and "closed_at" in answer
    rest = "" if closed else screen("next_item")
    band = ready("scan_lane_first") if answer is None else band_of(answer, rest)
    seen = screen("swept_of", seen=view.counted, left=view.remaining)
    left = [row for row in view.rows if row["state"] in TO_SCAN]
    if answer is not None and closed:
        return PickScene(band, title=view.lane, notice=_closed(answer, view), actions=(SEEN,))
    refused = answer is not None and not accepted(answer)
    return PickScene(
        band,
        title=view.lane,
        about=seen,
        notice=_notice(answer, view),
        next_title=screen("still_to_scan") if left else "",
        next_note=screen("units", units=view.remaining) if left else "",
        next_lines=tuple(
            NextLine(row["sku"], row["order"] or "", f"×{row['quantity']}")
            for row in left[:MOST_NEXT]
        ),
        actions=(UNDO, SEEN) if refused else SWEEP_ACTIONS,
    )


def _notice(answer: Mapping[str, Any] | None, view: SweepView) -> Notice:
    if answer is None:
        return Notice(
            "info", "barcode_scanner", screen("scan_it", lane=view.lane), screen("scan_all")
        )
    if not accepted(answer):
        return refusal(answer, view.counted)
    if missing := answer.get("missing"):
        units = sum(row["quantity"] for row in missing)
        headline = screen("is_missing", units=units)
        return Notice("warn", "production_quantity_limits", headline, answer["message"])
    if answer.get("over"):
        headline = screen("not_right", units=answer["over"])
        says = " ".join(row["says"] for row in answer["found"] if row["state"] != "right")
        return Notice("warn", "warning", headline, says)
    if answer.get("found"):
        headline = screen("is_right", units=answer["quantity"])
        says = " ".join(row["says"] for row in answer["found"])
        return Notice("ok", "check_circle", headline, says)
    return Notice("info", "barcode_scanner", screen("scan_on"), answer["message"])


def _closed(answer: Mapping[str, Any], view: SweepView) -> Notice:
    wrong = [row for row in answer["rows"] if row["state"] != "right"]
    state, icon = ("warn", "warning") if wrong else ("ok", "task_alt")
    headline = screen("is_swept", lane=view.lane)
    return Notice(state, icon, headline, answer["message"])
