"""A slip for each of several cartons: printed where the site wants it, written again by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from tests.hardware.slips import squeezed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.program import Program

SHIPMENT = "SH-SO-1-1"
UPS = "1Z879E930346834440"
PACKED = f"CMD-QTY-3\nLAMP\n{UPS}\nCMD-CARTON\nLAMP\nCMD-CLOSE\n"


def text_of(file: Path) -> str:
    """All that a PDF says, without blanks."""
    document = pypdfium2.PdfDocument(file.read_bytes())
    return "".join(squeezed(page.get_textpage().get_text_range()) for page in document)


def papers(folder: Path) -> set[str]:
    return {file.name for file in (folder / "documents").iterdir()}


@pytest.fixture
def picked(floor: Program) -> Program:
    """Ada's four lamps are picked; her vases are still to come."""
    floor.run("pick", "SO-1", scans="CMD-QTY-4\nLAMP\n")
    return floor


def test_each_of_several_cartons_gets_its_own_slip(picked: Program, tmp_path: Path) -> None:
    picked.run("settings", "gs1_company_prefix", "0614141")
    picked.run("settings", "carton_slips", "on")

    done = picked.run("pack", "SO-1", scans=PACKED)

    assert (done.code, done.err) == (0, "")
    parts = [f"slip-{SHIPMENT}-carton-{number}.pdf" for number in (1, 2)]
    assert papers(tmp_path) == {f"slip-{SHIPMENT}.pdf", *parts}
    first, second = (text_of(tmp_path / "documents" / name) for name in parts)
    codes = [carton["sscc"] for carton in done.lines[-1]["cartons"]]
    for number, text in enumerate((first, second), 1):
        assert f"Carton{number}of2" in text
        assert f"SSCC{codes[number - 1]}" in text
        assert f"Unitsinthiscarton{(3, 1)[number - 1]}" in text
        assert "VASE" in text.split("Stilltocome")[1]
    assert (UPS in first, UPS in second) == (True, False)


def test_unless_the_site_wants_them_they_are_kept_and_not_printed(
    picked: Program, tmp_path: Path
) -> None:
    picked.run("pack", "SO-1", scans=PACKED)
    assert papers(tmp_path) == {f"slip-{SHIPMENT}.pdf"}
    file = tmp_path / "second.pdf"
    arguments = ("slip", SHIPMENT, "-o", str(file), "--carton", "2", "--json")

    told = [picked.run(*arguments).json["copy"] for _again in range(2)]

    assert told == [0, 2]
    assert "Unitsinthiscarton1" in text_of(file)
    assert "COPY2" in text_of(file)
    whole = tmp_path / "whole.pdf"
    assert picked.run("slip", SHIPMENT, "-o", str(whole), "--json").json["copy"] == 2
    assert "Carton1of" not in text_of(whole)


def test_the_slip_of_an_only_carton_is_the_shipments(picked: Program, tmp_path: Path) -> None:
    picked.run("settings", "carton_slips", "on")
    picked.run("pack", "SO-1", scans="CMD-QTY-4\nLAMP\nCMD-CLOSE\n")
    assert papers(tmp_path) == {f"slip-{SHIPMENT}.pdf"}
    file = tmp_path / "one.pdf"

    told = picked.run("slip", SHIPMENT, "-o", str(file), "--carton", "1", "--json").json

    assert told == {"shipment": SHIPMENT, "file": str(file), "copy": 2, "carton": 1}


@pytest.mark.wrong_input
@pytest.mark.parametrize("number", ["0", "3", "-1"])
def test_a_carton_that_a_shipment_has_not(picked: Program, tmp_path: Path, number: str) -> None:
    picked.run("pack", "SO-1", scans=PACKED)
    file = tmp_path / "none.pdf"

    done = picked.run("slip", SHIPMENT, "-o", str(file), "--carton", number)

    assert (done.code, done.complaint) == (
        1,
        f"{SHIPMENT} has no carton {number}: its last is 2.",
    )
    assert not file.exists()


def test_a_reopened_shipment_has_no_carton_slips_until_it_closes_again(
    picked: Program, tmp_path: Path
) -> None:
    picked.run("pack", "SO-1", scans=PACKED)
    picked.run("shipment", SHIPMENT, "--reopen")
    arguments = ("slip", SHIPMENT, "-o", str(tmp_path / "one.pdf"), "--carton", "1")
    assert picked.run(*arguments).complaint == f"There is no closed shipment {SHIPMENT}."

    picked.run("pack", "SO-1", scans="CMD-CARTON-1\nCMD-QTY-1\nLAMP\nCMD-CLOSE\n")

    assert picked.run(*arguments).code == 0
    assert picked.run("verify").code == 0
