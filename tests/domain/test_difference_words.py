"""A difference is one sentence, and freed pins are another."""

import pytest

from app.domain.difference import Difference, Shift
from app.texts.difference import difference_sentence, freed_sentence


def shifts(*orders: tuple[str, int]) -> tuple[Shift, ...]:
    return tuple(Shift(order, "1", "LAMP", units) for order, units in orders)


def many(count: int) -> tuple[Shift, ...]:
    return shifts(*((f"SO-{n:02}", n) for n in range(1, count + 1)))


@pytest.mark.parametrize(
    ("shift", "said"),
    [
        (
            Difference(shifts(("SO-7", 4)), shifts(("SO-9", 2)), ("SO-9",), ()),
            "SO-7 gains 4, SO-9 loses 2, 1 promise breaks",
        ),
        (Difference((), (), (), ()), "Nobody gains or loses a unit"),
        (
            Difference((), (), (), (), crossed_before=12, crossed_after=11),
            "Nobody gains or loses a unit, 1 unit fewer goes straight to a lane",
        ),
        (
            Difference((), (), (), (), crossed_before=2, crossed_after=11),
            "Nobody gains or loses a unit, 9 units more go straight to a lane",
        ),
        (Difference(shifts(("SO-7", 4)), (), (), (), crossed_after=4), "SO-7 gains 4"),
        (Difference((), (), (), ("SO-1", "SO-2")), "2 promises are saved"),
        (
            Difference((), (), ("SO-1", "SO-2"), ("SO-3",)),
            "2 promises break, 1 promise is saved",
        ),
        (
            Difference((), (), (), (), ("SO-1",), ("SO-2", "SO-3")),
            "1 order is complete, 2 orders are short",
        ),
        (
            Difference(many(15), (), (), ()),
            "SO-15 gains 15, SO-14 gains 14, SO-13 gains 13 and 12 more gain",
        ),
        (
            Difference((), many(4), (), ()),
            "SO-04 loses 4, SO-03 loses 3, SO-02 loses 2 and 1 more loses",
        ),
    ],
)
def test_a_difference_says_who_gains_and_loses_and_what_becomes_of_promises(
    shift: Difference, said: str
) -> None:
    assert difference_sentence(shift) == said


def test_the_lines_of_an_order_are_added_up() -> None:
    two_lines = (Shift("SO-1", "1", "LAMP", 2), Shift("SO-1", "2", "VASE", 3))
    assert difference_sentence(Difference(two_lines, (), (), ())) == "SO-1 gains 5"


def test_freed_pins_are_named_and_the_others_counted() -> None:
    pin = {"order": "SO-1", "line": "1", "sku": "LAMP", "quantity": 2, "asn": "T-1"}
    assert freed_sentence([]) == ""
    assert freed_sentence([pin, pin | {"asn": None}]) == (
        "No longer pinned: 2 LAMP on T-1 for SO-1, 2 LAMP in stock for SO-1."
    )
    assert freed_sentence([pin] * 5).endswith(" and 2 more.")
