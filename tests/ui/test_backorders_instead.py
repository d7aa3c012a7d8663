"""A line that lacks something says what could stand in, and lets a supervisor decide it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.floor import make_floor, stock
from tests.ui.test_backorders_presenter import INBOUND, ORDERS, Screen

SUBSTITUTES = """sku,description,backorderable,substitutes
RUG,Rug,no,MAT*2;VASE
MAT,Bath mat,yes,
"""


@pytest.fixture
def rugs(qtbot: QtBot, tmp_path: Path) -> Iterator[Screen]:
    """SO-3 waits for two rugs, which never come; five mats and a vase lie there."""
    floor = make_floor(tmp_path / "floor.db")
    floor.give(orders=ORDERS, inbound=INBOUND, products=SUBSTITUTES)
    floor.give(stock=stock("A-1,MAT,5,,", "A-2,VASE,6,,"))
    screen = Screen(qtbot, floor)
    screen.take("SO-3")
    yield screen
    screen.thread.stop()


def decisions(shown: Screen) -> dict[str, list[tuple[str, str]]]:
    return {
        one.kind: [(option.name, option.label) for option in one.options]
        for one in shown.detail.decisions
        if one.kind in {"allow", "forbid", "substitute"}
    }


def test_a_line_says_what_could_stand_in_and_asks_to_allow_it_first(rugs: Screen) -> None:
    assert rugs.detail.why_about[1:] == (
        "4 MAT could stand in for 2 RUG: 4 free now.",
        "1 VASE could stand in for 1 RUG: 1 free now.",
    )
    assert decisions(rugs) == {"allow": []}


def test_where_it_is_allowed_a_substitute_is_chosen_weighed_and_made(rugs: Screen) -> None:
    rugs.weigh("allow")
    rugs.apply()
    assert decisions(rugs) == {
        "substitute": [("2:MAT", "4 MAT for 2: 4 now"), ("1:VASE", "1 VASE for 1: 1 now")],
        "forbid": [],
    }

    rugs.weigh("substitute", "2:MAT")
    change = rugs.detail.change
    assert change is not None
    assert (change.title, change.about) == (
        "MAT for 2 units of SO-3 line 1",
        "It can be undone afterwards.",
    )
    assert [(row.order, row.now) for row in change.rows] == [("SO-3", "gains 4 MAT")]
    assert rugs.on_file("SO-3").lines[0].open == 2

    rugs.apply()
    assert rugs.said == ["SO-3 allows substitutes", "MAT stands in for 2 units of SO-3 line 1"]
    assert [line.open for line in rugs.on_file("SO-3").lines] == [0, 4]
    assert rugs.detail.why == "A substitute stands in for it"
    assert ("Stands in", "4 MAT, line 1/S1") in [(f.label, f.value) for f in rugs.detail.facts]
    assert rugs.scenes[-1].undo == "Undo substitution of 2 RUG for SO-3"

    rugs.presenter.undoer.undo()
    rugs.settle()
    assert [line.open for line in rugs.on_file("SO-3").lines] == [2, 0]


def test_a_substitutes_line_says_in_place_of_what_it_stands(rugs: Screen) -> None:
    rugs.weigh("allow")
    rugs.apply()
    rugs.weigh("substitute", "2:MAT")
    rugs.apply()
    rugs.presenter.hand.select("SO-3", "1/S1")
    rugs.settle()

    told = {fact.label: fact.value for fact in rugs.detail.facts}
    assert (told["In place of"], decisions(rugs)) == ("RUG Rug", {"forbid": []})


def test_a_substitute_that_somebody_else_took_meanwhile_is_refused(rugs: Screen) -> None:
    rugs.weigh("allow")
    rugs.apply()
    rugs.weigh("substitute", "2:MAT")
    rugs.floor.give(stock=stock("A-1,MAT,1,,"))
    rugs.apply()

    assert rugs.troubles == ["Only 0 units can be replaced: no more MAT is free."]
    assert rugs.on_file("SO-3").lines[0].open == 2


def test_an_order_on_hold_is_offered_no_substitute(rugs: Screen) -> None:
    rugs.weigh("hold")
    rugs.apply()

    assert decisions(rugs) == {}


def test_an_order_that_allows_substitutes_can_be_told_otherwise(rugs: Screen) -> None:
    rugs.weigh("allow")
    rugs.apply()
    rugs.weigh("forbid")
    rugs.apply()

    assert rugs.said[-1] == "SO-3 allows no substitutes"
    assert decisions(rugs) == {"allow": []}
