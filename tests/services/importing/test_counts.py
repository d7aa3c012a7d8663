"""The opening balance, and counts that come later: posted as corrections, never negative."""

import pytest
from sqlalchemy import func, select

from db import tables as t
from tests.services.importing.bench import STOCK, Bench

HEADER = "location,sku,quantity,lot,expires_on\n"


def put(bench: Bench, place: str, sku: str, units: int, **trace: str) -> None:
    """Let units lie somewhere, as receiving would."""
    location = bench.key(t.locations, code=place)
    product = bench.key(t.products, sku=sku)
    bench.put(t.stock, location_id=location, product_id=product, quantity=units, **trace)


def ledger(bench: Bench) -> dict[str, int]:
    """Return, by place, all that the ledger moved there less what it moved away."""
    totals: dict[str, int] = {}
    for end, sign in (("to_location_id", 1), ("from_location_id", -1)):
        query = (
            select(t.locations.c.code, func.sum(t.moves.c.quantity))
            .join(t.locations, t.locations.c.id == t.moves.c[end])
            .group_by(t.locations.c.code)
        )
        for code, units in bench.rows(query):
            totals[code] = totals.get(code, 0) + sign * int(units)
    return totals


def test_the_opening_balance_comes_from_the_adjustment_location(bench: Bench) -> None:
    bench.warehouse()

    assert bench.stock() == {("A-1", "BOLT", ""): 10, ("A-2", "NUT", ""): 5}
    assert ledger(bench) == {"A-1": 10, "A-2": 5, "~adjustment": -15}


def test_another_content_is_a_count_of_the_places_and_lots_that_it_names(bench: Bench) -> None:
    bench.warehouse().bring(stock=HEADER + "A-1,BOLT,7,,\nA-1,BOLT,4,L1,2027-01-01\nA-2,BOLT,0,,\n")

    assert bench.counts() == (2, 1, 0)
    assert bench.stock() == {
        ("A-1", "BOLT", ""): 7,
        ("A-1", "BOLT", "L1"): 4,
        ("A-2", "BOLT", ""): 0,
        ("A-2", "NUT", ""): 5,
    }
    assert ledger(bench) == {"A-1": 11, "A-2": 5, "~adjustment": -16}


def test_the_same_content_again_changes_nothing_whatever_has_moved(bench: Bench) -> None:
    bench.warehouse()
    with bench.engine.begin() as connection:
        connection.execute(t.stock.update().values(quantity=1))

    head, *rows = STOCK.splitlines()
    bench.bring(stock="\n".join([head, *reversed(rows)]))

    assert bench.counts() == (0, 0, 2)
    assert set(bench.stock().values()) == {1}


def test_an_older_content_after_another_is_a_count_again(bench: Bench) -> None:
    bench.warehouse().bring(stock=HEADER + "A-1,BOLT,3,,\n").bring(stock=STOCK)

    assert bench.counts() == (0, 1, 1)
    assert bench.stock()["A-1", "BOLT", ""] == 10


def test_a_count_clears_what_short_picks_missed_there_of_its_products(bench: Bench) -> None:
    bench.warehouse()
    here, there = bench.key(t.locations, code="A-1"), bench.key(t.locations, code="A-2")
    bolt, nut = bench.key(t.products, sku="BOLT"), bench.key(t.products, sku="NUT")
    for place, product, units in [(here, bolt, 3), (here, nut, 2), (there, bolt, 1)]:
        bench.put(t.shorts, location_id=place, product_id=product, delta=units)

    bench.bring(stock=HEADER + "A-1,BOLT,9,L1,\n")

    c = t.shorts.c
    query = select(c.location_id, c.product_id, func.sum(c.delta)).group_by(
        c.location_id, c.product_id
    )
    assert set(bench.rows(query)) == {(here, bolt, 0), (here, nut, 2), (there, bolt, 1)}


@pytest.mark.parametrize(("counted", "staged"), [(6, 4), (4, 4), (3, 3), (0, 0)])
def test_a_count_below_what_is_staged_there_frees_what_is_not_there(
    bench: Bench, counted: int, staged: int
) -> None:
    bench.warehouse()
    put(bench, "L-1", "BOLT", 6)
    lock = {
        "kind": "staged",
        "order_line_id": bench.rows(select(func.min(t.order_lines.c.id)))[0][0],
        "product_id": bench.key(t.products, sku="BOLT"),
        "location_id": bench.key(t.locations, code="L-1"),
    }
    bench.put(t.locks, **lock, delta=4)

    bench.bring(stock=HEADER + f"L-1,BOLT,{counted},,\n")

    assert bench.stock()["L-1", "BOLT", ""] == counted
    assert bench.rows(select(func.sum(t.locks.c.delta))) == [(staged,)]


@pytest.mark.parametrize(
    ("counted", "left"),
    [(9, {"": 4, "a": 3, "b": 2}), (5, {"": 0, "a": 3, "b": 2}), (1, {"": 0, "a": 0, "b": 1})],
)
def test_a_count_covers_all_serials_of_its_lot(
    bench: Bench, counted: int, left: dict[str, int]
) -> None:
    bench.warehouse()
    for serial, units in {"": 4, "a": 3, "b": 2}.items():
        put(bench, "A-2", "BOLT", units, serial=serial)

    bench.bring(stock=HEADER + f"A-2,BOLT,{counted},,\n")

    place = t.stock.c.location_id == bench.key(t.locations, code="A-2")
    bolts = t.stock.c.product_id == bench.key(t.products, sku="BOLT")
    query = select(t.stock.c.serial, t.stock.c.quantity).where(place, bolts)
    assert {row[0]: row[1] for row in bench.rows(query)} == left


def test_a_surplus_is_counted_beside_known_serials(bench: Bench) -> None:
    bench.warehouse()
    put(bench, "A-2", "BOLT", 1, serial="a")

    bench.bring(stock=HEADER + "A-2,BOLT,5,,\n")

    assert bench.stock()["A-2", "BOLT", ""] == 5
    assert bench.counts() == (0, 1, 0)


@pytest.mark.parametrize(
    ("counted", "left", "staged"),
    [(3, {"a": 1, "b": 2}, 2), (2, {"a": 0, "b": 2}, 2), (1, {"a": 0, "b": 1}, 1)],
)
def test_a_count_takes_serials_that_nobody_holds_first(
    bench: Bench, counted: int, left: dict[str, int], staged: int
) -> None:
    bench.warehouse()
    put(bench, "L-1", "BOLT", 2, serial="a")
    put(bench, "L-1", "BOLT", 2, serial="b")
    line = bench.rows(select(func.min(t.order_lines.c.id)))[0][0]
    place, bolt = bench.key(t.locations, code="L-1"), bench.key(t.products, sku="BOLT")
    lock = {"kind": "staged", "order_line_id": line, "product_id": bolt, "location_id": place}
    bench.put(t.locks, **lock, delta=2, serial="b")

    bench.bring(stock=HEADER + f"L-1,BOLT,{counted},,\n")

    query = select(t.stock.c.serial, t.stock.c.quantity).where(t.stock.c.location_id == place)
    assert {row[0]: row[1] for row in bench.rows(query)} == left
    assert bench.rows(select(func.sum(t.locks.c.delta))) == [(staged,)]
