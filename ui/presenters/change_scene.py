"""A change that is weighed and not applied yet, as a card shows it.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.texts import screen
from ui.models.crossdock import ChangeRow, ChangeScene

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_ROWS = 5


def change_scene(title: str, icon: str, result: Mapping[str, Any]) -> ChangeScene:
    """Show who gains and who loses by a dry run, and whose promise breaks."""
    broken, saved = result["promises_broken"], result["promises_saved"]
    rows = [_row(part, better=True) for part in result["gained"]]
    rows += [_row(part, better=False) for part in result["lost"]]
    warning = screen("breaks", promises=len(broken)) if broken else ""
    return ChangeScene(
        icon,
        title,
        screen("not_applied"),
        tuple(rows[:MOST_ROWS]),
        warning,
        ", ".join(broken[:MOST_ROWS]),
        screen("change_summary", gains=len(result["gained"]), losses=len(result["lost"]))
        if rows
        else screen("nobody_later")
        if not saved
        else screen("would_save", orders=len(saved)),
    )


def _row(part: Mapping[str, Any], *, better: bool) -> ChangeRow:
    sign = "+" if better else "\u2212"
    return ChangeRow(
        part["order"], screen("line_sku", **part), "", f"{sign}{part['quantity']}", better
    )
