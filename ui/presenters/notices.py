"""Notices that the floor screens share: a refusal that stays, and a job that must stop.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.texts import screen, sentence
from ui.models.work import Notice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.orders import Order


def refusal(answer: Mapping[str, Any], counted: int) -> Notice:
    """Say what was refused and why, and that the ``counted`` units (each) stay counted."""
    return Notice(
        "bad",
        "cancel",
        screen("not_counted"),
        answer["message"],
        changed=screen("nothing_changed"),
        rest=screen("still_counted" if counted else "none_counted", units=counted),
        advice=screen("try_again"),
        code=answer["scan"],
        corner=screen("stays_until_seen"),
    )


def stopped(order: Order) -> Notice:
    """Say that nobody may work on the order, and why."""
    word = "order_cancelled" if order.cancelled else "order_on_hold"
    return Notice("bad", "front_hand", screen("stop"), sentence(word, number=order.number))
