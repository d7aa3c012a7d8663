"""Units staged for an order stay with it, whatever comes, unless a supervisor moves them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from app.domain.decisions import PIN
from app.domain.errors import RefusedError
from app.services.ordering import find_line, weigh
from app.services.picking import find_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.orders import Held, OrderLine
    from app.services.desk import Desk
    from app.work import Work


@dataclass(frozen=True, slots=True)
class Restage:
    """Units (each, > 0; None for all that can be) staged for a line that another is to have."""

    order: str
    line: str
    to_order: str
    to_line: str
    quantity: int | None = None


def restage(move: Restage, desk: Desk, *, dry_run: bool = False) -> Mapping[str, Any]:
    """Give units that are staged for one order line to another, and say what that does.

    They stay where they stand; whoever picks the other order is sent there.  RefusedError where
    either order is held or cancelled, the product differs, fewer are staged or fewer are open.
    NotFoundError for an unknown order or line.
    """

    def apply(work: Work) -> Mapping[str, Any]:
        giver, taker = _line(work, move.order, move.line), _line(work, move.to_order, move.to_line)
        if giver.id == taker.id or giver.product_id != taker.product_id:
            raise RefusedError("other_product", order=move.to_order, line=move.to_line)
        mine = _staged(work, giver)
        units = _units(work, move, sum(held.quantity for held in mine), taker)
        fact = work.fact("restage", move.to_order, {**asdict(move), "quantity": units})
        lanes = _move(work, fact, mine, taker, units)
        said = {"line": move.to_line, "quantity": units, "asn": None, "asn_line": None}
        order = find_order(work, move.to_order)
        work.decisions.add(fact, order.id, PIN, {}, {**said, "taken_from": move.order})
        return {"quantity": units, "lanes": lanes}

    told = {name: value for name, value in asdict(move).items() if name != "quantity"}
    return {**told, "dry_run": dry_run, **weigh(desk, apply, dry_run=dry_run)}


def _line(work: Work, number: str, line: str) -> OrderLine:
    order = find_order(work, number)
    if not order.workable:
        raise RefusedError(order.why_not, number=number)
    return find_line(work, number, line)


def _staged(work: Work, line: OrderLine) -> list[Held]:
    """Return what stands staged for a line and is still good."""
    today = work.stamp.at.astimezone(work.settings.zone).date()
    held = work.locks.staged_of_product(line.product_id)
    return [one for one in held if one.order_line_id == line.id and not one.trace.expired(today)]


def _units(work: Work, move: Restage, staged: int, taker: OrderLine) -> int:
    locked = sum(units for _source, units in work.pins.pinned(taker.id))
    locked += sum(held.quantity for held in work.changes.staged(taker.id))
    left = max(0, taker.open - locked)
    units = min(staged, left) if move.quantity is None else move.quantity
    if not 0 < staged >= units:
        raise RefusedError("not_staged", order=move.order, line=move.line, left=staged)
    if not 0 < units <= left:
        raise RefusedError("not_open", order=move.to_order, line=move.to_line, left=left)
    return units


def _move(work: Work, fact: int, mine: list[Held], taker: OrderLine, units: int) -> list[str]:
    """Move the locks, where the units stand; return the codes of these places."""
    lanes: dict[str, None] = {}
    for held in mine:
        if take := min(units, held.quantity):
            work.locks.stage(fact, replace(held, quantity=-take))
            work.locks.stage(fact, replace(held, quantity=take, order_line_id=taker.id))
            lanes[work.places.get(held.location_id).code] = None
            units -= take
    return list(lanes)
