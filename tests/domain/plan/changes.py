"""Random changes of a small warehouse: in place, in the rank, and of rows that come and go."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from app.domain.plan.facts import FROM_STOCK, Flags, Locks, PlanFacts, Reading, Touched
from app.domain.plan.reshape import RANKED_BY
from app.domain.plan.resolve import some
from tests.domain.plan.facts_of import facts_of, flags, ints, keyed
from tests.domain.plan.strategies import HOURS, POLICIES, SKUS, locks, lots, orders
from tests.domain.plan.warehouse import AS_OF, Load, Order, Truck, Want, Warehouse

IN_PLACE = ("stock", "receive", "open", "order", "lock", "pick", "wait")


@dataclass(frozen=True)
class Change:
    """A warehouse after a change, and the SKUs, orders and trucks that it touched."""

    house: Warehouse
    skus: frozenset[str] = frozenset()
    orders: frozenset[str] = frozenset()
    trucks: frozenset[str] = frozenset()

    def touched(self, before: Warehouse) -> Touched:
        """The keys of what it touched, of before and after it."""
        before, after = keyed(before), keyed(self.house)
        return Touched(
            frozenset(10 + at for at, one in enumerate(after.items) if one.sku in self.skus),
            _keys((*before.orders, *after.orders), self.orders, "number"),
            _keys((*before.trucks, *after.trucks), self.trucks, "asn"),
        )


def _keys(rows: Iterable[Any], names: frozenset[str], name: str) -> frozenset[int]:
    return frozenset(one.key for one in rows if getattr(one, name) in names)


@st.composite
def any_changes(draw: st.DrawFn, house: Warehouse, whole: Warehouse) -> Change:
    """A change of any kind; rows that come are those of ``whole`` that are not there."""
    kind = draw(st.sampled_from(("in place", "rank", "truck", "order", "line", "load")))
    if kind == "rank" and house.orders:
        return _rank(draw, house)
    if kind == "truck" and whole.trucks:
        return _truck(draw, house, draw(st.sampled_from(whole.trucks)), whole)
    if kind == "order" and whole.orders:
        return _come_or_go(draw, house, draw(st.sampled_from(whole.orders)), whole)
    if kind == "line" and whole.wants:
        return _line(house, draw(st.sampled_from(whole.wants)))
    if kind == "load" and whole.loads:
        return _load(house, draw(st.sampled_from(whole.loads)))
    return draw(changes(house))


def _rank(draw: st.DrawFn, house: Warehouse) -> Change:
    one = draw(st.sampled_from(house.orders))
    drawn = draw(orders(one.number))
    new = replace(one, **{name: getattr(drawn, name) for name in RANKED_BY})
    rows = tuple(new if order is one else order for order in house.orders)
    return Change(replace(house, orders=rows), orders=frozenset({one.number}))


def _truck(draw: st.DrawFn, house: Warehouse, truck: Truck, whole: Warehouse) -> Change:
    """A truck moves, comes or goes, with all its lines."""
    there = [one for one in house.trucks if one.asn != truck.asn]
    loads = [one for one in house.loads if one.asn == truck.asn]
    others = tuple(one for one in house.loads if one.asn != truck.asn)
    if len(there) == len(house.trucks):
        new = tuple(one for one in whole.loads if one.asn == truck.asn)
        after = replace(house, trucks=(*there, truck), loads=(*others, *new))
        loads = list(new)
    elif draw(st.booleans()):
        at = AS_OF + timedelta(hours=draw(st.sampled_from(HOURS)))
        moved = replace(truck, expected=at, arrived=draw(st.booleans()))
        after = replace(house, trucks=(*there, moved))
    else:
        after = _freed(replace(house, trucks=tuple(there), loads=others))
    skus = frozenset(load.sku for load in loads)
    return Change(after, skus, trucks=frozenset({truck.asn}))


def _come_or_go(draw: st.DrawFn, house: Warehouse, order: Order, whole: Warehouse) -> Change:
    """An order comes with all its lines, or is cancelled."""
    there = tuple(one for one in house.orders if one.number != order.number)
    wants = tuple(one for one in house.wants if one.order != order.number)
    if len(there) == len(house.orders):
        new = tuple(one for one in whole.wants if one.order == order.number)
        drawn = replace(draw(orders(order.number)), key=order.key)
        after = replace(house, orders=(*there, drawn), wants=(*wants, *new))
    else:
        after = _freed(replace(house, orders=there, wants=wants))
    return Change(after, _locked_by(house, order.number), frozenset({order.number}))


def _locked_by(house: Warehouse, number: str) -> frozenset[str]:
    sku = {(want.order, want.line): want.sku for want in house.wants}
    return frozenset(sku[one.order, one.line] for one in house.locks if one.order == number)


def _line(house: Warehouse, want: Want) -> Change:
    """A line of an order that is there comes, unless it is there."""
    numbers = {order.number for order in house.orders}
    if want.key in {one.key for one in house.wants} or want.order not in numbers:
        return Change(house)
    return Change(replace(house, wants=(*house.wants, want)), orders=frozenset({want.order}))


def _load(house: Warehouse, load: Load) -> Change:
    """A line of a truck that is there comes, as for something that nobody announced."""
    asns = {truck.asn for truck in house.trucks}
    if load.key in {one.key for one in house.loads} or load.asn not in asns:
        return Change(house)
    return Change(replace(house, loads=(*house.loads, load)), frozenset({load.sku}))


def _freed(house: Warehouse) -> Warehouse:
    """The warehouse without locks on lines and loads that are no more."""
    lines = {(want.order, want.line) for want in house.wants}
    loads = {(load.asn, load.line) for load in house.loads}
    kept = [
        lock
        for lock in house.locks
        if (lock.order, lock.line) in lines and (lock.truck is None or lock.truck in loads)
    ]
    return replace(house, locks=tuple(kept))


@st.composite
def parts_of(draw: st.DrawFn, whole: Warehouse) -> Warehouse:
    """A warehouse in which some of the rows of another are not yet."""
    kept = st.sampled_from([True, True, True, False])
    orders = tuple(one for one in whole.orders if draw(kept))
    numbers = {one.number for one in orders}
    trucks = tuple(one for one in whole.trucks if draw(kept))
    asns = {one.asn for one in trucks}
    return _freed(
        replace(
            whole,
            orders=orders,
            trucks=trucks,
            wants=tuple(want for want in whole.wants if want.order in numbers and draw(kept)),
            loads=tuple(load for load in whole.loads if load.asn in asns and draw(kept)),
        )
    )


@st.composite
def changes(draw: st.DrawFn, house: Warehouse) -> Change:
    """A change that leaves rows and rank as they are."""
    kind = draw(st.sampled_from(IN_PLACE))
    if kind == "stock":
        return _stock(draw, house)
    if kind == "receive" and house.loads:
        return _receive(draw, house)
    if kind == "open" and house.wants:
        return _open(draw, house)
    if kind == "order" and house.orders:
        return _order(draw, house)
    if kind == "lock" and house.wants:
        touched = draw(st.sampled_from(SKUS))
        sku = {(want.order, want.line): want.sku for want in house.wants}
        new = [lock for lock in draw(locks(house.wants, house.loads)) if _of(lock, sku) == touched]
        kept = [lock for lock in house.locks if _of(lock, sku) != touched]
        return Change(replace(house, locks=(*kept, *new)), frozenset({touched}))
    if kind == "pick" and house.wants and house.lots:
        return _pick(draw, house)
    hours = draw(st.sampled_from([0, 1, 1, 5, 12, 24, 100, -3]))
    return Change(replace(house, as_of=house.as_of + timedelta(hours=hours, microseconds=7)))


def _of(lock: object, sku: dict[tuple[str, str], str]) -> str:
    return sku[getattr(lock, "order"), getattr(lock, "line")]  # noqa: B009


def _stock(draw: st.DrawFn, house: Warehouse) -> Change:
    touched = draw(st.sampled_from(SKUS))
    kept = [lot for lot in house.lots if lot.sku != touched]
    new = [lot for lot in draw(st.lists(lots(), max_size=3)) if lot.sku == touched]
    return Change(replace(house, lots=(*kept, *new)), frozenset({touched}))


def _receive(draw: st.DrawFn, house: Warehouse) -> Change:
    at = draw(st.integers(0, len(house.loads) - 1))
    load = house.loads[at]
    units = draw(st.integers(-load.received, 4))
    new = replace(load, received=load.received + units)
    loads = (*house.loads[:at], new, *house.loads[at + 1 :])
    lot = draw(lots())
    extra = (replace(lot, sku=load.sku),) if units > 0 else ()
    return Change(replace(house, loads=loads, lots=(*house.lots, *extra)), frozenset({load.sku}))


def _open(draw: st.DrawFn, house: Warehouse) -> Change:
    at = draw(st.integers(0, len(house.wants) - 1))
    want = replace(house.wants[at], open=draw(st.integers(0, 7)))
    wants = (*house.wants[:at], want, *house.wants[at + 1 :])
    return Change(replace(house, wants=wants), orders=frozenset({want.order}))


def _order(draw: st.DrawFn, house: Warehouse) -> Change:
    at = draw(st.integers(0, len(house.orders) - 1))
    order = replace(
        house.orders[at],
        held=draw(st.booleans()),
        policy=draw(st.sampled_from(POLICIES)),
        max_shipments=draw(st.integers(1, 4)),
        made=draw(st.integers(0, 2)),
        shipping=draw(st.booleans()),
    )
    orders = (*house.orders[:at], order, *house.orders[at + 1 :])
    return Change(replace(house, orders=orders), orders=frozenset({order.number}))


def _pick(draw: st.DrawFn, house: Warehouse) -> Change:
    """Take one unit from a lot for a line of its product, as a scan does."""
    at = draw(st.integers(0, len(house.wants) - 1))
    want = house.wants[at]
    places = [row for row, lot in enumerate(house.lots) if lot.sku == want.sku and lot.units]
    if not places or not want.open:
        return Change(house)
    row = draw(st.sampled_from(places))
    lot = replace(house.lots[row], units=house.lots[row].units - 1)
    house = replace(
        house,
        lots=(*house.lots[:row], lot, *house.lots[row + 1 :]),
        wants=(*house.wants[:at], replace(want, open=want.open - 1), *house.wants[at + 1 :]),
        orders=tuple(
            replace(order, shipping=True) if order.number == want.order else order
            for order in house.orders
        ),
    )
    return Change(house, frozenset({want.sku}), frozenset({want.order}))


def reading_of(house: Warehouse, touched: Touched) -> Reading:
    """What a store would read again after a change: keys where facts have rows."""
    facts = facts_of(house)
    mine = flags(key in touched.orders for key in facts.orders.ids.tolist())
    theirs = flags(key in touched.products for key in facts.products.ids.tolist())
    trucks = flags(key in touched.trucks for key in facts.inbound.ids.tolist())
    lines = some(facts.lines, mine[facts.lines.order])
    stock = some(facts.stock, theirs[facts.stock.product])
    inbound_lines = some(facts.inbound_lines, theirs[facts.inbound_lines.product])
    return Reading(
        orders=some(facts.orders, mine),
        lines=replace(
            lines,
            order=facts.orders.ids[lines.order],
            product=facts.products.ids[lines.product],
        ),
        products=some(facts.products, ints([])),
        stock=replace(stock, product=facts.products.ids[stock.product]),
        inbound=some(facts.inbound, trucks),
        inbound_lines=replace(
            inbound_lines,
            shipment=facts.inbound.ids[inbound_lines.shipment],
            product=facts.products.ids[inbound_lines.product],
        ),
        locks=_locks(facts, theirs),
    )


def _locks(facts: PlanFacts, theirs: Flags) -> Locks:
    locks = some(facts.locks, theirs[facts.lines.product[facts.locks.line]])
    source = [
        FROM_STOCK if row == FROM_STOCK else int(facts.inbound_lines.ids[row])
        for row in locks.source.tolist()
    ]
    return replace(locks, line=facts.lines.ids[locks.line], source=ints(source))
