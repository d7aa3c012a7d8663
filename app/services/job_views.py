"""What a screen shows of a job besides the answer to a scan; read-only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.dock import HERE
from app.domain.picking import instructions
from app.services.announced import counts_blind, find_asn
from app.services.box import look_into
from app.services.carton_views import beside, carton_view
from app.services.dock_board import dock_day
from app.services.pick_lists import pick_list, skipped_now
from app.services.picking import find_order
from app.services.put_back import put_back_of
from app.services.standing_in import in_place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.board import Slot
    from app.domain.inbound import Asn
    from app.domain.orders import Order
    from app.domain.picking import Instruction
    from app.services.box import Box
    from app.services.carton_views import Beside, CartonView
    from app.services.desk import Desk
    from app.work import Work


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of a job: ``done`` of ``wanted`` units (each); ``location`` where it lies, or "".

    ``instead_of`` names the products in whose place (some of) its units stand, or "".
    """

    sku: str
    name: str
    wanted: int
    done: int
    location: str = ""
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Waits:
    """Units (each, > 0) that cannot go now, and when they are expected to ship, if known."""

    sku: str
    name: str
    units: int
    first: datetime | None
    last: datetime | None


@dataclass(frozen=True, slots=True)
class PickView:
    """A pick as it stands: instructions in walking order, and what stays behind.

    ``back`` units (each) of it are to be put back.
    """

    order: Order
    steps: tuple[LineView, ...]
    picked: int
    remaining: int
    stays: tuple[Waits, ...]
    back: int = 0


@dataclass(frozen=True, slots=True)
class PackView:
    """A shipment as it stands: lines with what is verified, what stays behind, its carton in hand.

    ``beside`` are the customer's other orders at packing, ``totes`` those that a cluster filled.
    """

    order: Order
    shipment: str
    ordinal: int
    limit: int | None
    lines: tuple[LineView, ...]
    remaining: int
    stays: tuple[Waits, ...]
    carton: CartonView | None = None
    beside: tuple[Beside, ...] = ()
    totes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """A receipt as it stands; ``untold`` where it is counted without what was announced."""

    asn: Asn
    lines: tuple[LineView, ...]
    untold: bool = False


def receipt_view(number: str, desk: Desk) -> ReceiptView:
    """Return an ASN's receipt; NotFoundError for an unknown one."""
    with desk.store.read(desk.stamp()) as work:
        asn = find_asn(work, number)
        lines = []
        for line in asn.lines:
            product = work.goods.get(line.product_id)
            lines.append(LineView(product.sku, product.description, line.expected, line.received))
        return ReceiptView(asn, tuple(lines), counts_blind(work, asn))


def pick_view(number: str, desk: Desk) -> PickView:
    """Return an order's pick; NotFoundError for an unknown order."""
    with desk.store.read(desk.stamp()) as work:
        order = find_order(work, number)
        todo = pick_list(work, desk, order, skipped_now(work, number))
        taken = _picked(work, order)
        steps = [_step(work, order, step, taken) for step in instructions(todo.tasks)]
        now = {line.id: 0 for line in order.lines}
        for task in todo.tasks:
            now[task.order_line_id] += task.quantity
        stays = _waits(work, desk, order, now)
        picked = sum(taken.values())
        back = 0 if order.workable else put_back_of(work, number).remaining
        return PickView(order, tuple(steps), picked, todo.remaining, stays, back)


def _step(work: Work, order: Order, step: Instruction, taken: Mapping[int, int]) -> LineView:
    product = work.goods.get(step.product_id)
    return LineView(
        product.sku,
        product.description,
        step.quantity,
        taken.get(step.product_id, 0),
        step.location.code,
        in_place(work, order, step.shares).all_names,
    )


def _picked(work: Work, order: Order) -> dict[int, int]:
    shipment = work.shipments.open_of(order.id)
    taken: dict[int, int] = {}
    for held in work.shipments.picked(shipment.id) if shipment else ():
        taken[held.product_id] = taken.get(held.product_id, 0) + held.quantity
    return taken


def _waits(work: Work, desk: Desk, order: Order, now: dict[int, int]) -> tuple[Waits, ...]:
    """Return what of the order's open units stays behind: all but what can be taken now."""
    plan = desk.planner.current(work)
    found = []
    for line in order.lines:
        units = line.open - now.get(line.id, 0)
        if units <= 0:
            continue
        product = work.goods.get(line.product_id)
        pegs = [
            peg.ships_at
            for peg in plan.pegs_of_order(order.number)
            if peg.order_line_id == line.id and peg.source == "inbound"
        ]
        found.append(
            Waits(
                product.sku,
                product.description,
                units,
                min(pegs, default=None),
                max(pegs, default=None),
            )
        )
    return tuple(found)


def pack_view(number: str, desk: Desk) -> PackView:
    """Return an order's open shipment; NotFoundError for an unknown order."""
    with desk.store.read(desk.stamp()) as work:
        box = look_into(work, number)
        lines = _in_box(work, box)
        shipment = box.shipment
        return PackView(
            box.order,
            shipment.number if shipment else "",
            shipment.ordinal if shipment else box.order.made + 1,
            box.order.most_shipments(work.settings.default_policy),
            tuple(lines),
            box.remaining,
            _waits(work, desk, box.order, {}),
            carton_view(work, box),
            beside(work, box),
            work.clusters.totes_of(box.order.id),
        )


def _in_box(work: Work, box: Box) -> list[LineView]:
    """Return what a box holds by product, with what is verified of it."""
    shares: dict[int, list[tuple[int, int]]] = {}
    left: dict[int, int] = {}
    for held in box.picked:
        shares.setdefault(held.product_id, []).append((held.order_line_id, held.quantity))
    for held in box.left:
        left[held.product_id] = left.get(held.product_id, 0) + held.quantity
    lines = []
    for product_id, mine in shares.items():
        product, instead = work.goods.get(product_id), in_place(work, box.order, mine)
        done = instead.units - left.get(product_id, 0)
        view = LineView(product.sku, product.description, instead.units, done)
        lines.append(replace(view, instead_of=instead.all_names))
    return lines


def receipt_queue(desk: Desk) -> tuple[Slot, ...]:
    """Return the trucks that can be unloaded today: what is here first, in unload order."""
    slots = [slot for slot in dock_day(desk).slots if slot.truck.state.open]
    last = len(slots)
    return tuple(
        sorted(
            slots,
            key=lambda slot: (slot.truck.state.status not in HERE, slot.unload_rank or last),
        )
    )


def box_queue(desk: Desk) -> tuple[tuple[str, str, int], ...]:
    """Return the shipments that wait to be packed: (order, customer, units to verify)."""
    with desk.store.read(desk.stamp()) as work:
        return work.boards.boxes()
