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
    """The bench beside a person, with the limits of the product."""
    with x_child(x_display, "tests.ui.wedge_window", "35") as desk:
        desk.order("focus field")
        yield desk


@pytest.fixture
def patient(x_display: str) -> Iterator[XChild]:
    """The bench with a longer gap: xdotool stumbles where all processors are busy, devices do not.

    A real key's time is the kernel's; a simulated one's is when xdotool got its turn.
    """
    with x_child(x_display, "tests.ui.wedge_window", "250") as desk:
        desk.order("focus field")
        yield desk


@pytest.mark.parametrize("place", ["field", "button", "table", "menu", "dialog"])
def test_every_code_is_right_and_nothing_is_clicked(patient: XChild, place: str) -> None:
    patient.order(f"focus {place}")
    patient.settle()

    patient.scan(*CODES)

    assert patient.wait_for_scans(len(CODES)) == [code.strip(" ") for code in CODES]
    report = patient.report()
    assert (report["hits"], report["field"]) == (0, "")


@pytest.mark.parametrize("delay_ms", [0, 5, 12])
def test_scanners_of_any_speed_are_understood(patient: XChild, delay_ms: int) -> None:
    patient.scan(*CODES, delay_ms=delay_ms)

    assert patient.wait_for_scans(len(CODES)) == [code.strip(" ") for code in CODES]


@pytest.mark.wrong_input
def test_control_characters_inside_a_burst_trigger_nothing(patient: XChild) -> None:
    letters = "abcdefghiklnopqrstuvwxyz"  # ctrl+j and ctrl+m are line ends, so codes end there
    keys = [*(f"ctrl+{letter}" for letter in letters), "Escape", "F8", "alt+s"]

    for key in keys:
        type_fast = ["type", "--delay", "1", "--args", "1"]
        patient.keyboard(
            *type_fast, "CODE", "key", "--delay", "1", key, *type_fast, "7", "key", "Return"
        )

    assert len(patient.wait_for_scans(len(keys))) == len(keys)
    report = patient.report()
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


def test_a_scan_during_a_stall_is_whole(patient: XChild) -> None:
    patient.tell("stall\n")
    patient.scan(*CODES)
    patient.tell("x")

    assert patient.wait_for_scans(len(CODES)) == [code.strip(" ") for code in CODES]
    assert patient.report()["field"] == ""


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
