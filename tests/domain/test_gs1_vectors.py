"""The GS1 syntax engine's and biip's own vectors, where the data lies beside the project."""

import json
from pathlib import Path
from typing import Any

import pytest
from biip.gs1_messages import GS1Message

from app.domain.gs1 import Defect, check_digit_defect, read_elements
from app.domain.reading import Kind
from app.domain.understanding import understand
from tests.domain.known_codes import NOTHING_KNOWN

VECTORS = Path(__file__).parents[3] / "shared" / "data" / "gs1_vectors"
OURS = ("00", "01", "02", "10", "15", "17", "21", "30", "37")
GS1_AIMS = ("]C1", "]d2", "]Q3", "]e0")

pytestmark = pytest.mark.skipif(
    not VECTORS.is_dir(), reason="GS1 vectors: no ../shared/data/gs1_vectors beside the project"
)


def vectors(name: str) -> list[dict[str, Any]]:
    if not VECTORS.is_dir():
        return []
    found: list[dict[str, Any]] = json.loads((VECTORS / name).read_text("utf-8"))
    return found


def engine(test: str) -> list[dict[str, Any]]:
    return [v for v in vectors("gs1_syntax_engine_vectors.json") if v["test"] == test]


def is_accepted(message: str) -> bool:
    elements = read_elements(message)
    return not isinstance(elements, Defect) and check_digit_defect(elements) is None


SYMBOLS = [v["scan_data"] for v in engine("test_testGenerateScanData")]


@pytest.mark.parametrize(
    "vector",
    [
        v
        for v in engine("test_processAIdata") + engine("test_parseAIdata")
        if v["unbracketed_caret_is_FNC1"]
    ],
    ids=lambda v: v["unbracketed_caret_is_FNC1"],
)
def test_the_syntax_engines_verdict_is_ours(vector: Any) -> None:
    assert is_accepted(vector["unbracketed_caret_is_FNC1"][1:].replace("^", "\x1d")) is vector["ok"]


@pytest.mark.parametrize(
    "vector",
    [v for v in engine("test_testProcessScanData") if v["scan_data"].startswith(GS1_AIMS)],
    ids=lambda v: v["scan_data"],
)
def test_scanner_data_of_gs1_symbols_is_read_as_the_engine_reads_it(vector: Any) -> None:
    reading = understand(vector["scan_data"], NOTHING_KNOWN)

    assert (reading.kind is Kind.ITEM) is vector["ok"]


@pytest.mark.parametrize(
    "scan_data",
    [text for text in SYMBOLS if text and "]E" not in text],
)
def test_scanner_data_as_symbols_give_it_is_never_bad(scan_data: str) -> None:
    assert understand(scan_data, NOTHING_KNOWN).kind in (Kind.ITEM, Kind.UNKNOWN)


@pytest.mark.parametrize(
    "value",
    sorted(
        {
            v["value"]
            for v in vectors("biip_vectors.json")
            if v["file"] in ("tests/test_gs1_messages.py", "tests/test_gs1_element_strings.py")
            and isinstance(v.get("value"), str)
            and v["value"].startswith(OURS)
            and not v["expects_error"]
            and "config" not in v
        }
    ),
)
def test_biip_and_we_read_the_same_elements(value: str) -> None:
    elements = read_elements(value)

    theirs = GS1Message.parse(value).element_strings
    assert not isinstance(elements, Defect)
    assert [(e.ai, e.value) for e in elements] == [(e.ai.ai, e.value) for e in theirs]


@pytest.mark.parametrize(
    "vector",
    [
        v
        for v in vectors("biip_vectors.json")
        if v["test"] in ("test_extract_handles_zero_day_as_last_day_of_month",)
    ],
    ids=lambda v: v["value"],
)
def test_day_zero_is_the_months_last_as_biip_has_it(vector: Any) -> None:
    reading = understand(f"]C1{vector['value']}", NOTHING_KNOWN)

    assert str(reading.expires_on) == str(vector["expected"])
