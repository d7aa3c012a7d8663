"""The length of a walk among shelves, and that of the best one."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.goods import Kind, Location
from app.domain.walking import MOST_EXACT, best_length, floorplan

CODES = [f"{zone}-{number}" for zone in "ABC" for number in range(5)]
PLACES = [Location(n, code, Kind.STORAGE, code[0], n) for n, code in enumerate(CODES, 1)]
PLAN = floorplan(PLACES)


def test_neighbours_are_one_step_apart() -> None:
    assert PLAN.length(["A-1"]) == 2


def test_a_walk_by_pick_sequence_goes_forth_and_back() -> None:
    assert PLAN.length(CODES[:10]) == 4 + 3 + 4 + 3


def test_an_order_that_turns_round_is_longer() -> None:
    assert PLAN.length(["A-4", "A-0", "A-4"]) == 16


def test_no_stops_are_no_walk() -> None:
    assert (PLAN.length([]), best_length(PLAN, [])) == (0, (0, True))
    assert floorplan([]).length([]) == 0


@given(st.lists(st.sampled_from(CODES), max_size=5, unique=True))
def test_the_best_tour_is_the_shortest_of_all(stops: list[str]) -> None:
    shortest = min(PLAN.length(order) for order in permutations(stops))

    assert best_length(PLAN, stops) == (shortest, True)


@given(st.lists(st.sampled_from(CODES), min_size=MOST_EXACT + 1, unique=True))
def test_a_bound_is_never_above_a_walk(stops: list[str]) -> None:
    length, exact = best_length(PLAN, stops)

    assert not exact
    assert length <= PLAN.length(sorted(stops, key=CODES.index))
