"""Why what was just counted is not as announced: said by scan, taken back like one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.services.osd import osd
from tests.floor import Floor, inbound

LAMP, VASE = "4006381333931", "4012345678901"
PHOTO = "CMD-PHOTO-/photos/Käfig 7.jpg"


@pytest.fixture
def truck(floor: Floor) -> Floor:
    floor.give(
        inbound=inbound(
            "T-1,1,Acme,LAMP,2,2026-03-04T09:00Z,", "T-1,2,Acme,VASE,2,2026-03-04T09:00Z,"
        )
    )
    return floor


def remarks(floor: Floor, line: int = 1) -> list[tuple[str, str]]:
    return [(one.reason, one.photo) for one in osd("T-1", floor.desk).lines[line].remarks]


def test_a_damaged_unit_gets_its_reason_and_its_picture_by_scan(truck: Floor) -> None:
    answer = truck.receive("T-1", "CMD-DAMAGED", VASE, "cmd-reason-2", PHOTO)

    assert remarks(truck) == [("Wet", ""), ("", "/photos/Käfig 7.jpg")]
    assert (answer["message"], answer["line"], answer["quantity"]) == ("Noted: Käfig 7.jpg", "2", 0)


@pytest.mark.parametrize("codes", [(LAMP, LAMP, LAMP), ("RUG",)])
def test_what_is_over_or_was_not_announced_gets_its_reason(
    truck: Floor, codes: tuple[str, ...]
) -> None:
    assert truck.receive("T-1", *codes, "CMD-REASON-6")["outcome"] == "accepted"


def test_the_newest_word_is_taken_back_first_and_then_the_count(truck: Floor) -> None:
    truck.receive("T-1", "CMD-DAMAGED", VASE, "CMD-REASON-1", "CMD-REASON-2", "CMD-UNDO")
    assert remarks(truck) == [("Crushed", "")]

    truck.receive("T-1", "CMD-UNDO", "CMD-UNDO")

    assert remarks(truck) == []
    assert osd("T-1", truck.desk).lines[1].received == 0


def test_a_damage_without_a_reason_stands_and_the_next_scan_counts(truck: Floor) -> None:
    truck.receive("T-1", "CMD-DAMAGED", VASE, LAMP)

    assert [line.damaged for line in osd("T-1", truck.desk).lines] == [0, 1]
    assert remarks(truck) == []


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    ("before", "code", "outcome"),
    [
        ((), "CMD-REASON-1", "wrong_state"),
        ((VASE,), "CMD-REASON-1", "wrong_state"),
        ((VASE,), PHOTO, "wrong_state"),
        (("CMD-DAMAGED", VASE, LAMP), "CMD-REASON-1", "wrong_state"),
        (("CMD-DAMAGED", VASE, "CMD-DONE"), "CMD-REASON-1", "wrong_state"),
        (("CMD-DAMAGED", VASE, "CMD-CLOSE"), "CMD-REASON-1", "wrong_state"),
        (("CMD-DAMAGED", VASE), "CMD-REASON-9", "not_allowed"),
        (("CMD-DAMAGED", VASE), "CMD-PHOTO-" + "x" * 501, "not_allowed"),
        (("CMD-DAMAGED", VASE), "CMD-REASON-0", "unknown_barcode"),
        (("CMD-DAMAGED", VASE), "CMD-REASON-12", "not_allowed"),
        (("CMD-DAMAGED", VASE), "CMD-REASON-123", "unknown_barcode"),
        (("CMD-DAMAGED", VASE), "CMD-REASON-", "unknown_barcode"),
        (("CMD-DAMAGED", VASE), "CMD-PHOTO-", "unknown_barcode"),
        (("CMD-DAMAGED", VASE), "CMD-PHOTO-a\x07b", "unknown_barcode"),
    ],
)
def test_a_reason_for_nothing_and_what_is_no_reason_are_refused(
    truck: Floor, before: tuple[str, ...], code: str, outcome: str
) -> None:
    assert truck.receive("T-1", *before, code)["outcome"] == outcome
    assert remarks(truck) == []


@pytest.mark.wrong_input
def test_another_station_s_count_gets_no_reason_from_here(truck: Floor) -> None:
    truck.receive("T-1", "CMD-DAMAGED", VASE)
    there = Floor(replace(truck.desk, station="B"), truck.clock)

    assert there.receive("T-1", "CMD-REASON-1")["outcome"] == "wrong_state"
    assert remarks(truck) == []
