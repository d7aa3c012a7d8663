"""Receive in the window: reasons, blind trucks, teaching, and receipts that were closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from app.services.osd import osd
from app.services.setting import change_setting
from app.services.teaching import teach_barcode
from ui.models.action import Ask
from ui.rehearsal import Rehearsal
from ui.views.receive_view import ReceiveView

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.osd import Osd
    from ui.models.receive import ReceiveScene
    from ui.presenters.floor import FloorPresenter
    from ui.station import Station

ASN, CUP, BOLT = "ASN-1", "0400999000027", "0400999000010"


@pytest.fixture
def hands(told_station: Station, tmp_path: Path) -> Rehearsal:
    """Somebody who receives at the window."""
    hands = Rehearsal(told_station, tmp_path)
    hands.job("receive", ASN, ())
    return hands


@pytest.fixture
def scenes(told_station: Station) -> list[ReceiveScene]:
    shown: list[ReceiveScene] = []
    presenter(told_station).scene.connect(shown.append)
    return shown


def presenter(station: Station) -> FloorPresenter:
    return station.window.room("receive").presenter


def view(station: Station) -> ReceiveView:
    found = station.window.room("receive").view
    assert isinstance(found, ReceiveView)
    return found


def press(station: Station, hands: Rehearsal, ask: str) -> None:
    view(station).ask(ask)
    hands.settle()


def found(station: Station, asn: str = ASN) -> Osd:
    return osd(asn, station.window.desk)


def why(scene: ReceiveScene) -> str:
    return "" if scene.why is None else scene.why.title


def test_a_damaged_unit_is_asked_why_and_its_reason_is_one_press(
    told_station: Station, hands: Rehearsal, scenes: list[ReceiveScene]
) -> None:
    hands.job("receive", ASN, ("CMD-DAMAGED", CUP))
    assert why(scenes[-1]).startswith("Why damaged?")

    press(told_station, hands, "CMD-REASON-2")

    assert why(scenes[-1]) == "Noted: Wet"
    assert scenes[-1].answer is not None
    assert [one.reason for one in found(told_station).lines[0].remarks] == ["Wet"]


@pytest.mark.parametrize("codes", [("CMD-QTY-99", CUP), (BOLT,)])
def test_more_than_announced_and_what_was_not_announced_are_asked_why(
    hands: Rehearsal, scenes: list[ReceiveScene], codes: tuple[str, ...]
) -> None:
    hands.job("receive", ASN, codes)

    assert why(scenes[-1])


def test_the_next_scan_counts_and_the_question_folds_away(
    told_station: Station, hands: Rehearsal, scenes: list[ReceiveScene]
) -> None:
    hands.job("receive", ASN, ("CMD-DAMAGED", CUP, CUP))

    assert scenes[-1].why is None
    line = found(told_station).lines[0]
    assert (line.received, line.damaged, line.remarks) == (2, 1, ())


@pytest.mark.wrong_input
@pytest.mark.parametrize("scan", ["NO-SUCH-THING", "ASN-2", "CMD-REASON-9", "2"])
def test_a_wrong_scan_gives_no_reason(told_station: Station, hands: Rehearsal, scan: str) -> None:
    hands.job("receive", ASN, ("CMD-DAMAGED", CUP, scan))

    assert found(told_station).lines[0].remarks == ()


def test_a_picture_is_chosen_by_touch_and_its_path_is_kept(
    told_station: Station, hands: Rehearsal, scenes: list[ReceiveScene]
) -> None:
    hands.job("receive", ASN, ("CMD-DAMAGED", CUP, "CMD-REASON-2"))
    press(told_station, hands, Ask.PHOTO)
    (dialog,) = view(told_station).findChildren(QFileDialog)

    dialog.fileSelected.emit("/photos/Käfig 7.jpg")
    hands.settle()

    photos = [one.photo for one in found(told_station).lines[0].remarks]
    assert photos == ["", "/photos/Käfig 7.jpg"]
    assert why(scenes[-1]) == "Noted: Wet, Käfig 7.jpg"


def test_a_scan_closes_the_list_of_pictures_and_counts(
    told_station: Station, hands: Rehearsal
) -> None:
    hands.job("receive", ASN, ("CMD-DAMAGED", CUP))
    press(told_station, hands, Ask.PHOTO)
    assert view(told_station).findChildren(QFileDialog)

    hands.scan(CUP)

    dialogs = view(told_station).findChildren(QFileDialog)
    assert not [dialog for dialog in dialogs if dialog.isVisible()]
    assert found(told_station).lines[0].received == 2


def test_undo_takes_the_reason_back_and_then_the_damage(
    told_station: Station, hands: Rehearsal
) -> None:
    hands.job("receive", ASN, ("CMD-DAMAGED", CUP, "CMD-REASON-2", "CMD-UNDO"))
    assert (found(told_station).lines[0].damaged, found(told_station).lines[0].remarks) == (1, ())

    hands.scan("CMD-UNDO")

    assert found(told_station).lines[0].damaged == 0


@pytest.mark.parametrize("by", ["scan", "button"])
def test_a_truck_that_nobody_announced_is_opened_by_scan_or_button(
    told_station: Station, hands: Rehearsal, scenes: list[ReceiveScene], by: str
) -> None:
    presenter(told_station).leave()
    hands.settle()
    if by == "scan":
        hands.scan("cmd-blind")
    else:
        press(told_station, hands, Ask.BLIND)

    hands.scan(CUP)

    assert presenter(told_station).number == "BLIND-20260304-1"
    counts = scenes[-1].counts
    assert counts is not None
    assert [count.words for count in counts.counts] == [
        "counted", "to lanes", "put away", "damaged",
    ]  # fmt: skip


@pytest.mark.wrong_input
@pytest.mark.parametrize("scan", ["CMD-BLIND-1", "CMD-BLIN", "BLIND-20260304-1"])
def test_no_other_scan_opens_a_truck_that_nobody_announced(
    told_station: Station, hands: Rehearsal, scan: str
) -> None:
    presenter(told_station).leave()
    hands.settle()

    hands.scan(scan)

    assert presenter(told_station).number is None


def test_a_site_that_counts_blind_sees_nothing_of_what_was_announced(
    told_station: Station, hands: Rehearsal, scenes: list[ReceiveScene]
) -> None:
    change_setting("blind_receiving", "on", told_station.window.desk)
    presenter(told_station).leave()
    hands.settle()
    hands.job("receive", ASN, ())
    hands.scan(CUP)

    assert not [row for scene in scenes if scene.queue for row in scene.queue.rows if row.amount]
    told = repr([(one.band, one.notice, one.answer, one.counts) for one in scenes])
    assert [word for word in ("announced", "to come", "of 12", "28") if word in told] == []


def test_check_tells_a_blind_count_what_differs(
    told_station: Station, hands: Rehearsal, scenes: list[ReceiveScene]
) -> None:
    change_setting("blind_receiving", "on", told_station.window.desk)

    press(told_station, hands, Ask.REVIEW)

    assert "to come" in repr(scenes[-1].queue)


def test_check_of_a_closed_receipt_says_when_and_by_whom_and_offers_to_reopen(
    told_station: Station, hands: Rehearsal, scenes: list[ReceiveScene]
) -> None:
    hands.scan("CMD-CLOSE")

    press(told_station, hands, Ask.REVIEW)

    assert scenes[-1].band.outcome == "What differed"
    assert scenes[-1].band.sentence.startswith("Closed 2026-03-04 08:00")
    assert scenes[-1].band.sentence.endswith(" by supervisor.")
    asks = [action.ask for action in scenes[-1].actions]
    assert asks == [Ask.SEEN, Ask.PRINT_OSD, Ask.REOPEN]


def test_a_closed_receipt_is_reopened_and_counts_on(
    told_station: Station, hands: Rehearsal
) -> None:
    hands.scan("CMD-CLOSE")
    press(told_station, hands, Ask.REVIEW)

    press(told_station, hands, Ask.REOPEN)
    hands.scan(CUP)

    assert (found(told_station).reopened, found(told_station).closed) == (True, False)
    assert found(told_station).lines[0].received == 1


def test_a_closed_receipt_that_is_opened_says_so(
    told_station: Station, hands: Rehearsal, scenes: list[ReceiveScene]
) -> None:
    hands.job("receive", ASN, ("CMD-CLOSE", "CMD-DONE"))

    hands.job("receive", ASN, ())

    assert scenes[-1].notice is not None
    assert scenes[-1].notice.reason == f"{ASN} is closed."


@pytest.mark.wrong_input
@pytest.mark.parametrize("scan", [CUP, "NO-SUCH-THING", "CMD-CLOSE"])
def test_a_scan_into_a_closed_receipt_changes_nothing_and_offers_to_reopen(
    told_station: Station, hands: Rehearsal, scenes: list[ReceiveScene], scan: str
) -> None:
    hands.job("receive", ASN, ("CMD-CLOSE", scan))

    assert found(told_station).totals.received == 0
    assert Ask.REOPEN in [action.ask for action in scenes[-1].actions]


def test_what_is_gravest_stands_first(
    told_station: Station, hands: Rehearsal, scenes: list[ReceiveScene]
) -> None:
    hands.job("receive", ASN, ("CMD-QTY-12", CUP, "CMD-QTY-2", CUP, BOLT, "CMD-DAMAGED", BOLT))
    press(told_station, hands, Ask.REVIEW)

    queue = scenes[-1].queue
    assert queue is not None
    words = [row.mark.word for row in queue.rows if row.mark]
    assert [word.split(" ", 1)[1] for word in words][:2] == ["to come", "to come"]
    assert "over" in words[2]
    assert "not announced" in words[3]


NEW_CODE = "4006381333931"


def lesson(station: Station, hands: Rehearsal) -> None:
    """Scan a code that nobody knows, and ask to teach it."""
    hands.job("receive", ASN, (NEW_CODE,))
    press(station, hands, Ask.TEACH)


def test_a_code_is_taught_with_a_scanner_alone_and_counted(
    told_station: Station, hands: Rehearsal, scenes: list[ReceiveScene]
) -> None:
    lesson(told_station, hands)

    hands.job("receive", ASN, (CUP, "CMD-QTY-6", NEW_CODE))

    assert scenes[-1].band.outcome == "Counted: 6 Espresso cup"
    assert found(told_station).lines[0].received == 6
    hands.scan(NEW_CODE)
    assert found(told_station).lines[0].received == 12


def test_a_product_is_found_by_a_part_of_its_name_and_taught_by_button(
    told_station: Station, hands: Rehearsal, scenes: list[ReceiveScene]
) -> None:
    lesson(told_station, hands)
    presenter(told_station).code("or")
    hands.settle()
    assert scenes[-1].queue is not None
    assert len(scenes[-1].queue.rows) > 1

    presenter(told_station).choose("JAR")
    press(told_station, hands, Ask.TEACH_NOW)

    assert [line.received for line in found(told_station).lines] == [0, 0, 1]


@pytest.mark.wrong_input
@pytest.mark.parametrize("said", ["NO-SUCH-THING", "x", "%", "A-05", "SO-1", "4006381333932"])
def test_what_names_no_product_is_said_and_teaching_goes_on(
    told_station: Station, hands: Rehearsal, scenes: list[ReceiveScene], said: str
) -> None:
    lesson(told_station, hands)

    hands.scan(said)
    assert "No product is called" in scenes[-1].band.sentence
    hands.job("receive", ASN, (CUP, NEW_CODE))

    assert found(told_station).lines[0].received == 1


@pytest.mark.wrong_input
@pytest.mark.parametrize("scan", ["CMD-CANCEL", "0400999000034", "CMD-UNDO"])
def test_any_other_scan_leaves_a_code_untaught(
    told_station: Station, hands: Rehearsal, scenes: list[ReceiveScene], scan: str
) -> None:
    lesson(told_station, hands)
    hands.job("receive", ASN, (CUP, scan))

    hands.scan(NEW_CODE)

    assert scenes[-1].band.outcome == "Refused: unknown code"
    assert found(told_station).lines[0].received == 0


@pytest.mark.wrong_input
def test_a_code_that_is_taken_is_not_taught_and_says_why(
    told_station: Station, hands: Rehearsal, scenes: list[ReceiveScene]
) -> None:
    lesson(told_station, hands)
    hands.scan(CUP)
    teach_barcode(NEW_CODE, "PAN", 1, told_station.window.desk)

    press(told_station, hands, Ask.TEACH_NOW)

    assert scenes[-1].notice is not None
    assert "PAN" in scenes[-1].notice.reason
    assert found(told_station).totals.received == 0


def test_of_a_code_with_lot_and_serial_its_product_is_taught(
    told_station: Station, hands: Rehearsal
) -> None:
    code = f"]C1010{NEW_CODE}10LOT-A\x1d21S-1"
    hands.job("receive", ASN, (code,))
    press(told_station, hands, Ask.TEACH)

    hands.job("receive", ASN, (CUP, code))
    hands.scan(f"]C1010{NEW_CODE}10LOT-B\x1d21S-2")

    assert found(told_station).lines[0].received == 2
