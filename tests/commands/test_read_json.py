"""The line that ``read`` prints for a code."""

import json

import pytest

from app.commands.read_json import reading_json
from app.domain.gs1 import Defect, Fault
from app.domain.reading import Kind, Reading
from app.domain.understanding import understand
from app.texts import code_defect
from tests.domain.known_codes import FLOOR

KEYS = ["scan", "kind", "gtin", "sku", "units", "lot", "expires_on", "serial", "sscc", "count",
        "ai", "error", "weight_g", "measures"]  # fmt: skip


def test_a_gs1_code_fills_its_line() -> None:
    text = "]C1010950110153000317261200" + "10LOT-1\x1d21S-9\x1d3024"

    line = reading_json(understand(text, FLOOR))

    assert line == {
        "scan": text,
        "kind": "item",
        "gtin": "09501101530003",
        "sku": "SERUM",
        "units": 1,
        "lot": "LOT-1",
        "expires_on": "2026-12-31",
        "serial": "S-9",
        "sscc": None,
        "count": 24,
        "ai": {"01": "09501101530003", "17": "261200", "10": "LOT-1", "21": "S-9", "30": "24"},
        "error": None,
        "weight_g": None,
        "measures": None,
    }


def test_a_weight_is_written_so_that_no_reader_makes_a_float_of_it() -> None:
    line = reading_json(understand("]C1010950110153000331030017503922299", FLOOR))

    assert (line["weight_g"], line["count"], line["units"]) == ("1750", None, 1)
    assert line["measures"] == [
        {"ai": "3103", "value": "1.750", "unit": "kg"},
        {"ai": "3922", "value": "2.99", "unit": None},
    ]


@pytest.mark.wrong_input
@pytest.mark.parametrize("text", ["HELLO", "", "A\ud800", "\x00", "4006381333932" + "1", "]C1XYZ"])
def test_every_key_is_there_and_the_line_is_json(text: str) -> None:
    line = reading_json(understand(text, FLOOR))

    assert list(json.loads(json.dumps(line))) == KEYS
    assert (line["error"] is None) == (line["kind"] != "bad")


@pytest.mark.parametrize("fault", Fault)
def test_every_bad_code_has_its_sentence(fault: Fault) -> None:
    sentence = code_defect(Defect(fault, 16, "10", ("PEN", "SOAP")))

    assert sentence.endswith(".")
    assert "{" not in sentence


def test_a_command_is_named_by_its_kind() -> None:
    assert reading_json(understand("CMD-UNDO", FLOOR))["kind"] == Kind.COMMAND


@pytest.mark.wrong_input
def test_a_reading_without_anything_is_all_null() -> None:
    line = reading_json(Reading("x", Kind.UNKNOWN))

    assert {line[key] for key in KEYS[2:]} == {None}
