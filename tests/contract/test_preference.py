"""A preference is kept alike in every database: the next takes its place, an import leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.services.objective import Offer, accept, improve, plan_now
from tests.floor import BARCODES, LOCATIONS, PRODUCTS, orders, stock, wants

if TYPE_CHECKING:
    from tests.floor import Floor

ALL = "all_or_nothing"
RIVALS = orders(
    wants("SO-1", 4, policy=ALL), wants("SO-2", 2, policy=ALL), wants("SO-3", 2, policy=ALL)
)


@pytest.fixture
def floor(any_floor: Floor) -> Floor:
    any_floor.give(locations=LOCATIONS, products=PRODUCTS, barcodes=BARCODES)
    any_floor.give(orders=RIVALS, stock=stock("A-1,LAMP,4,,"))
    return any_floor


def first(floor: Floor) -> list[str]:
    """The numbers of the orders that go first, as another process reads them."""
    with floor.desk.store.read(floor.desk.stamp()) as work:
        facts = work.plans.facts().orders
    return sorted(facts.numbers[facts.preferred].tolist())


def test_the_next_preference_takes_the_place_of_the_last(floor: Floor) -> None:
    keys = improve(plan_now(floor.desk)).preferred
    accept(Offer(keys), floor.desk)
    both = first(floor)
    accept(Offer(keys[1:]), floor.desk)
    one = first(floor)
    accept(Offer(), floor.desk)

    assert (both, one, first(floor)) == (["SO-2", "SO-3"], ["SO-3"], [])


def test_the_same_file_again_leaves_the_preference(floor: Floor) -> None:
    accept(Offer(improve(plan_now(floor.desk)).preferred), floor.desk)

    floor.give(orders=RIVALS.replace("2026-03-04", "2026-03-05"))

    assert first(floor) == ["SO-2", "SO-3"]
