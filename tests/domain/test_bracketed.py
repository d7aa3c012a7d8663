"""A label's print, typed by a person."""

import pytest

from app.domain.bracketed import read_bracketed
from app.domain.gs1 import Defect, Fault
from app.domain.understanding import understand
from tests.domain.known_codes import FLOOR, KnownCodes, arabic


def test_what_is_printed_under_a_symbol_is_read_when_typed() -> None:
    reading = understand("(01)09501101530003(10)LOT-1(17)261231(21)S)9", FLOOR)

    assert (reading.sku, reading.lot, reading.serial) == ("SERUM", "LOT-1", "S)9")
    assert str(reading.expires_on) == "2026-12-31"


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    ("code", "defect"),
    [
        ("(10)", Defect(Fault.BAD_VALUE, 0, "10")),
        ("(10)A(B)C", Defect(Fault.UNKNOWN_AI, 5)),
        ("(10)A(", Defect(Fault.UNKNOWN_AI, 5)),
        ("(10)LOT 1", Defect(Fault.BAD_VALUE, 0, "10")),
        ("(01)0950110153000(10)A", Defect(Fault.BAD_VALUE, 0, "01")),
        ("(17)260230", Defect(Fault.BAD_DATE, 0, "17")),
        ("(89)X", Defect(Fault.UNKNOWN_AI, 0)),
        ("(310)123456", Defect(Fault.UNKNOWN_AI, 0)),
        ("(10)A(10)B", Defect(Fault.REPEATED_AI, 5, "10")),
    ],
)
def test_what_is_not_exact_is_refused_with_its_place(code: str, defect: Defect) -> None:
    assert read_bracketed(code) == defect


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    "code", ["", "(", "(1)A", "(A)B", "X(10)A", "(12345)A", "10)A", f"({arabic('10')})A"]
)
def test_other_brackets_are_no_print(code: str) -> None:
    assert read_bracketed(code) is None


def test_a_place_that_looks_like_print_is_the_place() -> None:
    assert understand("(10)A", KnownCodes(locations=frozenset({"(10)A"}))).lot is None
