"""What a picker says besides scanning: skip, why it is short, whether a place is empty now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.domain.command_scan import CommandKind
from app.domain.jobs import refuse
from app.domain.picking import instructions
from app.domain.scan import Outcome
from app.services.turns import Done, Turn, said
from app.texts.picking import REASONS as WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.domain.command_scan import Command
    from app.domain.goods import Location
    from app.domain.picking import Task
    from app.services.pick_lists import PickList

REASONS: Final[Mapping[str, str]] = {  # by the number in the command barcode CMD-REASON-n
    "11": "damaged",
    "12": "empty",
    "13": "wrong_product",
    "14": "out_of_reach",
}


def skip(turn: Turn, todo: PickList, tasks: Sequence[Task]) -> Done:
    """Put the instruction at the end of the list, for this sitting."""
    if not tasks:
        return Done(refuse(Outcome.WRONG_STATE, "nothing_to_skip"), turn.memory)
    step = instructions(tasks)[0]
    if len(instructions(todo.tasks)) == 1:
        return Done(refuse(Outcome.WRONG_STATE, "nothing_else"), turn.memory)
    spot = (step.location.id, step.product_id)
    skipped = (*(one for one in turn.memory.skipped if one != spot), spot)
    answer = said("skipped", location=step.location.code)
    return Done(answer, replace(turn.memory, skipped=skipped, location_id=None))


def ask_if_empty(turn: Turn, done: Done, place: Location) -> Done:
    """Ask, where the site wants it, about a place that a pick has emptied by the book."""
    memory = replace(done.memory, emptied=None)
    wanted = turn.work.settings.zero_check
    if not wanted or turn.work.ledger.units_in((place.id,)).get(place.id):
        return replace(done, memory=memory)
    answer = replace(done.answer, fields={**done.answer.fields, "zero_check": place.code})
    return replace(done, answer=answer, memory=replace(memory, emptied=place.id))


def _say_reason(turn: Turn, command: Command) -> Done:
    reason = REASONS.get(command.said, "")
    if not reason:
        answer = refuse(Outcome.NOT_ALLOWED, "unknown_reason", value=command.said)
        return Done(answer, turn.memory)
    if not turn.memory.short:
        return Done(refuse(Outcome.WRONG_STATE, "nothing_short"), turn.memory)
    location_id, product_id = turn.memory.short[0]
    turn.work.counting.call(turn.fact, location_id, product_id, "short", reason)
    place = turn.work.places.get(location_id).code
    answer = said("short_explained", location=place, reason=WORDS[command.said])
    return Done(replace(answer, fields={"reason": reason}), turn.memory)


def _say_empty(turn: Turn, command: Command) -> Done:
    if turn.memory.emptied is None:
        return Done(refuse(Outcome.WRONG_STATE, "nothing_asked"), turn.memory)
    place = turn.work.places.get(turn.memory.emptied)
    is_empty = command.kind is CommandKind.EMPTY
    if not is_empty:
        turn.work.counting.call(turn.fact, place.id, None, "not_empty")
    say = "is_empty" if is_empty else "to_be_counted"
    return Done(said(say, location=place.code), replace(turn.memory, emptied=None))


ANSWERS: Final[Mapping[CommandKind, Callable[[Turn, Command], Done]]] = {
    CommandKind.EMPTY: _say_empty,
    CommandKind.NOT_EMPTY: _say_empty,
    CommandKind.REASON: _say_reason,
}
