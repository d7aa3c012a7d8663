"""A substitute stands in for what an order lacks: never for more, never from anybody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from app.services.ordering import OrderChange, change_order
from app.services.substituting import Substitution, all_offers, offer_json, substitute
from tests.floor import inbound, orders, stock, wants
from tests.services.conservation import broken_rules

if TYPE_CHECKING:
    from tests.floor import Floor

PRODUCTS = """sku,description,backorderable,substitutes
LAMP,Desk lamp,yes,LAMP-S*2;VASE
LAMP-S,Small lamp,yes,LAMP
VASE,Vase,yes,
BOX,Box of six,yes,
MUG,Mug,yes,BOX*1/6
"""
ALLOW = OrderChange(allow_substitutes=True)


@pytest.fixture
def two(floor: Floor) -> Floor:
    """SO-1 and SO-2 lack 3 and 2 lamps; of 9 small lamps SO-3 wants 2, and T-1 brings 4 more."""
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


def offered(floor: Floor) -> list[Any]:
    found, zone = all_offers(floor.desk)
    told = [offer_json(one, zone) for one in found]
    return [(one["order"], one["substitute"], one["quantity"], one["units"]) for one in told]


def test_what_nobody_gets_is_offered_in_rank_order(two: Floor) -> None:
    allow(two, "SO-2", "SO-1")

    assert offered(two) == [("SO-1", "LAMP-S", 3, 6), ("SO-2", "LAMP-S", 2, 4)]


def test_it_becomes_a_line_of_its_own(two: Floor) -> None:
    allow(two, "SO-1")

    done = substitute(Substitution("SO-1", "1", "LAMP-S", 2), two.desk)

    assert done["substituted"] == [
        {
            "line": "1",
            "sku": "LAMP",
            "quantity": 2,
            "stand_in": "1/S1",
            "substitute": "LAMP-S",
            "units": 4,
        }
    ]
    assert broken_rules(two) == []
