"""What a supervisor does to an order or pins to it, with what that does to everybody else."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from app.domain.decisions import CANCEL, ORDER, PIN, UNPIN
from app.domain.difference import Difference, PlanFigures, difference, differing, figures, touched
from app.domain.dock import GONE
from app.domain.documents import NOTE_LIMIT, printable
from app.domain.errors import BadValueError, NotFoundError, RefusedError
from app.domain.instants import print_instant
from app.domain.policies import parse_terms
from app.services.freeing import free_left_behind
from app.services.picking import find_order
from app.texts.difference import difference_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.difference import Shift
    from app.domain.orders import Order, OrderLine
    from app.services.desk import Desk
    from app.work import Work


@dataclass(frozen=True, slots=True)
class OrderChange:
    """What is asked of an order; None leaves a thing as it is.

    ``priority`` is 1 (most urgent) to 5; ``max_shipments`` goes with ``up_to_n_shipments``;
    ``note`` is for the packing slip, "" for none.
    """

    hold: bool | None = None
    cancel: bool = False
    priority: int | None = None
    policy: str | None = None
    max_shipments: int | None = None
    allow_substitutes: bool | None = None
    note: str | None = None


def change_order(
    number: str, change: OrderChange, desk: Desk, *, dry_run: bool = False
) -> Mapping[str, Any]:
    """Change an order and say what that does to the plan; with ``dry_run`` nothing is kept.

    NotFoundError for an unknown order, BadValueError for a value out of range, RefusedError for
    an order that is cancelled already.
    """

    def apply(work: Work) -> Mapping[str, Any]:
        order = find_order(work, number)
        if order.cancelled:
            raise RefusedError("order_cancelled", number=number)
        values = _values(order, change)
        before = {name: getattr(order, name) for name in values}
        told = values | {"cancel": change.cancel, "before": before}
        fact = work.fact("order_change", number, told)
        if values:
            work.changes.change_order(fact, order.id, **values)
        if change.cancel:
            work.changes.cancel_order(fact, order.id)
        if change.cancel or before != values:
            work.decisions.add(fact, order.id, CANCEL if change.cancel else ORDER, before, values)
        pins = work.pins.of_lines([line.id for line in order.lines])
        return {"freed": free_left_behind(work, fact, pins)}

    done = weigh(desk, apply, dry_run=dry_run)
    return {"order": number, "dry_run": dry_run, **done}


def _values(order: Order, change: OrderChange) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if change.hold is not None:
        values["hold"] = change.hold
    if change.priority is not None:
        if not 1 <= change.priority <= 5:
            raise BadValueError("bad_priority", value=change.priority)
        values["priority"] = change.priority
    if change.allow_substitutes is not None:
        values["allow_substitutes"] = change.allow_substitutes
    if change.note is not None:
        values["note"] = printable(change.note, NOTE_LIMIT)
    if change.policy is not None:
        values |= _policy(order, change.policy, change.max_shipments)
    return values


def _policy(order: Order, policy: str, most: int | None) -> dict[str, Any]:
    most = order.max_shipments if most is None else most
    return {"policy": str(parse_terms(policy, most).policy), "max_shipments": most}


def weigh(
    desk: Desk, apply: Callable[[Work], Mapping[str, Any] | None], *, dry_run: bool
) -> dict[str, Any]:
    """Apply a change between two looks at the plan; keep it unless it is a dry run.

    What ``apply`` returns is added to the answer.
    """
    with desk.store.work(desk.stamp()) as work:
        before = figures(desk.planner.current(work))
        told = apply(work)
        parts = differing(before, figures(desk.planner.current(work)))
        shift = difference(*parts, _promises(work, *parts))
        if not dry_run:
            work.commit()
    return {**difference_json(shift), "freed": [], **(told or {})}


def _promises(work: Work, before: PlanFigures, after: PlanFigures) -> dict[str, Any]:
    """Return the promises of the orders whose part in the plan differs, cancelled ones aside."""
    found = ((number, work.orders.find(number)) for number in touched(before, after))
    return {
        number: order.promised_at
        for number, order in found
        if order is not None and not order.cancelled
    }


def difference_json(shift: Difference) -> dict[str, Any]:
    """Return a difference as the commands print it."""
    return {
        "gained": [_shift_json(part) for part in shift.gained],
        "lost": [_shift_json(part) for part in shift.lost],
        "promises_broken": list(shift.promises_broken),
        "promises_saved": list(shift.promises_saved),
        "orders_completed": list(shift.orders_completed),
        "orders_short": list(shift.orders_short),
        "cross_dock": {"before": shift.crossed_before, "after": shift.crossed_after},
        "ships": [
            {
                "order": ships.order,
                "promised_at": print_instant(ships.promised_at),
                "before": ships.before and print_instant(ships.before),
                "after": ships.after and print_instant(ships.after),
            }
            for ships in shift.ships
        ],
        "says": difference_sentence(shift),
    }


def _shift_json(part: Shift) -> dict[str, Any]:
    return {
        "order": part.order,
        "line": part.line,
        "sku": part.sku,
        "quantity": part.quantity,
    }


@dataclass(frozen=True, slots=True)
class Pin:
    """Units (each, > 0) of stock, or of an ASN line, that a supervisor pins to an order line."""

    order: str
    line: str
    quantity: int | None
    asn: str | None = None
    asn_line: str | None = None


def lock(pin: Pin, desk: Desk, *, dry_run: bool = False) -> Mapping[str, Any]:
    """Pin units to an order line.

    RefusedError where fewer are open, the product differs or the truck's units will not come.
    """

    def apply(work: Work) -> None:
        line = find_line(work, pin.order, pin.line)
        units = pin.quantity or 0
        pinned = sum(part[1] for part in work.pins.pinned(line.id))
        if units < 1 or units + pinned > line.open:
            raise RefusedError("not_open", order=pin.order, line=pin.line, left=line.open - pinned)
        _refuse_gone(work, pin.asn)
        source = _asn_line(work, pin, line)
        fact = work.fact("lock", pin.order, asdict(pin))
        work.pins.pin(fact, line.id, line.product_id, units, source)
        _note(work, fact, PIN, pin, units)

    done = weigh(desk, apply, dry_run=dry_run)
    return {"order": pin.order, "line": pin.line, "dry_run": dry_run, **done}


def unlock(pin: Pin, desk: Desk, *, dry_run: bool = False) -> Mapping[str, Any]:
    """Release pinned units; without a quantity all of them; RefusedError where fewer are."""

    def apply(work: Work) -> None:
        line = find_line(work, pin.order, pin.line)
        source = _asn_line(work, pin, line)
        parts = [part for part in work.pins.pinned(line.id) if source in (None, part[0])]
        left = sum(part[1] for part in parts) if pin.quantity is None else pin.quantity
        if left < 1 or left > sum(part[1] for part in parts):
            raise RefusedError("not_pinned", order=pin.order, line=pin.line)
        fact = work.fact("unlock", pin.order, asdict(pin))
        _note(work, fact, UNPIN, pin, left)
        for inbound_line, units in parts:
            if take := min(left, units):
                work.pins.pin(fact, line.id, line.product_id, -take, inbound_line)
                left -= take

    done = weigh(desk, apply, dry_run=dry_run)
    return {"order": pin.order, "line": pin.line, "dry_run": dry_run, **done}


def _note(work: Work, fact: int, kind: str, pin: Pin, units: int) -> None:
    said = {"line": pin.line, "quantity": units, "asn": pin.asn, "asn_line": pin.asn_line}
    work.decisions.add(fact, find_order(work, pin.order).id, kind, {}, said)


def find_line(work: Work, number: str, line: str) -> OrderLine:
    """Return a line of an order; NotFoundError where there is none."""
    for part in find_order(work, number).lines:
        if part.line == line:
            return part
    raise NotFoundError("unknown_line", number=number, line=line)


def _refuse_gone(work: Work, number: str | None) -> None:
    asn = work.inbound.find(number) if number is not None else None
    if asn is not None and asn.status in GONE:
        raise RefusedError("truck_over", number=number, status=asn.status.replace("_", " "))


def _asn_line(work: Work, pin: Pin, line: OrderLine) -> int | None:
    if pin.asn is None:
        return None
    asn = work.inbound.find(pin.asn)
    if asn is None:
        raise NotFoundError("unknown_asn", number=pin.asn)
    same = [part for part in asn.lines if part.product_id == line.product_id]
    found = [part for part in same if pin.asn_line in (None, part.line)]
    if not found:
        raise RefusedError("not_on_asn", number=pin.asn, line=pin.line)
    return found[0].id
