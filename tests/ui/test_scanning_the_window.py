"""A typing scanner and the product's own window: the job counts, wherever the focus is."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from tests.support.x_child import ROOT, XChild, x_child

WAREHOUSE = ROOT / "tests" / "stories" / "warehouse"
CUP, PAN, JAR = "0400999000027", "0400999000034", "0400999000089"

pytestmark = pytest.mark.x11


@pytest.fixture
def floor(x_display: str, tmp_path: Path) -> Iterator[XChild]:
    database = str(tmp_path / "floor.db")
    subprocess.run(
        [sys.executable, "main.py", "--db", database, "import", str(WAREHOUSE)],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    with x_child(x_display, "tests.ui.floor_window", database) as floor:
        yield floor


def test_a_truck_is_received_by_scanner_whatever_has_the_focus(floor: XChild) -> None:
    floor.scan("ASN-1")
    floor.wait_for("answer", "opened")
    parts = set()

    for place, code in zip(range(12), cycle((CUP, PAN, JAR)), strict=False):
        floor.tell(f"focus {place}\n")
        parts.add(floor.wait_for("focus", place)["widget"])
        floor.scan(code)
        said = floor.wait_for_key("answer")
        assert (said["answer"], said["scan"]) == ("accepted", code)

    floor.tell("where\n")
    assert floor.wait_for_key("where")["where"] == "receive"
    assert len(parts) >= 2


def test_wrong_codes_are_refused_and_right_ones_still_count(floor: XChild) -> None:
    floor.scan("ASN-1")
    floor.wait_for("answer", "opened")

    for wrong in ("4006381333932", "NOBODY-KNOWS", "]C1HELLO", "CMD-HELLO", "  Enter  "):
        floor.scan(wrong)
        assert floor.wait_for_key("answer")["answer"] in ("unknown_barcode", "bad_check_digit")

    floor.scan(CUP)
    assert floor.wait_for_key("answer")["answer"] == "accepted"


@pytest.mark.right_input
def test_scans_faster_than_jobs_open_and_end_are_not_lost(floor: XChild) -> None:
    scans = ["ASN-1", CUP, PAN, JAR, "CMD-DONE", "ASN-2", "0400999000065"]

    floor.scan(*scans)

    said = [floor.wait_for_key("answer") for _ in scans]
    assert [answer["scan"] for answer in said] == scans
    assert {answer["answer"] for answer in said} == {"opened", "accepted"}


def test_a_scan_types_nothing_into_an_appointment_and_is_answered(floor: XChild) -> None:
    floor.keyboard("key", "n")
    floor.settle()
    floor.keyboard("type", "--delay", "400", "X7")
    floor.settle()
    floor.tell("card\n")
    before = floor.wait_for("card", True)["typed"]

    floor.scan("ASN-1")

    assert floor.wait_for("answer", "opened")["scan"] == "ASN-1"
    floor.tell("card\n")
    after = floor.wait_for("card", False)["typed"]
    assert before["number"] == "X7"
    assert after == before
