"""Why what was just counted is not as announced: said by scan, and taken back like one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from app.domain.command_scan import CommandKind
from app.domain.jobs import refuse
from app.domain.osd import LONGEST_PATH
from app.domain.scan import Outcome
from app.services.turns import Done, said
from app.texts.osd import REASONS

if TYPE_CHECKING:
    from app.domain.inbound import Asn
    from app.services.turns import Turn

EXPLAINS = frozenset({CommandKind.REASON, CommandKind.PHOTO})


def explain(turn: Turn, asn: Asn) -> Done:
    """Note the reason or the picture of what this sitting counted last, and what it waits for.

    Nothing is noted where the last count is damaged, over and unexpected in nothing.
    """
    command = turn.reading.command
    told = "" if command is None else command.said
    reason, photo = "", told
    if command is not None and command.kind is CommandKind.REASON:
        reason, photo = REASONS.get(told, ""), ""
        if not reason:
            return Done(refuse(Outcome.NOT_ALLOWED, "unknown_reason", value=told), turn.memory)
    if len(photo) > LONGEST_PATH or not photo.isprintable():
        return Done(refuse(Outcome.NOT_ALLOWED, "bad_photo", most=LONGEST_PATH), turn.memory)
    newest = turn.work.scans.newest_change("receive", asn.number, turn.sitting)
    counted = turn.work.osd.told_by(newest[1]) if newest else ()
    lines = [line for line in asn.lines if line.id in counted and (line.damaged or line.over)]
    if not lines:
        return Done(refuse(Outcome.WRONG_STATE, "nothing_to_explain"), turn.memory)
    for line in lines:
        turn.work.osd.remark(turn.fact, line.id, reason, photo)
    answer = said("count_reason_noted", what=reason or PurePath(photo).name)
    fields = {"line": lines[-1].line, "reason": reason or None, "photo": photo or None}
    return Done(replace(answer, fields=fields), turn.memory, changes=True)
