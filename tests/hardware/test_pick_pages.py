"""A printed pick list: read back as a person and a scanner read it."""

from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import example, given, settings

from app.domain.documents import printable
from app.domain.pick_sheet import PickRow, PickSheet
from hardware.pick_pdf import pick_pdf
from hardware.slip_pdf import PageSize
from tests.hardware.slips import FONTS, Printed, squeezed
from tests.hardware.test_slip_names import NAMES, letters

ROW = PickRow("A-05-12", "LMP-220-OAK", "Desk lamp, oak", 12, "lot L5, best until 2027-03-01")
SHEET = PickSheet(
    *("Harbour Road", "SO-10388", "Hotel Brisa", "as of 2026-11-24 10:42"),
    says="16 units from 2 places",
    stays="3 units stay backordered.",
    rows=(ROW, PickRow("B-02", "KET-17", "Kettle", 4)),
)


class PrintedPick(Printed):
    """One pick list as printed."""

    def __init__(self, sheet: PickSheet, page: PageSize = "A4") -> None:
        self.data, self.warnings = pick_pdf(sheet, page, FONTS)
        self._document = pypdfium2.PdfDocument(self.data)


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_the_bars_open_the_order(page: PageSize, dpi: int) -> None:
    pages = PrintedPick(SHEET, page)

    assert [text for text, _ in pages.codes(0, dpi)] == ["SO-10388"]
    assert pages.warnings == ()


def test_all_that_the_picker_needs_is_on_the_paper() -> None:
    text = PrintedPick(SHEET).text

    for said in ("Harbour Road", "Hotel Brisa", SHEET.as_of, SHEET.says, SHEET.stays, "A-05-12",
                 "LMP-220-OAK", "Desk lamp, oak", "12", ROW.lots, "Kettle", "Picked"):  # fmt: skip
        assert squeezed(said) in text, said


def test_a_long_list_goes_on_with_its_heads() -> None:
    rows = tuple(replace(ROW, location=f"P-{n:03}") for n in range(120))
    pages = PrintedPick(replace(SHEET, rows=rows))

    assert len(pages) > 2
    assert all(f"P-{n:03}" in pages.text for n in range(120))
    assert all("Picked" in text for text in pages.pages[:-1])


@pytest.mark.parametrize("order", ["SØ-1", "O" * 100])
def test_a_number_that_bars_cannot_hold_is_in_words_with_a_warning(order: str) -> None:
    pages = PrintedPick(replace(SHEET, order=order))

    assert pages.codes(0, 203) == []
    assert "no barcode" in pages.warnings[0]


def test_nothing_to_pick_is_a_page_that_says_so() -> None:
    pages = PrintedPick(replace(SHEET, says="Nothing can be picked now.", rows=(), stays=""))

    assert squeezed("Nothing can be picked now.") in pages.text


@settings(max_examples=25)
@given(NAMES)
@example("مصباح مكتب " * 15)
@example("W" * 200)
def test_any_name_is_on_the_list_or_a_warning_tells(name: str) -> None:
    kept = printable(name)
    pages = PrintedPick(replace(SHEET, customer=kept, rows=(replace(ROW, name=kept),)))

    assert pages.images == 0
    if not pages.warnings:
        assert letters(squeezed(kept)) <= letters(pages.text)
