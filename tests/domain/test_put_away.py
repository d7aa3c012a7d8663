"""Which shelf: examples of each rule, and what holds for any site."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import BadValueError
from app.domain.goods import PLAIN, Kind, Location, Product, Stock, Trace
from app.domain.put_away import PutAwayRule, Reason, beside_its_own, choose_empty
from app.domain.settings import Settings, with_setting

FIRST, NEAREST, ZONE = PutAwayRule
DIRECTED = (NEAREST, ZONE)
DOCK = Location(900, "DOCK", Kind.DOCK, "", 50)
LAMP, MILK = Product(1, "LAMP"), Product(2, "MILK", tracking="lot")
OLD, NEW = Trace("L1", date(2026, 3, 1)), Trace("L2", date(2026, 4, 1))


def shelf(number: int, zone: str = "", sequence: int | None = None) -> Location:
    return Location(number, f"S-{number:03}", Kind.STORAGE, zone, sequence)


def lies(place: Location, trace: Trace = PLAIN, product: int = 1) -> Stock:
    return Stock(place, product, trace, 5)


A, B, C = shelf(1, "dry", 10), shelf(2, "Cold ", 40), shelf(3, "cold", 70)


@pytest.mark.parametrize(
    ("rule", "zone", "chosen", "reason"),
    [
        (FIRST, "cold", A, Reason.FIRST_EMPTY),
        (NEAREST, "dry", B, Reason.NEAREST_EMPTY),
        (ZONE, "COLD", B, Reason.ZONE),
        (ZONE, "dry", A, Reason.ZONE),
        (ZONE, "frozen", B, Reason.NEAREST_EMPTY),
        (ZONE, "", B, Reason.NEAREST_EMPTY),
        (ZONE, "  ", B, Reason.NEAREST_EMPTY),
    ],
)
def test_each_rule_has_its_empty_place(
    rule: PutAwayRule, zone: str, chosen: Location, reason: Reason
) -> None:
    found = choose_empty(rule, (A, B, C), (), zone, DOCK)

    assert found is not None
    assert (found.place, found.reason) == (chosen, reason)


def test_of_two_as_near_the_one_earlier_in_the_walk_is_taken() -> None:
    found = choose_empty(NEAREST, (shelf(2, "", 60), shelf(1, "", 40)), (), "", DOCK)

    assert found is not None
    assert found.place == shelf(1, "", 40)


@pytest.mark.parametrize("dock", [None, Location(9, "D", Kind.DOCK)])
def test_where_no_way_is_known_the_nearest_is_the_first(dock: Location | None) -> None:
    found = choose_empty(NEAREST, (C, A, B), (), "", dock)

    assert found is not None
    assert found.place == A


@pytest.mark.parametrize("rule", DIRECTED)
def test_a_promised_place_is_passed_over_while_another_is_empty(rule: PutAwayRule) -> None:
    found = [choose_empty(rule, (A, B), promised, "cold", DOCK) for promised in ({2}, {1, 2})]

    assert [chosen and chosen.place for chosen in found] == [A, B]


@pytest.mark.parametrize("rule", PutAwayRule)
def test_where_nothing_is_empty_nothing_is_chosen(rule: PutAwayRule) -> None:
    assert choose_empty(rule, (), (), "cold", DOCK) is None


@pytest.mark.parametrize(
    ("rule", "product", "trace", "expected"),
    [
        (FIRST, MILK, NEW, A),  # the rule of old looks at no lot
        (NEAREST, MILK, NEW, None),
        (NEAREST, MILK, OLD, A),
        (ZONE, MILK, Trace("L1"), None),  # the same lot with another date
        (NEAREST, LAMP, NEW, A),  # nobody tracks it: the lot is kept, not heeded
    ],
)
def test_lots_stay_apart_where_a_rule_directs(
    rule: PutAwayRule, product: Product, trace: Trace, expected: Location | None
) -> None:
    assert beside_its_own(rule, product, trace, [lies(A, OLD)], {}) == expected


@pytest.mark.parametrize(("rule", "expected"), [(FIRST, A), (NEAREST, B), (ZONE, B)])
def test_what_waits_to_be_counted_is_passed_over(rule: PutAwayRule, expected: Location) -> None:
    missing = {(A.id, PLAIN): 2, (B.id, PLAIN): 0}

    assert beside_its_own(rule, LAMP, PLAIN, [lies(B), lies(A)], missing) == expected


@pytest.mark.parametrize("rule", PutAwayRule)
def test_what_lies_nowhere_has_no_place_of_its_own(rule: PutAwayRule) -> None:
    assert beside_its_own(rule, LAMP, PLAIN, [], {}) is None


SHELVES = st.lists(
    st.builds(shelf, st.integers(1, 99), st.sampled_from(["", "dry", "cold"]),
              st.none() | st.integers(0, 99)),
    unique_by=lambda place: place.id, min_size=1,
)  # fmt: skip


@given(
    st.sampled_from(PutAwayRule), SHELVES, st.sets(st.integers(1, 99)),
    st.sampled_from(["", "dry", "cold"]), st.none() | st.just(DOCK),
)  # fmt: skip
def test_a_choice_is_empty_in_any_order_of_places_and_promised_only_at_need(
    rule: PutAwayRule,
    empty: list[Location],
    promised: set[int],
    zone: str,
    dock: Location | None,
) -> None:
    found = choose_empty(rule, empty, promised, zone, dock)

    assert found == choose_empty(rule, empty[::-1], promised, zone, dock)
    assert found is not None
    assert found.place in empty
    if rule.directs and found.place is not None and found.place.id in promised:
        assert {place.id for place in empty} <= promised
    if found.reason is Reason.ZONE:
        assert found.place is not None
        assert found.place.zone == zone


@pytest.mark.parametrize("word", ["", "nearest", "first empty", "BY-ZONE"])
def test_a_word_that_is_no_rule_is_refused(word: str) -> None:
    with pytest.raises(BadValueError, match="bad_put_away_rule"):
        with_setting(Settings(), "put_away_rule", word)


def test_a_rule_is_taken_in_any_case() -> None:
    assert with_setting(Settings(), "put_away_rule", " By_Zone ").put_away_rule == ZONE
