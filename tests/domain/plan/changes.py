"""Random changes of a small warehouse that leave its rows and its rank as they are."""

from dataclasses import dataclass, replace
from datetime import timedelta

from hypothesis import strategies as st

from app.domain.plan.facts import FROM_STOCK, Flags, Locks, PlanFacts, Reading
from app.domain.plan.resolve import some
from tests.domain.plan.facts_of import facts_of, flags, ints
from tests.domain.plan.strategies import POLICIES, SKUS, locks, lots
from tests.domain.plan.warehouse import Warehouse

KINDS = ("stock", "receive", "open", "order", "lock", "pick", "wait")


@dataclass(frozen=True)
class Change:
    """A warehouse after a change, and the SKUs and orders that it touched."""

    house: Warehouse
    skus: frozenset[str] = frozenset()
    orders: frozenset[str] = frozenset()


@st.composite
def changes(draw: st.DrawFn, house: Warehouse) -> Change:
    kind = draw(st.sampled_from(KINDS))
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


def keys_of(change: Change) -> tuple[set[int], set[int]]:
    """The keys of the products and orders that a change touched."""
    house = change.house
    products = {10 + row for row, item in enumerate(house.items) if item.sku in change.skus}
    orders = {100 + r for r, order in enumerate(house.orders) if order.number in change.orders}
    return products, orders


def reading_of(change: Change) -> Reading:
    """What a store would read again after a change: keys where facts have rows."""
    facts = facts_of(change.house)
    products, orders = (ints(sorted(keys)) for keys in keys_of(change))
    mine = flags(key in set(orders.tolist()) for key in facts.orders.ids.tolist())
    theirs = flags(key in set(products.tolist()) for key in facts.products.ids.tolist())
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
        inbound=some(facts.inbound, ints([])),
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
