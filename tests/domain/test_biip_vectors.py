"""biip's own vectors, every one that concerns reading, where the data lies beside the project."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pytest

from app.domain.barcode import barcode_key, check_digit_holds, gtin_key, split_aim, upc_e_key
from app.domain.bracketed import read_bracketed
from app.domain.digital_link import read_link
from app.domain.gs1 import Defect, Element, Fault, read_date, read_elements
from app.domain.measures import read_measures
from app.domain.reading import Kind, Reading
from app.domain.settings import Settings, with_setting
from app.domain.understanding import understand
from tests.domain.known_codes import NOTHING_KNOWN
from tests.domain.vectors import (
    VECTORS,
    WHY_SKIPPED,
    Vector,
    biip_test,
    biip_vectors,
    expected_elements,
    why_biip_vector_is_left_out,
)

pytestmark = pytest.mark.skipif(not VECTORS.is_dir(), reason=WHY_SKIPPED)

COUNTRIES = {
    "ESTONIA": "ee",
    "LATVIA": "lv",
    "LITHUANIA": "lt",
    "GREAT_BRITAIN": "gb",
    "DENMARK": "dk",
    "FINLAND": "fi",
    "GERMANY": "de",
    "NORWAY": "no",
    "SWEDEN": "se",
}
EAN_8 = "]E4"  # without it, some eight digits are a UPC-E too


def read(found: tuple[Element, ...] | Defect | None) -> list[tuple[str, str]]:
    assert found is not None
    assert not isinstance(found, Defect)
    return [(element.ai, element.value) for element in found]


def understood(vector: Vector) -> Reading:
    named = vector.get("rcn_region") or f"RcnRegion.{biip_test(vector).rpartition('_')[2].upper()}"
    region = COUNTRIES.get(named.removeprefix("RcnRegion."), "")
    value = vector["value"]
    aim = EAN_8 if len(value) == len("01234565") else ""
    return understand(value, NOTHING_KNOWN, aim=aim, region=region)


def decimal(said: str | None) -> Decimal | None:
    return None if said is None else Decimal(said.removeprefix("decimal:"))


def has_the_same_key(vector: Vector) -> None:
    assert barcode_key(vector["value"]) == barcode_key(vector["expected"])


def is_a_right_gtin(vector: Vector) -> None:
    assert (understood(vector).kind, understood(vector).gtin) == (
        Kind.ITEM,
        vector["value"].zfill(14),
    )


def names_nothing(vector: Vector) -> None:
    assert understand(vector["value"], NOTHING_KNOWN).kind is Kind.UNKNOWN


def check_digit_is_the_same(vector: Vector) -> None:
    assert check_digit_holds(f"{vector['value']}{vector['expected']}")


def store_number_says_the_same(vector: Vector) -> None:
    expected = vector.get("expected", {}).get("Rcn", vector)
    reading, weight = understood(vector), decimal(expected["weight"])
    price = next((m.value for m in reading.measures if m.weight_g is None), None)

    assert reading.kind is Kind.ITEM
    assert reading.weight_g == (None if weight is None else weight * 1000)
    assert price == decimal(expected["price"])
    assert reading.count == expected.get("count")
    if expected["money"]:
        assert [m.unit for m in reading.measures] == [expected["money"]["Money"]["args"][1]]


def region_is_a_setting(vector: Vector) -> None:
    settings = with_setting(Settings(), "store_number_region", vector["value"])

    assert settings.store_number_region == vector["value"]


def is_found_without_its_measure(vector: Vector) -> None:
    assert understood(vector).gtin == vector["expected"].zfill(14)


def stays_the_same_number(vector: Vector) -> None:
    numbers = [vector["value"]] if "value" in vector else [
        next(n for n in (f"{prefix}1111111111{last}" for last in range(10)) if check_digit_holds(n))
        for prefix in vector["nonvariable_prefixes"]
    ]  # fmt: skip
    for number in numbers:
        reading = understood({**vector, "value": number})
        assert (reading.gtin, reading.measures) == (number.zfill(14), ())


def opens_with_no_ai(vector: Vector) -> None:
    assert read_elements(vector["unknown_ai"]) == Defect(Fault.UNKNOWN_AI)


def opens_with_the_ai(vector: Vector) -> None:
    (ai, _value), *_rest = read(read_elements(vector["value"]))

    assert ai == vector["expected"]["GS1ApplicationIdentifier"]["ai"]


def elements_are_the_same(vector: Vector) -> None:
    assert read(read_elements(vector["value"])) == list(expected_elements(vector["expected"]))


def link_is_the_same(vector: Vector) -> None:
    assert read(read_link(vector["value"])) == list(expected_elements(vector["expected"]))


def link_is_refused(vector: Vector) -> None:
    assert not understand(vector["value"], NOTHING_KNOWN).elements


def link_says_what_another_does(vector: Vector) -> None:
    assert sorted(read(read_link(vector["value"]))) == sorted(read(read_link(vector["expected"])))


def link_says_what_is_printed(vector: Vector) -> None:
    assert read(read_link(vector["value"])) == read(read_bracketed(vector["expected"]))


def message_says_what_a_link_does(vector: Vector) -> None:
    message, link = read_elements(vector["value"]), read_link(vector["expected"])

    assert sorted(read(message)) == sorted(read(link))


def message_says_what_is_printed(vector: Vector) -> None:
    assert read(read_elements(vector["value"])) == read(read_bracketed(vector["expected_hri"]))


def print_says_what_the_message_does(vector: Vector) -> None:
    assert read(read_bracketed(vector["value"])) == list(expected_elements(vector["expected"]))


def is_no_print(vector: Vector) -> None:
    assert read_bracketed(vector["value"]) is None


def found_by_ai(vector: Vector) -> None:
    value, expected = vector["value"], vector["expected"]
    if isinstance(value, list):
        value = "\x1d".join(part["GS1ElementString.extract"]["args"][0] for part in value)
    elements = read(read_link(value) or read_elements(value))
    found = [text for ai, text in elements if ai.startswith(vector["ai"])]

    assert (found if isinstance(expected, list) else next(iter(found), None)) == expected


def is_refused(vector: Vector) -> None:
    value = vector.get("value") or vector["bad_value"]
    head = "" if value.startswith(vector.get("ai_code", "")) else vector["ai_code"]

    assert isinstance(read_elements(head + value), Defect)


def day_is_the_same(vector: Vector) -> None:
    ((_ai, value),) = read(read_elements(vector["value"]))

    assert str(read_date(value[:6], 2025)) == vector.get("expected_date", vector.get("expected"))


def measure_is_the_same(vector: Vector) -> None:
    elements = read_elements(vector["value"])
    assert not isinstance(elements, Defect)
    (measure,) = read_measures(elements)

    assert measure.value == decimal(vector.get("expected") or vector["expected_decimal"])
    assert vector.get("expected_currency") in (None, {"710": "ZAR"}.get(measure.unit))


def is_understood_the_same(vector: Vector) -> None:
    expected, reading = (
        vector["expected"]["ParseResult"],
        understand(vector["value"], NOTHING_KNOWN),
    )
    gtin, sscc = expected.get("gtin"), expected.get("sscc")

    assert reading.gtin == (gtin and gtin["Gtin"]["value"].zfill(14))
    assert reading.sscc == (sscc and sscc["Sscc"]["value"])
    assert (reading.kind is Kind.BAD) == (gtin is None and sscc is None)


def is_an_sscc(vector: Vector) -> None:
    assert understand(vector["value"], NOTHING_KNOWN).sscc == vector["expected"].replace(" ", "")


def identifier_is_the_same(vector: Vector) -> None:
    assert split_aim(vector["value"])[0] == vector["expected"]["SymbologyIdentifier"]["value"]


def upc_has_the_same_key(vector: Vector) -> None:
    keys = {upc_e_key(text) or gtin_key(text) for text in (vector["value"], vector["expected"])}

    assert len(keys) == 1
    assert None not in keys


def upc_e_is_read(vector: Vector) -> None:
    upc, key = vector["expected"]["Upc"], upc_e_key(vector["value"])

    assert key == upc_e_key(f"{upc['payload']}{upc['check_digit']}")
    assert understand(vector["value"], NOTHING_KNOWN, aim="]E0").gtin == key


RUN: Mapping[str, Callable[[Vector], None]] = {
    **{f"gtin/test_encode.py::test_as_gtin_{n}": has_the_same_key for n in (12, 13, 14)},
    "gtin/test_parse.py::test_parse_nonnumeric_value": names_nothing,
    "gtin/test_parse.py": is_a_right_gtin,
    "rcn/test_rcn.py::test_rcn_region_can_be_specified_as_string": region_is_a_setting,
    "rcn/test_rcn.py": store_number_says_the_same,
    "rcn/test_rules.py": store_number_says_the_same,
    "rcn/test_without_variable_measure.py::test_without_variable_measure_strips_variable_parts": (
        is_found_without_its_measure
    ),
    "rcn/test_without_variable_measure.py": stays_the_same_number,
    "test_checksums.py": check_digit_is_the_same,
    "test_gln.py": names_nothing,
    "test_gs1_application_identifiers.py::test_extract_unknown_gs1_ai": opens_with_no_ai,
    "test_gs1_application_identifiers.py": opens_with_the_ai,
    "test_gs1_digital_link_uris.py::test_parse": link_is_the_same,
    "test_gs1_digital_link_uris.py::test_parse_error": link_is_refused,
    "test_gs1_digital_link_uris.py::test_as_uri": link_says_what_another_does,
    "test_gs1_digital_link_uris.py::test_as_canonical_uri": link_says_what_another_does,
    "test_gs1_digital_link_uris.py::test_as_gs1_message": link_says_what_is_printed,
    "test_gs1_digital_link_uris.py": found_by_ai,
    "test_gs1_element_strings.py::test_extract": elements_are_the_same,
    "test_gs1_element_strings.py::test_extract_fails_when_not_matching_pattern": is_refused,
    "test_gs1_element_strings.py::test_extract_fails_with_invalid_date": is_refused,
    "test_gs1_element_strings.py::test_extract_date_and_datetime": day_is_the_same,
    "test_gs1_element_strings.py::test_extract_handles_zero_day_as_last_day_of_month": (
        day_is_the_same
    ),
    "test_gs1_element_strings.py::test_extract_variable_measures": measure_is_the_same,
    "test_gs1_element_strings.py::test_extract_amount_payable_and_currency": measure_is_the_same,
    "test_gs1_element_strings.py": found_by_ai,
    "test_gs1_messages.py::test_parse": elements_are_the_same,
    "test_gs1_messages.py::test_parse_with_separator_char": message_says_what_is_printed,
    "test_gs1_messages.py::test_parse_fails_if_unparsed_data_left": is_refused,
    "test_gs1_messages.py::test_parse_hri": print_says_what_the_message_does,
    "test_gs1_messages.py::test_parse_hri_fails_if_not_starting_with_parenthesis": is_no_print,
    "test_gs1_messages.py::test_as_gs1_digital_link_uri": message_says_what_a_link_does,
    "test_gs1_messages.py": found_by_ai,
    "test_parse.py": is_understood_the_same,
    "test_sscc.py::test_parse_nonnumeric_value": names_nothing,
    "test_sscc.py": is_an_sscc,
    "test_symbology.py": identifier_is_the_same,
    "upc/test_encode.py": upc_has_the_same_key,
    "upc/test_parse.py::test_parse_upc_e": upc_e_is_read,
    "upc/test_parse.py::test_parse_nonnumeric_value": names_nothing,
}


@pytest.mark.parametrize(
    "vector",
    [v for v in biip_vectors() if not why_biip_vector_is_left_out(v)],
    ids=biip_test,
)
def test_we_read_as_biip_does(vector: Any) -> None:
    test = biip_test(vector)

    (RUN.get(test) or RUN[test.partition("::")[0]])(vector)
