"""A printed day: read back as a person and a scanner read it."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.day_sheet import DaySheet, SheetDoor
from hardware.day_pdf import day_pdf
from hardware.sheet_pages import SheetWriter
from hardware.slip_pdf import PageSize
from tests.hardware.days import DAY, TRUCK, PrintedDay, with_number, with_trucks
from tests.hardware.slips import FONTS, squeezed

LONG = "Internationale Speditionsgesellschaft Donau-Schwarzwald-Adria mbH & Co. KG auf Aktien"
EMPTY = DaySheet("", "2026-11-24", "Tuesday 24 November 2026", "as of 10:42", empty="No truck.")


def read(printed: PrintedDay, page: int = 0) -> list[str]:
    return [text for text, _ in printed.codes(page, 203)]


@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_a_scanner_reads_each_delivery_and_no_pickup(page: PageSize) -> None:
    printed = PrintedDay(DAY, page)

    assert read(printed) == ["ASN-70409", "ASN-70410"]
    assert printed.warnings == ()
    assert printed.colours == {0}


def test_all_that_is_known_of_the_day_is_on_the_paper() -> None:
    text = PrintedDay(DAY).text

    for said in (
        "Harbour Road Distribution", "Tuesday 24 November 2026", "as of 10:42", "page 1 of 1",
        "Door D1", "Closed 12:00 to 14:00: Leveller repair", "34 → 12 orders", "Problem 1",
        "no truck", "PU-3309", "Unload in this order", "ASN-70410), 09:00–10:00: Door D1 is open",
    ):  # fmt: skip
        assert squeezed(said) in text, said


def test_each_page_repeats_head_door_and_columns_and_says_which_it_is() -> None:
    printed = PrintedDay(with_trucks(60))

    assert len(printed) > 3
    for number, text in enumerate(printed.pages, 1):
        assert squeezed(f"page {number} of {len(printed)}") in text
        assert "HarbourRoadDistribution" in text
    later = printed.pages[1]
    assert squeezed("Door D1") in later
    assert "continued" in later
    assert "Window" in later


def test_every_truck_of_many_pages_can_be_scanned_once() -> None:
    printed = PrintedDay(with_trucks(60))
    found = [text for page in range(len(printed)) for text in read(printed, page)]

    assert sorted(found) == [f"ASN-{n:05}" for n in range(60)]


def test_sixty_doors_of_two_trucks_each_are_all_there() -> None:
    doors = tuple(SheetDoor(f"Door D{n:02}", "inbound", (), (TRUCK, TRUCK)) for n in range(1, 61))
    text = PrintedDay(replace(DAY, doors=doors)).text

    assert all(f"DoorD{n:02}" in text for n in range(1, 61))


def test_no_door_begins_at_the_foot_of_a_page_without_a_truck() -> None:
    doors = tuple(SheetDoor(f"Door D{n:02}", "", (), (TRUCK,)) for n in range(40))
    for text in PrintedDay(replace(DAY, doors=doors, unload=(), problems=())).pages:
        assert text.count("DoorD") == text.count("ASN-70409")


def test_a_day_without_doors_and_trucks_says_so() -> None:
    text = PrintedDay(EMPTY).text

    assert "Notruck." in text
    assert squeezed("Nothing stands against any truck of this day.") in text


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Перевозки Север", "Перевозки"),
        ("Łódź Ålesund Ñandú", "Łódź"),
        ("Ελλάς Μεταφορές", "Ελλάς"),
    ],
)
def test_names_in_other_scripts_are_printed(name: str, letters: str) -> None:
    printed = PrintedDay(with_trucks(1, carrier=name))

    assert letters in printed.text
    assert printed.warnings == ()


@pytest.mark.parametrize("name", ["شركة الخليج للشحن", "上海东方国际物流有限公司"])
def test_a_name_is_drawn_or_warned_of(name: str) -> None:
    printed = PrintedDay(with_trucks(1, carrier=name))
    letters = {letter for letter in name if letter != " "}

    assert letters <= set(printed.text) or "No font here draws" in printed.warnings[0]
    assert read(printed) == ["ASN-00000"]


def test_a_very_long_carrier_breaks_and_hides_nothing() -> None:
    printed = PrintedDay(with_trucks(3, carrier=LONG, trailer=LONG))

    assert squeezed(LONG) in printed.text
    assert read(printed) == ["ASN-00000", "ASN-00001", "ASN-00002"]
    assert printed.warnings == ()


def test_a_number_too_long_for_its_column_has_bars_over_the_whole_width() -> None:
    number = "SHIPMENT-2026-ABCDEFGH-000017-2"

    printed = PrintedDay(with_number(number))

    assert (read(printed), printed.warnings) == ([number], ())


def test_a_number_too_long_for_the_page_is_text_alone_with_a_warning() -> None:
    number = "X" * 90

    printed = PrintedDay(with_number(number))

    assert read(printed) == []
    assert number in printed.text
    assert "too long for the page" in printed.warnings[0]


@pytest.mark.parametrize("number", ["Ø-12", "A\xf1B", "٣٤"])
def test_a_number_that_code_128_cannot_carry_is_text_alone_with_a_warning(number: str) -> None:
    printed = PrintedDay(with_number(number))

    assert read(printed) == []
    assert "Code 128 cannot carry" in printed.warnings[0]


def test_the_same_day_gives_the_same_bytes() -> None:
    assert PrintedDay(DAY).data == PrintedDay(DAY).data


def test_a_day_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        SheetWriter(day_pdf, "A4", FONTS).write(DAY, tmp_path / "no" / "day.pdf")

    assert list(tmp_path.iterdir()) == []
