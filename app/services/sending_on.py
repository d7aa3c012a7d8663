"""Where arrived units go: across the dock to those whom the plan serves, else to a shelf."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.goods import Kind, Move
from app.domain.inbound import Told
from app.domain.orders import Held
from app.domain.receiving import LaneRule, Lanes, choose_lane, pickup_door
from app.services.shelving import shelf_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.goods import Location, Product
    from app.domain.inbound import AsnLine
    from app.domain.orders import Order
    from app.services.arriving import Arrival
    from app.services.turns import Turn
    from app.work import Work

Sent = dict[str, object]
UNITS, REASON = "quantity", "reason"


@dataclass(frozen=True, slots=True)
class Pinned:
    """Units (each, > 0) of an ASN line that a supervisor pinned; ``crosses`` if they leave soon."""

    order_line_id: int
    units: int
    crosses: bool


def pinned_on(turn: Turn, product: Product, line: AsnLine | None) -> tuple[Pinned, ...]:
    """Return the pins of an ASN line in plan order, as they are before its units arrive.

    Those of held orders come last and cross nothing: nobody gets these units.
    """
    pins = dict(turn.work.locks.pinned_to(product.id, line.id)) if line else {}
    if line is None or not pins:
        return ()
    plan = turn.desk.planner.current(turn.work)
    found = [
        Pinned(peg.order_line_id, min(peg.locked, pins.pop(peg.order_line_id)), peg.cross_dock)
        for peg in plan.pegs_of_product(product.id)
        if peg.inbound_line_id == line.id and peg.locked and peg.order_line_id in pins
    ]
    frozen = [Pinned(order_line, units, crosses=False) for order_line, units in pins.items()]
    return (*found, *frozen)


def send_on(
    turn: Turn, product: Product, parts: Sequence[tuple[Arrival, Sequence[Pinned]]]
) -> list[Sent]:
    """Send units to those to whom they are pinned, to the orders of the plan, to their shelf."""
    sent: list[Sent] = []
    left = []
    for arrival, pins in parts:
        used, ways = _to_pinned(turn, product, arrival, pins)
        sent.extend(ways)
        left.append((arrival, used))
    wanted = _wanted(turn, product, left)
    for arrival, used in left:
        free = arrival.units - used.crossed - used.pinned
        for want in () if arrival.trace.expired(turn.today) else wanted:
            if take := min(free, want[1]):
                want[1] -= take
                free -= take
                sent.append(_stage(turn, product, arrival, want[0], take))
        if shelved := free + used.pinned:
            sent.append(_shelve(turn, product, arrival, shelved))
    return _joined(sent)


def ways_told(sent: Sequence[Sent]) -> dict[str, object]:
    """Return the ways of counted units, and by location why they go to that shelf."""
    shelved = {str(way["location"]): way[REASON] for way in sent if REASON in way}
    ways = [{name: value for name, value in way.items() if name != REASON} for way in sent]
    return {"disposition": ways, "shelf_reasons": shelved}


def _joined(sent: Sequence[Sent]) -> list[Sent]:
    """Join what goes the same way: units of two ASN lines may; the first one's reason is told."""
    joined: dict[tuple[tuple[str, object], ...], Sent] = {}
    for way in sent:
        key = tuple((name, value) for name, value in way.items() if name not in (UNITS, REASON))
        first = joined.setdefault(key, {**way, UNITS: 0})
        first[UNITS] = int(str(first[UNITS])) + int(str(way[UNITS]))
    return list(joined.values())


@dataclass(frozen=True, slots=True)
class _Used:
    """Units (each) of an arrival that went to a lane, and that are pinned and put away."""

    crossed: int = 0
    pinned: int = 0


def _to_pinned(
    turn: Turn, product: Product, arrival: Arrival, pins: Sequence[Pinned]
) -> tuple[_Used, list[Sent]]:
    """Serve the pins of the line: a unit that cannot leave soon stays pinned, as stock."""
    crossed = pinned = 0
    sent = []
    for pin in pins:
        take = min(pin.units, arrival.units - crossed - pinned)
        if not take:
            continue
        book = turn.work.pins
        book.pin(turn.fact, pin.order_line_id, product.id, -take, arrival.line_id)
        if pin.crosses and not arrival.trace.expired(turn.today):
            sent.append(_stage(turn, product, arrival, pin.order_line_id, take))
            crossed += take
        else:
            book.pin(turn.fact, pin.order_line_id, product.id, take, None)
            pinned += take
    return _Used(crossed, pinned), sent


def _wanted(turn: Turn, product: Product, left: Sequence[tuple[Arrival, _Used]]) -> list[list[int]]:
    """Return [order line, units] that the plan gives what lies on a dock, to leave soon.

    What nobody has sent anywhere yet counts as received, so that it is not on the truck as well.
    """
    counted = Counter[int]()
    for arrival, used in left:
        counted[arrival.line_id] += arrival.units - used.crossed
    turn.desk.planner.touch(products=(product.id,))
    plan = turn.desk.planner.current(turn.work, counted=counted)
    pegs = plan.pegs_of_product(product.id, on_dock=True)
    wanted = [[peg.order_line_id, peg.quantity - peg.locked] for peg in pegs if peg.cross_dock]
    return [want for want in wanted if want[1] > 0]


def _stage(turn: Turn, product: Product, arrival: Arrival, order_line_id: int, units: int) -> Sent:
    work = turn.work
    number, line = work.orders.of_line(order_line_id)
    _free_expired(turn, product, order_line_id)
    lane = _lane(turn, number, arrival.place)
    stands, moved = arrival.place, 0
    told = Told(
        arrival.line_id,
        product.id,
        arrival.trace,
        units,
        "cross_dock",
        stands.id,
        None if lane is None else lane.id,
        order_line_id,
    )
    if lane is not None and not work.settings.confirm_lane:
        work.ledger.move(turn.fact, Move(product.id, units, stands.id, lane.id, arrival.trace))
        stands, moved = lane, units
    work.inbound.tell(turn.fact, turn.sitting, told, moved)
    work.locks.stage(turn.fact, Held(order_line_id, product.id, units, stands.id, arrival.trace))
    code = None if lane is None else lane.code
    return {"to": "cross_dock", "order": number, "line": line, "lane": code, "quantity": units}


def _free_expired(turn: Turn, product: Product, order_line_id: int) -> None:
    """Free what expired in its lane: nobody can pick it, and the line now gets other units."""
    for held in turn.work.locks.staged_of_product(product.id):
        if held.order_line_id == order_line_id and held.trace.expired(turn.today):
            turn.work.locks.stage(turn.fact, replace(held, quantity=-held.quantity))


def _lane(turn: Turn, number: str, dock: Location) -> Location | None:
    """Choose the order's lane; units that are told to a lane count as if they stood there."""
    work = turn.work
    rule = work.settings.lane_rule
    order = work.orders.find(number)
    mine = {line.id for line in order.lines} if order else set()
    lanes = work.places.of_kind(Kind.STAGING)
    units_in = dict(work.ledger.units_in(tuple(lane.id for lane in lanes)))
    staged = work.locks.staged_of_order(order.id) if order else ()
    own = [work.places.get(held.location_id) for held in staged]
    for told in work.inbound.waiting(turn.sitting) if work.settings.confirm_lane else ():
        if told.disposition == "cross_dock" and told.location_id is not None:
            units_in[told.location_id] = units_in.get(told.location_id, 0) + told.quantity
            if told.order_line_id in mine:
                own.append(work.places.get(told.location_id))
    together = work.locks.lanes_beside(order.id) if order and rule == LaneRule.SAME_SHIP_TO else ()
    return choose_lane(
        own,
        Lanes(lanes, units_in),
        [work.places.get(key) for key in together],
        _near(work, order, dock),
    )


def _near(work: Work, order: Order | None, dock: Location) -> Location | None:
    """Return the dock to which the lane of an order is to be near, None where any lane will do."""
    rule = work.settings.lane_rule
    if rule == LaneRule.LEAST_WALKING:
        return dock
    if rule != LaneRule.CARRIERS_DOOR or order is None or not order.carrier:
        return None
    door = pickup_door(order.carrier, work.visits.pickups(), work.stamp.at)
    return next((place for place in work.places.of_kind(Kind.DOCK) if place.code == door), None)


def _shelve(turn: Turn, product: Product, arrival: Arrival, units: int) -> Sent:
    work = turn.work
    chosen = shelf_of(work, product, arrival.trace, arrival.place)
    shelf = chosen.place
    told = Told(
        arrival.line_id,
        product.id,
        arrival.trace,
        units,
        "put_away",
        arrival.place.id,
        None if shelf is None else shelf.id,
    )
    moved = 0
    if shelf is not None and not work.settings.confirm_put_away:
        move = Move(product.id, units, arrival.place.id, shelf.id, arrival.trace)
        if shelf.id != arrival.place.id:
            work.ledger.move(turn.fact, move)
        moved = units
    work.inbound.tell(turn.fact, turn.sitting, told, moved)
    code = None if shelf is None else shelf.code
    return {"to": "put_away", "location": code, "quantity": units, REASON: str(chosen.reason)}
