"""What Pick shows of a put-back and of a count.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.texts import screen
from ui.models.action import COUNT_ACTIONS, DONE, PUT_BACK_ACTIONS, SEEN, UNDO
from ui.models.pick import Instruction, NextLine, PickScene
from ui.models.work import Notice
from ui.presenters.bands import accepted, band_of, parted, ready
from ui.presenters.notices import refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.services.counting import CountView
    from app.services.pick_jobs import PutBackView

MOST_NEXT = 3
MOST_COUNTED = 6


def put_back_scene(answer: Mapping[str, Any] | None, view: PutBackView) -> PickScene:
    """Show which unit to take, then on which shelf to put it."""
    order = view.order
    band = ready("scan_unit") if answer is None else band_of(answer, screen("next_item"))
    refused = answer is not None and not accepted(answer)
    notice = refusal(answer, view.in_hand) if refused and answer is not None else None
    why = "cancelled" if order.cancelled else "hold" if order.hold else "cut"
    actions = (UNDO, SEEN) if refused else PUT_BACK_ACTIONS
    title = screen("put_back_row", number=order.number)
    about = f"{order.customer} · {screen(f'back_{why}')}"
    if not view.remaining:
        done = Notice("ok", "task_alt", screen("all_back"), screen("all_back_reason"))
        shown = notice or done
        return PickScene(band, title=title, about=about, notice=shown, actions=(UNDO, DONE))
    return PickScene(
        band,
        title=title,
        about=about,
        instruction=_instruction(view),
        refusal=notice,
        next_title=screen("next_lines") if view.later else "",
        next_note=screen("line_of", steps=len(view.later)) if view.later else "",
        next_lines=tuple(NextLine(sku, "", f"×{units}") for sku, units in view.later[:MOST_NEXT]),
        actions=actions,
    )


def _instruction(view: PutBackView) -> Instruction:
    to_put = view.in_hand > 0
    return Instruction(
        (view.whereto or screen("no_place")) if to_put else view.location,
        view.name or view.sku,
        view.sku,
        left=view.remaining,
        taken=view.in_hand,
        left_words=screen("still_to_put_back"),
        taken_words=screen("in_hand_now", units=view.in_hand) if to_put else _goes_to(view),
        lead=screen("put_in" if to_put else "take_back_from"),
    )


def _goes_to(view: PutBackView) -> str:
    return screen("goes_to", location=view.whereto or screen("no_place"))


def count_scene(answer: Mapping[str, Any] | None, view: CountView) -> PickScene:
    """Show what is counted so far; how many there should be is not told."""
    band = ready("scan_each") if answer is None else band_of(answer, screen("next_item"))
    title = screen("count_row", number=view.place)
    if answer is not None and "closed_at" in answer:
        wrong = bool(answer["differences"])
        state, icon = ("warn", "warning") if wrong else ("ok", "task_alt")
        headline = screen("is_counted", number=view.place)
        closed = Notice(state, icon, headline, parted(answer["message"])[1])
        return PickScene(band, title=title, notice=closed, actions=(SEEN,))
    refused = answer is not None and not accepted(answer)
    headline = screen("place_counted", units=view.counted)
    notice = Notice("info", "barcode_scanner", headline, screen("count_how"))
    if refused and answer is not None:
        notice = refusal(answer, view.counted)
    rows = view.rows[-MOST_COUNTED:]
    return PickScene(
        band,
        title=title,
        notice=notice,
        next_title=screen("counted_here") if rows else "",
        next_lines=tuple(NextLine(sku, "", f"×{units}") for sku, _, units in rows),
        actions=(UNDO, SEEN) if refused else COUNT_ACTIONS,
    )
