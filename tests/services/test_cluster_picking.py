"""Several orders picked on one walk: each unit lands in the right order's tote, or nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.domain.errors import NotFoundError, RefusedError
from app.services.clusters import open_cluster
from app.services.desk import Desk
from app.services.finding import order_meant
from app.services.job_views import pack_view
from app.services.ordering import OrderChange, change_order
from app.services.picking import open_picking
from app.services.setting import change_setting
from tests.floor import orders, stock, wants
from tests.services.conservation import broken_rules

if TYPE_CHECKING:
    from tests.floor import Floor

LAMP, CASE, VASE = "4006381333931", "14006381333938", "4012345678901"
BOTH = "SO-1 SO-2"


@pytest.fixture
def cart(floor: Floor) -> Floor:
    """SO-1 wants 2 lamps and a vase, SO-2 4 lamps; 3 lamps lie in A-1, 9 in A-2."""
    floor.give(
        orders=orders(
            wants("SO-1", 2), wants("SO-1", 1, "VASE", line=2), wants("SO-2", 4), wants("SO-3", 1)
        ),
        stock=stock("A-1,LAMP,3,,", "A-2,LAMP,9,,", "A-3,VASE,1,,"),
    )
    return floor


@pytest.fixture
def ready(cart: Floor) -> Floor:
    """Both totes stand on the cart."""
    cart.cluster(BOTH, "T-1", "T-2")
    cart.answers.clear()
    return cart


def in_progress(floor: Floor) -> dict[str, int]:
    found = {}
    with floor.desk.store.read(floor.desk.stamp()) as work:
        for number in ("SO-1", "SO-2"):
            order = work.orders.find(number)
            assert order is not None
            found[number] = sum(line.in_progress for line in order.lines)
    return found


def test_it_opens_with_the_first_place_joined_over_the_orders(cart: Floor) -> None:
    opened = open_cluster(BOTH.split(), cart.desk)

    assert opened == {
        "job": "cluster",
        "number": "C-1",
        "orders": ["SO-1", "SO-2"],
        "next": {
            "location": "A-1",
            "sku": "LAMP",
            "quantity": 3,
            "totes": [
                {"order": "SO-1", "tote": None, "quantity": 2},
                {"order": "SO-2", "tote": None, "quantity": 1},
            ],
        },
        "remaining": 7,
        "in_hand": 0,
        "awaits_tote": "SO-1",
        "totes": [
            {"order": "SO-1", "tote": None, "full": [], "remaining": 3, "out": None, "put_back": 0},
            {"order": "SO-2", "tote": None, "full": [], "remaining": 4, "out": None, "put_back": 0},
        ],
    }


@pytest.mark.parametrize(
    "codes",
    [
        (LAMP, "T-1", LAMP, "T-1", LAMP, "T-2", "CMD-QTY-3", LAMP, "T-2", VASE, "T-1"),
        ("CMD-QTY-3", LAMP, "T-1", "T-2", "A-2", "CMD-QTY-3", LAMP, "T-2", "A-3", VASE, "T-1"),
        ("CMD-QTY-3", LAMP, "T-2", "T-1", "A-2", "CMD-QTY-3", LAMP, "T-2", "A-3", VASE, "T-1"),
        ("A-2", CASE, "T-1", "T-2", "A-3", VASE, "T-1"),
    ],
)
def test_each_unit_becomes_its_own_orders_pick(ready: Floor, codes: tuple[str, ...]) -> None:
    answer = ready.cluster("C-1", *codes)

    assert set(ready.outcomes()) == {"accepted"}
    assert (answer["remaining"], answer["next"], answer["in_hand"]) == (0, None, 0)
    assert in_progress(ready) == {"SO-1": 3, "SO-2": 4}
    assert not broken_rules(ready)


def test_an_item_in_hand_moves_nothing_until_its_tote_is_scanned(ready: Floor) -> None:
    answer = ready.cluster("C-1", LAMP)

    assert (answer["in_hand"], answer["quantity"], answer["remaining"]) == (1, 1, 7)
    assert answer["message"] == "In hand: 1 Desk lamp. Into A T-1 ×1."
    assert "PACK" not in ready.on_hand("LAMP")


@pytest.mark.parametrize(
    ("codes", "outcome"),
    [
        (["RUG"], "wrong_item"),
        (["SO-1"], "wrong_container"),
        (["SH-SO-1-1"], "unknown_barcode"),
        (["T-9"], "unknown_barcode"),
        (["LANE-1"], "wrong_location"),
        (["CMD-QTY-7", LAMP], "over_pick"),
        (["A-1", CASE], "not_available"),
        (["CMD-FOUND"], "not_allowed"),
        (["CMD-CLOSE"], "not_allowed"),
        (["CMD-REASON-11"], "wrong_state"),
        (["4006381333930"], "bad_check_digit"),
        (["9999999999994"], "unknown_barcode"),
        (["A" * 5000], "unknown_barcode"),
    ],
)
def test_a_wrong_scan_moves_nothing(ready: Floor, codes: list[str], outcome: str) -> None:
    answer = ready.cluster("C-1", *codes)

    assert (answer["outcome"], answer["remaining"], answer["in_hand"]) == (outcome, 7, 0)
    assert in_progress(ready) == {"SO-1": 0, "SO-2": 0}


@pytest.mark.parametrize(
    ("codes", "outcome", "in_hand"),
    [
        (["T-9"], "wrong_container", 1),
        (["SO-1"], "wrong_container", 1),
        ([VASE], "wrong_state", 1),
        (["A-2"], "wrong_state", 1),
        (["CMD-SHORT"], "wrong_state", 1),
        (["CMD-SKIP"], "wrong_state", 1),
        (["CMD-DAMAGED", LAMP], "wrong_state", 1),
        (["CMD-QTY-6", LAMP], "over_pick", 1),
        (["9999999999994"], "unknown_barcode", 1),
    ],
)
def test_a_wrong_scan_with_a_unit_in_hand_leaves_it_there(
    ready: Floor, codes: list[str], outcome: str, in_hand: int
) -> None:
    answer = ready.cluster("C-1", LAMP, *codes)

    assert (answer["outcome"], answer["remaining"], answer["in_hand"]) == (outcome, 7, in_hand)
    assert in_progress(ready) == {"SO-1": 0, "SO-2": 0}


def test_the_tote_of_an_order_that_wants_none_of_it_is_wrong(ready: Floor) -> None:
    answer = ready.cluster("C-1", "A-3", VASE, "T-2")

    assert (answer["outcome"], answer["in_hand"]) == ("wrong_container", 1)
    assert answer["message"] == "T-2 gets none of these. Into A T-1 ×1."
    assert (answer["order"], answer["tote"]) == ("SO-2", "T-2")


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (LAMP, "wrong_state"),
        ("A-1", "wrong_state"),
        ("SO-1", "wrong_container"),
        ("CMD-SHORT", "wrong_state"),
        ("9999999999994", "unknown_barcode"),
        ("T-1", "accepted"),
    ],
)
def test_every_order_gets_a_tote_before_anything_is_taken(
    cart: Floor, code: str, outcome: str
) -> None:
    answer = cart.cluster(BOTH, "T-1", code)

    assert (answer["outcome"], answer["awaits_tote"]) == (outcome, "SO-2")


@pytest.mark.parametrize("tote", ["T-1", "SH-1"])
def test_a_tote_with_something_in_it_is_taken(ready: Floor, tote: str) -> None:
    ready.cluster("C-1", LAMP, "T-1")
    ready.give(orders=orders(wants("SO-4", 1)))

    answer = ready.cluster("SO-3 SO-4", tote)

    wanted = ("wrong_container", "SO-3") if tote == "T-1" else ("accepted", "SO-4")
    assert (answer["outcome"], answer["awaits_tote"]) == wanted


def test_undo_takes_back_the_tote_then_the_item_then_the_tote_given(ready: Floor) -> None:
    ready.cluster("C-1", LAMP, "T-1")
    seen = []
    for _ in range(4):
        answer = ready.cluster("C-1", "CMD-UNDO")
        seen.append((answer["outcome"], answer["in_hand"], answer["awaits_tote"]))

    assert seen == [
        ("accepted", 1, None),
        ("accepted", 0, None),
        ("accepted", 0, "SO-2"),
        ("accepted", 0, "SO-1"),
    ]
    assert ready.on_hand("LAMP") == {"A-1": 3, "A-2": 9}


def test_what_is_packed_already_is_not_taken_back(ready: Floor) -> None:
    ready.cluster("C-1", "A-2", CASE, "T-1", "T-2", "A-3", VASE, "T-1")
    ready.pack("SO-1", "CMD-QTY-2", LAMP, VASE, "CMD-CLOSE")

    answer = ready.cluster("C-1", "CMD-UNDO")

    assert answer["outcome"] == "wrong_state"


def test_a_short_place_sends_every_order_elsewhere(ready: Floor) -> None:
    answer = ready.cluster("C-1", LAMP, "T-1", "CMD-SHORT")

    assert answer["outcome"] == "accepted"
    assert answer["next"]["location"] == "A-2"
    assert answer["next"]["quantity"] == 5
    assert answer["remaining"] == 6
    assert not broken_rules(ready)


def test_a_skipped_place_comes_last_in_the_answer_and_after(ready: Floor) -> None:
    skipped = ready.cluster("C-1", "CMD-SKIP")
    later = open_cluster(["C-1"], ready.desk)

    assert skipped["next"]["location"] == later["next"]["location"] == "A-2"


def test_damaged_units_go_to_no_tote(ready: Floor) -> None:
    answer = ready.cluster("C-1", "CMD-DAMAGED", LAMP)

    assert (answer["outcome"], answer["in_hand"], answer["remaining"]) == ("accepted", 0, 7)
    assert ready.on_hand("LAMP")["QUAR"] == 1


@pytest.mark.parametrize(("code", "in_hand"), [(VASE, 0), (LAMP, 1)])
def test_the_only_tote_needs_no_scan_where_the_site_says_so(
    ready: Floor, code: str, in_hand: int
) -> None:
    change_setting("confirm_tote", "off", ready.desk)

    answer = ready.cluster("C-1", code)

    assert (answer["in_hand"], answer["tote"]) == (in_hand, None if in_hand else "T-1")


@pytest.mark.parametrize("change", [OrderChange(cancel=True), OrderChange(hold=True)])
def test_a_stopped_order_drops_out_and_its_tote_goes_to_put_back(
    ready: Floor, change: OrderChange
) -> None:
    ready.cluster("C-1", LAMP, "T-1")
    change_order("SO-1", change, ready.desk)

    answer = ready.cluster("C-1", "T-1")

    assert answer["outcome"] == "wrong_state"
    assert answer["message"] == "Order SO-1 is out of this cluster. Take tote T-1 to put-back."
    assert (answer["totes"][0]["put_back"], answer["remaining"]) == (1, 4)
    assert ready.put_back("SO-1")["next"]["to"] == "A-1"
    assert [one["order"] for one in answer["next"]["totes"]] == ["SO-2"]


def test_a_unit_in_hand_of_a_cancelled_order_goes_to_another_or_back(ready: Floor) -> None:
    ready.cluster("C-1", VASE)
    change_order("SO-1", OrderChange(cancel=True), ready.desk)

    wrong = ready.cluster("C-1", "T-1")
    other = ready.cluster("C-1", "T-2")
    back = ready.cluster("C-1", "CMD-UNDO")

    assert (wrong["outcome"], other["outcome"]) == ("wrong_state", "wrong_container")
    assert (back["outcome"], back["in_hand"]) == ("accepted", 0)


@pytest.mark.parametrize("change", [OrderChange(cancel=True), OrderChange(hold=True)])
def test_nothing_is_taken_once_every_order_is_stopped(ready: Floor, change: OrderChange) -> None:
    for number in BOTH.split():
        change_order(number, change, ready.desk)

    answers = [ready.cluster("C-1", code) for code in (LAMP, "A-1", "CMD-SHORT", "CMD-SKIP")]

    assert {answer["outcome"] for answer in answers} == {"wrong_state"}


def test_a_tote_says_when_its_order_is_done_before_the_others(ready: Floor) -> None:
    before = ready.cluster("C-1", "T-2")
    after = ready.cluster("C-1", "A-2", "CMD-QTY-4", LAMP, "T-2", "T-2", "T-2")

    assert before["message"] == "Tote T-2, order SO-2: 4 units still to come."
    assert after["message"] == "Tote T-2, order SO-2: all is in it. It can go to Pack."
    assert order_meant("T-2", ready.desk) == "SO-2"
    assert ready.pack("SO-2", "CMD-QTY-4", LAMP, "CMD-CLOSE")["outcome"] == "accepted"


def test_another_stations_pick_of_one_order_takes_that_out(ready: Floor) -> None:
    other = Desk(ready.desk.store, ready.clock, ready.desk.planner, station="S-2")
    open_picking("SO-1", other)

    answer = ready.cluster("C-1", "CMD-QTY-2", LAMP, "T-1")

    assert (answer["outcome"], answer["remaining"]) == ("wrong_state", 4)
    assert answer["totes"][0]["out"] == "taken_over"


def test_a_cluster_is_taken_over_whole(ready: Floor) -> None:
    other = Desk(ready.desk.store, ready.clock, ready.desk.planner, station="S-2")
    opened = open_cluster(["C-1"], other)

    late = ready.cluster  # its first station goes on without opening it
    assert opened["taken_over"]["station"] == ready.desk.stamp().station
    assert opened["remaining"] == 7
    assert late("C-1", LAMP)["outcome"] == "accepted"  # opening takes it back


@pytest.mark.parametrize(
    ("named", "say"),
    [
        ("SO-1", "cluster_of"),
        ("SO-1 SO-1", "named_twice"),
        ("SO-1 SO-5", "nothing_goes"),
        ("C-1 SO-3", "cluster_alone"),
        ("SO-1 SO-6", "order_on_hold"),
    ],
)
def test_what_makes_no_cluster_is_refused(ready: Floor, named: str, say: str) -> None:
    ready.give(orders=orders(wants("SO-5", 1, "RUG"), wants("SO-6", 1)))
    change_order("SO-6", OrderChange(hold=True), ready.desk)

    with pytest.raises(RefusedError) as refused:
        open_cluster(named.split(), ready.desk)

    assert refused.value.code == say


@pytest.mark.parametrize("named", ["SO-1 SO-99", "C-2", "T-1 SO-1"])
def test_an_unknown_order_opens_nothing(ready: Floor, named: str) -> None:
    with pytest.raises(NotFoundError):
        open_cluster(named.split(), ready.desk)


def test_an_order_that_another_station_has_in_a_cluster_is_not_taken_into_one(
    ready: Floor,
) -> None:
    other = Desk(ready.desk.store, ready.clock, ready.desk.planner, station="S-2")

    with pytest.raises(RefusedError) as refused:
        open_cluster(["SO-2", "SO-3"], other)

    assert refused.value.code == "in_cluster"


def test_a_killed_program_goes_on_with_what_was_in_hand(ready: Floor) -> None:
    ready.cluster("C-1", LAMP)
    again = Desk(ready.desk.store, ready.clock, type(ready.desk.planner)())

    opened = open_cluster(["SO-2", "SO-1"], again)

    assert (opened["number"], opened["in_hand"], opened["remaining"]) == ("C-1", 1, 7)


def test_a_full_tote_is_followed_by_another_and_both_mean_the_order(ready: Floor) -> None:
    ready.cluster("C-1", LAMP, "T-2")

    full = ready.cluster("C-1", "CMD-CARTON", "T-2")
    waits = ready.cluster("C-1", LAMP)
    given = ready.cluster("C-1", "T-9", "A-2", LAMP)
    last = ready.cluster("C-1", "T-9")

    assert full["message"] == "Tote T-2 is full. Scan the next one for order SO-2, place B."
    assert (waits["outcome"], waits["awaits_tote"]) == ("wrong_state", "SO-2")
    assert given["totes"][1]["tote"] == "T-9"
    assert given["totes"][1]["full"] == ["T-2"]
    assert (last["order"], last["tote"], last["quantity"]) == ("SO-2", "T-9", 1)
    assert [order_meant(tote, ready.desk) for tote in ("T-2", "T-9")] == ["SO-2"] * 2
    assert pack_view("SO-2", ready.desk).totes == ("T-2", "T-9")
    assert not broken_rules(ready)


def test_what_is_in_hand_goes_into_the_next_tote(ready: Floor) -> None:
    answer = ready.cluster("C-1", "CMD-QTY-3", LAMP, "CMD-CARTON", "T-1", "T-9", "T-9")

    assert (answer["tote"], answer["quantity"], answer["in_hand"]) == ("T-9", 2, 1)


def test_a_tote_that_was_said_to_be_full_is_not_by_undo(ready: Floor) -> None:
    for _again in range(2):
        ready.cluster("C-1", "CMD-CARTON", "T-1", "T-9", "CMD-UNDO", "CMD-UNDO")

    answer = ready.cluster("C-1", LAMP, "T-1")

    assert (answer["outcome"], answer["tote"]) == ("accepted", "T-1")
    assert answer["totes"][0]["full"] == []
    assert ready.outcomes()[2:6] == ["accepted"] * 4


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    ("codes", "outcome", "message"),
    [
        (
            ("CMD-CARTON", "SO-1"),
            "wrong_container",
            "SO-1 is no tote of this cluster that takes any more.",
        ),
        (
            (LAMP, "T-1", "CMD-CARTON", "T-1", "T-1"),
            "wrong_container",
            "Tote T-1 of order SO-1 is full. Scan the one after it.",
        ),
        (
            ("CMD-CARTON", "T-1", "T-2"),
            "accepted",
            "Tote T-2, order SO-2: 4 units still to come.",
        ),
        (("CMD-CARTON-2",), "not_allowed", "That command does nothing here"),
        (("CMD-CARTON", "CMD-CANCEL", "T-7"), "unknown_barcode", "Unknown barcode T-7."),
    ],
)
def test_a_wrong_code_in_a_full_totes_place(
    ready: Floor, codes: tuple[str, ...], outcome: str, message: str
) -> None:
    answer = ready.cluster("C-1", *codes)

    assert answer["outcome"] == outcome
    assert answer["message"].startswith(message)
    assert not broken_rules(ready)


@pytest.mark.wrong_input
def test_a_tote_that_gets_no_more_needs_none_after_it(ready: Floor) -> None:
    ready.cluster("C-1", "CMD-QTY-3", LAMP, "T-1", "T-2", "A-3", VASE, "T-1")

    answer = ready.cluster("C-1", "CMD-CARTON", "T-1")

    assert answer["outcome"] == "wrong_state"
    assert answer["message"].endswith("tote T-1 can go to Pack.")


def test_a_shipment_that_closed_leaves_its_totes_behind(ready: Floor) -> None:
    ready.cluster("C-1", LAMP, "T-2")
    ready.pack("SO-2", LAMP, "CMD-CLOSE")

    assert pack_view("SO-2", ready.desk).totes == ()


def test_a_full_tote_whose_order_gets_no_more_keeps_nobody_waiting(ready: Floor) -> None:
    ready.cluster("C-1", "CMD-QTY-2", LAMP, "T-1", "CMD-CARTON", "T-1")
    ready.count("A-3", "CMD-EMPTY", "CMD-CLOSE")

    answer = ready.cluster("C-1", LAMP)

    assert (answer["outcome"], answer["awaits_tote"], answer["in_hand"]) == ("accepted", None, 1)


@pytest.mark.parametrize("codes", [("CMD-CARTON", "T-1"), ("CMD-CARTON", "T-1", "hold", "T-1")])
def test_a_stopped_orders_tote_goes_to_put_back_full_or_not(
    ready: Floor, codes: tuple[str, ...]
) -> None:
    ready.cluster("C-1", LAMP, "T-1")
    if "hold" in codes:
        ready.cluster("C-1", *codes[:2])
    change_order("SO-1", OrderChange(hold=True), ready.desk)

    answer = ready.cluster("C-1", *codes[-2:] if "hold" not in codes else codes[-1:])

    assert answer["message"] == "Order SO-1 is out of this cluster. Take tote T-1 to put-back."
    assert answer["tote"] == "T-1"


def test_pack_names_the_tote_that_goes_on_after_a_part_shipment(ready: Floor) -> None:
    ready.cluster("C-1", LAMP, "T-1")
    ready.pack("SO-1", LAMP, "CMD-CLOSE")
    ready.cluster("C-1", LAMP, "T-1", LAMP, "T-2", "CMD-UNDO")

    assert pack_view("SO-1", ready.desk).totes == ("T-1",)
    assert pack_view("SO-2", ready.desk).totes == ()


@pytest.mark.parametrize("between", [False, True])
def test_a_tote_that_was_full_and_shipped_may_be_given_again(ready: Floor, between: bool) -> None:
    ready.cluster("C-1", LAMP, "T-1", "CMD-CARTON", "T-1", *(["T-3"] if between else []))
    full = ready.cluster("C-1", "T-1")
    ready.pack("SO-1", LAMP, "CMD-CLOSE")
    codes = ("CMD-CARTON", "T-3", "T-1") if between else ("T-1",)

    given = ready.cluster("C-1", *codes)
    put = ready.cluster("C-1", LAMP, "T-1")

    assert full["message"] == "Tote T-1 of order SO-1 is full. Scan the one after it."
    assert given["message"] == "Tote T-1 is for order SO-1, place A."
    assert (put["outcome"], put["tote"]) == ("accepted", "T-1")
    assert not broken_rules(ready)


@pytest.mark.parametrize("first", ["T-1", "T-2"])
def test_each_tote_gets_what_was_told_whichever_comes_first(ready: Floor, first: str) -> None:
    then = {"T-1": "T-2", "T-2": "T-1"}[first]

    answer = ready.cluster("C-1", "CMD-QTY-3", LAMP, first, then)

    units = {one["tote"]: one["quantity"] for one in ready.answers[-2:]}
    assert units == {"T-1": 2, "T-2": 1}
    assert answer["in_hand"] == 0


@pytest.mark.parametrize(
    ("tote", "outcome"),
    [("T-1", "accepted"), ("T-2", "wrong_container"), ("T-7", "unknown_barcode")],
)
def test_pack_knows_the_tote_that_stands_before_it(ready: Floor, tote: str, outcome: str) -> None:
    ready.cluster("C-1", LAMP, "T-1")

    assert ready.pack("SO-1", tote)["outcome"] == outcome
