"""Offers never take more than is spare, only in their direction, and each unit once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.substitution import Approved, Spare, Want, offers
from tests.domain.plan import warehouse as w
from tests.domain.plan.facts_of import plan_of
from tests.domain.plan.strategies import SKUS, warehouses
from tests.domain.plan.test_plan_reference import MANY

if TYPE_CHECKING:
    from app.domain.plan.plan import Plan

NOW = datetime(2026, 3, 4, 8, tzinfo=UTC)
PRODUCT_IDS = range(10, 10 + len(SKUS))
PRODUCTS = range(1, 5)
Wants = tuple[Want, ...]
Approval = dict[int, list[Approved]]
Stocks = dict[int, tuple[Spare, ...]]
RATIOS = st.integers(1, 4)
WANTS = st.lists(st.tuples(st.sampled_from(PRODUCTS), st.integers(1, 20)), max_size=8).map(
    lambda found: tuple(
        Want(f"SO-{at}", "1", str(product), units, at, product)
        for at, (product, units) in enumerate(found)
    )
)
APPROVED = st.dictionaries(
    st.sampled_from(PRODUCTS),
    st.lists(
        st.builds(Approved, st.sampled_from(PRODUCTS), st.just(""), RATIOS, RATIOS),
        max_size=3,
        unique_by=lambda one: one.product_id,
    ),
)
SPARE = st.dictionaries(
    st.sampled_from(PRODUCTS),
    st.lists(st.integers(1, 15), max_size=3).map(
        lambda found: tuple(
            Spare(units, NOW + timedelta(hours=at), at or None) for at, units in enumerate(found)
        )
    ),
)


@given(WANTS, APPROVED, SPARE)
def test_each_spare_unit_is_offered_once_at_most(
    wants: Wants, approved: Approval, spare: Stocks
) -> None:
    taken: Counter[tuple[int, int | None]] = Counter()
    for offer in offers(wants, approved, spare):
        for part in offer.parts:
            taken[offer.by.product_id, part.inbound_line_id] += part.units

    there = {
        (product, part.inbound_line_id): part.units
        for product, parts in spare.items()
        for part in parts
    }
    assert all(units <= there[key] for key, units in taken.items())


@given(WANTS, APPROVED, SPARE)
def test_only_approved_products_stand_in_whole_times_their_ratio(
    wants: Wants, approved: Approval, spare: Stocks
) -> None:
    for offer in offers(wants, approved, spare):
        assert offer.by in approved[offer.want.product_id]
        assert offer.by.product_id != offer.want.product_id
        times, rest = divmod(offer.quantity, offer.by.replaces)
        assert (rest, offer.units) == (0, times * offer.by.units)


@given(WANTS, APPROVED, SPARE)
def test_no_more_is_offered_than_a_line_lacks(
    wants: Wants, approved: Approval, spare: Stocks
) -> None:
    filled: Counter[Want] = Counter()
    for offer in offers(wants, approved, spare):
        assert offer.quantity > 0
        filled[offer.want] += offer.quantity

    assert all(units <= want.units for want, units in filled.items())


@given(WANTS, APPROVED, SPARE)
def test_offers_come_in_the_order_of_the_wants_and_of_approval(
    wants: Wants, approved: Approval, spare: Stocks
) -> None:
    found = offers(wants, approved, spare)

    places = [(wants.index(one.want), approved[one.want.product_id].index(one.by)) for one in found]
    assert places == sorted(set(places))


@given(WANTS, APPROVED, SPARE)
def test_what_is_there_first_is_taken_first(
    wants: Wants, approved: Approval, spare: Stocks
) -> None:
    found = offers(wants, approved, spare)

    for product in PRODUCTS:
        taken = [part.available_at for o in found if o.by.product_id == product for part in o.parts]
        assert all(one <= other for one, other in pairwise(taken))


@given(WANTS, APPROVED, SPARE, st.integers(1, 7))
def test_who_ranks_first_does_not_care_who_follows(
    wants: Wants, approved: Approval, spare: Stocks, first: int
) -> None:
    alone = offers(wants[:first], approved, spare)

    assert offers(wants, approved, spare)[: len(alone)] == alone


def of_source(parts: tuple[Spare, ...]) -> Counter[tuple[str | None, str | None]]:
    units: Counter[tuple[str | None, str | None]] = Counter()
    for part in parts:
        units[part.asn, part.asn_line] += part.units
    return units


@MANY
@given(warehouses(), st.sampled_from(SKUS))
def test_spare_is_what_one_would_get_who_ranks_behind_everybody(
    house: w.Warehouse, sku: str
) -> None:
    last = w.Order("~", priority=5, ordered=w.AS_OF)
    more = replace(
        house, orders=(*house.orders, last), wants=(*house.wants, w.Want("~", "1", sku, 10**6))
    )
    gets: Counter[tuple[str | None, str | None]] = Counter()
    for peg in plan_of(more).pegs_of_order("~"):
        gets[peg.asn, peg.asn_line] += peg.quantity

    product = PRODUCT_IDS[SKUS.index(sku)]

    assert of_source(plan_of(house).spare([product]).get(product, ())) == gets


def served(plan: Plan) -> dict[tuple[str, str], list[tuple[datetime, int]]]:
    """Return what each line gets, by when it is there."""
    found: dict[tuple[str, str], Counter[datetime]] = {}
    for peg in plan.pegs():
        found.setdefault((peg.order, peg.line), Counter())[peg.available_at] += peg.quantity
    return {key: sorted(units.items()) for key, units in found.items()}


@MANY
@given(warehouses(), st.sampled_from(SKUS), st.integers(1, 9))
def test_who_is_pinned_to_what_is_spare_takes_nothing_from_anybody(
    house: w.Warehouse, sku: str, units: int
) -> None:
    """As a substitute's line is, though its order be the most urgent."""
    product = PRODUCT_IDS[SKUS.index(sku)]
    before = plan_of(house)
    want = Want("!", "1", "?", units, 1, 0)
    spare = before.spare([product])
    most = sum(part.units for part in spare.get(product, ()))
    found = offers([replace(want, units=min(units, most))], {0: [Approved(product, sku)]}, spare)
    parts = [part for offer in found for part in offer.parts]
    first = w.Order("!", priority=1, promised=w.AS_OF - timedelta(days=9))
    taken = sum(part.units for part in parts)
    pins = (
        w.Lock("!", "1", p.units, (p.asn, p.asn_line) if p.asn and p.asn_line else None)
        for p in parts
    )
    more = replace(
        house,
        orders=(*house.orders, first),
        wants=(*house.wants, w.Want("!", "1", sku, taken)),
        locks=(*house.locks, *pins),
    )
    after = served(plan_of(more)) if taken else served(before)
    mine = after.pop(("!", "1"), [])

    assert after == served(before)
    assert sum(part for _, part in mine) == taken
