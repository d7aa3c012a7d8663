"""Files that come while the floor works: shipped never falls, and what is called off is freed."""

from typing import Any

import pytest
from sqlalchemy import func, select

from db import tables as t
from tests.services.importing.bench import INBOUND, Bench

HEADER = "order,line,customer,sku,quantity,ordered_at"


def order(**more: object) -> str:
    """One line of ten bolts."""
    values = {"quantity": 10, "sku": "BOLT", **more}
    sku, quantity = values.pop("sku"), values.pop("quantity")
    names = "".join(f",{name}" for name in values)
    cells = "".join(f",{value}" for value in values.values())
    return f"{HEADER}{names}\nS-7,1,Ann,{sku},{quantity},2026-03-01{cells}\n"


class Floor:
    """An order of ten bolts, of which some are staged, picked or shipped."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench.warehouse().bring(orders=order())
        self.order_id = bench.key(t.orders, number="S-7")
        self.line_id = bench.key(t.order_lines, order_id=self.order_id)
        self.bolt = bench.key(t.products, sku="BOLT")
        self.ordinal = 0

    def shipment(self, units: int, *, closed: bool = False) -> int:
        """Pick units into a new shipment, and close it."""
        self.ordinal += 1
        number = f"SH-{self.ordinal}"
        head = {"number": number, "order_id": self.order_id, "ordinal": self.ordinal}
        fact = self.bench.rows(select(func.max(t.facts.c.sequence)))[0][0]
        key = self.bench.put(t.shipments, **head, closed=fact if closed else None)
        place = self.bench.key(t.locations, code="P-1")
        self.bench.put(t.picks, shipment_id=key, location_id=place, **self._held(units))
        return key

    def stage(self, units: int, kind: str = "staged") -> None:
        """Lock units in the lane."""
        place = self.bench.key(t.locations, code="L-1")
        self.bench.put(t.locks, kind=kind, location_id=place, **self._held(units))

    def _held(self, units: int) -> dict[str, Any]:
        return {"order_line_id": self.line_id, "product_id": self.bolt, "delta": units}

    def line(self) -> tuple[int, int, int]:
        """Return quantity, shipped before and cancelled."""
        c = t.order_lines.c
        query = select(c.quantity, c.shipped_before, c.cancelled).where(c.id == self.line_id)
        return tuple(self.bench.rows(query)[0])

    def held(self) -> tuple[int, int]:
        """Return staged units and units in open shipments."""
        staged = self.bench.rows(select(func.sum(t.locks.c.delta)))[0][0]
        query = select(func.sum(t.picks.c.delta)).where(
            t.picks.c.shipment_id.in_(
                select(t.shipments.c.id).where(t.shipments.c.closed.is_(None))
            )
        )
        return int(staged or 0), int(self.bench.rows(query)[0][0] or 0)


@pytest.fixture
def floor(bench: Bench) -> Floor:
    return Floor(bench)


@pytest.mark.parametrize("said", [0, 3, 4])
def test_shipped_at_or_below_ours_changes_nothing(floor: Floor, said: int) -> None:
    floor.shipment(4, closed=True)

    floor.bench.bring(orders=order(quantity_shipped=said))

    assert floor.bench.counts() == (0, 0, 1)
    assert floor.line() == (10, 0, 0)


def test_shipped_above_ours_raises_what_was_shipped_elsewhere(floor: Floor) -> None:
    floor.shipment(4, closed=True)

    floor.bench.bring(orders=order(quantity_shipped=6))
    assert floor.line() == (10, 2, 0)

    floor.bench.bring(orders=order(quantity_shipped=6))
    assert floor.bench.counts() == (0, 0, 1)

    floor.bench.bring(orders=order(quantity_shipped=1))
    assert floor.line() == (10, 2, 0)


def test_picked_units_are_not_shipped_yet(floor: Floor) -> None:
    floor.shipment(4)

    floor.bench.bring(orders=order(quantity_shipped=3))

    assert floor.line() == (10, 3, 0)


@pytest.mark.parametrize(("said", "before"), [(0, 0), (2, 0), (3, 1), (7, 5)])
def test_shipments_made_count_with_ours(floor: Floor, said: int, before: int) -> None:
    floor.shipment(1, closed=True)
    floor.shipment(1, closed=True)
    floor.shipment(1)

    floor.bench.bring(orders=order(shipments_made=said))

    query = select(t.orders.c.shipments_before).where(t.orders.c.number == "S-7")
    assert floor.bench.rows(query) == [(before,)]
    floor.bench.bring(orders=order(shipments_made=said))
    assert floor.bench.counts() == (0, 0, 1)


@pytest.mark.parametrize(
    ("cancelled", "held"),
    [(1, (3, 2)), (5, (3, 2)), (6, (2, 2)), (8, (0, 2)), (9, (0, 1)), (10, (0, 0))],
)
def test_a_cancellation_frees_staged_units_first_and_then_picked_ones(
    floor: Floor, cancelled: int, held: tuple[int, int]
) -> None:
    floor.stage(3)
    floor.shipment(2)

    floor.bench.bring(orders=order(quantity_cancelled=cancelled))

    assert floor.line() == (10, 0, cancelled)
    assert floor.held() == held


def test_what_was_verified_of_freed_units_is_verified_no_more(floor: Floor) -> None:
    shipment = floor.shipment(5)
    floor.bench.put(t.verifications, shipment_id=shipment, order_line_id=floor.line_id, delta=4)

    floor.bench.bring(orders=order(quantity_cancelled=8))

    assert floor.held() == (0, 2)
    assert floor.bench.rows(select(func.sum(t.verifications.c.delta))) == [(2,)]


def test_a_smaller_quantity_frees_too(floor: Floor) -> None:
    floor.stage(8)

    floor.bench.bring(orders=order(quantity=5))

    assert floor.held() == (5, 0)


def test_another_product_frees_all_pins_too(floor: Floor) -> None:
    floor.stage(2)
    floor.stage(4, kind="pin")
    floor.shipment(3)

    floor.bench.bring(orders=order(sku="NUT"))

    assert floor.held() == (0, 0)


@pytest.mark.parametrize("text", [order(quantity_cancelled=7), order(quantity=3)])
def test_calling_off_what_was_shipped_already_is_a_bad_row(floor: Floor, text: str) -> None:
    floor.shipment(4, closed=True)
    before = floor.bench.everything()

    floor.bench.bring(orders=text)

    assert floor.bench.report.refused
    assert [row[:2] for row in floor.bench.rejected()] == [("orders", 2)]
    assert floor.bench.everything() == before


def test_such_an_order_alone_is_left_out_when_skipping(floor: Floor) -> None:
    floor.shipment(4, closed=True)

    text = (
        order(quantity_cancelled=7) + "S-7,2,Ann,NUT,1,2026-03-01,\nS-8,1,Bob,NUT,1,2026-03-01,\n"
    )
    floor.bench.skipping(orders=text)

    assert floor.bench.counts() == (1, 0, 0)
    assert floor.bench.report.files[0].left_out == 2


def test_a_cancelled_order_is_not_called_back_to_life(floor: Floor) -> None:
    with floor.bench.engine.begin() as connection:
        mine = t.orders.c.id == floor.order_id
        connection.execute(t.orders.update().where(mine).values(cancelled=True))
        line = t.order_lines.c.id == floor.line_id
        connection.execute(t.order_lines.update().where(line).values(cancelled=10))

    floor.bench.bring(orders=order())
    assert floor.bench.counts() == (0, 0, 1)

    floor.bench.bring(orders=order(quantity=12) + "S-7,2,Ann,NUT,5,2026-03-01\n")
    assert floor.line() == (12, 0, 12)
    query = select(t.order_lines.c.cancelled).where(t.order_lines.c.line == "2")
    assert (5,) in floor.bench.rows(query.where(t.order_lines.c.order_id == floor.order_id))


def test_another_product_on_an_asn_line_drops_the_pins_on_it(floor: Floor) -> None:
    inbound_line = floor.bench.key(t.inbound_lines, line="1")
    held = {"order_line_id": floor.line_id, "product_id": floor.bolt, "delta": 3}
    floor.bench.put(t.locks, kind="pin", inbound_line_id=inbound_line, **held)

    floor.bench.bring(inbound=INBOUND.replace("BOLT", "NUT"))

    assert floor.held() == (0, 0)
