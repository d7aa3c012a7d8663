"""``shipment`` and the flags of ``pack``: shown, reopened, handed over, closed by a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.commands.program import Ended, Program

SHIPMENT = "SH-SO-2-1"


@pytest.fixture
def picked(floor: Program) -> Program:
    """Bo's rug is picked."""
    floor.run("pick", "SO-2", scans="RUG\n")
    return floor


def test_a_reason_closes_a_shipment_without_a_scan(picked: Program) -> None:
    done = picked.run("pack", "SO-2", "--override", "Bo waits at the counter")

    opened, closed = done.lines
    assert (done.code, opened["remaining"]) == (0, 1)
    assert (closed["outcome"], closed["shipment"]) == ("accepted", SHIPMENT)
    assert closed["override"]["reason"] == "Bo waits at the counter"


def test_a_shipment_is_shown_reopened_packed_again_and_handed_over(picked: Program) -> None:
    picked.run("pack", "SO-2", scans="RUG\n1Z879E930346834440\nCMD-WEIGHT-900\nCMD-CLOSE\n")

    told = picked.run("shipment", SHIPMENT, "--json").json
    [carton] = told["cartons"]
    assert (told["status"], carton["weight_g"], carton["carrier"]) == ("closed", 900, "UPS")
    again = picked.run("pack", "SO-2", "--reopen", scans="CMD-CLOSE\n").lines
    assert (again[0]["reopened"], again[1]["shipment"]) == (SHIPMENT, SHIPMENT)
    assert picked.run("shipment", SHIPMENT, "--handed-over").code == 0
    assert "handed over" in picked.run("shipment", SHIPMENT, "--reopen").complaint
    assert picked.run("verify").code == 0


def test_a_shipment_that_is_open_again_has_no_slip(picked: Program) -> None:
    picked.run("pack", "SO-2", scans="RUG\nCMD-CLOSE\n")
    picked.run("shipment", SHIPMENT, "--reopen")

    done = picked.run("slip", SHIPMENT, "-o", f"{picked.db}.pdf")

    assert (done.code, done.complaint) == (1, f"There is no closed shipment {SHIPMENT}.")


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        (("shipment", "SH-9"), 1, "There is no shipment SH-9."),
        (("shipment", "SH-9", "--reopen"), 1, "There is no shipment SH-9."),
        (("shipment", "SH-9", "--reopen", "--handed-over"), 2, "at a time"),
        (("shipment",), 2, "SHIPMENT"),
        (("pack", "SO-2", "--reopen"), 1, "has no closed shipment"),
        (("pack", "SO-9", "--reopen"), 1, "There is no order SO-9."),
        (("pack", "SO-9", "--override", "x"), 1, "There is no order SO-9."),
        (("pack", "SO-2", "--reopen", "--override", "x"), 2, "at a time"),
        (("settings", "weight_tolerance", "101"), 1, "101"),
        (("settings", "weight_tolerance_g", "0.5"), 1, "0.5"),
        (("settings", "carton_tare_g", "1.5"), 1, "1.5"),
        (("settings", "hold_wrong_weight", "perhaps"), 1, "perhaps"),
    ],
)
def test_what_does_not_go_together_gets_one_line(
    inside: Callable[..., Ended], line: tuple[str, ...], code: int, says: str
) -> None:
    done = inside(*line)

    assert done.code == code
    assert says in done.complaint
