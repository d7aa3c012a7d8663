"""A change that is weighed and not applied yet, as a card shows it.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.texts import screen
from app.texts.difference import freed_sentence
from ui.models.crossdock import ChangeRow, ChangeScene

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_ROWS = 5


def change_scene(title: str, icon: str, result: Mapping[str, Any]) -> ChangeScene:
    """Show who gains and who loses by a dry run, and whose promise breaks."""
    broken = result["promises_broken"]
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
        said_sentence(result),
        heads=(screen("head_order"), "", screen("head_units")),
    )


def said_sentence(result: Mapping[str, Any]) -> str:
    """Say a difference, and the pins that go with it."""
    return f"{result['says']}. {freed_sentence(result['freed'])}".rstrip()


def _row(part: Mapping[str, Any], *, better: bool) -> ChangeRow:
    sign = "+" if better else "\u2212"
    return ChangeRow(
        part["order"], screen("line_sku", **part), "", f"{sign}{part['quantity']}", better
    )
