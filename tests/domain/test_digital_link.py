"""GS1 Digital Links: read exactly, refused with the place, or no link at all."""

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.digital_link import read_link
from app.domain.gs1 import Defect, Fault
from app.domain.reading import Kind
from app.domain.understanding import understand
from tests.domain.known_codes import FLOOR, KnownCodes

ITEM = "https://id.gs1.org/01/09501101530003"
GTIN = ("01", "09501101530003")


def pairs(code: str) -> list[tuple[str, str]] | Defect | None:
    found = read_link(code)
    return [(e.ai, e.value) for e in found] if isinstance(found, tuple) else found


@pytest.mark.parametrize(
    ("link", "elements"),
    [
        (ITEM, [GTIN]),
        (f"{ITEM}/10/A%2FB?17=261231&3103=000195&utm=x&sale",
         [GTIN, ("10", "A/B"), ("17", "261231"), ("3103", "000195")]),
        ("http://shop.example:8080/a/b/01/9501101530003/21/S-1#top", [GTIN, ("21", "S-1")]),
        ("HTTPS://SHOP.EXAMPLE/gtin/09501101530003/lot/L1/ser/S1",
         [GTIN, ("10", "L1"), ("21", "S1")]),
        ("https://[2001:db8::1]/00/106141412345678908?02=09501101530003&37=40",
         [("00", "106141412345678908"), ("02", GTIN[1]), ("37", "40")]),
    ],
)  # fmt: skip
def test_a_link_is_taken_apart(link: str, elements: list[tuple[str, str]]) -> None:
    assert pairs(link) == elements


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    ("link", "defect"),
    [
        (f"{ITEM}/10/", Defect(Fault.BAD_VALUE, 37, "10")),
        (f"{ITEM}/10/A%1DB", Defect(Fault.BAD_VALUE, 37, "10")),
        (f"{ITEM}/10/A%C3%A9", Defect(Fault.BAD_VALUE, 37, "10")),
        (f"{ITEM}?10=A+B", Defect(Fault.BAD_VALUE, 37, "10")),
        (f"{ITEM}?17=261332", Defect(Fault.BAD_VALUE, 37, "17")),
        (f"{ITEM}?17=260230", Defect(Fault.BAD_DATE, 37, "17")),
        (f"{ITEM}?999=X", Defect(Fault.UNKNOWN_AI, 37)),
        (f"{ITEM}/89/X", Defect(Fault.UNKNOWN_AI, 37)),
        (f"{ITEM}?21=X", Defect(Fault.MISPLACED_AI, 37, "21")),
        (f"{ITEM}/17/261231", Defect(Fault.MISPLACED_AI, 37, "17")),
        (f"{ITEM}/21/S/10/L", Defect(Fault.MISPLACED_AI, 42, "10")),
        (f"{ITEM}/22/V/235/T", Defect(Fault.MISPLACED_AI, 42, "235")),
        (f"{ITEM}/10/A?10=A", Defect(Fault.REPEATED_AI, 42, "10")),
        (f"{ITEM}/10/A?10=B", Defect(Fault.REPEATED_AI, 42, "10")),
        (f"{ITEM}?10=A&10=B", Defect(Fault.REPEATED_AI, 42, "10")),
        ("https://id.gs1.org/01/123", Defect(Fault.BAD_VALUE, 19, "01")),
        ("https://id.gs1.org/DBHKVAdpQgqrgA", Defect(Fault.COMPRESSED, 19)),
        (f"{ITEM}/gMVgEoqQ", Defect(Fault.COMPRESSED, 19)),
    ],
)
def test_a_link_that_is_not_exact_is_refused_with_its_place(link: str, defect: Defect) -> None:
    assert read_link(link) == defect


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    "code",
    [
        "", "https://", "https:///01/09501101530003", "https://example.com", "https://example.com/a",
        "https://example.com/orders/SO-1", "https://example.com/10/2026", f"{ITEM}/photos/3",
        "https://01/09501101530003", "HtTp://a/01/09501101530003", "ftp://a/01/09501101530003",
        "id.gs1.org/01/09501101530003", f"{ITEM} x", f"{ITEM}<x", f"x{ITEM}", "https://a..b/01/1",
        "https://user@a/01/09501101530003", "https://a:0/01/09501101530003",
        "https://a:65536/01/09501101530003", "https://a/01//09501101530003",
        "https://example.com/DBHKVAdpQgqrgA", "javascript://a/01/09501101530003",
    ],
)  # fmt: skip
def test_any_other_address_or_text_is_no_link(code: str) -> None:
    assert read_link(code) is None


@pytest.mark.parametrize("aim", ["", "]Q1", "]Q3", "]d1", "]z0", "]L0", "]J0"])
def test_a_link_in_any_symbol_is_the_product_it_names(aim: str) -> None:
    reading = understand(f"{aim}{ITEM}/10/L1/21/S1?17=261200&37=4", FLOOR)

    assert (reading.sku, reading.units, reading.gtin) == ("SERUM", 1, GTIN[1])
    assert (reading.lot, reading.serial, reading.count) == ("L1", "S1", 4)
    assert str(reading.expires_on) == "2026-12-31"


@pytest.mark.wrong_input
def test_an_address_that_is_no_link_stays_unknown() -> None:
    assert understand("https://example.com/01", FLOOR).kind is Kind.UNKNOWN


def test_a_link_that_the_floor_knows_for_something_else_is_that() -> None:
    known = KnownCodes(items={ITEM: ("POSTER", 1)}, locations=frozenset({f"{ITEM}/10/L"}))

    assert understand(ITEM, known).sku == "POSTER"
    assert understand(f"{ITEM}/10/L", known).kind is Kind.LOCATION


@pytest.mark.wrong_input
def test_a_wrong_check_digit_in_a_link_is_bad_unless_the_product_is_ours() -> None:
    assert understand("https://a/01/09501101530004", FLOOR).has_bad_check_digit
    assert understand("https://a/01/4006381333930", FLOOR).sku == "MISPRINT"


@pytest.mark.wrong_input
def test_no_link_is_ever_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)

    assert understand(ITEM, FLOOR).sku == "SERUM"


@given(
    st.sampled_from(["https://a/", "http://id.gs1.org/x/", "https://a:1/"]),
    st.lists(st.sampled_from(["01", "00", "10", "21", "17", "gtin", "09501101530003", "L%2f", "%",
                              "", "..", "235", "8004", "?", "&", "=", "#", "9" * 40, "+"]),
             max_size=9),
)  # fmt: skip
def test_no_mixture_of_parts_raises_or_reads_a_value_of_another_form(
    head: str, parts: list[str]
) -> None:
    found = read_link(head + "/".join(parts))

    values = [e.value for e in found] if isinstance(found, tuple) else []
    assert all(value.isascii() and value.isprintable() for value in values)
