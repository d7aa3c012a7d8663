"""What the store reads for the plan, on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import insert, update
from sqlalchemy.engine import Connection, Engine

from app.domain.plan.facts import Touched
from app.domain.plan.plan import Plan, make_plan
from app.domain.plan.values import Excluded
from app.services.plan_json import plan_json
from db import tables as t
from db.engine import open_engine
from db.plan_loader import load_plan_facts, load_touched
from tests.db.plan_rows import FACT, PACKING, excluded_of, put, store_warehouse
from tests.domain.plan.facts_of import plan_of, rules_of
from tests.domain.plan.strategies import warehouses
from tests.domain.plan.warehouse import AS_OF, Item, Load, Lock, Lot, Order, Truck, Want, Warehouse

SOME = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
SMALL = Warehouse(
    items=(Item("BOLT"), Item("NUT")),
    lots=(Lot("BOLT", 5), Lot("BOLT", 2, 4, on_dock=True), Lot("NUT", 3, 3)),
    trucks=(Truck("ASN-1", AS_OF + timedelta(hours=5)),),
    loads=(Load("ASN-1", "1", "BOLT", 10), Load("ASN-1", "2", "NUT", 4)),
    orders=(Order("SO-1", priority=1), Order("SO-2", policy="all_or_nothing")),
    wants=(Want("SO-1", "1", "BOLT", 6), Want("SO-2", "1", "BOLT", 4), Want("SO-2", "2", "NUT", 3)),
    locks=(Lock("SO-2", "2", 2, place=3),),
)

EVERYTHING = Touched(frozenset({10, 11}), frozenset({100, 101}), frozenset({500}))


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database with tables and nothing in them."""
    if request.param == "sqlite":
        opened = open_engine(tmp_path / "floor.db")
    else:
        opened = open_engine(request.getfixturevalue("postgresql_url"))
    t.metadata.create_all(opened)
    yield opened
    opened.dispose()


@pytest.fixture
def stored(engine: Engine) -> Iterator[Connection]:
    """The small warehouse, in a transaction that nobody commits."""
    with engine.connect() as connection:
        store_warehouse(connection, SMALL)
        yield connection


def read(connection: Connection, house: Warehouse) -> Plan:
    facts = load_plan_facts(connection, excluded_of(house))
    return make_plan(facts, rules_of(house), as_of=house.as_of, horizon=house.horizon)


def units(plan: Plan) -> dict[tuple[str, str], int]:
    """Pegged units by order and source."""
    found: dict[tuple[str, str], int] = {}
    for peg in plan.pegs():
        place = (peg.order, peg.asn or ("dock" if peg.on_dock else "stock"))
        found[place] = found.get(place, 0) + peg.quantity
    return found


@SOME
@given(house=warehouses())
def test_any_warehouse_is_planned_the_same_from_the_tables(
    engine: Engine, house: Warehouse
) -> None:
    with engine.connect() as connection:
        store_warehouse(connection, house)

        assert plan_json(read(connection, house)) == plan_json(plan_of(house))


def test_a_cancelled_order_wants_nothing_and_frees_what_stands_picked(stored: Connection) -> None:
    put(stored, t.shipments, id=77, number="SH", order_id=100, ordinal=9, fact=FACT)
    put(stored, t.stock, location_id=PACKING, product_id=10, quantity=3)
    pick = {"fact": FACT, "shipment_id": 77, "order_line_id": 1000, "product_id": 10}
    put(stored, t.picks, delta=3, location_id=PACKING, **pick)
    stored.execute(update(t.orders).where(t.orders.c.id == 100).values(cancelled=True))

    assert units(read(stored, SMALL)) == {("SO-2", "stock"): 7}


def test_units_picked_into_an_open_shipment_are_nobody_elses(stored: Connection) -> None:
    put(stored, t.shipments, id=77, number="SH", order_id=100, ordinal=9, fact=FACT)
    put(stored, t.stock, location_id=PACKING, product_id=10, quantity=3)
    pick = {"fact": FACT, "shipment_id": 77, "order_line_id": 1000, "product_id": 10}
    put(stored, t.picks, delta=3, location_id=PACKING, **pick)

    assert units(read(stored, SMALL)) == {
        ("SO-1", "stock"): 3,
        ("SO-2", "stock"): 5,
        ("SO-2", "dock"): 2,
    }


@pytest.mark.parametrize("status", ["closed", "cancelled", "no_show"])
def test_a_shipment_that_is_over_is_no_supply(stored: Connection, status: str) -> None:
    stored.execute(update(t.inbound).values(status=status))

    plan = read(stored, SMALL)

    assert (list(plan.inbound()), plan.unload()) == ([], ())


def test_what_was_said_last_of_a_truck_counts(stored: Connection) -> None:
    event = {"fact": FACT, "inbound_id": 500}
    put(stored, t.dock_events, id=1, kind="estimate", at=AS_OF + timedelta(days=9), **event)
    late = read(stored, SMALL)
    put(stored, t.dock_events, id=2, kind="arrive", at=AS_OF - timedelta(hours=1), **event)
    here = read(stored, SMALL)
    put(stored, t.dock_events, id=3, kind="undo", undoes=2, **event)

    assert [plan.unload()[0].expected_at - AS_OF for plan in (late, here, read(stored, SMALL))] == [
        timedelta(days=9),
        timedelta(hours=-1),
        timedelta(days=9),
    ]


def test_a_lock_that_was_released_holds_nothing(stored: Connection) -> None:
    values = {"order_line_id": 1002, "product_id": 11, "location_id": 3, "kind": "staged"}
    stored.execute(insert(t.locks).values(fact=FACT, delta=-2, **values))

    assert [peg.locked for peg in read(stored, SMALL).pegs_of_order("SO-2")] == [0, 0, 0]


def test_what_the_site_excludes_is_barred(stored: Connection) -> None:
    stored.execute(update(t.orders).where(t.orders.c.id == 101).values(customer="Ünal, Söhne"))
    whole = load_plan_facts(stored, Excluded(("NUT", "GONE"), ("Ünal, Söhne", "Nobody", "ann")))

    assert whole.products.barred.tolist() == [False, True]
    assert whole.orders.barred.tolist() == [False, True]
    assert not load_plan_facts(stored).orders.barred.any()


def test_what_was_touched_is_read_as_the_whole_is(stored: Connection) -> None:
    whole = load_plan_facts(stored)
    again = load_touched(stored, EVERYTHING)

    assert again.orders.numbers.tolist() == whole.orders.numbers.tolist()
    assert again.lines.open.tolist() == whole.lines.open.tolist()
    assert again.lines.product.tolist() == whole.products.ids[whole.lines.product].tolist()
    assert sorted(again.stock.units.tolist()) == sorted(whole.stock.units.tolist())
    assert again.inbound_lines.received.tolist() == whole.inbound_lines.received.tolist()
    assert again.locks.units.tolist() == whole.locks.units.tolist()
    assert again.inbound.expected.tolist() == whole.inbound.expected.tolist()


def test_nothing_touched_reads_nothing(stored: Connection) -> None:
    again = load_touched(stored, Touched())

    assert [again.orders.ids.size, again.stock.units.size, again.locks.units.size] == [0, 0, 0]


def test_an_empty_database_makes_an_empty_plan(engine: Engine) -> None:
    with engine.connect() as connection:
        plan = read(connection, Warehouse())

    assert (list(plan.pegs()), list(plan.unmet()), plan.unload()) == ([], [], ())
