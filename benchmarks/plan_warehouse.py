"""Fills a database with a big made-up warehouse: four policies, ties, picks, receipts, locks."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

from db import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Table
    from sqlalchemy.engine import Engine

HOUR = 3_600_000_000
AS_OF = 1_772_000_000_000_000
POLICIES = ("ship_as_available", "all_or_nothing", "up_to_n_shipments", "default")
KINDS = ("storage", "storage", "staging", "packing", "dock")
LINES_AN_ORDER, LINES_A_TRUCK, LINES_A_PRODUCT, PICKED = 4, 10, 50, 50
Row = tuple[Any, ...]


def fill(engine: Engine, lines: int, seed: int = 7) -> None:
    """Make tables and ``lines`` open order lines, a fifth as many inbound lines, and stock."""
    t.metadata.create_all(engine)
    dice = random.Random(seed)  # noqa: S311  nothing secret
    orders, products = max(1, lines // LINES_AN_ORDER), max(4, lines // LINES_A_PRODUCT)
    arriving = max(1, lines // 5)
    with engine.connect() as connection:
        cursor: Any = connection.connection.cursor()
        cursor.execute("PRAGMA foreign_keys=OFF")
        cursor.execute("BEGIN")
        for table, names, rows in _tables(dice, lines, orders, products, arriving):
            cursor.executemany(_statement(engine, table, names), rows)
        cursor.execute("COMMIT")


def _statement(engine: Engine, table: Table, names: str) -> str:
    chosen = [name for name in table.c.keys() if name in names.split()]  # noqa: SIM118
    assert chosen == names.split(), (table.name, names)
    return str(
        insert(table).inline().values(dict.fromkeys(chosen, 0)).compile(dialect=engine.dialect)
    )


def _tables(
    dice: random.Random, lines: int, orders: int, products: int, arriving: int
) -> Iterator[tuple[Table, str, Iterable[Row]]]:
    places = [(k, "MAIN", f"L{k}", kind, "", 1) for k, kind in enumerate(KINDS, 1)]
    goods = [(k, f"SKU-{k:07}", k % 20 != 0, 0, 1) for k in range(1, products + 1)]
    picked = range(1, orders + 1, PICKED)
    order_names = "id number customer ordered_at promised_at priority policy max_shipments ship_to"
    yield t.facts, "at actor station site kind subject data", [(AS_OF, "", "", "", "", "", "{}")]
    yield t.sites, "code name", [("MAIN", "")]
    yield t.locations, "id site code kind zone fact", places
    yield t.products, "id sku backorderable safety_stock fact", goods
    yield t.orders, f"{order_names} hold cancelled shipments_before fact", _orders(dice, orders)
    yield (
        t.order_lines,
        "id order_id line product_id quantity shipped_before cancelled fact",
        _lines(dice, lines, orders, products),
    )
    yield t.stock, "location_id product_id quantity", _stock(dice, products)
    yield t.inbound, "id site asn expected_at status fact", _trucks(dice, arriving)
    yield (
        t.inbound_lines,
        "id inbound_id line product_id quantity fact",
        _loads(dice, arriving, products),
    )
    yield (
        t.receipts,
        "fact inbound_line_id disposition told moved dock_id",
        [(1, k, ("cross_dock", "put_away")[k % 2], 2, 2, 5) for k in range(1, arriving + 1, 20)],
    )
    yield t.shipments, "id number order_id ordinal fact", [(k, f"S{k}", k, 1, 1) for k in picked]
    yield (
        t.picks,
        "fact shipment_id order_line_id product_id delta location_id",
        [(1, k, (k - 1) * LINES_AN_ORDER + 1, 1, 1, 4) for k in picked],
    )
    yield (
        t.locks,
        "fact kind order_line_id product_id delta",
        [(1, "pin", k, dice.randint(1, products), 1) for k in range(1, lines + 1, 500)],
    )


def _orders(dice: random.Random, count: int) -> Iterator[Row]:
    for key in range(1, count + 1):
        promised = AS_OF + dice.randrange(-48, 480) * HOUR if key % 10 else None
        ordered = AS_OF - dice.randrange(1, 400) * HOUR
        priority = dice.choice((1, 2, 3, 3, 3, 3, 4, 5))
        about = (f"SO-{key:08}", "", ordered, promised, priority, POLICIES[key % 4], 3, "")
        yield (key, *about, key % 100 == 0, 0, 0, 1)


def _lines(dice: random.Random, count: int, orders: int, products: int) -> Iterator[Row]:
    for key in range(count):
        order, line = key // LINES_AN_ORDER + 1, key % LINES_AN_ORDER + 1
        product, quantity = dice.randint(1, products), dice.randint(1, 12)
        yield (key + 1, min(order, orders), str(line), product, quantity, 0, 0, 1)


def _stock(dice: random.Random, products: int) -> Iterator[Row]:
    for product in range(1, products + 1):
        yield (1, product, dice.randint(0, 300))
        if product % 5 == 0:
            yield (5, product, dice.randint(1, 40))


def _trucks(dice: random.Random, arriving: int) -> Iterator[Row]:
    for key in range(1, arriving // LINES_A_TRUCK + 2):
        expected = AS_OF + dice.randrange(-24, 14 * 24) * HOUR // 2
        yield (key, "MAIN", f"ASN-{key:07}", expected, "scheduled", 1)


def _loads(dice: random.Random, arriving: int, products: int) -> Iterator[Row]:
    for key in range(arriving):
        truck, line = key // LINES_A_TRUCK + 1, key % LINES_A_TRUCK + 1
        yield (key + 1, truck, str(line), dice.randint(1, products), dice.randint(5, 40), 1)
