"""A closed shipment comes back until it is handed over, and the policy's limit counts it once."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.board import OUTBOUND
from app.domain.errors import NotFoundError, RefusedError
from app.services.booking import Wish, book
from app.services.ordering import OrderChange, change_order
from app.services.reopening import hand_over, reopen_packing, reopen_shipment, shipment_told
from app.services.trucks import TruckEvent, tell_truck
from app.services.verifying import verify
from tests.floor import NOW, make_floor, orders, stock, wants
from tests.services.test_cartons import slip_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.floor import Floor

LAMP, VASE = "4006381333931", "4012345678901"
FIRST, SECOND = "SH-SO-1-1", "SH-SO-1-2"


@pytest.fixture
def shipped(floor: Floor) -> Floor:
    """Two of three lamps have been shipped."""
    floor.give(orders=orders(wants("SO-1", 3)), stock=stock("A-1,LAMP,2,,"))
    floor.pick("SO-1", "CMD-QTY-2", LAMP)
    floor.pack("SO-1", "CMD-QTY-2", LAMP, "CMD-CLOSE")
    floor.answers.clear()
    return floor


def holds(floor: Floor) -> bool:
    return all(check.ok for check in verify(floor.desk))


def test_the_units_come_back_verified_to_the_packing_place(shipped: Floor) -> None:
    opened = reopen_packing("SO-1", shipped.desk)

    assert (opened["reopened"], opened["remaining"]) == (FIRST, 0)
    assert shipped.on_hand("LAMP") == {"PACK": 2}
    assert holds(shipped)


def test_it_closes_again_under_its_number_and_its_slip_says_which_it_replaces(
    shipped: Floor,
) -> None:
    reopen_shipment(FIRST, shipped.desk)
    shipped.pack("SO-1", "CMD-UNDO", "CMD-DAMAGED", LAMP, LAMP)

    answer = shipped.pack("SO-1", "CMD-CLOSE")

    slip = slip_of(shipped, FIRST)
    assert (answer["shipment"], slip.lines[0].shipped_now) == (FIRST, 1)
    assert slip.words is not None
    assert (
        "This slip replaces the one of 4\N{NO-BREAK SPACE}March\N{NO-BREAK SPACE}2026 08:00."
        in slip.words.before_and_after
    )
    assert shipped.on_hand("LAMP") == {"QUAR": 1}


def test_a_void_slip_is_printed_no_more(shipped: Floor) -> None:
    reopen_shipment(FIRST, shipped.desk)

    with shipped.desk.store.read(shipped.desk.stamp()) as work:
        shipment = work.shipments.find(FIRST)
        assert shipment is not None
        assert work.documents.queue() == ()
        assert work.documents.of_shipment(shipment.id) is None


def test_a_first_slip_replaces_none(shipped: Floor) -> None:
    assert slip_of(shipped, FIRST).replaces == ""


def test_what_is_picked_after_it_was_reopened_goes_with_it(shipped: Floor) -> None:
    reopen_shipment(FIRST, shipped.desk)
    shipped.give(stock=stock("A-1,LAMP,1,,"))
    shipped.pick("SO-1", LAMP)

    assert shipped.pack("SO-1", LAMP, "CMD-CLOSE")["shipment"] == FIRST
    assert shipped.on_hand("LAMP") == {}


def test_an_empty_shipment_after_it_does_not_stand_in_the_way(shipped: Floor) -> None:
    shipped.give(stock=stock("A-1,LAMP,1,,"))
    shipped.pick("SO-1", LAMP, "CMD-UNDO")

    assert reopen_packing("SO-1", shipped.desk)["remaining"] == 0
    assert shipped.pack("SO-1", "CMD-CLOSE")["shipment"] == FIRST
    shipped.pick("SO-1", LAMP)
    assert shipped.pack("SO-1", LAMP, "CMD-CLOSE")["shipment"] == SECOND


def test_once_it_was_handed_over_it_is_never_reopened(shipped: Floor) -> None:
    told = hand_over(FIRST, shipped.desk)

    assert (told["status"], told["handed_over_at"]) == ("handed_over", "2026-03-04T08:00:00Z")
    with pytest.raises(RefusedError, match="handed_over_already"):
        reopen_shipment(FIRST, shipped.desk)
    with pytest.raises(RefusedError, match="handed_over_already"):
        hand_over(FIRST, shipped.desk)
    assert shipped.on_hand("LAMP") == {}


@pytest.mark.parametrize(
    ("carrier", "reopens"), [("Corvane", False), ("corvane ", False), ("Other", True), ("", True)]
)
def test_a_departed_pickup_of_its_carrier_took_it(
    floor: Floor, carrier: str, reopens: bool
) -> None:
    head = "order,line,customer,sku,quantity,ordered_at,carrier\n"
    floor.give(orders=f"{head}SO-1,1,Ann,LAMP,1,2026-03-01,Corvane\n", stock=stock("A-1,LAMP,1,,"))
    floor.pick("SO-1", LAMP)
    floor.pack("SO-1", LAMP, "CMD-CLOSE")
    depart(floor, carrier)

    if reopens:
        assert reopen_packing("SO-1", floor.desk)["reopened"] == FIRST
    else:
        with pytest.raises(RefusedError, match="left_with"):
            reopen_packing("SO-1", floor.desk)


def depart(floor: Floor, carrier: str) -> None:
    """Let a pickup of a carrier come and go."""
    wish = Wish(NOW, details={"carrier": carrier})
    book("PU-1", wish, floor.desk, direction=OUTBOUND)
    for event in ("arrive", "depart"):
        tell_truck("PU-1", TruckEvent(event), floor.desk, direction=OUTBOUND)


def test_an_open_or_unknown_shipment_is_not_reopened(shipped: Floor) -> None:
    shipped.give(stock=stock("A-1,LAMP,1,,"))
    shipped.pick("SO-1", LAMP)

    with pytest.raises(RefusedError, match="other_open"):
        reopen_shipment(FIRST, shipped.desk)
    for act in (reopen_shipment, hand_over):
        with pytest.raises(RefusedError, match="not_closed_yet"):
            act(SECOND, shipped.desk)
        with pytest.raises(NotFoundError, match="no_shipment"):
            act("SH-SO-9-1", shipped.desk)


def test_only_the_last_closed_shipment_is_reopened(shipped: Floor) -> None:
    shipped.give(stock=stock("A-1,LAMP,1,,"))
    shipped.pick("SO-1", LAMP)
    shipped.pack("SO-1", LAMP, "CMD-CLOSE")

    with pytest.raises(RefusedError, match="later_closed"):
        reopen_shipment(FIRST, shipped.desk)
    assert reopen_packing("SO-1", shipped.desk)["reopened"] == SECOND


def test_a_cancelled_order_and_one_that_never_shipped_are_not_reopened(shipped: Floor) -> None:
    shipped.give(orders=orders(wants("SO-2", 1)))
    with pytest.raises(RefusedError, match="nothing_to_reopen"):
        reopen_packing("SO-2", shipped.desk)
    change_order("SO-1", OrderChange(cancel=True), shipped.desk)
    with pytest.raises(RefusedError, match="order_cancelled"):
        reopen_packing("SO-1", shipped.desk)
    assert shipment_told(FIRST, shipped.desk)["status"] == "closed"


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    most=st.integers(1, 3),
    acts=st.lists(
        st.sampled_from(["stock", "pick", "pack", "close", "reopen", "undo", "hold", "carton"]),
        max_size=14,
    ),
)
def test_no_order_ever_has_more_shipments_than_its_policy_allows(
    tmp_path_factory: pytest.TempPathFactory, most: int, acts: list[str]
) -> None:
    floor = make_floor(_file(tmp_path_factory))
    floor.give(orders=orders(wants("SO-1", 4, policy="up_to_n_shipments", most=most)))
    for act in (*acts, "stock", "stock", "stock", "stock", "pick", "pack", "close"):
        _do(floor, act)
        made, shipped = _made(floor)
        assert made < most or (made == most and shipped == 4)
        assert holds(floor)


def _file(factory: pytest.TempPathFactory) -> Path:
    return factory.mktemp("limit") / "floor.db"


def _do(floor: Floor, act: str) -> None:
    with floor.desk.store.read(floor.desk.stamp()) as work:
        order = work.orders.find("SO-1")
        assert order is not None
    if act == "stock":
        floor.give(stock=stock(f"A-1,LAMP,{floor.on_hand('LAMP').get('A-1', 0) + 1},,"))
    elif act == "reopen":
        with suppress(RefusedError):
            reopen_packing("SO-1", floor.desk)
    elif act == "hold":
        change_order("SO-1", OrderChange(hold=not order.hold), floor.desk)
    else:
        room = floor.pick if act == "pick" else floor.pack
        code = {"close": "CMD-CLOSE", "undo": "CMD-UNDO", "carton": "CMD-CARTON"}.get(act, LAMP)
        room("SO-1", code)


def _made(floor: Floor) -> tuple[int, int]:
    with floor.desk.store.read(floor.desk.stamp()) as work:
        order = work.orders.find("SO-1")
        assert order is not None
        return order.made, sum(line.shipped for line in order.lines)
