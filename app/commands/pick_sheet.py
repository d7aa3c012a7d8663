"""``pick ORDER --pdf``: the pick list on paper."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from app.commands.output import complain, put, put_json
from app.services.pick_sheet import make_pick_sheet
from app.services.setting import settings_of
from app.texts.pick_sheet import say

if TYPE_CHECKING:
    from pathlib import Path

    from app.commands.session import Session


def put_pick_sheet(session: Session, order: str, pdf: Path) -> None:
    """Write the pick list of an order to a file."""
    sheet = make_pick_sheet(order, session.desk)
    writer = session.outfit.pick_writer(settings_of(session.desk).page_size)
    for warning in writer.write(sheet, pdf):
        complain(warning)
    if session.json:
        rows = [asdict(row) for row in sheet.rows]
        put_json({"order": sheet.order, "file": str(pdf), "rows": rows})
    else:
        put(say("written", file=pdf, number=sheet.order))
