"""Closing a shipment: what is missing is named, and a supervisor's word is kept with its reason."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from app.services.ordering import OrderChange, change_order
from db import tables as t
from tests.floor import orders, stock, wants
from tests.services.test_cartons import slip_of

if TYPE_CHECKING:
    from tests.floor import Floor

LAMP, VASE = "4006381333931", "4012345678901"


@pytest.fixture
def picked(floor: Floor) -> Floor:
    """Two of three lamps and a vase are picked."""
    floor.give(
        orders=orders(wants("SO-1", 3), wants("SO-1", 1, "VASE", line=2)),
        stock=stock("A-1,LAMP,2,,", "A-2,VASE,1,,"),
    )
    floor.pick("SO-1", LAMP, LAMP, VASE)
    floor.answers.clear()
    return floor


def test_what_is_missing_at_close_is_named_line_by_line(picked: Floor) -> None:
    answer = picked.pack("SO-1", LAMP, "CMD-CLOSE")

    assert answer["missing"] == [
        {"line": "1", "sku": "LAMP", "units": 1},
        {"line": "2", "sku": "VASE", "units": 1},
    ]
    assert "1 LAMP (line 1) and 1 VASE (line 2)" in answer["message"]


def test_nothing_closes_or_prints_while_a_unit_is_unverified(picked: Floor) -> None:
    answer = picked.pack("SO-1", LAMP, LAMP, "CMD-CLOSE")

    assert "shipment" not in answer
    with picked.desk.store.read(picked.desk.stamp()) as work:
        shipment = work.shipments.find("SH-SO-1-1")
        assert shipment is not None
        assert work.documents.of_shipment(shipment.id) is None


@pytest.mark.parametrize(
    ("told", "reason"), [("21", "Counted by hand"), ("Ann fetches it", "Ann fetches it")]
)
def test_a_supervisor_closes_what_is_unverified_and_the_reason_is_kept(
    picked: Floor, told: str, reason: str
) -> None:
    answer = picked.pack("SO-1", LAMP, f"cmd-override-{told}")

    kept = {"reason": reason, "by": "supervisor"}
    assert kept.items() <= answer["override"].items()
    assert slip_of(picked, answer["shipment"]).lines[0].shipped_now == 2
    with picked.desk.store.engine.connect() as connection:  # type: ignore[attr-defined]
        query = select(t.facts.c.data).where(t.facts.c.kind == "pack_override")
        [data] = [json.loads(data) for data in connection.scalars(query)]
    assert kept.items() <= data.items()
    assert [row["units"] for row in data["unverified"]] == [1, 1]


@pytest.mark.parametrize("told", ["", " ", "99", "0", "x" * 201])
def test_an_override_without_a_reason_closes_nothing(picked: Floor, told: str) -> None:
    assert "shipment" not in picked.pack("SO-1", f"CMD-OVERRIDE-{told}")
    assert picked.answers[-1]["outcome"] in ("not_allowed", "unknown_barcode")


def test_an_override_is_for_what_is_kept_open_alone(picked: Floor) -> None:
    assert picked.pack("SO-1", LAMP, LAMP, VASE, "CMD-OVERRIDE-21")["outcome"] == "wrong_state"
    picked.pack("SO-1", "CMD-CLOSE", "CMD-OVERRIDE-21")
    assert picked.outcomes()[-2:] == ["accepted", "wrong_state"]


@pytest.mark.parametrize("policy", ["all_or_nothing", "up_to_n_shipments"])
def test_no_reason_lets_go_what_the_orders_policy_forbids(floor: Floor, policy: str) -> None:
    most = 1 if policy == "up_to_n_shipments" else ""
    floor.give(orders=orders(wants("SO-1", 2, policy="ship_as_available")))
    floor.give(stock=stock("A-1,LAMP,1,,"))
    floor.pick("SO-1", LAMP)
    floor.give(orders=orders(wants("SO-1", 2, policy=policy, most=most)))

    assert floor.pack("SO-1", "CMD-OVERRIDE-21")["outcome"] == "not_allowed"
    assert floor.on_hand("LAMP") == {"PACK": 1}


@pytest.mark.parametrize("change", [OrderChange(hold=True), OrderChange(cancel=True)])
def test_no_reason_lets_a_held_or_cancelled_order_go(picked: Floor, change: OrderChange) -> None:
    change_order("SO-1", change, picked.desk)

    assert picked.pack("SO-1", "CMD-OVERRIDE-21")["outcome"] == "wrong_state"


def test_nothing_picked_asks_for_no_zero_in_a_box(floor: Floor) -> None:
    floor.give(orders=orders(wants("SO-1", 1)), stock=stock("A-1,LAMP,1,,"))
    floor.pick("SO-1", "CMD-SHORT")

    floor.pack("SO-1", "CMD-CLOSE", "CMD-OVERRIDE-21", "CMD-CARTON", LAMP)

    assert floor.outcomes()[1:] == ["wrong_state", "wrong_state", "wrong_state", "wrong_item"]


def test_an_item_of_the_customers_other_order_is_refused_with_its_number(picked: Floor) -> None:
    picked.give(orders=orders(wants("SO-2", 1, "RUG")), stock=stock("A-3,RUG,1,,"))
    picked.pick("SO-2", "RUG")

    answer = picked.pack("SO-1", "RUG")

    assert (answer["outcome"], answer["belongs_to"]) == ("wrong_item", "SO-2")
    assert "SO-2: scan its number" in answer["message"]


def test_an_item_of_another_customers_order_is_a_wrong_item_alone(picked: Floor) -> None:
    picked.give(
        orders=orders(wants("SO-2", 1, "RUG").replace("Ann", "Bob")), stock=stock("A-3,RUG,1,,")
    )
    picked.pick("SO-2", "RUG")

    answer = picked.pack("SO-1", "RUG")

    assert answer["outcome"] == "wrong_item"
    assert "belongs_to" not in answer
