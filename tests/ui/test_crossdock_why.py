"""What Cross-dock says of a selection: why units go where they go, and who pays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.services.crossdock_board import crossdock_board
from app.services.ordering import Pin, lock
from tests.floor import inbound, make_floor, orders, wants
from ui.models.crossdock import ARRIVAL, ORDER, CrossdockScene
from ui.presenters.crossdock_scene import Asked, crossdock_scene

if TYPE_CHECKING:
    from pathlib import Path

    from tests.floor import Floor

TRUCK = inbound("T-1,1,Acme,LAMP,3,2026-03-04T09:00Z,")


@pytest.fixture
def floor(tmp_path: Path) -> Floor:
    """Three lamps come; SO-1 wants two of them and SO-2 four."""
    made = make_floor(tmp_path / "floor.db")
    made.give(orders=orders(wants("SO-1", 2), wants("SO-2", 4)), inbound=TRUCK)
    return made


def shown(floor: Floor, kind: str, key: str) -> CrossdockScene:
    board = crossdock_board(floor.desk, today=True)
    return crossdock_scene(board, replace(Asked(), selected=(kind, key)))


def reasons(floor: Floor, kind: str, key: str) -> list[tuple[int, str, str]]:
    why = shown(floor, kind, key).why
    assert why is not None
    return [(row.units, row.title, row.about) for row in why.rows]


def test_a_line_says_who_ranks_first_and_who_goes_without(floor: Floor) -> None:
    first, second = reasons(floor, ARRIVAL, "T-1/1")

    assert first[:2] == (2, "SO-1 ranks first for them")
    assert "Rank 1, priority 3" in first[2]
    assert first[2].endswith("it misses 3.")
    assert second[2].endswith("No other order goes without because of it.")


def test_a_pin_is_named_as_the_reason(floor: Floor) -> None:
    lock(Pin("SO-2", "1", 3, "T-1", "1"), floor.desk)

    [only] = reasons(floor, ARRIVAL, "T-1/1")

    assert only[:2] == (3, "SO-2 is pinned")


def test_an_order_says_what_it_gets_and_why_the_rest_is_not_served(floor: Floor) -> None:
    gets, misses = reasons(floor, ORDER, "SO-2")

    assert gets[:2] == (1, "LAMP on T-1")
    assert misses[:2] == (3, "not served")
    assert "Order SO-1 is served first" in misses[2]


def test_what_is_put_away_says_why(floor: Floor) -> None:
    floor.give(inbound=inbound("T-2,1,Acme,VASE,5,2026-03-04T09:00Z,"))

    assert reasons(floor, ARRIVAL, "T-2/1") == [(5, "put away", "No order wants VASE.")]


@pytest.mark.parametrize("kind", [ARRIVAL, ORDER])
def test_what_is_gone_says_nothing(floor: Floor, kind: str) -> None:
    assert reasons(floor, kind, "T-9/1") == []
