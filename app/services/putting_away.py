"""Units that were told to go somewhere, and now are there: a location scan moves them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.goods import Move
from app.domain.orders import Held

if TYPE_CHECKING:
    from app.domain.goods import Location
    from app.domain.inbound import Told
    from app.services.turns import Turn


def movable(turn: Turn, told: Told) -> int:
    """Return how many of the told units (each) still stand on their dock: some may be picked."""
    mine, free = _standing(turn, told)
    return min(told.quantity, mine or free)


def _standing(turn: Turn, told: Told) -> tuple[int, int]:
    """Return what of the told lot is staged there for the told line, and what is free."""
    work = turn.work
    there = sum(
        row.quantity
        for row in work.ledger.of_product(told.product_id)
        if (row.location.id, row.trace) == (told.dock_id, told.trace)
    )
    staged = [
        held
        for held in work.locks.staged_of_product(told.product_id)
        if (held.location_id, held.trace) == (told.dock_id, told.trace)
    ]
    missing = work.ledger.missing(told.product_id).get((told.dock_id, told.trace), 0)
    mine = sum(held.quantity for held in staged if held.order_line_id == told.order_line_id)
    return mine, max(0, there - missing - sum(held.quantity for held in staged))


def bring(turn: Turn, told: Told, place: Location) -> int:
    """Move told units from their dock to a place; a staged lock goes along; return the units."""
    work = turn.work
    mine, _free = _standing(turn, told)
    units = movable(turn, told)
    if not units:
        return 0
    if place.id != told.dock_id:
        move = Move(told.product_id, units, told.dock_id, place.id, told.trace)
        work.ledger.move(turn.fact, move)
    work.inbound.moved(turn.fact, turn.sitting, replace(told, quantity=units), place.id)
    if mine and told.order_line_id is not None:
        held = Held(told.order_line_id, told.product_id, units, told.dock_id, told.trace)
        work.locks.stage(turn.fact, replace(held, quantity=-units))
        work.locks.stage(turn.fact, replace(held, location_id=place.id))
    turn.desk.planner.touch(products=(told.product_id,))
    return units
