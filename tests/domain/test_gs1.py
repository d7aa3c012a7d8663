"""GS1 messages: read exactly, or refused with the place."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.gs1 import (
    Defect,
    Fault,
    check_digit_defect,
    lost_separator,
    opens_like_a_message,
    read_date,
    read_elements,
)
from tests.domain.known_codes import arabic

GTIN = "0109501101530003"


def pairs(message: str) -> list[tuple[str, str]] | Defect:
    elements = read_elements(message)
    return elements if isinstance(elements, Defect) else [(e.ai, e.value) for e in elements]


@pytest.mark.parametrize(
    ("message", "elements"),
    [
        (GTIN, [("01", "09501101530003")]),
        (f"{GTIN}1726123110LOT1", [("01", GTIN[2:]), ("17", "261231"), ("10", "LOT1")]),
        (f"{GTIN}10LOT1\x1d17261231", [("01", GTIN[2:]), ("10", "LOT1"), ("17", "261231")]),
        (f"\x1d{GTIN}\x1d21SER-1\x1d3007\x1d", [("01", GTIN[2:]), ("21", "SER-1"), ("30", "07")]),
        ("00106141412345678908", [("00", "106141412345678908")]),
        ("02095011015300033712", [("02", "09501101530003"), ("37", "12")]),
        (f"{GTIN}3103001750", [("01", GTIN[2:]), ("3103", "001750")]),
        (f"{GTIN}10A\x1d10A", [("01", GTIN[2:]), ("10", "A"), ("10", "A")]),
    ],
)
def test_a_message_is_taken_apart(message: str, elements: list[tuple[str, str]]) -> None:
    assert pairs(message) == elements


@pytest.mark.parametrize(
    ("message", "defect"),
    [
        ("", Defect(Fault.EMPTY)),
        ("\x1d\x1d", Defect(Fault.EMPTY)),
        (f"{GTIN}04123", Defect(Fault.UNKNOWN_AI, 16)),
        (f"{GTIN}XY", Defect(Fault.UNKNOWN_AI, 16)),
        (f"{GTIN}{arabic('30')}12", Defect(Fault.UNKNOWN_AI, 16)),
        ("010950110153000", Defect(Fault.BAD_VALUE, 0, "01")),
        ("01095011015300\x1d03", Defect(Fault.BAD_VALUE, 0, "01")),
        (f"01{arabic(GTIN[2:])}", Defect(Fault.BAD_VALUE, 0, "01")),
        (f"{GTIN}10", Defect(Fault.BAD_VALUE, 16, "10")),
        (f"{GTIN}10\x1d17261231", Defect(Fault.BAD_VALUE, 16, "10")),
        (f"{GTIN}10{'A' * 21}", Defect(Fault.BAD_VALUE, 16, "10")),
        (f"{GTIN}10LOT]C1{GTIN}", Defect(Fault.BAD_VALUE, 16, "10")),
        (f"{GTIN}10LOT 7", Defect(Fault.BAD_VALUE, 16, "10")),
        (f"{GTIN}10LOT|17261231", Defect(Fault.BAD_VALUE, 16, "10")),
        (f"{GTIN}10LOT<GS>1é", Defect(Fault.BAD_VALUE, 16, "10")),
        (f"{GTIN}30123456789", Defect(Fault.BAD_VALUE, 16, "30")),
        (f"{GTIN}30", Defect(Fault.BAD_VALUE, 16, "30")),
        (f"{GTIN}17261331", Defect(Fault.BAD_VALUE, 16, "17")),
        (f"{GTIN}17260229", Defect(Fault.BAD_DATE, 16, "17")),
        (f"{GTIN}17260001", Defect(Fault.BAD_DATE, 16, "17")),
        (f"{GTIN}0114006381333938", Defect(Fault.REPEATED_AI, 16, "01")),
        (f"{GTIN}10A\x1d10B", Defect(Fault.REPEATED_AI, 20, "10")),
    ],
)
def test_what_is_not_exact_is_refused_with_its_place(message: str, defect: Defect) -> None:
    assert read_elements(message) == defect


def test_a_wrong_check_digit_is_found_and_named() -> None:
    elements = read_elements(f"17261231{GTIN[:-1]}4")

    assert not isinstance(elements, Defect)
    assert check_digit_defect(elements) == Defect(Fault.CHECK_DIGIT, 8, "01")


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    ("code", "opens"),
    [
        (GTIN, True),
        (f"{GTIN}10LOT", True),
        ("00106141412345678908", True),
        (f"{GTIN[:-1]}4", False),
        ("00106141412345678901", False),
        ("0109501101", False),
        ("10LOT", False),
        ("01", False),
        ("", False),
        (f"01{arabic(GTIN[2:])}", False),
    ],
)
def test_only_a_checked_gtin_or_sscc_opens_a_raw_message(code: str, opens: bool) -> None:
    assert opens_like_a_message(code) is opens


@pytest.mark.parametrize(
    ("tail", "at"),
    [
        ("10ABC17261231", 21),
        ("21SN4217261231", 22),
        ("10ABC21SERIAL9", 21),
        ("21SN4210LOT77A", 22),
        (f"10ABC{GTIN.replace('01095', '02095')}", 21),
    ],
)
def test_a_raw_message_that_may_have_lost_a_separator_is_ambiguous(tail: str, at: int) -> None:
    elements = read_elements(f"{GTIN}{tail}")

    assert not isinstance(elements, Defect)
    assert lost_separator(elements) == Defect(Fault.AMBIGUOUS, at, tail[:2])


@pytest.mark.parametrize(
    "tail", ["", "10LOT7", "10L2101", "21SN1001", "17261231", "10032999", "305"]
)
def test_a_raw_message_without_a_telling_tail_is_exact(tail: str) -> None:
    elements = read_elements(f"{GTIN}{tail}")

    assert not isinstance(elements, Defect)
    assert lost_separator(elements) is None


@pytest.mark.parametrize(
    ("digits", "year", "day"),
    [
        ("261231", 2025, date(2026, 12, 31)),
        ("260200", 2025, date(2026, 2, 28)),
        ("280200", 2025, date(2028, 2, 29)),
        ("751231", 2025, date(2075, 12, 31)),
        ("761231", 2025, date(1976, 12, 31)),
        ("010101", 1998, date(2001, 1, 1)),
        ("980507", 1998, date(1998, 5, 7)),
        ("490101", 1999, date(2049, 1, 1)),
        ("500101", 1999, date(1950, 1, 1)),
        ("260001", 2025, None),
        ("261301", 2025, None),
        ("260230", 2025, None),
        ("000000", 2025, None),
    ],
)
def test_a_date_is_read_in_its_century(digits: str, year: int, day: date | None) -> None:
    assert read_date(digits, year) == day


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=60))
def test_elements_put_together_again_are_the_message(message: str) -> None:
    elements = read_elements(message)

    if not isinstance(elements, Defect):
        joined = "".join(element.ai + element.value for element in elements)
        assert joined == message.replace("\x1d", "")
        assert all(message.startswith(e.ai + e.value, e.at) for e in elements)


@given(st.text(max_size=80))
def test_no_text_raises(message: str) -> None:
    elements = read_elements(message)

    assert isinstance(elements, Defect) or (check_digit_defect(elements), lost_separator(elements))
