"""What differs on a receipt, seen on Receive before it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.services.osd import osd
from ui.models.action import Ask
from ui.rehearsal import Rehearsal

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.osd import Osd
    from ui.models.receive import ReceiveScene
    from ui.station import Station

ASN, CUP, STRANGE = "ASN-1", "0400999000027", "0400999900013"


@pytest.fixture
def hands(told_station: Station, tmp_path: Path) -> Rehearsal:
    """A receipt with one cup damaged, looked at before it is closed."""
    hands = Rehearsal(told_station, tmp_path)
    hands.job("receive", ASN, ("CMD-DAMAGED", CUP))
    ask(told_station, hands, Ask.REVIEW)
    return hands


@pytest.fixture
def scenes(told_station: Station) -> list[ReceiveScene]:
    shown: list[ReceiveScene] = []
    told_station.window.room("receive").presenter.scene.connect(shown.append)
    return shown


def ask(station: Station, hands: Rehearsal, what: str) -> None:
    station.window.room("receive").presenter.ask(what)
    hands.settle()


def choose(station: Station, hands: Rehearsal, row: str) -> None:
    station.window.room("receive").presenter.choose(row)
    hands.settle()


def found(station: Station) -> Osd:
    return osd(ASN, station.window.desk)


def test_the_review_shows_each_line_that_differs_and_closes_nothing(
    told_station: Station, scenes: list[ReceiveScene], hands: Rehearsal
) -> None:
    queue = scenes[-1].queue

    assert queue is not None
    assert [row.mark.word for row in queue.rows if row.mark] == [
        "11 to come and 1 damaged", "4 to come", "12 to come",
    ]  # fmt: skip
    assert Ask.CLOSE in [action.ask for action in scenes[-1].actions]
    assert not found(told_station).closed


def test_a_second_press_closes_the_receipt(told_station: Station, hands: Rehearsal) -> None:
    told_station.window.room("receive").presenter.code(Ask.CLOSE)
    hands.settle()

    assert found(told_station).closed


def test_a_reason_is_chosen_for_a_line(told_station: Station, hands: Rehearsal) -> None:
    choose(told_station, hands, "1")
    choose(told_station, hands, "2")

    assert [one.reason for one in found(told_station).lines[0].remarks] == ["Wet"]


@pytest.mark.parametrize("scan", [STRANGE, "0400999000129", "ASN-2", "NO-SUCH-THING"])
def test_a_wrong_scan_closes_nothing_and_gives_no_reason(
    told_station: Station, hands: Rehearsal, scan: str
) -> None:
    choose(told_station, hands, "1")

    hands.scan(scan)

    assert not found(told_station).closed
    assert found(told_station).lines[0].remarks == ()


def test_the_next_scan_counts_whatever_is_asked(told_station: Station, hands: Rehearsal) -> None:
    choose(told_station, hands, "1")

    hands.scan(CUP)

    assert found(told_station).lines[0].received == 2


def test_the_sheet_is_printed_and_said(
    told_station: Station, scenes: list[ReceiveScene], hands: Rehearsal
) -> None:
    ask(told_station, hands, Ask.PRINT_OSD)

    assert scenes[-1].band.outcome == f"Printed the OS&D of {ASN}"
