"""What the cross-dock plan makes of the sample's morning."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from app.sample import sample_files, sample_moment
from tests.domain.plan.facts_of import plan_of
from tests.domain.plan.warehouse import Item, Load, Lot, Order, Truck, Want, Warehouse
from tests.domain.sample_rows import Files, Row, instant, open_units, orders, read

if TYPE_CHECKING:
    from app.domain.plan.plan import Plan

DAY = date(2026, 11, 24)
MOMENT = sample_moment(DAY)
SEEDS = (7, 8, 9)


def _plan(files: Files) -> Plan:
    kinds = {row["location"]: row["kind"] for row in files["locations.csv"]}
    gone = {"closed", "cancelled", "no_show"}
    inbound = [row for row in files["inbound.csv"] if row["status"] not in gone]
    heads = {row["asn"]: row for row in inbound}
    house = Warehouse(
        items=tuple(Item(r["sku"], r["backorderable"] == "yes") for r in files["products.csv"]),
        lots=tuple(_lot(r) for r in files["stock.csv"] if kinds[r["location"]] != "quarantine"),
        trucks=tuple(_truck(row) for row in heads.values()),
        loads=tuple(
            Load(r["asn"], r["line"], r["sku"], int(r["quantity"]), expires=_day(r))
            for r in inbound
        ),
        orders=tuple(_order(lines[0]) for lines in orders(files).values()),
        wants=tuple(
            Want(r["order"], r["line"], r["sku"], open_units(r)) for r in files["orders.csv"]
        ),
        as_of=MOMENT,
        zone=ZoneInfo("Europe/Brussels"),
    )
    return plan_of(house)


def _day(row: Row) -> date | None:
    return date.fromisoformat(row["expires_on"]) if row["expires_on"] else None


def _lot(row: Row) -> Lot:
    return Lot(row["sku"], int(row["quantity"]), expires=_day(row))


def _truck(row: Row) -> Truck:
    return Truck(row["asn"], instant(row["expected_at"]), arrived=row["status"] == "arrived")


def _order(row: Row) -> Order:
    return Order(
        row["order"],
        priority=int(row["priority"]),
        promised=instant(row["promised_at"]) if row["promised_at"] else None,
        ordered=instant(row["ordered_at"]),
        policy=row["policy"],
        max_shipments=int(row["max_shipments"] or 0),
        made=int(row["shipments_made"]),
        held=row["hold"] == "yes",
    )


FILES = read(sample_files(DAY))
PLAN = _plan(FILES)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_good_part_of_today_s_arrivals_goes_straight_to_orders(seed: int) -> None:
    files = read(sample_files(DAY, seed))
    today = {r["asn"] for r in files["inbound.csv"] if instant(r["expected_at"]).date() == DAY}
    pegs = [peg for peg in _plan(files).pegs() if peg.cross_dock and peg.asn in today]
    heads = {number: lines[0] for number, lines in orders(files).items()}
    served = {peg.order for peg in pegs}
    late = [number for number in served if _late(heads[number])]
    assert 220 <= sum(peg.quantity for peg in pegs) <= 280
    assert 95 <= len(served) <= 110
    assert 20 <= len(late) <= 25


def test_every_truck_still_to_be_unloaded_today_serves_somebody() -> None:
    assert [unload.units > 0 for unload in PLAN.unload()][:10] == [True] * 10


def test_orders_of_all_four_policies_wait_for_goods() -> None:
    policies = {number: lines[0]["policy"] for number, lines in orders(FILES).items()}
    waiting = [peg.order for peg in PLAN.pegs() if peg.asn] + [u.order for u in PLAN.unmet()]
    assert {policies[number] for number in waiting} == set(policies.values())


def test_many_orders_are_whole_in_stock_and_some_in_part() -> None:
    sources = defaultdict(set)
    for peg in PLAN.pegs():
        sources[peg.order].add(peg.asn is None)
    for unmet in PLAN.unmet():
        sources[unmet.order].add(False)
    assert sum(found == {True} for found in sources.values()) >= 140
    assert sum(found == {True, False} for found in sources.values()) >= 40


def test_every_reason_for_waiting_can_be_seen() -> None:
    assert {str(unmet.reason) for unmet in PLAN.unmet()} == {
        "on_hold",
        "stockout",
        "would_not_complete",
        "outranked",
        "outside_horizon",
        "no_supply",
    }


def test_every_reason_for_putting_away_can_be_seen() -> None:
    assert {str(line.reason) for line in PLAN.inbound() if line.reason} == {
        "outside_horizon",
        "expired_lot",
        "not_backorderable",
        "would_wait",
        "would_not_complete",
        "stock_covers",
        "no_demand",
    }


def _late(head: Row) -> bool:
    return bool(head["promised_at"]) and instant(head["promised_at"]) < MOMENT
