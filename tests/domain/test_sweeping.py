"""What stands in a lane beside what was scanned in it."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.goods import PLAIN, Kind, Location, Stock, Trace
from app.domain.orders import Held
from app.domain.sweeping import Parcel, State, compare, parcels_of

LAMP, VASE = 1, 2
LANE, SHELF = Location(7, "LANE-1", Kind.STAGING), Location(8, "A-1", Kind.STORAGE)
L1, L2 = Trace("L1"), Trace("L2")
TODAY = date(2026, 3, 4)


def lamps(units: int, line: int | None = None, rank: int = 9, trace: Trace = PLAIN) -> Parcel:
    return Parcel(LAMP, trace, units, line, f"SO-{line}" if line else "", rank)


def seen(parcels: list[Parcel], counted: dict[tuple[int, Trace], int]) -> list[int]:
    return [share.seen for share in compare(parcels, counted).shares]


def test_what_is_missing_is_missing_for_the_last_in_rank() -> None:
    parcels = [lamps(2, 5, rank=3), lamps(2, 6, rank=1), lamps(1)]

    shares = compare(parcels, {(LAMP, PLAIN): 3}).shares

    assert [(one.parcel.order, one.seen, one.missing) for one in shares] == [
        ("SO-6", 2, 0),
        ("SO-5", 1, 1),
        ("", 0, 1),
    ]


@pytest.mark.parametrize(
    ("counted", "expected", "beyond"),
    [
        ({(LAMP, L2): 1}, [0, 1], 0),
        ({(LAMP, L1): 1, (LAMP, PLAIN): 1}, [1, 1], 0),
        ({(LAMP, L2): 2}, [0, 1], 1),
        ({(LAMP, Trace("L3")): 1}, [0, 0], 1),
        ({(VASE, PLAIN): 1}, [0, 0], 1),
    ],
)
def test_a_told_lot_is_that_lot(
    counted: dict[tuple[int, Trace], int], expected: list[int], beyond: int
) -> None:
    parcels = [lamps(1, 5, 1, L1), lamps(1, 6, 2, L2)]

    assert seen(parcels, counted) == expected
    assert compare(parcels, counted).surplus.total() == beyond


def test_units_that_no_lock_holds_are_nobodys_and_those_said_missing_are_none() -> None:
    stock = [Stock(LANE, LAMP, PLAIN, 6)]
    held = [Held(5, LAMP, 2, LANE.id, PLAIN), Held(6, LAMP, 1, SHELF.id, PLAIN)]

    found = parcels_of(stock, held, {(LANE.id, PLAIN): 1}, {5: ("SO-5", 9)})

    assert list(found) == [lamps(2, 5), Parcel(LAMP, PLAIN, 3)]


@pytest.mark.parametrize(
    ("parcel", "expected"),
    [
        (lamps(1, 5), State.RIGHT),
        (lamps(1), State.NOBODYS),
        (lamps(1, 5, trace=Trace("L1", TODAY)), State.RIGHT),
        (lamps(1, 5, trace=Trace("L1", date(2026, 3, 3))), State.EXPIRED),
    ],
)
def test_what_a_seen_unit_is(parcel: Parcel, expected: State) -> None:
    share = compare([parcel], {(LAMP, PLAIN): 1}).shares[0]

    assert share.state(TODAY) is expected


TRACES = st.sampled_from([PLAIN, L1, L2, Trace("L1", TODAY), Trace("", None, "S1")])
PARCELS = st.lists(
    st.builds(
        Parcel,
        st.sampled_from([LAMP, VASE]),
        TRACES,
        st.integers(1, 4),
        st.sampled_from([None, 5, 6]),
        st.just("SO"),
        st.integers(1, 3),
    ),
    max_size=6,
)


@given(
    PARCELS, st.dictionaries(st.tuples(st.sampled_from([LAMP, VASE]), TRACES), st.integers(1, 9))
)
def test_every_scanned_unit_is_laid_beside_one_or_is_beyond(
    parcels: list[Parcel], counted: dict[tuple[int, Trace], int]
) -> None:
    found = compare(parcels, counted)

    assert all(0 <= share.seen <= share.parcel.units for share in found.shares)
    laid = Counter[int]()
    for share in found.shares:
        laid[share.parcel.product_id] += share.seen
    for (product, _), units in found.surplus.items():
        laid[product] += units
    scanned = Counter[int]()
    for (product, _), units in counted.items():
        scanned[product] += units
    assert laid == scanned
