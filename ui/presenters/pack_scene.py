"""What Pack shows for an answer and the shipment as it stands.  Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.scan import Outcome
from app.texts import screen
from app.texts.substitutes import in_place_of
from app.texts.wording import few
from ui.models.action import (
    CLOSE,
    NEW_CARTON,
    OVERRIDE_ACTIONS,
    QUANTITY,
    QUEUE_ACTIONS,
    REOPEN,
    REPRINT,
    SEEN,
    TYPE_WEIGHT,
    UNDO,
    WEIGH,
)
from ui.models.pack import NextItem, PackScene, Slip, Verify, VerifyLine
from ui.models.work import Notice, Queue, QueueRow, StaysBehind
from ui.presenters.bands import accepted, band_of, ready
from ui.presenters.carton_scene import carton_of
from ui.presenters.notices import refusal, stopped
from ui.presenters.pick_scene import stays_behind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import tzinfo

    from app.services.job_views import LineView, PackView
    from ui.models.action import Action


def queue_scene(rows: Sequence[tuple[str, str, int]]) -> PackScene:
    """Show the shipments that wait to be packed: (order, customer, units to verify)."""
    shown = tuple(
        QueueRow(number, customer, screen("units", units=units)) for number, customer, units in rows
    )
    queue = Queue(screen("which_box"), screen("which_box_note"), shown, screen("no_boxes"))
    return PackScene(ready("scan_order"), queue=queue, actions=QUEUE_ACTIONS)


def pack_scene(
    answer: Mapping[str, Any] | None,
    view: PackView,
    zone: tzinfo,
    preview: bytes = b"",
    *,
    by_hand: bool = False,
) -> PackScene:
    """Show what to verify next, or that the shipment is closed; ``preview`` is its slip.

    ``by_hand``: no scale says what a carton weighs, a person does.
    """
    band = ready("scan_item") if answer is None else band_of(answer, screen("next_item"))
    scene = PackScene(
        band,
        title=view.order.number,
        about=_about(view),
        carton=carton_of(view.carton, by_hand=by_hand),
        slip=_slip(view, preview, closed=answer is not None and bool(answer.get("shipment"))),
        actions=_actions(answer, view, by_hand=by_hand),
    )
    notice = _notice(answer, view, preview)
    if notice is not None:
        return replace(scene, notice=notice)
    if answer is not None and not accepted(answer) and answer.get("missing"):
        return replace(scene, verify=_missing(view))
    return replace(scene, verify=_verify(view, zone))


def _about(view: PackView) -> str:
    """Say for whom it is, where it lies, and which other orders of theirs stand at packing."""
    parts = [view.order.customer]
    if view.totes:
        parts.append(screen("in_totes", totes=few(list(view.totes))))
    if view.beside:
        also = (
            screen("also_order", order=one.order, units=screen("units", units=one.units))
            for one in view.beside
        )
        parts.append(screen("also_here", orders=few(list(also))))
    return " · ".join(parts)


def _actions(
    answer: Mapping[str, Any] | None, view: PackView, *, by_hand: bool
) -> tuple[Action, ...]:
    if answer is not None and not accepted(answer):
        return OVERRIDE_ACTIONS if _may_override(answer) else (UNDO, SEEN)
    if answer is not None and answer.get("shipment"):
        return (REPRINT, REOPEN, replace(SEEN, label=screen("which_box"), icon="package_2"))
    close = CLOSE
    if view.remaining or not view.lines:
        words = screen("close_missing", units=view.remaining)
        if not view.lines:
            words = screen("nothing_in_box")
        close = replace(CLOSE, label=words, icon="lock", enabled=bool(view.lines), primary=False)
    return (UNDO, QUANTITY, NEW_CARTON, TYPE_WEIGHT if by_hand else WEIGH, close)


def _may_override(answer: Mapping[str, Any]) -> bool:
    """Tell whether a close was refused for what a supervisor may let go."""
    held = answer.get("missing") or answer.get("held")
    return bool(held) and answer["outcome"] == Outcome.NOT_ALLOWED


def _notice(answer: Mapping[str, Any] | None, view: PackView, preview: bytes) -> Notice | None:
    if not view.order.workable:
        return stopped(view.order)
    if answer is not None and not accepted(answer):
        if answer.get("missing"):
            return None
        return refusal(answer, sum(line.done for line in view.lines))
    if answer is not None and answer.get("shipment"):
        said = screen("shipped_reason", number=answer["shipment"])
        how = screen("slip_printed" if preview else "slip_waits")
        changed = screen("slip_is", how=how)
        return Notice("ok", "task_alt", screen("shipped"), said, changed=changed)
    if not view.lines:
        said = screen("nothing_in_box_reason", number=view.order.number)
        return Notice("info", "package_2", screen("nothing_in_box"), said)
    return None


def _verify(view: PackView, zone: tzinfo) -> Verify:
    done = sum(line.done for line in view.lines)
    wanted = sum(line.wanted for line in view.lines)
    open_ = [line for line in view.lines if line.done < line.wanted]
    return Verify(
        screen("verify"),
        screen("verified_of", done=done, wanted=wanted),
        _next(open_[0]) if open_ else None,
        tuple(
            VerifyLine(line.name or line.sku, _sku(line), line.done, line.wanted)
            for line in sorted(view.lines, key=lambda line: line.done >= line.wanted)
        ),
        stays_behind(view.stays, zone),
    )


def _missing(view: PackView) -> Verify:
    """Name what keeps the shipment open, line by line, and nothing else."""
    return Verify(
        screen("missing_at_close"),
        screen("units", units=view.remaining),
        None,
        tuple(
            VerifyLine(line.name or line.sku, _sku(line), line.done, line.wanted)
            for line in view.lines
            if line.done < line.wanted
        ),
        StaysBehind(screen("override_why"), ()),
    )


def _next(line: LineView) -> NextItem:
    return NextItem(
        screen("more", units=line.wanted - line.done),
        f"{line.done} / {line.wanted}",
        line.name or line.sku,
        _sku(line),
    )


def _sku(line: LineView) -> str:
    """Return the SKU, and in place of what it is there."""
    return f"{line.sku} {in_place_of(line.instead_of)}".strip()


def _slip(view: PackView, preview: bytes, *, closed: bool) -> Slip:
    """Show the slip of the shipment in hand, or of the one that has just been closed."""
    ordinal = view.ordinal - closed
    strong = screen("shipment_n", ordinal=ordinal)
    if view.limit is not None:
        strong = screen("shipment_of", ordinal=ordinal, limit=max(view.limit, ordinal))
    note = screen("slip_printed") if preview else screen("slip_waits" if closed else "slip_prints")
    return Slip(screen("slip"), "", strong, (note,), preview)
