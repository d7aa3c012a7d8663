"""Where a site counts blind nothing tells what was announced until the receipt is checked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.services.opening import open_receiving
from app.services.osd import osd
from app.services.setting import change_setting
from tests.floor import inbound

if TYPE_CHECKING:
    from tests.floor import Floor

LAMP, VASE = "4006381333931", "4012345678901"


@pytest.fixture
def blind(floor: Floor) -> Floor:
    lines = ("T-1,1,Acme,LAMP,73,2026-03-04T09:00Z,", "T-1,2,Acme,VASE,73,2026-03-04T09:00Z,")
    floor.give(inbound=inbound(*lines))
    change_setting("blind_receiving", "on", floor.desk)
    return floor


def test_no_answer_tells_what_was_announced(blind: Floor) -> None:
    opened = open_receiving("T-1", blind.desk)
    blind.receive("T-1", LAMP, VASE, "CMD-DAMAGED", VASE, "RUG", "CMD-QTY-80", LAMP, "CMD-DONE")

    assert opened["remaining"] is None
    assert [answer["message"] for answer in blind.answers[:2]] == [
        "Counted: 1 Desk lamp",
        "Counted: 1 Vase",
    ]
    assert {answer["remaining"] for answer in blind.answers} == {None}
    counts = [answer for answer in blind.answers if "expected" in answer]
    assert {(one["expected"], one["over"], one["beyond"]) for one in counts} == {
        (None, None, False)
    }
    assert "73" not in json.dumps([opened, *blind.answers])
    assert "announced" not in json.dumps(blind.answers)


def test_what_differs_is_told_by_the_check_and_at_the_close(blind: Floor) -> None:
    blind.receive("T-1", LAMP)
    assert osd("T-1", blind.desk).totals.to_come == 145

    closed = blind.receive("T-1", "CMD-CLOSE")

    assert (closed["short"], closed["remaining"]) == (145, 145)


@pytest.mark.wrong_input
@pytest.mark.parametrize("wrong", ["0000", "T-2", "A-1", "4006381333932", "CMD-SHORT"])
def test_a_refused_scan_does_not_tell_it_either(blind: Floor, wrong: str) -> None:
    answer = blind.receive("T-1", wrong)

    assert (answer["quantity"], answer["remaining"]) == (0, None)
    assert "73" not in json.dumps(answer)


def test_a_site_that_does_not_count_blind_is_told(blind: Floor) -> None:
    change_setting("blind_receiving", "off", blind.desk)

    assert blind.receive("T-1", LAMP)["expected"] == 73
