"""Any code at all: nothing raises, and a GTIN has one key in whatever form it comes.

10,000 codes made by chance in the suite; a million, in a few minutes, by
``DOCKHAND_CODES=1000000 pytest tests/domain/test_any_code.py``.
"""

import json
import os
import subprocess
import sys
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.commands.read_json import reading_json
from app.domain.barcode import LONGEST_CODE, barcode_key, check_digit_holds, is_digits
from app.domain.reading import Kind
from app.domain.store_numbers import REGIONS
from app.domain.understanding import understand
from tests.domain.known_codes import FLOOR, NOTHING_KNOWN

CODES = int(os.environ.get("DOCKHAND_CODES", "10000"))
SEED = int(os.environ.get("DOCKHAND_SEED", "20260304"))
SKUS = {sku for sku, _units in FLOOR.items.values()}

GOOD = (
    *("4006381333931", "96385074", "01234565", "04252614", "14006381333938", "012345678905"),
    *("106141412345678908", "2811111068708", "PEN", "A-01-01", "10970", "ASN-1", "TOTE-7"),
    *("CMD-QTY-12", "CMD-UNDO", "]C1010950110153000317261231", "(01)09501101530003(10)LOT-1"),
    *("]d20109501101530003" + "10LOT-1\x1d21S-9\x1d3103001750", "]C10002095011015300033740"),
    *("https://id.gs1.org/01/09501101530003/10/L%2F1?17=261231&3103=000195#x",),
    *("http://a.example:80/x/00/106141412345678908?02=09501101530003&37=4",),
    *("]E04006381333931|]e010LOT-1\x1d17261231", "]E3400638133393151299", "393297812345"),
)
PIECES = (
    *("\x1d", "]C1", "]E0", "]E3", "]E4", "]d2", "]Q3", "]I1", "|]e0", "(", ")", "(01)", "(10)"),
    *("/01/", "/", "%", "%00", "%1d", "?", "&", "=", "#", "https://", "http://", "id.gs1.org"),
    *("01", "00", "02", "10", "17", "21", "30", "37", "3103", "3922", "8003", "7007", "CMD-"),
    *("\x00", "\x1b", "\x7f", "\r", " ", "\u00a0", "\ud800", "٣", "３", "é", "\u202e", "🙂"),  # noqa: RUF001
)


def a_code(chance: Random) -> str:
    """Break, join and mix good codes, or make one of nothing."""
    code = chance.choice(GOOD)
    for _ in range(chance.randrange(4)):
        place = chance.randrange(len(code) + 1)
        length = chance.choice((0, 0, 1, 1, 2, 5))
        piece = chance.choice((
            "", chance.choice(PIECES), str(chance.randrange(10)), chr(chance.randrange(0x250)),
            chance.choice(GOOD), str(chance.randrange(10**14)),
        ))  # fmt: skip
        code = code[:place] + piece + code[place + length :]
    return code if chance.randrange(500) else code * 40


@pytest.mark.timeout(120 + CODES // 500)
def test_any_code_made_by_chance_is_understood_or_refused() -> None:
    chance = Random(SEED)  # noqa: S311
    for turn in range(CODES):
        text = a_code(chance)
        region = chance.choice(("", *REGIONS))
        told = f"code {turn} of seed {SEED}, region {region!r}: {text!r}"

        reading = understand(text, FLOOR, region=region)

        assert reading.scan == text, told
        assert (reading.kind is Kind.BAD) == (reading.defect is not None), told
        assert reading.sku is None or reading.sku in SKUS, told
        assert reading.gtin is None or (len(reading.gtin) == 14 and is_digits(reading.gtin)), told
        assert reading.kind is not Kind.BAD or reading.sku is None, told
        assert reading.count is None or reading.count >= 0, told
        for value in (reading.lot, reading.serial, *(value for _ai, value in reading.elements)):
            assert value is None or (value.isascii() and value.isprintable() and value), told
        assert len(text) <= LONGEST_CODE or reading.kind is Kind.BAD, told
        assert json.dumps(reading_json(reading)), told


def with_check_digit(body: str) -> str:
    return next(code for code in (f"{body}{last}" for last in range(10)) if check_digit_holds(code))


@given(st.sampled_from([7, 11, 12, 13]).flatmap(
    lambda length: st.text("0123456789", min_size=length, max_size=length)
))  # fmt: skip
def test_a_gtin_has_one_key_in_all_its_forms(body: str) -> None:
    gtin = with_check_digit(body)
    key = gtin.zfill(14)
    plain = [gtin.zfill(length) for length in (12, 13, 14) if length >= len(gtin)]
    elements = [f"]{aim}01{key}" for aim in ("C1", "e0", "d2", "Q3", "J1")]
    more = [f"]C11726123101{key}10LOT", f"\x1d01{key}", f"01{key}", f"01{key}3012"]
    links = [f"https://id.gs1.org/01/{form}" for form in (gtin, key)] + [f"http://a/b/gtin/{key}"]
    printed = [f"(01){key}", f"(01){key}(10)LOT"]
    retail = {8: ["]E4"], 12: ["]E0"], 13: ["]E0"], 14: ["]I1"]}[len(gtin)]

    forms = [*plain, *elements, *more, *links, *printed, *(f"{aim}{gtin}" for aim in retail)]

    assert {understand(form, NOTHING_KNOWN).gtin for form in forms} == {key}
    assert {barcode_key(form) for form in plain} == {key}


@given(st.sampled_from("01"), st.text("0123456789", min_size=6, max_size=6))
def test_a_upc_e_has_the_key_of_its_expansion(system: str, body: str) -> None:
    gtins = {understand(f"]E0{system}{body}", NOTHING_KNOWN).gtin}
    (key,) = gtins
    assert key is not None
    upc_a, last = key[2:], key[-1]

    forms = [upc_a, f"0{upc_a}", f"]E0{system}{body}{last}", f"]E00{upc_a}", f"]C101{key}"]
    forms += [f"]E0{body}"] if system == "0" else []

    assert {understand(form, NOTHING_KNOWN).gtin for form in forms} == {key}


PROGRAM = """
import sys
from app.domain.understanding import understand
from tests.domain.known_codes import FLOOR
understand(sys.argv[1], FLOOR)
print("biip" in sys.modules)
"""


@pytest.mark.parametrize("code", ["4006381333931", "PEN", "A-01-01", "https://example.com/a"])
def test_a_plain_code_is_understood_without_the_list_of_gs1(code: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, code], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["False"]
