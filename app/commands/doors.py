"""Doors as a table: what each is good for, and when it is out of use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.commands.output import put_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def put_doors(doors: Sequence[Mapping[str, Any]]) -> None:
    """Write a table of doors, as ``app.services.doors`` says them in JSON."""
    names = ("door", "direction", "hours", "equipment", "blocks")
    rows = [
        [
            *(door[name] for name in names[:3]),
            "; ".join(door["equipment"]),
            "; ".join(
                f"{block['start']} {block['end']} {block['note']}" for block in door["blocks"]
            ),
        ]
        for door in doors
    ]
    put_table("Doors", names, rows)
