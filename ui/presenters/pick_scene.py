"""What Pick shows for an answer and the pick as it stands.  Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.scan import Outcome
from app.texts import screen
from app.texts.substitutes import in_place_of
from app.texts.wording import day_words, weekday_words
from ui.models.action import (
    DONE,
    EMPTY_ACTIONS,
    FOUND,
    PICK_ACTIONS,
    SEEN,
    SHORT_ACTIONS,
    STOPPED_ACTIONS,
    UNDO,
    Action,
)
from ui.models.pick import Instruction, NextLine, PickScene
from ui.models.work import Notice, StaysBehind
from ui.presenters.bands import accepted, band_of, ready
from ui.presenters.notices import refusal, stopped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import tzinfo

    from app.services.job_views import LineView, PickView, Waits

MOST_NEXT = 3
FINDABLE = frozenset({Outcome.NOT_AVAILABLE, Outcome.WRONG_LOCATION})
"""Outcomes after which a supervisor may say that the units lie there all the same."""


def pick_scene(answer: Mapping[str, Any] | None, view: PickView, zone: tzinfo) -> PickScene:
    """Show the one thing to do now; a refusal takes the place below the location."""
    order = view.order
    asked = (answer or {}).get("zero_check")
    rest = screen("empty_now", location=asked) if asked else screen("next_item")
    band = ready("scan_item") if answer is None else band_of(answer, rest)
    refused = answer is not None and not accepted(answer)
    scene = PickScene(
        band,
        title=order.number,
        about=f"{order.customer} · {_promise(view, zone)}",
        stays=stays_behind(view.stays, zone),
        actions=_actions(answer, view, refused=refused),
    )
    return _with_work(scene, answer if refused else None, view)


def _actions(
    answer: Mapping[str, Any] | None, view: PickView, *, refused: bool
) -> tuple[Action, ...]:
    """Return the buttons: what was just asked comes before what is always there."""
    if not view.order.workable:
        return STOPPED_ACTIONS if view.back else (SEEN, DONE)
    if answer is None:
        return PICK_ACTIONS
    if refused:
        may_find = answer["outcome"] in FINDABLE
        return (UNDO, FOUND, SEEN) if may_find else (UNDO, SEEN)
    if "elsewhere" in answer:
        return SHORT_ACTIONS
    return EMPTY_ACTIONS if "zero_check" in answer else PICK_ACTIONS


def _with_work(scene: PickScene, refused: Mapping[str, Any] | None, view: PickView) -> PickScene:
    notice = None if refused is None else refusal(refused, view.picked)
    if not view.order.workable:
        return replace(scene, notice=_stopped(view))
    if not view.steps:
        return replace(scene, notice=notice or _nothing_left(view))
    later = view.steps[1 : MOST_NEXT + 1]
    return replace(
        scene,
        instruction=_instruction(view.steps[0]),
        refusal=notice,
        next_title=screen("next_lines") if later else "",
        next_note=screen("line_of", steps=len(view.steps)),
        next_lines=tuple(NextLine(step.location, step.sku, f"×{step.wanted}") for step in later),
    )


def _stopped(view: PickView) -> Notice:
    notice = stopped(view.order)
    if not view.back:
        return notice
    how = screen("to_put_back_how", number=view.order.number)
    return replace(notice, changed=screen("to_put_back", back=view.back), advice=how)


def _promise(view: PickView, zone: tzinfo) -> str:
    promised = view.order.promised_at
    if promised is None:
        return screen("no_promise")
    return screen("promised", day=weekday_words(promised.astimezone(zone)))


def _instruction(step: LineView) -> Instruction:
    wanted = step.wanted + step.done
    return Instruction(
        step.location,
        step.name or step.sku,
        step.sku,
        left=step.wanted,
        taken=step.done,
        left_words=screen("still_to_take"),
        taken_words=screen("taken_of", taken=step.done, wanted=wanted),
        instead=in_place_of(step.instead_of),
    )


def _nothing_left(view: PickView) -> Notice:
    if view.picked:
        return Notice(
            "ok",
            "task_alt",
            screen("all_picked"),
            screen("all_picked_reason", units=view.picked),
            advice=screen("all_picked_advice"),
        )
    return Notice("info", "schedule", screen("nothing_to_pick"), screen("nothing_to_pick_reason"))


def stays_behind(waits: Sequence[Waits], zone: tzinfo) -> StaysBehind | None:
    """Say what cannot go now and until when; None where all goes."""
    if not waits:
        return None
    units = sum(line.units for line in waits)
    lines = [
        screen("stays_line", name=line.name or line.sku, units=line.units) for line in waits[:2]
    ]
    return StaysBehind(screen("stay", units=units), tuple(lines), _when(waits, zone))


def _when(waits: Sequence[Waits], zone: tzinfo) -> str:
    firsts = [line.first for line in waits if line.first is not None]
    lasts = [line.last for line in waits if line.last is not None]
    if len(lasts) < len(waits) or not firsts:
        return screen("stays_no_date")
    first, last = min(firsts).astimezone(zone), max(lasts).astimezone(zone)
    if first.date() == last.date():
        return screen("stays_on", day=day_words(last))
    return screen("stays_between", first=day_words(first), last=day_words(last))
