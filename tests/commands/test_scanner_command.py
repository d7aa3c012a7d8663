"""The command ``scanner``: devices with their profiles, and the test sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest

import main
from app.commands.session import Options
from app.domain.device import DeviceProfile, Suffix
from app.services.scanners import tune_scanner

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.program import Ended, Program


def devices(ended: Ended) -> dict[str, bool]:
    return {one["device"]: one["saved"] for one in ended.json["scanners"]}


def test_the_keyboard_and_the_named_ports_are_listed_with_their_profiles(
    nothing: Program, tmp_path: Path
) -> None:
    nothing.run("settings", "scanner_ports", str(tmp_path / "ttyS7"))

    told = nothing.run("scanner", "--json")

    assert devices(told) == {"keyboard": False, f"path:{tmp_path}/ttyS7": False}
    keyboard, port = told.json["scanners"]
    assert (keyboard["connected"], port["connected"]) == (True, False)
    assert port["profile"]["suffix"] == "line_end"
    assert "keyboard" in nothing.run("scanner").out


def test_what_was_saved_is_told_of_a_device_that_is_gone_too(nothing: Program) -> None:
    outfit = main.fit_out(Options(db=str(nothing.db)))
    gone = DeviceProfile(vendor_id=0x05E0, product_id=0x1701, serial_number="S1")
    tune_scanner(replace(gone, suffix=Suffix.TAB, prefix=b"\x02"), outfit.desk)

    told = nothing.run("scanner", "--json")

    (one,) = (one for one in told.json["scanners"] if one["device"] == "usb:05e0:1701:S1")
    assert (one["saved"], one["connected"]) == (True, False)
    assert (one["profile"]["suffix"], one["profile"]["prefix"]) == ("tab", "\x02")
    assert "\\x02" in nothing.run("scanner").out


def test_the_sheet_is_written_and_printed(nothing: Program, tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"

    written = nothing.run("scanner", "--sheet", str(target))
    printed = nothing.run("scanner", "--print")

    assert (written.code, printed.code) == (0, 0)
    assert len(pypdfium2.PdfDocument(target.read_bytes())) == 1
    assert printed.out.startswith("Printed the scanner test sheet")


@pytest.mark.wrong_input
@pytest.mark.parametrize("target", [".", "no/such/folder/sheet.pdf", "/dev/null"])
def test_a_sheet_that_cannot_be_written_is_wrong_usage(nothing: Program, target: str) -> None:
    ended = nothing.run("scanner", "--sheet", target)

    assert ended.code == 2
    assert ended.complaint
