"""Accepting what the optimal mode offers: kept, undone, superseded, and never worse."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.domain.errors import RefusedError
from app.services.backorders import backorder_queue, backorders_json
from app.services.objective import Offer, accept, improve, plan_now, value_json
from app.services.ordering import OrderChange, change_order
from app.services.plan_json import plan_json
from app.services.solving import has_solver
from app.services.verifying import verify
from tests.floor import orders, stock, wants
from tests.services.conservation import broken_rules

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from tests.floor import Floor

ALL = "all_or_nothing"
LIMIT = timedelta(minutes=1)


@pytest.fixture
def rivals(floor: Floor) -> Floor:
    """Four lamps: SO-1 wants them all, SO-2 and SO-3 two each."""
    floor.give(
        orders=orders(
            wants("SO-1", 4, policy=ALL), wants("SO-2", 2, policy=ALL), wants("SO-3", 2, policy=ALL)
        ),
        stock=stock("A-1,LAMP,4,,"),
    )
    return floor


def offer(floor: Floor) -> Offer:
    return Offer(improve(plan_now(floor.desk), LIMIT).preferred)


def plan(floor: Floor) -> Mapping[str, Any]:
    with floor.desk.store.read(floor.desk.stamp()) as work:
        return plan_json(floor.desk.planner.current(work))


def served(floor: Floor) -> list[str]:
    return [peg["order"] for peg in plan(floor)["pegs"]]


def test_an_offer_changes_nothing_until_it_is_accepted(rivals: Floor) -> None:
    best = improve(plan_now(rivals.desk), LIMIT)

    assert [peg["order"] for peg in value_json(best, accepted=False)["pegs"]] == ["SO-2", "SO-3"]
    assert served(rivals) == ["SO-1"]


def test_a_dry_run_says_who_gains_and_keeps_nothing(rivals: Floor) -> None:
    told = accept(offer(rivals), rivals.desk, dry_run=True)

    assert [part["order"] for part in told["gained"]] == ["SO-2", "SO-3"]
    assert [part["order"] for part in told["lost"]] == ["SO-1"]
    assert served(rivals) == ["SO-1"]


def test_what_is_accepted_is_the_plan_from_then_on(rivals: Floor) -> None:
    accept(offer(rivals), rivals.desk)

    assert served(rivals) == ["SO-2", "SO-3"]
    assert rivals.pick("SO-2", "4006381333931")["outcome"] == "accepted"
    assert served(rivals) == ["SO-2", "SO-3"]
    assert broken_rules(rivals) == []
    assert [check.name for check in verify(rivals.desk) if not check.ok] == []


def test_whoever_is_outranked_is_told_of_the_acceptance(rivals: Floor) -> None:
    accept(offer(rivals), rivals.desk)

    details = [row["detail"] for row in plan(rivals)["unmet"]]

    assert len(details) == 1
    assert "preferred by the supervisor's acceptance" in details[0]


def test_the_queue_counts_ranks_as_the_plan_serves(rivals: Floor) -> None:
    rivals.give(orders=orders(wants("SO-4", 9)))
    accept(offer(rivals), rivals.desk)

    lines = backorders_json(backorder_queue(rivals.desk), rivals.clock.instant)["lines"]

    assert [(row["order"], row["rank"]) for row in lines] == [("SO-1", 3), ("SO-4", 4)]


def test_back_to_rank_order_undoes_it(rivals: Floor) -> None:
    before = plan(rivals)
    accept(offer(rivals), rivals.desk)

    accept(Offer(), rivals.desk)

    assert plan(rivals) == before


def test_the_next_acceptance_takes_the_place_of_the_one_before(rivals: Floor) -> None:
    accept(offer(rivals), rivals.desk)
    rivals.give(orders=orders(wants("SO-5", 5, "VASE"), wants("SO-6", 1, "VASE", policy=ALL)))
    rivals.give(stock=stock("A-1,LAMP,8,,", "A-2,VASE,4,,"))

    accept(offer(rivals), rivals.desk)

    with rivals.desk.store.read(rivals.desk.stamp()) as work:
        facts = work.plans.facts().orders
    assert facts.numbers[facts.preferred].tolist() == ["SO-6"]


def test_an_order_that_moves_to_another_class_goes_first_no_more(rivals: Floor) -> None:
    accept(offer(rivals), rivals.desk)
    for number in ("SO-1", "SO-2", "SO-3"):
        change_order(number, OrderChange(priority=2), rivals.desk)

    assert served(rivals) == ["SO-1"]


def test_an_urgent_order_that_comes_in_later_goes_before_the_preferred(rivals: Floor) -> None:
    accept(offer(rivals), rivals.desk)

    rivals.give(orders=orders(wants("SO-0", 4, priority=1)))

    assert served(rivals) == ["SO-0"]


@pytest.mark.wrong_input
def test_a_cancelled_order_leaves_its_preference_behind(rivals: Floor) -> None:
    accept(offer(rivals), rivals.desk)

    change_order("SO-2", OrderChange(cancel=True), rivals.desk)
    change_order("SO-3", OrderChange(hold=True), rivals.desk)

    assert served(rivals) == ["SO-1"]


@pytest.mark.wrong_input
def test_an_offer_that_time_has_made_worse_is_refused(rivals: Floor) -> None:
    old = offer(rivals)
    change_order("SO-3", OrderChange(hold=True), rivals.desk)

    with pytest.raises(RefusedError) as refused:
        accept(old, rivals.desk)

    assert refused.value.code == "objective_stale"
    assert served(rivals) == ["SO-1"]


@pytest.mark.wrong_input
def test_without_the_extra_nothing_is_worked_out(
    rivals: Floor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)

    assert not has_solver()
    with pytest.raises(RefusedError) as refused:
        improve(plan_now(rivals.desk), LIMIT)

    assert refused.value.code == "needs_extra"
