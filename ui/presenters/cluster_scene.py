"""What Pick shows of a cluster: which tote, which place, into which totes; and choosing.  Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from app.domain.cluster import LEAST, LETTERS
from app.texts import screen
from app.texts.substitutes import in_place_of
from ui.models.action import (
    CLUSTER_ACTIONS,
    DONE,
    EMPTY_ACTIONS,
    LEAVE,
    SEEN,
    SHORT_ACTIONS,
    START,
    TYPE_CODE,
    UNDO,
    Action,
)
from ui.models.pick import Instruction, NextLine, PickScene, Tote
from ui.models.work import Mark, Notice, Queue
from ui.presenters.bands import accepted, band_of, ready
from ui.presenters.notices import refusal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.services.cluster_views import ClusterView, ToteView

MOST_NEXT = 3
MOST_LETTERS = 6


def choosing_scene(scene: PickScene, chosen: Sequence[str], orders: Sequence[str]) -> PickScene:
    """Show the queue while orders are chosen: each with its letter on the cart.

    ``orders`` are those that can be chosen, as their rows name them.
    """
    rows = scene.queue.rows if scene.queue else ()
    letter = {number: LETTERS[at] for at, number in enumerate(chosen)}
    shown = tuple(
        replace(row, mark=Mark("info", "inbox", screen("tote_place", letter=letter[row.number])))
        if row.number in letter
        else row
        for row in rows
        if row.number in orders or row.number in letter
    )
    start = replace(START, enabled=len(chosen) >= LEAST)
    return replace(
        scene,
        band=ready("scan_orders"),
        queue=Queue(
            screen("which_orders", count=len(chosen)),
            screen("which_orders_note"),
            shown,
            screen("no_orders"),
        ),
        actions=(TYPE_CODE, LEAVE, start),
    )


def cluster_scene(answer: Mapping[str, Any] | None, view: ClusterView) -> PickScene:
    """Show the one thing to do now; a refusal takes the place below the slab."""
    band = ready(_first_words(view)) if answer is None else band_of(answer, _rest(answer, view))
    refused = answer is not None and not accepted(answer)
    notice = refusal(answer, view.picked) if refused and answer is not None else None
    scene = PickScene(
        band,
        title=view.number,
        about=screen("orders_at_once", count=len(view.totes)),
        totes=tuple(_tote(one, view) for one in view.totes),
        actions=_actions(answer, refused=refused),
    )
    if view.awaits is not None:
        told = _wants_tote(view.awaits, view)
        actions = (UNDO, SEEN) if refused else (UNDO, DONE)
        return replace(scene, instruction=told, refusal=notice, actions=actions)
    if not view.steps:
        actions = (UNDO, SEEN) if refused else (UNDO, DONE)
        return replace(scene, notice=notice or _nothing_left(view), actions=actions)
    later = view.steps[1 : MOST_NEXT + 1]
    return replace(
        scene,
        instruction=_put_into(view) if view.in_hand else _take_from(view),
        refusal=notice,
        next_title=screen("next_lines"),
        next_note=screen("line_of", steps=len(view.steps)),
        next_lines=tuple(NextLine(step.location, step.sku, f"×{step.wanted}") for step in later),
    )


def _first_words(view: ClusterView) -> str:
    if view.awaits is not None:
        return "scan_tote"
    return "scan_its_tote" if view.in_hand else "scan_item"


def _rest(answer: Mapping[str, Any], view: ClusterView) -> str:
    if asked := answer.get("zero_check"):
        return screen("empty_now", location=asked)
    return screen(_first_words(view)) if view.awaits or view.in_hand else screen("next_item")


def _actions(answer: Mapping[str, Any] | None, *, refused: bool) -> tuple[Action, ...]:
    if answer is None:
        return CLUSTER_ACTIONS
    if refused:
        return (UNDO, SEEN)
    if "elsewhere" in answer:
        return SHORT_ACTIONS
    return EMPTY_ACTIONS if "zero_check" in answer else CLUSTER_ACTIONS


def _tote(one: ToteView, view: ClusterView) -> Tote:
    state: Literal["now", "ahead", "done", "out"] = "ahead"
    units = ""
    if one.why_not:
        state = "out"
        units = screen("goes_back", units=one.back) if one.back else screen("is_out")
    elif one is view.awaits:
        state, units = "now", screen("tote_wanted")
    elif view.awaits is None and one.now:
        state, units = "now", f"×{one.now}"
    elif not one.left and one.member.tote:
        state, units = "done", screen("tote_done")
    tote = one.member.tote or " ".join(one.member.full[-1:])
    return Tote(one.member.letter, tote, one.member.order, units, state)


def _wants_tote(one: ToteView, view: ClusterView) -> Instruction:
    return Instruction(
        one.member.letter,
        one.customer,
        one.member.order,
        left=one.left,
        taken=0,
        left_words=screen("units_for_it"),
        taken_words=screen("tote_of", at=one.member.position + 1, count=len(view.totes)),
        lead=screen("tote_for"),
    )


def _take_from(view: ClusterView) -> Instruction:
    step = view.steps[0]
    return Instruction(
        step.location,
        step.name or step.sku,
        step.sku,
        left=step.wanted,
        taken=0,
        left_words=screen("to_take_here"),
        taken_words=_into(view),
        instead=in_place_of(step.instead_of),
    )


def _put_into(view: ClusterView) -> Instruction:
    step = view.steps[0]
    letters = [one.member.letter for one in view.totes if one.now and not one.why_not]
    return Instruction(
        " ".join(letters[:MOST_LETTERS]) + (" …" if len(letters) > MOST_LETTERS else ""),
        step.name or step.sku,
        step.sku,
        left=view.in_hand,
        taken=0,
        left_words=screen("held_now"),
        taken_words=_into(view),
        lead=screen("put_into"),
        location_note=screen("at_place", location=step.location),
    )


def _into(view: ClusterView) -> str:
    return screen("into_totes", totes=sum(1 for one in view.totes if one.now))


def _nothing_left(view: ClusterView) -> Notice:
    if all(one.why_not for one in view.totes):
        return Notice(
            "warn", "front_hand", screen("cluster_stopped"), screen("cluster_stopped_why")
        )
    units = screen("cluster_done_reason", units=view.picked)
    advice = screen("cluster_done_advice")
    return Notice("ok", "task_alt", screen("cluster_done"), units, advice=advice)
