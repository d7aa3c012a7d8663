"""What a move on the board does to orders, as the card beside the ghost shows it.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.texts import screen
from ui.models.dock import EffectRow, EffectScene

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_ROWS = 5


def effect_scene(result: Mapping[str, Any]) -> EffectScene:
    """Say whose promise a dry run breaks or saves, best news last."""
    broken, saved = result["promises_broken"], result["promises_saved"]
    rows = [EffectRow(order, "", screen("kept"), screen("missed")) for order in broken]
    rows += [EffectRow(order, "", screen("missed"), screen("kept"), worse=False) for order in saved]
    more = len(rows) - MOST_ROWS
    said = screen("and_more", orders=more) if more > 0 else ""
    if broken:
        title = screen("would_miss", orders=len(broken))
        return EffectScene("warn", title, tuple(rows[:MOST_ROWS]), said)
    title = screen("would_save", orders=len(saved)) if saved else screen("nobody_later")
    return EffectScene("ok", title, tuple(rows[:MOST_ROWS]), said)
