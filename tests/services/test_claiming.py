"""A job that another station has taken over: what its former owner scans changes nothing."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from app.domain.scan import Scan
from app.services.jobs import take_scan
from app.services.ordering import OrderChange, change_order
from app.services.packing import PackingRoom, open_packing
from app.services.put_back import PutBackRoom, open_put_back
from tests.floor import orders, stock, wants
from tests.services.conservation import broken_rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.services.turns import Room
    from tests.floor import Floor

LAMP = "4006381333931"


@pytest.fixture
def picked(floor: Floor) -> Floor:
    """One of the five lamps that SO-1 wants is picked."""
    floor.give(orders=orders(wants("SO-1", 5)), stock=stock("A-1,LAMP,5,,"))
    floor.pick("SO-1", LAMP)
    return floor


def colleague(floor: Floor) -> Floor:
    desk = replace(floor.desk, station="Pack 2", actor="Dana")
    return replace(floor, desk=desk, answers=[])


def scan_at(room: Room, number: str, code: str, floor: Floor) -> Mapping[str, Any]:
    """Scan in a job that is open already."""
    return take_scan(room, number, Scan(uuid.uuid4().hex, code), floor.desk)


@pytest.mark.parametrize("code", [LAMP, "A-1", "SO-1", "CMD-CLOSE", "CMD-UNDO", "CMD-QTY-2"])
def test_whose_packing_was_taken_over_verifies_and_closes_nothing(picked: Floor, code: str) -> None:
    picked.pack("SO-1", LAMP)
    open_packing("SO-1", colleague(picked).desk)

    answer = scan_at(PackingRoom(), "SO-1", code, picked)

    assert (answer["outcome"], answer["remaining"]) == ("wrong_state", 0)
    assert "Pack 2" in answer["message"]
    assert broken_rules(picked) == []


@pytest.mark.parametrize("code", [LAMP, "A-1", "CMD-UNDO"])
def test_whose_put_back_was_taken_over_moves_nothing(picked: Floor, code: str) -> None:
    change_order("SO-1", OrderChange(cancel=True), picked.desk)
    picked.put_back("SO-1", LAMP)
    before = picked.on_hand("LAMP")
    open_put_back("SO-1", colleague(picked).desk)

    answer = scan_at(PutBackRoom(), "SO-1", code, picked)

    assert answer["outcome"] == "wrong_state"
    assert picked.on_hand("LAMP") == before


@pytest.mark.parametrize("code", ["CMD-DONE", "NOBODY-KNOWS"])
def test_whose_packing_was_taken_over_may_end_and_hears_of_unknown_codes(
    picked: Floor, code: str
) -> None:
    picked.pack("SO-1")
    open_packing("SO-1", colleague(picked).desk)

    assert "Pack 2" not in scan_at(PackingRoom(), "SO-1", code, picked)["message"]
