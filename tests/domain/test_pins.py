"""Which pins free themselves: never more than was pinned, never fewer than are void."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.domain.pins import Pinned, left_behind


def pin(units: int, newest: int = 1, open_: int = 9, *, gone: bool = False) -> Pinned:
    return Pinned("SO-1", "1", 1, 1, "LAMP", units, newest, f"T-{newest}", newest, open_, gone)


def test_what_is_still_waited_for_stays() -> None:
    assert left_behind([pin(4), pin(5, 2)]) == ()


def test_what_is_gone_goes_whole_though_the_line_waits() -> None:
    assert left_behind([pin(4), pin(5, 2, gone=True)]) == (pin(5, 2, gone=True),)


def test_the_newest_goes_first_and_no_more_than_is_beyond() -> None:
    freed = left_behind([pin(2, 1, 3), pin(2, 3, 3), pin(2, 2, 3)])
    assert [(one.asn, one.units) for one in freed] == [("T-3", 2), ("T-2", 1)]


def test_a_line_that_is_overdrawn_holds_nothing() -> None:
    assert left_behind([pin(2, 1, -1)]) == (pin(2, 1, -1),)


@given(
    st.integers(-2, 12),
    st.lists(st.tuples(st.integers(1, 6), st.booleans()), max_size=6),
)
def test_what_is_left_is_alive_and_waited_for_and_as_much_as_can_be(
    open_: int, drawn: list[tuple[int, bool]]
) -> None:
    pins = [pin(units, n, open_, gone=gone) for n, (units, gone) in enumerate(drawn)]
    freed = Counter({one.newest: one.units for one in left_behind(pins)})
    left = {one.newest: one.units - freed[one.newest] for one in pins}

    assert all(units >= 0 for units in left.values())
    assert all(not left[one.newest] for one in pins if one.gone)
    alive = sum(one.units for one in pins if not one.gone)
    assert sum(left.values()) == min(alive, max(0, open_))
