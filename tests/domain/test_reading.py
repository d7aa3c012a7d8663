"""What a scanned code means: a known code wins over its form, and no text raises."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.command_scan import Command, CommandKind
from app.domain.gs1 import Fault
from app.domain.reading import Kind, Reading
from app.domain.understanding import understand
from tests.domain.known_codes import FLOOR, NOTHING_KNOWN, arabic, full_width

SERUM = "0109501101530003"
PALLET = "106141412345678908"


@pytest.mark.parametrize(
    ("text", "sku", "units", "gtin"),
    [
        ("4006381333931", "PEN", 1, "04006381333931"),
        ("04006381333931", "PEN", 1, "04006381333931"),
        (" ]E04006381333931 \r", "PEN", 1, "04006381333931"),
        ("14006381333938", "PEN", 12, "14006381333938"),
        ("]I114006381333938", "PEN", 12, "14006381333938"),
        ("012345678905", "SOAP", 1, "00012345678905"),
        ("0012345678905", "SOAP", 1, "00012345678905"),
        ("96385074", "GUM", 1, "00000096385074"),
        ("PEN", "PEN", 1, None),
        ("12345678", "ODD-SKU", 1, "00000012345678"),
        ("4006381333930", "MISPRINT", 1, "04006381333930"),
        ("]C10104006381333930", "MISPRINT", 1, "04006381333930"),
        (SERUM, "SERUM", 1, "09501101530003"),
    ],
)
def test_a_known_item_is_found_by_any_of_its_forms(
    text: str, sku: str, units: int, gtin: str | None
) -> None:
    reading = understand(text, FLOOR)

    assert (reading.kind, reading.sku, reading.units) == (Kind.ITEM, sku, units)
    assert reading.gtin == gtin
    assert reading.is_known_item
    assert reading.scan == text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A-01-01", Kind.LOCATION),
        ("4006381333932", Kind.LOCATION),  # of GTIN form, its check digit wrong, but known
        ("10970", Kind.ORDER),
        ("10000001", Kind.ORDER),
        ("ASN-1", Kind.ASN),
        ("TOTE-7", Kind.CONTAINER),
        ("106141412345678901", Kind.CONTAINER),  # of SSCC form, wrong, but known
        ("00106141412345678901", Kind.CONTAINER),
    ],
)
def test_a_known_place_or_paper_wins_over_its_form(text: str, kind: Kind) -> None:
    reading = understand(text, FLOOR)

    assert (reading.kind, reading.code, reading.defect) == (kind, text, None)


@pytest.mark.parametrize(
    "text",
    ["a-01-01", "A-01-02", "pen", "HELLO", "]", "CMD-HELLO", "CMD-QTY-0", "109700", "(A)X", "10)X"],
)
def test_what_nobody_knows_is_unknown(text: str) -> None:
    assert understand(text, FLOOR) == Reading(text, Kind.UNKNOWN, text)


@pytest.mark.parametrize(
    "text",
    ["4006381333930", "012345678904", "96385073", "14006381333939", PALLET[:-1] + "9",
     "00" + PALLET[:-1] + "9", SERUM[:-1] + "4", "]C1" + SERUM[:-1] + "4", "]E04006381333930"],
)  # fmt: skip
def test_a_wrong_check_digit_of_an_unknown_code_is_bad(text: str) -> None:
    reading = understand(text, NOTHING_KNOWN)

    assert reading.kind is Kind.BAD
    assert reading.has_bad_check_digit
    assert not reading.is_known_item


@pytest.mark.parametrize("text", ["4006381333931", "]C10104006381333931", "0104006381333931"])
def test_a_right_gtin_that_nobody_taught_us_is_an_item_without_a_sku(text: str) -> None:
    reading = understand(text, NOTHING_KNOWN)

    assert (reading.kind, reading.gtin) == (Kind.ITEM, "04006381333931")
    assert (reading.sku, reading.units) == (None, None)


@pytest.mark.parametrize(
    "text", [PALLET, f"00{PALLET}", f"]C100{PALLET}", f"]C0{PALLET}", f"\x1d00{PALLET}"]
)
def test_an_sscc_is_a_container_known_or_not(text: str) -> None:
    reading = understand(text, NOTHING_KNOWN)

    assert (reading.kind, reading.sscc) == (Kind.CONTAINER, PALLET)


@pytest.mark.wrong_input
@pytest.mark.parametrize("text", [f"]E3{PALLET}", f"]E0{PALLET}", f"]C1{PALLET}"])
def test_eighteen_digits_are_no_sscc_where_their_symbol_says_otherwise(text: str) -> None:
    assert understand(text, NOTHING_KNOWN).kind is not Kind.CONTAINER
    assert understand(text, NOTHING_KNOWN).sscc is None


@pytest.mark.parametrize("head", ["]C1", "]e0", "]d2", "]Q3", "\x1d", ""])
def test_a_gs1_message_fills_every_field(head: str) -> None:
    text = f"{head}{SERUM}17261200" + "10LOT-1\x1d21SER-9\x1d3024"

    reading = understand(text, FLOOR)

    assert (reading.sku, reading.lot, reading.serial) == ("SERUM", "LOT-1", "SER-9")
    assert (reading.expires_on, reading.count) == (date(2026, 12, 31), 24)
    assert dict(reading.elements)["17"] == "261200"


def test_the_device_may_hand_the_aim_identifier_over_by_itself() -> None:
    assert understand("10LOT-1", NOTHING_KNOWN, aim="]C1").lot == "LOT-1"
    assert understand("10LOT-1", NOTHING_KNOWN).lot is None


def test_a_best_before_date_stands_in_for_an_expiry_date() -> None:
    assert understand(f"{SERUM}15270100", FLOOR).expires_on == date(2027, 1, 31)
    assert understand(f"{SERUM}1527010017261231", FLOOR).expires_on == date(2026, 12, 31)


def test_the_year_places_two_digit_years() -> None:
    assert understand(f"{SERUM}17980510", FLOOR, year=1998).expires_on == date(1998, 5, 10)


def test_a_logistic_unit_tells_what_it_contains() -> None:
    reading = understand(f"]C100{PALLET}02095011015300033740", FLOOR)

    assert (reading.kind, reading.sscc) == (Kind.CONTAINER, PALLET)
    assert (reading.sku, reading.count) == ("SERUM", 40)


@pytest.mark.parametrize(
    ("text", "fault", "at"),
    [
        ("", Fault.EMPTY, 0),
        ("  \t ", Fault.EMPTY, 0),
        ("]C1", Fault.EMPTY, 0),
        ("\x1d\x1d", Fault.EMPTY, 0),
        ("A" * 513, Fault.TOO_LONG, 512),
        ("A\x00B", Fault.CONTROL_CHARACTER, 1),
        ("\x03", Fault.CONTROL_CHARACTER, 0),
        ("A-01\x1b-01", Fault.CONTROL_CHARACTER, 4),
        ("[)>\x1e06\x1d1P4\x04", Fault.CONTROL_CHARACTER, 3),
        ("PEN\x7f", Fault.CONTROL_CHARACTER, 3),
        ("A\ud800", Fault.NOT_TEXT, 1),
        (f"]C1{SERUM}04X", Fault.UNKNOWN_AI, 16),
        (f"{SERUM}10ABC17261231", Fault.AMBIGUOUS, 21),
        (f"{SERUM}XYZ", Fault.UNKNOWN_AI, 16),
        (f"]C1{SERUM}0114006381333938", Fault.REPEATED_AI, 16),
        ("]C1HELLO", Fault.UNKNOWN_AI, 0),
    ],
)
def test_a_code_that_cannot_be_one_is_bad_with_its_place(text: str, fault: Fault, at: int) -> None:
    defect = understand(text, FLOOR).defect

    assert defect is not None
    assert (defect.fault, defect.at) == (fault, at)


@pytest.mark.parametrize(
    "text",
    [
        arabic("4006381333931"),
        full_width("4006381333931"),
        "4006381333931\u200b",
        "\u202e4006381333931",
    ],
)
def test_digits_of_other_scripts_and_invisible_characters_find_nothing(text: str) -> None:
    reading = understand(text, FLOOR)

    assert (reading.kind, reading.gtin, reading.sku) == (Kind.UNKNOWN, None, None)


def test_eight_digits_are_a_upc_e_only_where_the_symbol_says_so() -> None:
    assert understand("]E004252614", NOTHING_KNOWN).gtin == "00042100005264"
    assert understand("04252614", NOTHING_KNOWN).has_bad_check_digit
    assert understand("]E404252614", NOTHING_KNOWN).has_bad_check_digit
    assert understand("]E096385074", FLOOR).sku == "GUM"


@pytest.mark.parametrize("text", ["cmd-qty-12", " ]C0CMD-QTY-12\r\n"])
def test_a_command_comes_first(text: str) -> None:
    reading = understand(text, FLOOR)

    assert reading.kind is Kind.COMMAND
    assert reading.command == Command(CommandKind.QUANTITY, 12)


@given(st.one_of(st.text(max_size=600), st.binary(max_size=600).map(lambda b: b.decode("latin-1"))))
def test_no_text_raises_and_none_is_an_item_of_ours_by_chance(text: str) -> None:
    reading = understand(text, NOTHING_KNOWN)

    assert reading.scan == text
    assert (reading.kind is Kind.BAD) == (reading.defect is not None)
    assert reading.sku is None


@given(
    st.sampled_from(["", "]C1", "]d2", "\x1d"]),
    st.lists(
        st.sampled_from([SERUM, f"00{PALLET}", "17261231", "15260200", "10LOT7", "21S-1", "3012",
                         "3740", "\x1d", "99X", "04", "]C1", "|", "٣", "7"]),
        max_size=8,
    ),
)  # fmt: skip
def test_no_mixture_of_gs1_parts_raises_or_invents_a_value(head: str, parts: list[str]) -> None:
    text = head + "".join(parts)

    reading = understand(text, FLOOR)

    assert reading.lot is None or reading.lot in text
    assert all(f"{ai}{value}" in text for ai, value in reading.elements)


@given(st.characters(categories=["Cs", "Cc"]).filter(lambda c: c != "\x1d"), st.integers(0, 5))
def test_a_control_character_inside_a_known_code_never_finds_it(character: str, place: int) -> None:
    text = f"{'4006381'[: place + 1]}{character}{'4006381333931'[place + 1 :]}"

    assert understand(text, FLOOR).kind in (Kind.BAD, Kind.UNKNOWN)
