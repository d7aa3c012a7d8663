"""Labels as ZPL: taken apart again by a reader that knows nothing of what wrote them."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings

from app.domain.documents import printable
from app.domain.labels import CartonLabel, LocationLabel
from hardware.label_zpl import LEAST_DOTS, escaped, labels_zpl
from tests.hardware.labels import CARTON, COMMANDS, CROSSED, LABELS, PLACE, SHELVED, SSCC
from tests.hardware.test_slip_names import NAMES
from tests.hardware.zpl import GS, ReadLabel, read_zpl

TRICKS = (
    "^FS^XZ", "~JR", "^XA^IDR:*.*^FS^XZ", "_5E_46S", "a_b", "^", "~", "_", "\\&", "\x1b\x02",
    "^CI0", "é^FDx", "^FH\\", "日本^XZ語", "^fs^xz",
)  # fmt: skip


def read(*labels: object, dpi: int = 203) -> list[ReadLabel]:
    return read_zpl(labels_zpl(labels, dpi)[0])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("dpi", "wide", "high"), [(203, 799, (400, 1199)), (300, 1181, (591, 1772))]
)
def test_each_label_is_its_size_in_dots(dpi: int, wide: int, high: tuple[int, int]) -> None:
    found = read(PLACE, CARTON, dpi=dpi)

    assert [(label.wide, label.high) for label in found] == [(wide, high[0]), (wide, high[1])]


def test_bars_say_what_the_pdf_says() -> None:
    found = [label.bars[0][0] for label in read(*LABELS, *COMMANDS)]

    assert found == [
        *("SO-10388", "B-02-14", "A-05-12", f"{GS}00{SSCC}"),
        *(label.command.barcode for label in COMMANDS),
    ]


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("label", [*LABELS, LocationLabel("CROSSDOCK-12", "staging")])
def test_bars_and_their_quiet_zones_lie_on_the_label(label: object, dpi: int) -> None:
    [found] = read(label, dpi=dpi)
    [(data, dots, left)] = found.bars
    is_carton = isinstance(label, CartonLabel)
    wide = dots * (156 if is_carton else 11 * (len(data) + 2) + 13)

    assert left >= 10 * dots
    assert left + wide + 10 * dots <= found.wide
    assert dots >= LEAST_DOTS[dpi]
    if is_carton:
        assert dots * 25.4 / dpi >= 0.495


def test_all_that_a_label_knows_is_on_it() -> None:
    crossed, shelved, _place, carton = (label.texts for label in read(*LABELS))

    assert {"CROSS-DOCK", "LANE-07", "2 of 5 units", "Hotel Brisa"} <= set(crossed)
    assert "Lot L2026-11 · best until 2027-03-01 · Serial S9" in shelved
    assert {*CARTON.ship_to, *CARTON.ship_from, "2 of 5", SSCC, f"(00) {SSCC}"} <= set(carton)


@pytest.mark.parametrize("name", TRICKS)
def test_a_name_begins_no_command_and_is_written_to_the_letter(name: str) -> None:
    plain = read(replace(CROSSED, customer="Ann"))[0]

    [found] = read(replace(CROSSED, customer=name))

    kept = printable(name)
    assert (kept in found.texts) == bool(kept)
    assert found.commands.count("XA") == found.commands.count("XZ") == 1
    if kept:
        assert found.commands == plain.commands


@pytest.mark.parametrize("code", ["a^b", "a~b", "a>b", "a_b", ">:>8>0", "^FS^XZ"])
def test_signs_that_zpl_takes_for_its_own_are_still_in_the_bars(code: str) -> None:
    [found] = read(LocationLabel(code, "storage"))

    assert found.bars[0][0] == code
    assert found.texts[-1] == code


@settings(max_examples=150)
@given(NAMES)
@example("\ud800")
@example("_5E" * 50)
def test_any_name_is_written_whole_or_a_warning_tells(name: str) -> None:
    label = replace(SHELVED, description=name, sku="")

    data, warnings = labels_zpl([label])

    [found] = read_zpl(data)
    kept = printable(name)
    assert found.commands.count("XA") == found.commands.count("FD") - len(found.texts)
    if not any("Shortened" in warning for warning in warnings):
        assert not kept or kept in found.texts


@pytest.mark.parametrize("text", ["مخزن", "倉庫", "📦", "\ue000"])
def test_letters_that_a_printer_may_lack_are_warned_of(text: str) -> None:
    _data, warnings = labels_zpl([replace(CROSSED, customer=text)])

    assert "may lack letters" in warnings[0]


@pytest.mark.parametrize("text", ["Łódź", "Київ", "Recepción – “A”"])
def test_letters_of_a_printers_own_font_are_not(text: str) -> None:
    assert labels_zpl([replace(CROSSED, customer=text)])[1] == ()


@pytest.mark.parametrize("code", ["RÉSERVE-1", "X" * 60, ""])
def test_a_code_that_bars_cannot_hold_is_in_words(code: str) -> None:
    data, warnings = labels_zpl([LocationLabel(code, "storage")])

    assert read_zpl(data)[0].bars == []
    assert any("no barcode" in warning for warning in warnings) == bool(code)


def test_what_is_escaped_is_bytes_of_utf_8() -> None:
    assert escaped("a^é~_\x07") == "a_5Eé_7E_5F_07"
