"""What a change does to the plan, as people read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.commands.output import put, put_json, put_table
from app.texts.difference import freed_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.commands.session import Session


def put_difference(session: Session, title: str, done: Mapping[str, Any]) -> None:
    """Write what a change did, or with a dry run would do."""
    if session.json:
        put_json(done)
        return
    put(f"{title} (dry run: nothing is kept)" if done["dry_run"] else title)
    put(f"{done['says']}.")
    if done["freed"]:
        put(freed_sentence(done["freed"]))
    rows = [
        (what, part["order"], part["line"], part["sku"], part["quantity"])
        for what in ("gained", "lost")
        for part in done[what]
    ]
    if rows:
        put_table("In the plan", ("", "order", "line", "sku", "quantity"), rows)
    for name in ("promises_broken", "promises_saved"):
        if done[name]:
            put(f"{name.replace('_', ' ').capitalize()}: {', '.join(done[name])}")
