"""A printed receipt: read back as a person and a scanner read it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from app.domain.osd_sheet import OsdRow, OsdSheet
from app.texts.osd import ABOUT
from hardware.osd_pdf import osd_pdf
from hardware.sheet_pages import SheetWriter
from tests.hardware.slips import FONTS, Printed, squeezed

if TYPE_CHECKING:
    from pathlib import Path

    from hardware.slip_pdf import PageSize

ROW = OsdRow("1", "LAMP-01", "Desk lamp", 40, 43, 3, 0, 2, "3 over and 2 damaged")
FACTS = (
    *("Nordlicht GmbH", "PO-3309", "Nordfracht", "NF-2207", "S-77", "D1"),
    *("2026-11-24 09:02", "2026-11-24 09:10", "2026-11-24 09:15", ""),
)
SHEET = OsdSheet(
    "Harbour Road Distribution",
    "ASN-70409",
    "ASN-70409: closed, reopened",
    "as of 2026-11-24 10:42",
    tuple(zip(ABOUT, FACTS, strict=True)),
    "4 short, 3 over and 2 damaged",
    (
        replace(
            ROW,
            came=("lot L1, best until 2027-01-31: 43 units, 2 damaged",),
            remarks=("Crushed corner · picture /photos/70409-1.jpg",),
        ),
        OsdRow("2", "VASE-02", "Vase, blue", 12, 8, 0, 4, 0, "4 short"),
        OsdRow("3", "RUG-03", "Rug", 6, 6, 0, 0, 0),
    ),
    ("Closed 2026-11-24 10:05 by Ada", "Reopened 2026-11-24 10:20 by Bo"),
)


class PrintedOsd(Printed):
    """One receipt as printed."""

    def __init__(self, sheet: OsdSheet, page: PageSize = "A4") -> None:
        self.data, self.warnings = osd_pdf(sheet, page, FONTS)
        self._document = pypdfium2.PdfDocument(self.data)


def scanned(pages: PrintedOsd) -> list[str]:
    return [text for page in range(len(pages)) for text, _ in pages.codes(page, 203)]


@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_a_scanner_reads_the_receipts_number_once(page: PageSize) -> None:
    pages = PrintedOsd(SHEET, page)

    assert scanned(pages) == ["ASN-70409"]
    assert pages.warnings == ()


def test_all_that_is_known_of_the_receipt_is_on_the_paper() -> None:
    text = PrintedOsd(SHEET).text

    for said in (*filter(None, FACTS), SHEET.says, SHEET.state, SHEET.as_of, *SHEET.history,
                 *SHEET.rows[0].came, *SHEET.rows[0].remarks, "Vase, blue", "Received by",
                 "Driver", "page 1 of 1"):  # fmt: skip
        assert squeezed(said) in text, said


def test_each_page_repeats_head_and_columns_and_all_lines_are_there() -> None:
    rows = tuple(replace(ROW, line=str(n), sku=f"LAMP-{n:03}") for n in range(1, 121))
    pages = PrintedOsd(replace(SHEET, rows=rows))

    assert len(pages) > 3
    for number, text in enumerate(pages.pages, 1):
        assert squeezed(f"page {number} of {len(pages)}") in text
    assert all(f"LAMP-{n:03}" in pages.text for n in range(1, 121))
    assert "Announced" in pages.pages[1]


@pytest.mark.parametrize("number", ["ÄSN-1", "A" * 100])
def test_a_number_that_bars_cannot_hold_is_in_words_with_a_warning(number: str) -> None:
    pages = PrintedOsd(replace(SHEET, number=number))

    assert scanned(pages) == []
    assert len(pages.warnings) == 1
    assert squeezed(number[:40]) in pages.text


def test_a_receipt_without_lines_is_a_page_too() -> None:
    pages = PrintedOsd(OsdSheet("", "A-1", "A-1: not closed yet", "as of now"))

    assert (len(pages), scanned(pages)) == (1, ["A-1"])


def test_the_same_receipt_gives_the_same_bytes() -> None:
    assert osd_pdf(SHEET, "A4", FONTS) == osd_pdf(SHEET, "A4", FONTS)


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        SheetWriter(osd_pdf, "A4", FONTS).write(SHEET, tmp_path / "no" / "osd.pdf")
