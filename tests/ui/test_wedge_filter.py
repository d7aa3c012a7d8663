"""A typing scanner on a real X server: every code right, nothing clicked, no person's key lost."""

from collections.abc import Iterator

import pytest

from tests.support.x_child import XChild, x_child

CODES = (
    "4006381333931",
    "A BOX 12 ",
    "]C1010950110153000317261231" + "10LOT-1\x1d21SER-9",
    "LOC-A-01-01",
    "cmd-undo",
    "]{}~@#|\\\"'<>?",
    "]d2\x1d0109501101530003",
    "  4444  ",
    "Close the All 4 cartons",
    "SHIP-ALL",
    "NNNNYYYY",
    "00106141412345678908",
)

pytestmark = pytest.mark.x11


@pytest.fixture
def desk(x_display: str) -> Iterator[XChild]:
    with x_child(x_display, "tests.ui.wedge_window") as desk:
        desk.order("focus field")
        yield desk


@pytest.mark.parametrize("place", ["field", "button", "table", "menu", "dialog"])
def test_every_code_is_right_and_nothing_is_clicked(desk: XChild, place: str) -> None:
    desk.order(f"focus {place}")

    desk.scan(*CODES)

    assert desk.wait_for_scans(len(CODES)) == [code.strip(" ") for code in CODES]
    report = desk.report()
    assert (report["hits"], report["field"]) == (0, "")


@pytest.mark.parametrize("delay_ms", [0, 5, 12])
def test_scanners_of_any_speed_are_understood(desk: XChild, delay_ms: int) -> None:
    desk.scan(*CODES, delay_ms=delay_ms)

    assert desk.wait_for_scans(len(CODES)) == [code.strip(" ") for code in CODES]


@pytest.mark.wrong_input
def test_control_characters_inside_a_burst_trigger_nothing(desk: XChild) -> None:
    letters = "abcdefghiklnopqrstuvwxyz"  # ctrl+j and ctrl+m are line ends, so codes end there
    keys = [*(f"ctrl+{letter}" for letter in letters), "Escape", "F8", "alt+s"]

    for key in keys:
        type_fast = ["type", "--delay", "1", "--args", "1"]
        desk.keyboard(
            *type_fast, "CODE", "key", "--delay", "1", key, *type_fast, "7", "key", "Return"
        )

    assert len(desk.wait_for_scans(len(keys))) == len(keys)
    report = desk.report()
    assert (report["hits"], report["field"]) == (0, "")


@pytest.mark.right_input
def test_a_persons_typing_arrives_in_the_field(desk: XChild) -> None:
    desk.keyboard("type", "--delay", "90", "Mind the 4th box")

    desk.wait_for("field", "Mind the 4th box")
    desk.keyboard("key", "Return")
    desk.wait_for("returned", "Mind the 4th box")
    assert desk.scans == []


def test_a_fast_roll_is_no_scan_and_arrives(desk: XChild) -> None:
    desk.scan("the", delay_ms=5)

    desk.wait_for("returned", "the")
    assert desk.scans == []


def test_a_persons_keys_during_a_stall_are_not_taken_for_a_scanner(desk: XChild) -> None:
    desk.tell("stall\n")
    desk.scan("12345678", delay_ms=120)
    desk.tell("x")

    desk.wait_for("returned", "12345678")
    assert desk.scans == []


def test_a_scan_during_a_stall_is_whole(desk: XChild) -> None:
    desk.tell("stall\n")
    desk.scan(*CODES)
    desk.tell("x")

    assert desk.wait_for_scans(len(CODES)) == [code.strip(" ") for code in CODES]
    assert desk.report()["field"] == ""


@pytest.mark.right_input
def test_a_persons_shortcut_space_and_enter_still_work(desk: XChild) -> None:
    desk.keyboard("key", "ctrl+s")
    desk.wait_for("hit", 1)
    desk.order("focus button")

    desk.keyboard("key", "space")
    desk.wait_for("hit", 2)
    desk.keyboard("key", "Return")

    desk.wait_for("hit", 3)


def test_after_a_stop_the_keys_are_the_windows_again(desk: XChild) -> None:
    desk.order("stop")

    desk.keyboard("type", "--delay", "1", "4006381333931")

    desk.wait_for("field", "4006381333931")
    assert desk.scans == []
