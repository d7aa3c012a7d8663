"""The vectors of GS1's syntax engine and of biip, and those that we leave out, with the reason."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

VECTORS = Path(__file__).parents[3] / "shared" / "data" / "gs1_vectors"
WHY_SKIPPED = "GS1 vectors: no ../shared/data/gs1_vectors beside the project"

Vector = Mapping[str, Any]

PADDED = "we pad shorter GTINs in a Digital Link, as version 1.1 and biip do"
NOTHING_MADE = "the engine makes no symbol or link of it, so there is nothing to read"
ENGINE_LEFT_OUT: Mapping[tuple[str, int], str] = {  # test, line of its source → reason
    **dict.fromkeys((("test_parseDLuri", line) for line in (1464, 1489, 1499)), PADDED),
    ("test_parseDLuri", 1767): "an option of the engine: to read on behind an unknown AI",
    **dict.fromkeys(
        (("test_testGenerateDLuri", line) for line in (2162, 2195, 2196, 2203)), NOTHING_MADE
    ),
    **dict.fromkeys(
        (("test_testGenerateScanData", line) for line in (642, 643, 734, 737, 744, 761, 764)),
        NOTHING_MADE,
    ),
    ("test_testProcessScanData", 894): "an empty symbol is no code here",
}

SHORTER = "we keep one form, of 14 digits, and never write a shorter one"
TITLE = "looked up by the English title of an AI; we know AIs by number"
ISSUER = "who issued a number: nothing on the floor asks for it"
BIIPS_OWN = "how biip's own objects are written and counted"
BIIP_LEFT_OUT: Mapping[str, str] = {  # file::test → reason, for all its vectors
    "gtin/test_encode.py::test_as_gtin_12_fails_for_too_long_values": SHORTER,
    "gtin/test_encode.py::test_as_gtin_8_fails_for_too_long_values": SHORTER,
    **dict.fromkeys(
        (
            f"test_checksums.py::test_gs1_price_weight_check_digit{tail}"
            for tail in ("", "_with_nonnumeric_value", "_on_values_with_wrong_length")
        ),
        "an inner function of biip; the numbers that it serves are run",
    ),
    **dict.fromkeys(
        (
            f"test_gs1_{place}_by_data_title"
            for place in (
                "digital_link_uris.py::test_filter_element_strings",
                "digital_link_uris.py::test_get_element_strings",
                "element_strings.py::test_list_filter_element_strings",
                "element_strings.py::test_list_get_element_strings",
                "messages.py::test_filter_element_strings",
                "messages.py::test_get_element_string",
            )
        ),
        TITLE,
    ),
    "test_gs1_element_strings.py::test_extract_handles_min_and_max_year_correctly": (
        "its values hang on today's year and are not in the file"
    ),
    "test_gs1_messages.py::test_parse_with_invalid_element_values": (
        "an option of biip: to take days that are none"
    ),
    "test_gs1_messages.py::test_from_element_strings": "makes a message; we only read them",
    **dict.fromkeys(
        (
            f"test_gs1_prefixes.py::test_{name}"
            for name in (
                "invalid_gs1_prefix",
                "gs1_prefix",
                "gs1_8_prefix",
                "invalid_gs1_company_prefix",
                "gs1_company_prefix",
            )
        ),
        ISSUER,
    ),
    "test_symbology.py::test_len": BIIPS_OWN,
    "test_symbology.py::test_str": BIIPS_OWN,
}
BIIP_LEFT_OUT_VALUES: Mapping[tuple[str, str], str] = {  # file::test, value → reason
    ("test_parse.py::test_parse", "15210527"): (
        "eight digits of no named symbol are a GTIN-8, here a wrong one; biip tries (15) too"
    ),
    ("test_symbology.py::test_extract", "]Y1abcdefghijkl"): (
        "system expansion: no scanner sends identifiers of four characters"
    ),
}


def engine_vectors() -> list[Vector]:
    """Return all vectors of the syntax engine, none where the data is not there."""
    return _vectors("gs1_syntax_engine_vectors.json")


def biip_vectors() -> list[Vector]:
    """Return all vectors of biip, none where the data is not there."""
    return _vectors("biip_vectors.json")


def biip_test(vector: Vector) -> str:
    """Name the test of biip's that a vector is of, as ``file::test``."""
    return f"{vector['file'].removeprefix('tests/')}::{vector['test']}"


def why_engine_vector_is_left_out(vector: Vector) -> str | None:
    """Return the reason, None for a vector that is run."""
    return ENGINE_LEFT_OUT.get((vector["test"], vector["line"]))


def why_biip_vector_is_left_out(vector: Vector) -> str | None:
    """Return the reason, None for a vector that is run."""
    test, value = biip_test(vector), vector.get("value")
    one = BIIP_LEFT_OUT_VALUES.get((test, value)) if isinstance(value, str) else None
    return one or BIIP_LEFT_OUT.get(test)


def expected_elements(found: Any) -> Iterator[tuple[str, str]]:
    """Find the (AI, value) pairs in what biip expects, in their order."""
    if isinstance(found, dict) and isinstance(found.get("ai"), str) and "value" in found:
        yield found["ai"], found["value"]
        return
    for inner in found.values() if isinstance(found, dict) else found:
        if isinstance(inner, dict | list):
            yield from expected_elements(inner)


def _vectors(name: str) -> list[Vector]:
    if not VECTORS.is_dir():
        return []
    found: list[Vector] = json.loads((VECTORS / name).read_text("utf-8"))
    return found
