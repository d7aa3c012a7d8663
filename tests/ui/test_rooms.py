"""What the floor screens do besides scans: teach a code, print a copy, look again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.domain.scan import Scan
from ui.rehearsal import Rehearsal

if TYPE_CHECKING:
    from pathlib import Path

    from ui.station import Station

CUP, STRANGE = "0400999000027", "0400999900013"
ASN = "ASN-1"


@pytest.fixture
def hands(told_station: Station, tmp_path: Path) -> Rehearsal:
    return Rehearsal(told_station, tmp_path)


def counted(station: Station) -> int:
    view = station.window.room("receive").presenter.read_view(ASN)
    return sum(line.received for line in view.asn.lines)


def test_an_unknown_code_is_taught_by_scanning_the_product(
    told_station: Station, hands: Rehearsal
) -> None:
    room = told_station.window.room("receive").presenter
    hands.job("receive", ASN, (STRANGE,))
    room.ask("teach")

    hands.scan(CUP)

    assert counted(told_station) == 0
    hands.scan(STRANGE)
    assert counted(told_station) == 1


@pytest.mark.parametrize("answer", ["NO-SUCH-THING", "CMD-CANCEL", ASN])
def test_a_code_that_is_no_product_teaches_nothing(
    told_station: Station, hands: Rehearsal, answer: str
) -> None:
    hands.job("receive", ASN, (STRANGE,))
    told_station.window.room("receive").presenter.ask("teach")

    hands.scan(answer)
    hands.scan(STRANGE)

    assert counted(told_station) == 0


def test_leaving_a_code_untaught_goes_back_to_the_receipt(
    told_station: Station, hands: Rehearsal
) -> None:
    hands.job("receive", ASN, (STRANGE,))
    room = told_station.window.room("receive").presenter
    room.ask("teach")
    room.seen()
    hands.settle()

    hands.scan(CUP)

    assert counted(told_station) == 1


def test_a_closed_shipment_prints_once_and_a_copy_when_asked(
    told_station: Station, hands: Rehearsal, papers: list[str]
) -> None:
    said: list[str] = []
    room = told_station.window.room("pack").presenter
    room.answered.connect(lambda answer: said.append(answer.get("shipment") or ""))
    hands.job("pick", "SO-6", ("CMD-QTY-7", "BOLT", "CMD-QTY-3", "SOAP"))
    hands.job("pack", "SO-6", ("CMD-QTY-7", "BOLT", "CMD-QTY-3", "SOAP", "CMD-CLOSE"))
    room.ask("reprint")
    hands.settle()

    assert papers == [said[-1], f"{said[-1]}+"]


def test_nothing_is_printed_before_a_shipment_is_closed(
    told_station: Station, hands: Rehearsal, papers: list[str]
) -> None:
    hands.job("pack", "SO-6", ("BOLT", "CMD-CLOSE"))
    told_station.window.room("pack").presenter.ask("reprint")
    hands.settle()

    assert papers == []


def test_a_scan_in_the_wrong_room_opens_nothing_in_hand(
    told_station: Station, hands: Rehearsal
) -> None:
    hands.job("pick", "SO-6", ())

    told_station.window.take(Scan("one", ASN))
    hands.settle()

    assert told_station.window.room("receive").presenter.number is None


@pytest.mark.parametrize("bars", ["SO-6", "SH-SO-6-1"])
def test_each_barcode_of_a_slip_opens_what_remains_of_its_order(
    told_station: Station, hands: Rehearsal, bars: str
) -> None:
    hands.job("pick", "SO-6", ("BOLT", "CMD-DONE"))
    hands.job("pack", "SO-6", ("BOLT", "CMD-CLOSE"))
    told_station.window.bring("dock")

    hands.scan(bars)

    assert told_station.window.room("pick").presenter.number == "SO-6"
    assert told_station.window.shell.current().name == "pick"
