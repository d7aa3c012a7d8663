"""What a symbol's identifier settles, and what is asked where nothing does."""

import pytest

from app.domain.gs1 import Fault
from app.domain.reading import Kind
from app.domain.symbology import retail_key
from app.domain.understanding import understand
from tests.domain.known_codes import FLOOR, NOTHING_KNOWN, KnownCodes

BOTH = "01234565"  # right as a GTIN-8, and as the UPC-E of 012345000065
GTIN_8, UPC = "00000001234565", "00012345000065"
ONLY_UPC_E = "04252614"


@pytest.mark.parametrize(
    ("code", "gtin"),
    [
        ("]E04006381333931", "04006381333931"),
        ("]E0012345678905", "00012345678905"),
        ("]E0" + ONLY_UPC_E, "00042100005264"),
        ("]E00425261", "00042100005264"),
        ("]E0425261", "00042100005264"),
        ("]E00042100005264", "00042100005264"),
        ("]E0" + BOTH, UPC),
        ("]E4" + BOTH, GTIN_8),
        ("]E496385074", "00000096385074"),
        ("]E3400638133393112", "04006381333931"),
        ("]E3400638133393151299", "04006381333931"),
        ("]E301234567890512", "00012345678905"),
        ("]E09781234567897", "09781234567897"),  # an ISBN
        ("]E09771234567003", "09771234567003"),  # an ISSN
        ("]I114006381333938", "14006381333938"),
        ("]I014006381333938", "14006381333938"),
        ("]A04006381333931", "04006381333931"),
        ("]G04006381333931", "04006381333931"),
        ("]C04006381333931", "04006381333931"),
        ("]d14006381333931", "04006381333931"),
        ("]Q14006381333931", "04006381333931"),
        ("]z04006381333931", "04006381333931"),
        ("]L04006381333931", "04006381333931"),
        ("]e00104006381333931", "04006381333931"),
        ("]d50104006381333931", "04006381333931"),
        ("]Q40104006381333931", "04006381333931"),
        ("]z10104006381333931", "04006381333931"),
        ("]L30104006381333931", "04006381333931"),
        ("]J10104006381333931", "04006381333931"),
    ],
)
def test_any_symbol_of_a_gtin_leads_to_its_one_key(code: str, gtin: str) -> None:
    reading = understand(code, NOTHING_KNOWN)

    assert (reading.kind, reading.gtin) == (Kind.ITEM, gtin)


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    "code",
    [
        "]E014006381333938",  # 14 digits are in no EAN
        "]E112", "]E251299",  # an add-on alone
        "]E4963850", "]E4012345678905", "]E012345", "]E0ABC", "]E040063813339٣",
        "]d10104006381333931" + "10LOT",  # elements in a symbol that says it holds none
        "]C0HELLO", "]A0A-09", "]X0HELLO", "]Y1abc",
    ],
)  # fmt: skip
def test_what_a_symbol_cannot_mean_is_unknown(code: str) -> None:
    assert understand(code, NOTHING_KNOWN).kind is Kind.UNKNOWN


def test_an_add_on_alone_has_no_key() -> None:
    assert retail_key("51299", "]E2") is None


def test_a_composite_beside_an_ean_adds_its_elements() -> None:
    reading = understand("]E04006381333931|]e010LOT-1\x1d17261231", FLOOR)

    assert (reading.sku, reading.lot, str(reading.expires_on)) == ("PEN", "LOT-1", "2026-12-31")


@pytest.mark.wrong_input
def test_a_broken_composite_is_refused_with_its_place() -> None:
    defect = understand("]E04006381333931|]e004X", FLOOR).defect

    assert defect is not None
    assert (defect.fault, defect.at) == (Fault.UNKNOWN_AI, 17)


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    ("known", "may_be"),
    [
        ({}, ("GTIN-8 01234565", "UPC-E 012345000065")),
        ({GTIN_8: ("GUM", 1), UPC: ("SODA", 1)}, ("GUM", "SODA")),
    ],
)
def test_eight_digits_that_are_a_gtin_8_and_a_upc_e_are_asked(
    known: dict[str, tuple[str, int]], may_be: tuple[str, ...]
) -> None:
    reading = understand(BOTH, KnownCodes(items=known))

    assert (reading.kind, reading.sku) == (Kind.BAD, None)
    assert reading.defect is not None
    assert (reading.defect.fault, reading.defect.may_be) == (Fault.SEVERAL, may_be)


@pytest.mark.parametrize("key", [GTIN_8, UPC])
def test_the_one_of_the_two_that_the_floor_knows_is_it(key: str) -> None:
    reading = understand(BOTH, KnownCodes(items={key: ("SODA", 6)}))

    assert (reading.sku, reading.units, reading.gtin) == ("SODA", 6, key)


@pytest.mark.parametrize(("aim", "sku"), [("]E4", "GUM"), ("]E0", "SODA")])
def test_the_symbol_says_which_of_two_known_products_it_is(aim: str, sku: str) -> None:
    known = KnownCodes(items={GTIN_8: ("GUM", 1), UPC: ("SODA", 1)})

    assert understand(BOTH, known, aim=aim).sku == sku


@pytest.mark.parametrize(
    "code", [ONLY_UPC_E, "]E004252614", "]E0425261", "042100005264", "0042100005264"]
)
def test_a_upc_e_and_its_expansion_are_one_product(code: str) -> None:
    assert understand(code, KnownCodes(items={"00042100005264": ("SODA", 1)})).sku == "SODA"


@pytest.mark.wrong_input
def test_a_number_that_is_one_products_sku_and_anothers_barcode_is_asked() -> None:
    known = KnownCodes(items={"4006381333931": ("4006381333931", 1), "04006381333931": ("PEN", 1)})

    defect = understand("4006381333931", known).defect

    assert defect is not None
    assert defect.may_be == ("PEN", "4006381333931")


def test_a_sku_that_is_its_own_case_barcode_counts_as_that() -> None:
    known = KnownCodes(items={"4006381333931": ("4006381333931", 1),
                              "04006381333931": ("4006381333931", 6)})  # fmt: skip

    assert understand("4006381333931", known).units == 6


@pytest.mark.wrong_input
def test_an_sscc_that_may_be_a_known_book_with_its_add_on_is_asked() -> None:
    known = KnownCodes(items={"01061414123456": ("BOOK", 1)})
    text = "106141412345678908"

    defect = understand(text, known).defect

    assert defect is not None
    assert defect.may_be == (f"SSCC {text}", "BOOK")
    assert understand(f"]C0{text}", known).sscc == text
    assert understand(f"]E3{text}", known).sku == "BOOK"


def test_the_order_of_the_floor_is_no_guess() -> None:
    known = KnownCodes(
        items={"X": ("X", 1)},
        locations=frozenset({"X", "Y"}),
        orders=frozenset({"Y", "Z"}),
        asns=frozenset({"Z"}),
    )

    assert [understand(code, known).kind for code in "XYZ"] == ["item", "location", "order"]
