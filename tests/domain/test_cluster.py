"""Joining several orders' lists: nothing is lost, nothing is promised twice, one walk."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cluster import at_first_place, may_name_a_tote, part_of, shares, walked
from app.domain.goods import Kind, Location, Trace
from app.domain.orders import OrderLine
from app.domain.picking import Source, instructions, make_tasks

if TYPE_CHECKING:
    from app.domain.picking import Task

ORDERS = ("SO-1", "SO-2", "SO-3")
PLACES = tuple(
    Location(key, f"A-{key}", Kind.DOCK if key == 4 else Kind.STORAGE, "", 5 - key)
    for key in range(1, 5)
)
units = st.integers(1, 6)
lines = st.lists(st.tuples(st.sampled_from(ORDERS), st.integers(1, 2), units), max_size=8).map(
    lambda rows: [
        (order, OrderLine(key, str(key), product, count, 0, 0, 0))
        for key, (order, product, count) in enumerate(rows, 1)
    ]
)
sources = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(1, 2), st.sampled_from((None, date(2027, 1, 1)))),
    units,
    max_size=10,
).map(
    lambda found: [
        Source(PLACES[place], product, Trace("", day, ""), count)
        for (place, product, day), count in found.items()
    ]
)


def joined(mine: list[tuple[str, OrderLine]], pool: list[Source]) -> tuple[Task, ...]:
    wanted = {line.id: line.quantity for _, line in mine}
    return walked(make_tasks([line for _, line in mine], wanted, pool))


@given(lines, sources)
def test_each_line_gets_what_there_is_and_no_source_gives_more_than_it_has(
    mine: list[tuple[str, OrderLine]], pool: list[Source]
) -> None:
    tasks = joined(mine, pool)

    for product in (1, 2):
        asked = sum(line.quantity for _, line in mine if line.product_id == product)
        there = sum(source.quantity for source in pool if source.product_id == product)
        given_ = sum(task.quantity for task in tasks if task.source.product_id == product)
        assert given_ == min(asked, there)
    for source in pool:
        spot = (source.location, source.product_id, source.trace)
        taken = sum(
            task.quantity
            for task in tasks
            if (task.source.location, task.source.product_id, task.source.trace) == spot
        )
        assert taken <= source.quantity


@given(lines, sources)
def test_where_there_is_enough_the_joined_list_is_the_sum_of_the_single_ones(
    mine: list[tuple[str, OrderLine]], pool: list[Source]
) -> None:
    enough = [
        *pool,
        *(Source(PLACES[0], product, Trace("L", None, ""), 60) for product in (1, 2)),
    ]
    order_of = {line.id: order for order, line in mine}

    together = shares(joined(mine, enough), order_of)

    for order in ORDERS:
        alone = joined([row for row in mine if row[0] == order], enough)
        assert together.get(order, 0) == sum(task.quantity for task in alone)


@given(lines, sources)
def test_every_instruction_is_the_sum_of_what_its_totes_get(
    mine: list[tuple[str, OrderLine]], pool: list[Source]
) -> None:
    tasks = joined(mine, pool)
    order_of = {line.id: order for order, line in mine}

    first = at_first_place(tasks)

    if tasks:
        assert sum(shares(first, order_of).values()) == instructions(tasks)[0].quantity
    assert sum(step.quantity for step in instructions(tasks)) == sum(t.quantity for t in tasks)


@given(lines, sources, st.sampled_from(ORDERS), st.integers(0, 20))
def test_a_tote_gets_its_own_orders_units_and_no_more_than_are_in_hand(
    mine: list[tuple[str, OrderLine]], pool: list[Source], order: str, in_hand: int
) -> None:
    own = [line.id for number, line in mine if number == order]
    tasks = joined(mine, pool)

    parts = part_of(tasks, own, in_hand)

    due = sum(task.quantity for task in tasks if task.order_line_id in own)
    assert sum(part.quantity for part in parts) == min(due, in_hand)
    assert all(part.order_line_id in own for part in parts)


@given(lines, sources)
def test_one_walk_visits_each_place_once_by_sequence_with_docks_last(
    mine: list[tuple[str, OrderLine]], pool: list[Source]
) -> None:
    stops = [task.source.location for task in joined(mine, pool)]

    assert stops == sorted(stops, key=lambda place: (place.kind is Kind.DOCK, place.walk))


@pytest.mark.parametrize(
    ("code", "may"),
    [("T-1", True), ("4006381333931", False), ("9999999999994", False), ("12345678", False)],
)
def test_a_code_with_a_products_digits_is_no_totes(code: str, *, may: bool) -> None:
    assert may_name_a_tote(code) is may
