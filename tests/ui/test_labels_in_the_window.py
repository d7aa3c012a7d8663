"""Labels of a receiving scan in the window: after its answer, and never in its way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from app.domain.errors import RefusedError
from ui.presenters.receiving import ReceivePresenter
from ui.rehearsal import Rehearsal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ui.station import Station

CUP, STRANGE, ASN = "0400999000027", "0400999900013", "ASN-1"


@pytest.fixture
def hands(told_station: Station, tmp_path: Path) -> Rehearsal:
    return Rehearsal(told_station, tmp_path)


def presenter(station: Station) -> ReceivePresenter:
    found = station.window.room("receive").presenter
    assert isinstance(found, ReceivePresenter)
    return found


def test_each_counted_scan_asks_for_its_labels_once(
    told_station: Station, hands: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []

    def note(number: str, answer: Mapping[str, Any]) -> None:
        asked.append((number, answer["scan"]))

    monkeypatch.setattr(presenter(told_station), "_print_labels", note)

    hands.job("receive", ASN, (CUP, STRANGE, "CMD-UNDO", CUP))

    assert asked == [(ASN, CUP), (ASN, CUP)]


def test_a_failed_printer_is_said_and_the_next_scan_counts(
    told_station: Station, hands: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    troubles: list[str] = []

    def fail(_number: str, _answer: Mapping[str, Any]) -> None:
        raise RefusedError("not_printed", printer="labels", said="out of order")

    room = presenter(told_station)
    monkeypatch.setattr(room, "_print_labels", fail)
    room.trouble.connect(troubles.append)

    hands.job("receive", ASN, (CUP, CUP))

    assert troubles == ["The printer labels did not take it: out of order"] * 2
    assert sum(line.received for line in room.read_view(ASN).asn.lines) == 2
