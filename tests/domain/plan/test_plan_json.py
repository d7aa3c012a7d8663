"""The plan as a document, and its sentences."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.plan.values import PlanRules
from app.services.plan_json import plan_json
from app.texts.plan import put_away_sentence, rank_sentence, unmet_sentence
from tests.domain.plan.facts_of import plan_of
from tests.domain.plan.small import DAY, HOUSE, LATER, SOON, planned, truck
from tests.domain.plan.warehouse import AS_OF, Lock, Lot, Order, Want

BERLIN = ZoneInfo("Europe/Berlin")
RULES = PlanRules(BERLIN)
OUTRANKED = (
    "Order SO-1 is served first (rank 1, priority 1, promised 28 Mar 2026 10:30, "
    "ordered 25 Mar 2026 10:30) and keeps 4 BOLT."
)


def sentence(*rows: object) -> str:
    """The detail of the last unmet line."""
    detail: str = plan_json(planned(*rows, zone=BERLIN))["unmet"][-1]["detail"]
    return detail


def test_a_plan_of_nothing_is_empty() -> None:
    assert plan_json(plan_of(HOUSE)) == {
        "as_of": "2026-03-28T09:30:00Z",
        "horizon_end": "2026-04-04T09:30:00Z",
        "pegs": [],
        "unmet": [],
        "inbound": [],
        "unload": [],
    }


def test_every_part_has_its_fields() -> None:
    said = plan_json(planned(*truck("T", SOON, 3), Want("SO-1", "1", "BOLT", 4)))

    assert said["pegs"] == [
        {
            "order": "SO-1",
            "line": "1",
            "sku": "BOLT",
            "quantity": 3,
            "source": "inbound",
            "asn": "T",
            "asn_line": "1",
            "available_at": "2026-03-28T11:30:00Z",
            "ships_at": "2026-03-28T11:30:00Z",
            "cross_dock": True,
            "reason": "ranked",
            "detail": "Order SO-1 is served first (rank 1, priority 3, no promise, "
            "ordered 25 Mar 2026 09:30). No other order goes without because of it.",
        }
    ]
    assert said["unmet"] == [
        {
            "order": "SO-1",
            "line": "1",
            "sku": "BOLT",
            "quantity": 1,
            "reason": "no_supply",
            "detail": "No BOLT is free, neither in stock nor on an announced truck.",
        }
    ]
    assert said["inbound"] == [
        {
            "asn": "T",
            "line": "1",
            "sku": "BOLT",
            "expected": 3,
            "received": 0,
            "damaged": 0,
            "cross_dock": 3,
            "put_away": 0,
            "reason": None,
            "detail": None,
        }
    ]
    assert said["unload"] == [
        {
            "asn": "T",
            "rank": 1,
            "late_units": 0,
            "due_units": 0,
            "units": 3,
            "arrived": False,
            "door_minutes": None,
            "relief_per_minute": None,
            "rank_by_relief": 1,
            "override": None,
            "unload_says": "3 units for waiting orders.",
        }
    ]


def test_pegs_that_differ_in_quantity_alone_are_one() -> None:
    order = Order("SO-1", policy="all_or_nothing")
    rows = (Lot("BOLT", 2), Lot("BOLT", 3, 4, on_dock=True), *truck("T", LATER, 1), order)
    lock = Lock("SO-1", "1", 1)

    said = plan_json(planned(*rows, Want("SO-1", "1", "BOLT", 6), lock))["pegs"]

    assert [(peg["source"], peg["quantity"]) for peg in said] == [("stock", 5), ("inbound", 1)]


@pytest.mark.parametrize(
    ("rows", "detail"),
    [
        (
            (Order("SO-1", held=True), Want("SO-1", "1", "BOLT", 1)),
            "Order SO-1 is on hold and takes nothing until it is released.",
        ),
        (
            (Lot("VASE", 1), Want("SO-1", "1", "VASE", 3)),
            "VASE cannot be backordered and only 1 of 3 are there: cancel or substitute.",
        ),
        (
            (
                Lot("BOLT", 1),
                Order("SO-1", policy="all_or_nothing"),
                Want("SO-1", "1", "NUT", 2),
                Want("SO-1", "2", "BOLT", 1),
            ),
            "Order SO-1 is short of 2 NUT and gave back what it cannot ship.",
        ),
        (
            (
                Lot("BOLT", 4),
                Order("SO-1", priority=1, promised=AS_OF),
                Want("SO-1", "1", "BOLT", 4),
                Want("SO-2", "1", "BOLT", 1),
            ),
            OUTRANKED,
        ),
        (
            (*truck("T", AS_OF + 9 * DAY, 1), Want("SO-1", "1", "BOLT", 1)),
            "The next BOLT is on T line 1, expected 6 Apr 2026 11:30: beyond the horizon.",
        ),
    ],
)
def test_a_detail_says_why_in_the_sites_time(rows: tuple[object, ...], detail: str) -> None:
    assert sentence(*rows) == detail


def test_a_put_away_names_the_first_orders_it_is_about() -> None:
    rows: list[object] = []
    for number in range(1, 6):
        rows.append(Order(f"SO-{number}", policy="all_or_nothing"))
        rows.append(Want(f"SO-{number}", "1", "BOLT", 9))

    row = next(planned(*truck("T", SOON, 2), *rows).inbound())

    assert put_away_sentence(row, RULES) == (
        "SO-1, SO-2, SO-3 and 2 more gave units back: not enough came to complete them."
    )


def test_a_unit_that_waits_for_its_order_says_for_which() -> None:
    rows = (*truck("A", AS_OF, 1), *truck("B", AS_OF + 2 * DAY, 1))
    order = Order("SO-1", policy="all_or_nothing")

    row = next(planned(*rows, order, Want("SO-1", "1", "BOLT", 2)).inbound("A"))

    assert (
        put_away_sentence(row, RULES)
        == "Units for SO-1 would wait 48 h in a lane; the limit is 24 h."
    )


def test_nothing_put_away_needs_no_sentence() -> None:
    row = next(planned(*truck("T", SOON, 1), Want("SO-1", "1", "BOLT", 1)).inbound())

    assert put_away_sentence(row, RULES) == ""


def test_an_order_without_a_promise_says_so() -> None:
    facts = planned(Want("SO-1", "1", "BOLT", 1)).rank_of("SO-1")
    assert facts is not None

    assert rank_sentence(facts, BERLIN) == (
        "Order SO-1: rank 1, priority 3, no promise, ordered 25 Mar 2026 10:30."
    )


@pytest.mark.parametrize("number", ["SO-9", "", "so-1"])
def test_an_unknown_order_has_no_part_in_the_plan(number: str) -> None:
    plan = planned(Lot("BOLT", 1), Want("SO-1", "1", "BOLT", 2))

    assert (plan.pegs_of_order(number), plan.unmet_of_order(number)) == ((), ())
    assert (plan.rank_of(number), plan.pickable(number)) == (None, {})


def test_an_unknown_product_or_shipment_has_none_either() -> None:
    plan = planned(*truck("T", SOON, 1), Want("SO-1", "1", "BOLT", 2))

    assert (plan.pegs_of_product(999), list(plan.inbound("T-9"))) == ((), [])


def test_what_lies_on_a_dock_is_asked_for_by_product() -> None:
    rows = (Lot("BOLT", 2), Lot("BOLT", 3, 4, on_dock=True))
    lines = (Want(f"SO-{at}", "1", "BOLT", units) for at, units in ((1, 1), (2, 3), (3, 9)))

    pegs = planned(*rows, *lines).pegs_of_product(10, on_dock=True)

    assert [(peg.order, peg.quantity) for peg in pegs] == [("SO-2", 2), ("SO-3", 1)]


def test_a_sentence_of_every_reason_has_no_gap() -> None:
    plan = planned(Lot("BOLT", 1), Want("SO-1", "1", "BOLT", 1), Want("SO-2", "1", "BOLT", 1))

    assert all("{" not in unmet_sentence(row, BERLIN) for row in plan.unmet())
    assert timedelta(days=7) == plan.horizon_end - plan.as_of
