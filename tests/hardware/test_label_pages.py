"""Labels as PDF: read back as a person and a scanner read them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from hypothesis import example, given, settings
from reportlab.lib.units import mm

from app.domain.documents import printable
from app.domain.labels import Label, LocationLabel
from hardware.code128 import QUIET, gs1_modules
from hardware.label_carton import SSCC_HIGH, SSCC_X
from hardware.label_sheet import command_sheet_pdf
from hardware.label_writer import PdfLabelWriter, ZplLabelWriter
from tests.hardware.labels import (
    CARTON,
    COMMANDS,
    CROSSED,
    LABELS,
    PLACE,
    SHELVED,
    SSCC,
    PrintedLabels,
)
from tests.hardware.slips import FONTS, Printed, squeezed
from tests.hardware.test_slip_names import NAMES, letters

if TYPE_CHECKING:
    from pathlib import Path

    from hardware.slip_pdf import PageSize


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize(
    ("label", "code"),
    [
        (CROSSED, "SO-10388"),
        (SHELVED, "B-02-14"),
        (PLACE, "A-05-12"),
        (LocationLabel("CROSSDOCK-12", "staging"), "CROSSDOCK-12"),
        (LocationLabel("1", "dock"), "1"),
        (LocationLabel("a^b~c_d>e", "dock"), "a^b~c_d>e"),
        (CARTON, f"(00){SSCC}"),
        (COMMANDS[0], COMMANDS[0].command.barcode),
    ],
)
def test_a_scanner_reads_one_code_from_each_label(label: Label, code: str, dpi: int) -> None:
    assert [text for text, _ in PrintedLabels([label]).codes(0, dpi)] == [code]


def test_each_label_has_a_page_of_its_size() -> None:
    pages = PrintedLabels(LABELS)

    sizes = {(round(wide / mm), round(high / mm)) for wide, high in pages.sizes}
    assert (len(pages), sizes) == (4, {(100, 50), (100, 150)})
    assert pages.warnings == ()


def test_all_that_a_label_knows_is_on_it() -> None:
    pages = PrintedLabels(LABELS).pages

    for page, said in (
        (0, ("CROSS-DOCK", "LANE-07", "2 of 5 units", "SO-10388 line 2", "Hotel Brisa",
             "LMP-220-OAK", "Desk lamp, oak", "ASN-70409", "Nordlicht GmbH")),
        (1, ("PUT AWAY", "B-02-14", "12 units", "JAR-1", "Jar of pickles", "Lot L2026-11",
             "best until 2027-03-01", "Serial S9")),
        (2, ("A-05-12", "storage", "zone dry")),
        (3, ("Harbour Road Distribution", *CARTON.ship_to, "SO-10388", "SH-10388-2", "2 of 5",
             "Corvane Parcel", SSCC, f"(00) {SSCC}")),
    ):  # fmt: skip
        for text in said:
            assert squeezed(text) in pages[page], text


def test_an_sscc_keeps_the_measures_of_gs1() -> None:
    pattern = gs1_modules(f"00{SSCC}")

    assert len(pattern) == 156
    assert 0.495 * mm <= SSCC_X <= 1.016 * mm
    assert 31.75 * mm <= SSCC_HIGH
    assert (len(pattern) + 2 * QUIET) * SSCC_X <= 100 * mm


@pytest.mark.parametrize("digits", ["1", "12A4", "١٢", "1 2 "])
def test_what_is_not_pairs_of_digits_is_no_gs1_symbol(digits: str) -> None:
    with pytest.raises(ValueError, match="not pairs"):
        gs1_modules(digits)


@pytest.mark.parametrize("code", ["RÉSERVE-1", "X" * 40, "مخزن"])
def test_a_code_that_bars_cannot_hold_is_in_words_with_a_warning(code: str) -> None:
    pages = PrintedLabels([LocationLabel(code, "storage")])

    assert pages.codes(0, 300) == []
    assert any("no barcode" in warning for warning in pages.warnings)


def test_units_for_no_place_have_no_bars_and_nothing_is_wrong() -> None:
    pages = PrintedLabels([replace(SHELVED, location="")])

    assert (pages.codes(0, 300), pages.warnings) == ([], ())
    assert squeezed("any free shelf") in pages.text


@settings(max_examples=40)
@given(NAMES)
@example("\x00\x01\ud800\udfff\u202e\ufeff")
@example("شركة التوريدات العربية المحدودة " * 8)
@example("W" * 200)
def test_a_name_is_on_the_label_or_a_warning_tells(name: str) -> None:
    address = (printable(name), printable(name))
    pages = PrintedLabels(
        [
            replace(CROSSED, customer=name, description=name),
            replace(SHELVED, description=name, lot=name),
            replace(CARTON, ship_to=address, ship_from=address),
        ]
    )

    assert pages.images == 0
    assert [text for text, _ in pages.codes(2, 203)] == [f"(00){SSCC}"]
    if not pages.warnings:
        assert all(letters(squeezed(printable(name))) <= letters(page) for page in pages.pages)


@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_every_command_is_on_a_sheet_of_three_pages_and_reads_back(page: PageSize) -> None:
    commands = [label.command for label in COMMANDS]

    data, warnings = command_sheet_pdf(commands, page, FONTS)

    sheet = Sheet(data)
    read = [text for leaf in range(3) for text, _ in sheet.codes(leaf, 203)]
    assert (len(sheet), warnings) == (3, ())
    assert sorted(read) == sorted(command.barcode for command in commands)
    assert len(set(read)) == len(read)


class Sheet(Printed):
    """A sheet as printed."""

    def __init__(self, data: bytes) -> None:
        self._document = pypdfium2.PdfDocument(data)


def test_the_same_labels_give_the_same_bytes(tmp_path: Path) -> None:
    files = [tmp_path / name for name in "ab"]
    for file in files:
        PdfLabelWriter("A4", FONTS).write(LABELS, file)

    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.parametrize("writer", [PdfLabelWriter("A4", FONTS), ZplLabelWriter()])
def test_a_file_that_cannot_be_written_is_told(
    writer: PdfLabelWriter | ZplLabelWriter, tmp_path: Path
) -> None:
    with pytest.raises(OSError, match="No such file"):
        writer.write(LABELS, tmp_path / "no" / "labels")
