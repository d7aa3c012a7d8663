"""What Pick's queue shows: what goes, goes back, is to be counted; and whose a job is.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.instants import LATEST
from app.services.pick_jobs import CLUSTER, COUNT, PICK, PUT_BACK
from app.texts import screen
from app.texts.wording import day_words
from ui.models.action import LEAVE, PICK_QUEUE_ACTIONS, TAKE_OVER
from ui.models.pick import PickScene
from ui.models.work import Mark, Notice, Queue, QueueRow
from ui.presenters.bands import ready

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import tzinfo

    from app.domain.cluster import Cluster
    from app.pick_store import CountCall
    from app.services.pick_queue import Going, GoingBack, PickQueue

    Rows = dict[str, tuple[str, str]]


def queue_scene(
    queue: PickQueue, calls: Sequence[CountCall], *, by_cut_off: bool = False
) -> tuple[PickScene, Rows]:
    """Show what can be done, put-backs first; also which job each row's number stands for."""
    going = list(queue.going)
    if by_cut_off:
        going.sort(key=lambda one: one.cut_off or LATEST)
    back = [(_back(one), (PUT_BACK, one.order.number)) for one in queue.back]
    picks = [(_going(one, queue.zone), (PICK, one.row.order)) for one in going]
    counts = {call.location: call for call in reversed(calls)}
    places = [(_count(call), (COUNT, call.location)) for call in reversed(counts.values())]
    begun = [(_cluster(*one), (CLUSTER, one[0].number)) for one in queue.clusters]
    rows = [*back, *begun, *picks, *places]
    note = screen("by_cut_off_note" if by_cut_off else "which_order_note")
    if places:
        note = screen("counts_below", note=note, places=len(places))
    shown = tuple(row for row, _ in rows)
    told = Queue(screen("which_order"), note, shown, screen("no_orders"))
    scene = PickScene(ready("scan_order"), queue=told, actions=PICK_QUEUE_ACTIONS)
    return scene, {row.number: job for row, job in rows}


def _going(one: Going, zone: tzinfo) -> QueueRow:
    row, about = one.row, [one.order.customer]
    if one.cut_off is not None:
        about.append(screen("cut_off_at", time=f"{one.cut_off.astimezone(zone):%H:%M}"))
    about.append(screen(f"goes_{one.policy}"))
    mark = Mark("ok", "done_all", screen("whole"))
    if row.stays_backordered:
        mark = Mark("warn", "call_split", _behind(one, zone))
    return QueueRow(row.order, " · ".join(about), screen("units", units=row.units), mark)


def _behind(one: Going, zone: tzinfo) -> str:
    units = one.row.stays_backordered
    if one.later is None:
        return screen("partial", units=units)
    return screen("partial_until", units=units, day=day_words(one.later.astimezone(zone)))


def _back(one: GoingBack) -> QueueRow:
    state, icon = ("bad", "cancel") if one.why == "cancelled" else ("warn", "front_hand")
    mark = Mark(state, icon, screen(f"back_{one.why}"))
    number = screen("put_back_row", number=one.order.number)
    return QueueRow(number, one.order.customer, screen("units", units=one.units), mark)


def _cluster(cluster: Cluster, units: int) -> QueueRow:
    number = screen("cluster_row", number=cluster.number)
    mark = Mark("info", "inbox", screen("cluster_going_on"))
    return QueueRow(number, " · ".join(cluster.orders), screen("units", units=units), mark)


def _count(call: CountCall) -> QueueRow:
    why = screen(f"reason_{call.reason or 'unsaid'}" if call.kind == "short" else "not_empty_said")
    number = screen("count_row", number=call.location)
    return QueueRow(number, call.sku, "", Mark("info", "rule", why))


def ask_scene(held: Mapping[str, Any]) -> PickScene:
    """Ask whether to take over what another station has; scanning it again says yes."""
    reason = screen("colleague_has", **held)
    notice = Notice(
        "warn",
        "front_hand",
        screen("taken_by", station=held["station"]),
        reason,
        advice=screen("take_over_how", number=held["number"]),
    )
    return PickScene(
        ready("take_over_ask"),
        title=str(held["number"]),
        notice=notice,
        actions=(LEAVE, TAKE_OVER),
    )
