"""The scanner test sheet, read back from the rendered paper as a scanner reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
import zxingcpp

from app.domain.barcode import GS
from app.domain.doctor_labels import LABELS
from app.domain.scanner_sheet import ScannerSheet
from app.texts import doctor as words
from hardware.code128 import modules_ean, modules_gs1
from hardware.scanner_sheet_pdf import scanner_sheet_pdf
from tests.hardware.slips import FONTS, Printed, squeezed
from tests.support.scanner_tricks import AIMS

if TYPE_CHECKING:
    from hardware.slip_pdf import PageSize

SHEET = ScannerSheet("Harbour Road Distribution", LABELS)


class PrintedSheet(Printed):
    """The sheet as printed."""

    def __init__(self, page: PageSize = "A4", sheet: ScannerSheet = SHEET) -> None:
        self.data, self.warnings = scanner_sheet_pdf(sheet, page, FONTS)
        self._document = pypdfium2.PdfDocument(self.data)

    def bytes_of(self, dpi: int) -> dict[bytes, str]:
        """What a scanner sends of each label, with the AIM identifier that it would send."""
        picture = self._document[0].render(scale=dpi / 72).to_pil().convert("L")
        found = zxingcpp.read_barcodes(picture)
        return {code.bytes: code.symbology_identifier for code in found}


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_a_scanner_reads_each_label_whole_in_its_order(page: PageSize, dpi: int) -> None:
    printed = PrintedSheet(page)

    read = printed.bytes_of(dpi)

    assert len(printed) == 1
    assert read == {label.code.encode(): AIMS[label.bars] for label in LABELS}
    assert printed.warnings == ()


def test_each_label_has_its_letter_and_a_sentence() -> None:
    text = PrintedSheet().text

    for said in (*words.LABELS.values(), words.HOW, "page 1 of 1", "L4471 FNC1 3712"):
        assert squeezed(said) in text, said


def test_the_same_sheet_is_the_same_file() -> None:
    assert PrintedSheet().data == PrintedSheet().data


@pytest.mark.wrong_input
def test_a_site_with_a_long_foreign_name_takes_no_label_away() -> None:
    printed = PrintedSheet("Letter", ScannerSheet("Склад № 5 " * 30, LABELS))

    assert len(printed) == 1
    assert len(printed.codes(0, 300)) == 4


@pytest.mark.wrong_input
@pytest.mark.parametrize("code", ["", GS, f"{GS}10A", f"10A{GS}", "10\xf1A", "10é", "10\n"])
def test_what_gs1_128_cannot_carry_has_no_bars(code: str) -> None:
    assert modules_gs1(code) == ""


@pytest.mark.wrong_input
@pytest.mark.parametrize("code", ["", "9501234000016", "950123400001", "95012340000A5", "٩" * 13])
def test_what_is_no_ean_13_has_no_bars(code: str) -> None:
    assert modules_ean(code) == ""
