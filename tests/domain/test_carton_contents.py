"""What lies in which carton: together exactly what is picked, whatever was verified before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cartons import Carton, filled, taken_back
from app.domain.goods import Trace
from app.domain.orders import Held

PLAIN = Trace("", None, "")
CARTONS = [Carton(number, number, opened=number) for number in (1, 2, 3)]
COUNTS = st.dictionaries(st.integers(1, 3), st.integers(-2, 4))


def lying(counts: dict[int, int]) -> dict[int, dict[tuple[int, Trace], int]]:
    return {number: {(7, PLAIN): units} for number, units in counts.items()}


@given(verified=COUNTS, picked=st.integers(0, 9))
def test_cartons_hold_exactly_what_is_picked(verified: dict[int, int], picked: int) -> None:
    held = [Held(7, 1, picked, 1, PLAIN)] if picked else []

    full = filled(CARTONS, lying(verified), held)

    assert sum(each.units for each in full) == picked
    assert all(each.units > 0 for each in full)
    assert all(
        each.units <= max(0, verified.get(each.carton.number, 0))
        for each in full
        if each.carton.number != 3
    )


@pytest.mark.parametrize(
    ("lies", "units", "out"),
    [
        ({1: 2, 2: 3}, 2, {2: 2}),
        ({1: 2, 2: 3}, 4, {2: 3, 1: 1}),
        ({1: 2, 2: 0}, 1, {1: 1}),
        ({1: 2}, 0, {}),
        ({1: 2}, -1, {}),
        ({1: -1, 2: 3}, 3, {2: 3}),
        ({}, 3, {}),
    ],
)
def test_units_come_out_of_the_last_carton_first(
    lies: dict[int, int], units: int, out: dict[int, int]
) -> None:
    assert taken_back(lies, units) == out
