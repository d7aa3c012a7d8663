"""What a change does: lines that gain or lose, promises that break or hold again."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.difference import PlanFigures, Shift, difference

DUE = datetime(2026, 3, 4, tzinfo=UTC)
LATE = DUE + timedelta(microseconds=1)


def figures(ships: datetime | None = DUE, units: int = 2, unmet: str = "") -> PlanFigures:
    lasts = {} if ships is None else {"SO-1": ships}
    pegged = Counter({("SO-1", "1", "LAMP"): units}) if units else Counter()
    return PlanFigures(pegged, lasts, frozenset({unmet} - {""}))


def test_a_plan_beside_itself_differs_in_nothing() -> None:
    done = difference(figures(), figures(), {"SO-1": DUE})

    assert (done.gained, done.lost, done.promises_broken, done.promises_saved) == ((),) * 4


@pytest.mark.parametrize(("before", "after"), [(2, 5), (0, 3)])
def test_the_units_more_are_gained_and_the_same_are_lost_on_the_way_back(
    before: int, after: int
) -> None:
    one, other = figures(units=before), figures(units=after)
    shift = (Shift("SO-1", "1", "LAMP", 3),)

    assert difference(one, other, {}).gained == shift == difference(other, one, {}).lost
    assert difference(one, other, {}).lost == ()


@pytest.mark.parametrize("worse", [figures(LATE), figures(unmet="SO-1"), figures(None, 0, "SO-1")])
def test_a_promise_is_broken_by_what_is_late_or_unmet(worse: PlanFigures) -> None:
    assert difference(figures(), worse, {"SO-1": DUE}).promises_broken == ("SO-1",)
    assert difference(worse, figures(), {"SO-1": DUE}).promises_saved == ("SO-1",)


def test_a_promise_that_was_broken_before_is_not_broken_again() -> None:
    done = difference(figures(LATE), figures(unmet="SO-1"), {"SO-1": DUE})

    assert (done.promises_broken, done.promises_saved) == ((), ())


def test_an_order_without_a_promise_breaks_none() -> None:
    assert difference(figures(), figures(LATE), {"SO-1": None}).promises_broken == ()


def test_shifts_and_promises_stand_in_the_order_of_numbers() -> None:
    wide = Counter({("SO-2", "1", "A"): 1, ("SO-10", "1", "A"): 1})
    before = PlanFigures(Counter(), {}, frozenset())
    after = PlanFigures(wide, {}, frozenset({"SO-2", "SO-10"}))
    done = difference(before, after, {"SO-2": DUE, "SO-10": DUE})

    assert [shift.order for shift in done.gained] == ["SO-10", "SO-2"]
    assert done.promises_broken == ("SO-10", "SO-2")
