"""``read``, ``teach`` and ``settings``: what a scanner says, and what the site decides."""

import json
from collections.abc import Callable

import pytest

from tests.commands.program import Ended, Program

KEYS = ["scan", "kind", "gtin", "sku", "units", "lot", "expires_on", "serial", "sscc", "count",
        "ai", "error", "weight_g", "measures"]  # fmt: skip


def test_read_says_each_argument_in_one_line_of_json(inside: Callable[..., Ended]) -> None:
    codes = [
        "LAMP",
        "14006381333938",
        "A-1",
        "SO-1",
        "ASN-1",
        "cmd-qty-3",
        "what?",
        "5901234123458",
    ]

    done = inside("--json", "read", *codes)

    assert done.code == 0
    assert [line["kind"] for line in done.lines] == [
        "item", "item", "location", "order", "asn", "command", "unknown", "bad",
    ]  # fmt: skip
    assert all(list(line) == KEYS for line in done.lines)
    assert (done.lines[1]["sku"], done.lines[1]["units"]) == ("LAMP", 6)


def test_a_separator_may_be_written_or_raw(floor: Program) -> None:
    said = "]C10104006381333931" + r"10LOT-1\x1d21S-9" + "\n" + "]C110LOT-2\x1d21S-9\n"

    done = floor.run("--json", "read", scans=said)

    first, second = done.lines
    assert (first["sku"], first["lot"], first["serial"]) == ("LAMP", "LOT-1", "S-9")
    assert (second["lot"], second["serial"]) == ("LOT-2", "S-9")


def test_read_answers_each_line_at_once(floor: Program) -> None:
    with floor.running("--json", "read") as reader:
        assert reader.ask("LAMP")["kind"] == "item"
        assert reader.ask("A-1\r")["kind"] == "location"
        assert reader.end().code == 0


@pytest.mark.parametrize("code", ["", " ", "a\x02b", "-x", "\udcff", "9" * 600])
def test_no_code_is_too_odd_to_be_read(inside: Callable[..., Ended], code: str) -> None:
    done = inside("--json", "read", "--", code)

    assert done.code == 0
    assert done.lines[0]["kind"] in ("bad", "unknown")


def test_read_is_readable_without_json(inside: Callable[..., Ended]) -> None:
    assert inside("read", "LAMP").out == "'LAMP': item, sku LAMP, units 1\n"


def test_a_taught_barcode_is_the_product_from_then_on(inside: Callable[..., Ended]) -> None:
    done = inside("--json", "teach", "CASE-7", "VASE", "--units", "7")

    assert done.json.items() >= {"code": "CASE-7", "sku": "VASE", "units": 7}.items()
    read = inside("--json", "read", "CASE-7").json
    assert (read["sku"], read["units"]) == ("VASE", 7)


def test_teaching_the_same_again_changes_nothing(inside: Callable[..., Ended]) -> None:
    inside("teach", "CASE-7", "VASE", "--units", "7")

    assert inside("teach", "CASE-7", "VASE", "--units", "7").code == 0


def test_a_dry_run_teaches_nothing(inside: Callable[..., Ended]) -> None:
    inside("teach", "CASE-7", "VASE", "--dry-run")

    assert inside("--json", "read", "CASE-7").json["kind"] == "unknown"


def test_a_wrong_check_digit_is_taken_with_a_warning(inside: Callable[..., Ended]) -> None:
    done = inside("--json", "teach", "5901234123458", "VASE")

    assert done.code == 0
    assert "check digit" in done.complaint
    assert inside("--json", "read", "5901234123458").json["sku"] == "VASE"


@pytest.mark.parametrize(
    ("name", "said", "kept"),
    [
        ("time_zone", "Europe/Brussels", "Europe/Brussels"),
        ("default_policy", "ALL_OR_NOTHING", "all_or_nothing"),
        ("max_lane_dwell", "36h", "36h"),
        ("min_share", "40 %", "40"),
        ("excluded_products", "VASE; LAMP;;VASE", "VASE;LAMP"),
        ("excluded_products", "", ""),
        ("excluded_customers", "Smith, Jones & Co; Ünal", "Smith, Jones & Co;Ünal"),
        ("confirm_lane", "yes", "on"),
        ("packing_location", "PACK", "PACK"),
        ("site_name", "Ünïcode", "Ünïcode"),
        ("free_time", "90m", "90m"),
        ("on_time_within", "0m", "0m"),
        ("crew_size", " 12 ", "12"),
        ("units_per_person_hour", "0", "0"),
    ],
)
def test_a_setting_is_kept(inside: Callable[..., Ended], name: str, said: str, kept: str) -> None:
    assert inside("--json", "settings", name, said).json[name] == kept
    assert inside("--json", "settings", name).json == {name: kept}
    assert json.loads(inside("--json", "settings").out)[name] == kept


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("free_time", "soon"),
        ("on_time_within", "-5m"),
        ("crew_size", "-1"),
        ("crew_size", "1.5"),
        ("crew_size", "٣"),
        ("crew_size", ""),
        ("units_per_person_hour", "100000"),
    ],
)
def test_a_setting_of_the_docks_clocks_in_no_form_is_refused(
    inside: Callable[..., Ended], name: str, said: str
) -> None:
    before = inside("--json", "settings").out

    assert inside("settings", "--", name, said).code != 0
    assert inside("--json", "settings").out == before


def test_a_setting_says_what_it_does_to_the_plan(inside: Callable[..., Ended]) -> None:
    done = inside("--json", "settings", "default_policy", "all_or_nothing", "--dry-run")

    assert {"gained", "lost", "promises_broken", "promises_saved"} <= done.json.keys()
    assert inside("settings", "default_policy").out == "ship_as_available\n"
