"""The GS1 syntax engine's own vectors, every one that concerns reading, where the data is there."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from app.domain.barcode import GS, split_aim
from app.domain.bracketed import read_bracketed
from app.domain.digital_link import read_link
from app.domain.gs1 import Defect, Element, check_digit_defect, read_elements
from app.domain.reading import Kind, Reading
from app.domain.understanding import understand
from tests.domain.known_codes import NOTHING_KNOWN
from tests.domain.vectors import (
    BIIP_LEFT_OUT,
    BIIP_LEFT_OUT_VALUES,
    ENGINE_LEFT_OUT,
    VECTORS,
    WHY_SKIPPED,
    Vector,
    biip_test,
    biip_vectors,
    engine_vectors,
    why_biip_vector_is_left_out,
    why_engine_vector_is_left_out,
)

pytestmark = pytest.mark.skipif(not VECTORS.is_dir(), reason=WHY_SKIPPED)

Pairs = list[tuple[str, str]]


def pairs(found: tuple[Element, ...] | Defect | None) -> Pairs | None:
    """The elements that are read without a fault, None where there is one."""
    if found is None or isinstance(found, Defect) or check_digit_defect(found):
        return None
    return list(dict.fromkeys((element.ai, element.value) for element in found))


def message(engines: str) -> Pairs | None:
    """What the engine's own notation says: ``^`` for FNC1, ``|`` before a composite component."""
    return pairs(read_elements(engines.replace("|", "").replace("^", GS)))


def test_every_vector_is_run_or_left_out_with_a_reason() -> None:
    engine, biip = engine_vectors(), biip_vectors()

    engine_out = [v for v in engine if why_engine_vector_is_left_out(v)]
    biip_out = [v for v in biip if why_biip_vector_is_left_out(v)]

    assert {(v["test"], v["line"]) for v in engine_out} == set(ENGINE_LEFT_OUT)
    assert {biip_test(v) for v in biip_out} == set(BIIP_LEFT_OUT) | {
        test for test, _value in BIIP_LEFT_OUT_VALUES
    }
    assert (len(engine), len(engine_out), len(biip), len(biip_out)) == (175, 16, 209, 49)


def bracketed_is_read_as_the_engine_does(vector: Vector) -> None:
    read = pairs(read_bracketed(vector["bracketed_ai_data"]))

    assert read == (message(vector["unbracketed_caret_is_FNC1"]) if vector["ok"] else None)


def message_is_accepted_as_the_engine_does(vector: Vector) -> None:
    assert (message(vector["unbracketed_caret_is_FNC1"]) is not None) is vector["ok"]


def link_is_read_as_the_engine_does(vector: Vector) -> None:
    read = understand(vector["digital_link_uri"], NOTHING_KNOWN)

    if vector["ok"]:
        assert list(read.elements) == message(vector["unbracketed_caret_is_FNC1"])
    else:
        assert read.kind in (Kind.UNKNOWN, Kind.BAD)
        assert read.elements == ()


def link_that_the_engine_makes_is_read(vector: Vector) -> None:
    made = pairs(read_link(vector["digital_link_uri"]))

    assert made is not None
    assert sorted(made) == sorted(pairs(read_bracketed(vector["bracketed_ai_data"])) or [])


def scan_is_read_as_the_engine_does(vector: Vector) -> None:
    reading = understand(vector["scan_data"], NOTHING_KNOWN)

    if vector["ok"]:
        says_the_same(reading, vector)
    else:
        assert reading.kind in (Kind.UNKNOWN, Kind.BAD)


def scan_that_the_engine_makes_is_read(vector: Vector) -> None:
    says_the_same(understand(vector["scan_data"], NOTHING_KNOWN), vector)


def says_the_same(reading: Reading, vector: Vector) -> None:
    """Compare with what the engine encodes: a link, elements, a GTIN or any text."""
    said = vector["data_string"]
    linear, _mark, component = said.partition("|")
    if said.startswith("^"):
        assert [(ai, value) for ai, value in reading.elements] == message(said)
    elif said.lower().startswith("http"):
        assert reading.elements
        assert list(reading.elements) == pairs(read_link(said))
    elif linear.isdigit():
        assert (reading.kind, reading.gtin) == (Kind.ITEM, linear.zfill(14))
        assert set(message(component) or []) <= set(reading.elements)
    else:
        assert (reading.kind, reading.code) == (Kind.UNKNOWN, split_aim(vector["scan_data"])[1])


RUN: Mapping[str, Callable[[Vector], None]] = {
    "test_parseAIdata": bracketed_is_read_as_the_engine_does,
    "test_processAIdata": message_is_accepted_as_the_engine_does,
    "test_parseDLuri": link_is_read_as_the_engine_does,
    "test_testGenerateDLuri": link_that_the_engine_makes_is_read,
    "test_testProcessScanData": scan_is_read_as_the_engine_does,
    "test_testGenerateScanData": scan_that_the_engine_makes_is_read,
}


@pytest.mark.parametrize(
    "vector",
    [v for v in engine_vectors() if not why_engine_vector_is_left_out(v)],
    ids=lambda v: f"{v['test']}-{v['line']}",
)
def test_we_read_as_the_syntax_engine_does(vector: Any) -> None:
    RUN[vector["test"]](vector)
