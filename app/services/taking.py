"""Taking scanned units for an order: from which place, and found ones that nobody knew of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.errors import RefusedError
from app.domain.goods import Kind, Move
from app.domain.picking import Task, instructions, take
from app.domain.scan import Outcome
from app.services.lifting import pick, pick_damaged
from app.services.pick_answers import ask_if_empty
from app.services.pick_lists import PickList, pick_list
from app.services.turns import Done, Turn, lies_somewhere, refuse_item, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.goods import Location, Product, Trace
    from app.domain.orders import Order


def place_of(turn: Turn) -> Location | None:
    """Return the place last scanned in this job, None before one was."""
    at = turn.memory.location_id
    return None if at is None else turn.work.places.get(at)


def _lacks_place(turn: Turn) -> bool:
    """Tell whether the site wants the place scanned first, and it was not."""
    return turn.work.settings.confirm_location and turn.memory.location_id is None


def here_first(turn: Turn, todo: PickList) -> tuple[Task, ...]:
    """Return the tasks of the place last scanned, all where it has none or none was scanned."""
    return todo.from_place(place_of(turn)) or todo.tasks


def take_found(turn: Turn, order: Order, trace: Trace) -> Done:
    """Book in units that lie where the system has none, by a supervisor's word, and pick them.

    What a short missed there is there again; the rest comes in as a correction.  Where the plan
    gives them to somebody more urgent they stay on the shelf.  RefusedError without a shelf.
    """
    work, product, desk = turn.work, turn.product, turn.desk
    if turn.memory.damaged:
        return refuse_item(turn, Outcome.NOT_ALLOWED, "found_damaged")
    if _lacks_place(turn):
        return refuse_item(turn, Outcome.WRONG_STATE, "location_first")
    steps = instructions(pick_list(work, desk, order, turn.memory.skipped).tasks)
    place = place_of(turn) or next((step.location for step in steps), None)
    if place is None or place.kind is not Kind.STORAGE:
        raise RefusedError("find_needs_shelf")
    if trace.serial and lies_somewhere(turn, product, trace):
        return refuse_item(turn, Outcome.DUPLICATE, "serial_counted")
    _book_in(turn, place, trace)
    desk.planner.touch(products=(product.id,))
    todo = pick_list(work, desk, order, turn.memory.skipped)
    parts = take(todo.of_trace(product.id, trace, place, is_known=bool(trace.serial)), turn.units)
    told = {"units": turn.units, "name": product.description or product.sku, "location": place.code}
    if not parts or todo.wanted_of(product.id) < turn.units:
        return Done(said("found_for_others", 0, product.sku, **told), turn.memory, changes=True)
    done = pick(turn, order, product, parts, trace)
    return Done(said("found", turn.units, product.sku, **told), done.memory, changes=True)


def _book_in(turn: Turn, place: Location, trace: Trace) -> None:
    work, product_id, left = turn.work, turn.product.id, turn.units
    for (location_id, lies), missed in sorted(
        work.ledger.missing(product_id).items(), key=lambda item: item[0][1] != trace
    ):
        if location_id == place.id and (units := min(left, missed)):
            work.ledger.miss(turn.fact, place.id, product_id, lies, -units)
            left -= units
    if left:
        correction = work.places.virtual(Kind.ADJUSTMENT)
        work.ledger.move(turn.fact, Move(product_id, left, correction, place.id, trace))


def take_units(turn: Turn, todo: PickList, trace: Trace, waits: int) -> Done:
    """Take what was scanned, or refuse whole; ``waits`` are the open units (each) of it."""
    parts = parts_or_refusal(turn, todo, trace, waits)
    return parts if isinstance(parts, Done) else take_parts(turn, todo.order, parts, trace)


def take_parts(turn: Turn, order: Order, parts: Sequence[Task], trace: Trace) -> Done:
    """Take units for an order, or set them aside where they are said to be damaged."""
    if turn.memory.damaged:
        return pick_damaged(turn, turn.product, parts)
    done = pick(turn, order, turn.product, parts, trace)
    return ask_if_empty(turn, done, parts[-1].source.location)


def parts_or_refusal(
    turn: Turn, todo: PickList, trace: Trace, waits: int, in_hand: int = 0
) -> Done | tuple[Task, ...]:
    """Return where what was scanned comes from, or the refusal of it whole.

    ``in_hand`` are units (each) of the product that were scanned before and not taken yet: they
    come from the same places, and first.
    """
    product = turn.product
    if not (wanted := todo.wanted_of(product.id)):
        return refuse_item(turn, Outcome.NOT_AVAILABLE, "stays_backordered", left=waits)
    if _lacks_place(turn):
        return refuse_item(turn, Outcome.WRONG_STATE, "location_first")
    if turn.units + in_hand > wanted:
        return refuse_item(turn, Outcome.OVER_PICK, "over_pick", left=wanted - in_hand)
    units = turn.units + in_hand
    parts = take(fitting(turn, todo, product, trace, units), units)
    return parts or refuse_item(turn, Outcome.NOT_AVAILABLE, "not_available")


def fitting(
    turn: Turn, todo: PickList, product: Product, trace: Trace, units: int
) -> tuple[Task, ...]:
    """Return the tasks of so many units (each) from the place last scanned, else the one told.

    Only what the place told holds too few of may come from several.
    """
    place = place_of(turn)
    known = lies_somewhere(turn, product, trace)
    tasks = todo.of_trace(product.id, trace, place, is_known=known)
    if place is not None or not tasks:
        return tasks
    here = todo.of_trace(product.id, trace, tasks[0].source.location, is_known=known)
    return here if take(here, units) else tasks
