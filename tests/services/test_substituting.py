"""A substitute stands in for what an order lacks: never for more, never from anybody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from app.domain.errors import FloorError
from app.services.job_views import pack_view, pick_view
from app.services.ordering import OrderChange, change_order
from app.services.substituting import Substitution, all_offers, offer_json, substitute
from app.services.undoing import newest_change, undo_change
from app.texts.difference import decision_words
from tests.floor import inbound, orders, stock, wants
from tests.services.conservation import broken_rules

if TYPE_CHECKING:
    from tests.floor import Floor

PRODUCTS = """sku,description,backorderable,substitutes
LAMP,Desk lamp,yes,LAMP-S*2;VASE
LAMP-S,Small lamp,yes,
VASE,Vase,yes,LAMP
BOX,Box of six mugs,yes,
MUG,Mug,yes,BOX*1/6
"""
ALLOW = OrderChange(allow_substitutes=True)
ONE = Substitution("SO-1", "1", "LAMP-S", 3)


@pytest.fixture
def two(floor: Floor) -> Floor:
    """SO-1 and SO-2 lack 3 and 2 lamps; SO-3 wants 2 of 9 small lamps, T-1 brings 4 more."""
    floor.give(
        products=PRODUCTS,
        orders=orders(
            wants("SO-1", 4, priority=2),
            wants("SO-2", 2, priority=3),
            wants("SO-3", 2, "LAMP-S", priority=4),
        ),
        stock=stock("A-1,LAMP,1,,", "A-2,LAMP-S,9,,"),
        inbound=inbound("T-1,1,Acme,LAMP-S,4,2026-03-05,"),
    )
    return floor


def allow(floor: Floor, *numbers: str) -> None:
    for number in numbers:
        change_order(number, ALLOW, floor.desk)


def offered(floor: Floor) -> list[tuple[str, str, int, int, int]]:
    found, zone = all_offers(floor.desk)
    told = [offer_json(one, zone) for one in found]
    keys = ("order", "substitute", "quantity", "units", "now")
    return [tuple(one[key] for key in keys) for one in told]


def line(floor: Floor, number: str, name: str) -> Any:
    with floor.desk.store.read(floor.desk.stamp()) as work:
        order = work.orders.find(number)
        assert order is not None
        return next(part for part in order.lines if part.line == name)


def pegged(floor: Floor, number: str) -> dict[str, int]:
    with floor.desk.store.read(floor.desk.stamp()) as work:
        pegs = floor.desk.planner.current(work).pegs_of_order(number)
        return {peg.line: sum(p.quantity for p in pegs if p.line == peg.line) for peg in pegs}


def test_what_nobody_gets_is_offered_in_rank_order_stock_first(two: Floor) -> None:
    allow(two, "SO-2", "SO-1")

    assert offered(two) == [("SO-1", "LAMP-S", 3, 6, 6), ("SO-2", "LAMP-S", 2, 4, 1)]


def test_an_order_that_allows_none_is_offered_nothing(two: Floor) -> None:
    assert offered(two) == []


def test_an_order_on_hold_is_offered_nothing(two: Floor) -> None:
    allow(two, "SO-1")
    change_order("SO-1", OrderChange(hold=True), two.desk)

    assert offered(two) == []


def test_one_for_several_is_offered_whole_times_only(floor: Floor) -> None:
    floor.give(
        products=PRODUCTS,
        orders=orders(wants("SO-1", 15, "MUG")),
        stock=stock("A-1,BOX,9,,"),
    )
    allow(floor, "SO-1")

    assert offered(floor) == [("SO-1", "BOX", 12, 2, 2)]


def test_what_an_order_gave_back_is_not_lacking(floor: Floor) -> None:
    """SO-1 goes whole or not at all: it lacks one lamp, and has its vases."""
    floor.give(
        products=PRODUCTS,
        orders=orders(
            wants("SO-1", 2, policy="all_or_nothing"),
            wants("SO-1", 3, "VASE", "all_or_nothing", line=2),
        ),
        stock=stock("A-1,LAMP,1,,", "A-2,LAMP-S,2,,", "A-3,VASE,3,,"),
    )
    allow(floor, "SO-1")
    assert offered(floor) == [("SO-1", "LAMP-S", 1, 2, 2)]

    done = substitute(Substitution("SO-1"), floor.desk)

    assert done["orders_completed"] == ["SO-1"]
    assert pegged(floor, "SO-1") == {"1": 1, "2": 3, "1/S1": 2}


def test_it_becomes_a_line_of_its_own_that_has_its_units(two: Floor) -> None:
    allow(two, "SO-1")

    done = substitute(Substitution("SO-1", "1", "LAMP-S", 2), two.desk)

    told = {"line": "1", "sku": "LAMP", "quantity": 2, "substitute": "LAMP-S", "units": 4}
    assert done["substituted"] == [{**told, "stand_in": "1/S1"}]
    old, new = line(two, "SO-1", "1"), line(two, "SO-1", "1/S1")
    assert (old.cancelled, new.quantity, new.stands_for, new.replaces) == (2, 4, old.id, 2)
    assert pegged(two, "SO-1") == {"1": 1, "1/S1": 4}
    assert pegged(two, "SO-3") == {"1": 2}
    assert broken_rules(two) == []


def test_nobody_who_asked_for_the_product_is_later_by_it(two: Floor) -> None:
    """SO-3 ranks last and has stock; what SO-1 and SO-2 get of the truck stays theirs."""
    allow(two, "SO-1", "SO-2")

    done = [substitute(Substitution(number), two.desk) for number in ("SO-1", "SO-2")]

    assert [one["lost"] for one in done] == [[], []]
    assert [one["promises_broken"] for one in done] == [[], []]
    with two.desk.store.read(two.desk.stamp()) as work:
        pegs = two.desk.planner.current(work).pegs_of_order("SO-3")
    assert [(peg.source, peg.quantity) for peg in pegs] == [("stock", 2)]


def test_a_second_one_gets_another_name(two: Floor) -> None:
    allow(two, "SO-1")
    for _again in range(2):
        substitute(Substitution("SO-1", "1", "LAMP-S", 1), two.desk)

    assert pegged(two, "SO-1") == {"1": 1, "1/S1": 2, "1/S2": 2}


def test_a_dry_run_keeps_nothing(two: Floor) -> None:
    allow(two, "SO-1")

    done = substitute(Substitution("SO-1"), two.desk, dry_run=True)

    assert (done["dry_run"], len(done["gained"])) == (True, 1)
    assert line(two, "SO-1", "1").cancelled == 0


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (Substitution("SO-9"), "unknown_order"),
        (Substitution("SO-2"), "substitutes_not_allowed"),
        (Substitution("SO-1", "9", "LAMP-S"), "unknown_line"),
        (Substitution("SO-1", "1", "GONE"), "unknown_sku"),
        (Substitution("SO-1", "1", "MUG"), "not_approved"),
        (Substitution("SO-1", "1", "LAMP"), "not_approved"),
        (Substitution("SO-1", "1", "VASE", 1), "not_spare"),
        (Substitution("SO-1", "1", "LAMP-S", 4), "not_lacking"),
        (Substitution("SO-4", "1", "BOX", 7), "not_whole"),
        (Substitution("SO-4", "1", "BOX", 12), "not_spare"),
        (Substitution("SO-5", "1", "LAMP"), "not_approved"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(
    two: Floor, asked: Substitution, code: str
) -> None:
    """SO-5 lacks small lamps, in whose place no lamp may stand: approval has a direction."""
    two.give(
        orders=orders(wants("SO-4", 15, "MUG"), wants("SO-5", 40, "LAMP-S", priority=5)),
        stock=stock("A-3,BOX,1,,"),
    )
    allow(two, "SO-1", "SO-4", "SO-5")
    newest = newest_change(two.desk)

    with pytest.raises(FloorError) as error:
        substitute(asked, two.desk)

    assert error.value.code == code
    assert newest_change(two.desk) == newest
    assert broken_rules(two) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (OrderChange(hold=True), "order_on_hold"),
        (OrderChange(cancel=True), "order_cancelled"),
        (OrderChange(allow_substitutes=False), "substitutes_not_allowed"),
    ],
)
def test_an_order_that_takes_nothing_takes_no_substitute(
    two: Floor, change: OrderChange, code: str
) -> None:
    allow(two, "SO-1")
    change_order("SO-1", change, two.desk)

    with pytest.raises(FloorError) as error:
        substitute(ONE, two.desk)

    assert error.value.code == code


def test_a_substitute_has_no_substitute(two: Floor) -> None:
    """Its units are gone: no vase may stand in for the small lamp that stood in for a lamp."""
    two.give(products="sku,description,substitutes\nLAMP-S,Small lamp,VASE\n")
    allow(two, "SO-2")
    change_order("SO-1", OrderChange(cancel=True), two.desk)
    substitute(Substitution("SO-2"), two.desk)
    two.give(stock=stock("A-2,LAMP-S,0,,", "A-3,VASE,9,,"))

    assert offered(two) == []
    with pytest.raises(FloorError) as error:
        substitute(Substitution("SO-2", "1/S1", "VASE"), two.desk)
    assert error.value.code == "not_approved"


def test_it_is_taken_back_by_a_new_fact(two: Floor) -> None:
    allow(two, "SO-1")
    done = substitute(ONE, two.desk)
    newest = newest_change(two.desk)
    assert newest is not None
    assert decision_words(newest) == "substitution of 3 LAMP for SO-1"

    back = undo_change(two.desk)

    assert (back["gained"], back["lost"]) == (done["lost"], done["gained"])
    assert line(two, "SO-1", "1").cancelled == 0
    assert (line(two, "SO-1", "1/S1").open, line(two, "SO-1", "1/S1").replaces) == (0, 0)
    assert offered(two) == [("SO-1", "LAMP-S", 3, 6, 6)]
    assert broken_rules(two) == []


def test_what_is_picked_stays(two: Floor) -> None:
    allow(two, "SO-1")
    substitute(ONE, two.desk)
    two.pick("SO-1", "CMD-QTY-2", "LAMP-S")

    with pytest.raises(FloorError) as error:
        undo_change(two.desk)

    assert error.value.code == "substitute_moved_on"
    assert line(two, "SO-1", "1").cancelled == 3


def test_units_off_the_truck_go_to_its_lane_and_are_free_once_it_is_taken_back(two: Floor) -> None:
    """SO-1 has six of the seven small lamps in stock; one, and three of T-1, are for SO-2."""
    allow(two, "SO-1", "SO-2")
    for number in ("SO-1", "SO-2"):
        substitute(Substitution(number), two.desk)

    said = two.receive("T-1", "CMD-QTY-4", "LAMP-S")["disposition"]
    assert [(part["to"], part.get("order"), part["quantity"]) for part in said] == [
        ("cross_dock", "SO-2", 3),
        ("put_away", None, 1),
    ]
    assert pegged(two, "SO-2") == {"1/S1": 4}

    undo_change(two.desk)

    assert "1/S1" not in pegged(two, "SO-2")
    assert offered(two) == [("SO-2", "LAMP-S", 2, 4, 4)]
    assert broken_rules(two) == []


def test_whoever_picks_it_is_told_what_it_is_in_place_of(two: Floor) -> None:
    allow(two, "SO-1")
    substitute(ONE, two.desk)

    lamp = two.pick("SO-1", "LAMP")
    small = two.pick("SO-1", "LAMP-S")

    assert lamp["next"] == {
        "location": "A-2",
        "sku": "LAMP-S",
        "quantity": 6,
        "in_place_of": "LAMP",
    }
    assert small["message"] == "Right item: 1 Small lamp in place of Desk lamp"
    assert [step.instead_of for step in pick_view("SO-1", two.desk).steps] == ["Desk lamp"]


def test_one_scan_for_both_says_how_many_stand_in(two: Floor) -> None:
    """SO-1 wants small lamps of its own besides."""
    two.give(
        orders=orders(wants("SO-1", 4, priority=2), wants("SO-1", 1, "LAMP-S", line=2, priority=2))
    )
    allow(two, "SO-1")
    substitute(Substitution("SO-1", "1", "LAMP-S", 1), two.desk)

    said = two.pick("SO-1", "CMD-QTY-3", "LAMP-S")["message"]

    assert said == "Right item: 3 Small lamp (2 in place of Desk lamp)"


def test_the_slip_says_what_it_is_in_place_of(two: Floor) -> None:
    allow(two, "SO-1")
    substitute(ONE, two.desk)
    two.pick("SO-1", "LAMP", "CMD-QTY-6", "LAMP-S")
    assert [part.instead_of for part in pack_view("SO-1", two.desk).lines] == ["", "Desk lamp"]

    done = two.pack("SO-1", "LAMP", "CMD-QTY-6", "LAMP-S", "CMD-CLOSE")

    assert two.answers[-2]["message"] == "Verified: 6 Small lamp in place of Desk lamp"
    assert done["ships"] == [
        {"line": "1", "sku": "LAMP", "quantity": 1},
        {"line": "1/S1", "sku": "LAMP-S", "quantity": 6, "in_place_of": "LAMP Desk lamp"},
    ]
    assert done["to_come"] == []
