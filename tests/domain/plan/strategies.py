"""Random small warehouses, full of ties and edges."""

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from tests.domain.plan.warehouse import (
    AS_OF,
    Item,
    Load,
    Lock,
    Lot,
    Order,
    Truck,
    Want,
    Warehouse,
)

SKUS = ("BOLT", "NUT", "SCREW")
ZONES = ("UTC", "America/New_York", "Pacific/Kiritimati", "Europe/Berlin", "Asia/Kolkata")
NUMBERS = ("SO-1", "SO-10", "SO-2", "SÖ-2", "so-2", "\U0001d516-1", "\uffef-1", "0007", "7")
LINE_NUMBERS = ("1", "2", "10", "02", "a", "B", "1a", "²")
ASNS = ("ASN-1", "ASN-10", "ASN-2", "Ä-1", "asn-2")
HOURS = (-30, -6, 0, 0, 3, 10, 14, 15, 20, 24, 26, 48, 72, 7 * 24 - 1, 7 * 24, 7 * 24 + 1, 400)
POLICIES = ("ship_as_available", "all_or_nothing", "up_to_n_shipments", "default")

few = st.integers(0, 6)
rather_none = st.booleans() | st.just(value=False) | st.just(value=False)
days = st.sampled_from([None, None, None, -1, 0, 1, 2, 9])


def expiry(offset: int | None) -> date | None:
    return None if offset is None else AS_OF.date() + timedelta(days=offset)


@st.composite
def lots(draw: st.DrawFn) -> Lot:
    place = draw(st.integers(1, 4))
    return Lot(draw(st.sampled_from(SKUS)), draw(few), place, place == 4, expiry(draw(days)))


@st.composite
def trucks(draw: st.DrawFn) -> tuple[Truck, ...]:
    found = []
    for asn in draw(st.lists(st.sampled_from(ASNS), max_size=4, unique=True)):
        at = AS_OF + timedelta(hours=draw(st.sampled_from(HOURS)))
        at += timedelta(microseconds=draw(st.sampled_from([-1, 0, 0, 0, 1])))
        found.append(Truck(asn, at, draw(st.booleans())))
    return tuple(found)


@st.composite
def loads(draw: st.DrawFn, asns: tuple[str, ...]) -> tuple[Load, ...]:
    if not asns:
        return ()
    keys = st.tuples(st.sampled_from(asns), st.sampled_from(LINE_NUMBERS))
    found = []
    for asn, line in draw(st.lists(keys, max_size=6, unique=True)):
        crossed, damaged, away = (draw(st.sampled_from([0, 0, 0, 1, 2])) for _ in range(3))
        received = crossed + damaged + away
        sku = draw(st.sampled_from(SKUS))
        load = Load(asn, line, sku, draw(st.integers(0, 9)), received, damaged, crossed)
        found.append(Load(**{**load.__dict__, "expires": expiry(draw(days))}))
    return tuple(found)


@st.composite
def orders(draw: st.DrawFn, number: str) -> Order:
    hours = st.sampled_from([None, None, -100, -1, 0, 1, 24, 25, 200])
    promised = draw(hours)
    return Order(
        number,
        priority=draw(st.sampled_from([1, 3, 3, 3, 5])),
        promised=None if promised is None else AS_OF + timedelta(hours=promised),
        ordered=AS_OF - timedelta(days=draw(st.sampled_from([1, 1, 2]))),
        policy=draw(st.sampled_from(POLICIES)),
        max_shipments=draw(st.integers(1, 4)),
        made=draw(st.sampled_from([0, 0, 0, 1, 2, 5])),
        shipping=draw(rather_none),
        held=draw(rather_none) and draw(st.booleans()),
        preferred=draw(rather_none),
        agreed=draw(st.sampled_from(["default", "default", *POLICIES])),
        agreed_most=draw(st.integers(1, 4)),
        customer=draw(st.sampled_from(["Ann", "Ann", "Bob", "Ünal; Söhne"])),
    )


@st.composite
def wants(draw: st.DrawFn, numbers: list[str]) -> tuple[Want, ...]:
    if not numbers:
        return ()
    keys = st.tuples(st.sampled_from(numbers), st.sampled_from(LINE_NUMBERS))
    return tuple(
        Want(number, line, draw(st.sampled_from(SKUS)), draw(few))
        for number, line in draw(st.lists(keys, max_size=12, unique=True))
    )


@st.composite
def locks(draw: st.DrawFn, lines: tuple[Want, ...], supply: tuple[Load, ...]) -> tuple[Lock, ...]:
    if not lines:
        return ()
    found = []
    for want in draw(st.lists(st.sampled_from(lines), max_size=4)):
        mine = [load for load in supply if load.sku == want.sku]
        units, kind = draw(st.integers(1, 5)), draw(st.integers(0, 2))
        if kind == 0 and mine:
            load = draw(st.sampled_from(mine))
            found.append(Lock(want.order, want.line, units, (load.asn, load.line)))
        elif kind == 1:
            found.append(Lock(want.order, want.line, units))
        else:
            found.append(Lock(want.order, want.line, units, place=draw(st.integers(2, 5))))
    return tuple(found)


def excluded(names: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    some = st.lists(st.sampled_from(names), max_size=2, unique=True).map(tuple)
    return st.just(()) | st.just(()) | some


@st.composite
def warehouses(draw: st.DrawFn) -> Warehouse:
    items = tuple(Item(sku, draw(st.sampled_from([True, True, True, False]))) for sku in SKUS)
    arriving = draw(trucks())
    supply = draw(loads(tuple(truck.asn for truck in arriving)))
    numbers = draw(st.lists(st.sampled_from(NUMBERS), max_size=6, unique=True))
    lines = draw(wants(numbers))
    return Warehouse(
        items=items,
        lots=tuple(draw(st.lists(lots(), max_size=5))),
        trucks=arriving,
        loads=supply,
        orders=tuple(draw(orders(number)) for number in numbers),
        wants=lines,
        locks=draw(locks(lines, supply)) if draw(st.booleans()) else (),
        zone=ZoneInfo(draw(st.sampled_from(ZONES))),
        horizon=timedelta(hours=draw(st.sampled_from([0, 24, 168, 168, 1000]))),
        default_policy=draw(st.sampled_from(["ship_as_available", "all_or_nothing"])),
        max_lane_dwell=timedelta(hours=draw(st.sampled_from([0, 10, 24, 24, 1000]))),
        min_share=draw(st.sampled_from([0, 0, 1, 25, 33, 34, 50, 67, 80, 100])),
        excluded_products=draw(excluded(SKUS)),
        excluded_customers=draw(excluded(("Bob", "Ünal; Söhne", "Nobody"))),
    )


@st.composite
def crowded(draw: st.DrawFn) -> Warehouse:
    """A warehouse in which every order wants what there is too little of."""
    numbers = NUMBERS[: draw(st.integers(2, 5))]
    trucks = (Truck("ASN-1", AS_OF + timedelta(hours=3)), Truck("ASN-2", AS_OF + timedelta(days=2)))
    sku, units = st.sampled_from(SKUS[:2]), st.integers(1, 4)
    lines = tuple(
        Want(number, line, draw(sku), draw(units))
        for number in numbers
        for line in LINE_NUMBERS[: draw(st.integers(1, 2))]
    )
    loads = tuple(
        Load(truck.asn, line, draw(sku), draw(units)) for truck in trucks for line in ("1", "2")
    )
    return Warehouse(
        items=tuple(Item(name) for name in SKUS),
        lots=tuple(Lot(name, draw(units)) for name in SKUS[:2]),
        trucks=trucks,
        loads=loads,
        orders=tuple(replace(draw(orders(number)), held=False) for number in numbers),
        wants=lines,
        locks=draw(locks(lines, loads)) if draw(rather_none) else (),
    )
