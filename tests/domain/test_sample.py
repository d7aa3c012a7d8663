"""The sample warehouse holds what it promises, and breaks no rule of the import."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from app.sample import sample_files, sample_moment, sample_settings
from tests.domain.sample_rows import (
    bad_rows,
    check_digit_holds,
    instant,
    open_units,
    orders,
    read,
)

DAY = date(2026, 11, 24)
SUMMER_SATURDAY = date(2027, 7, 3)
SITE = ZoneInfo("Europe/Brussels")
MOMENT = sample_moment(DAY)
FILES = read(sample_files(DAY))
OPEN = {
    number: lines
    for number, lines in orders(FILES).items()
    if any(open_units(line) for line in lines)
}
TRUCKS = {row["asn"]: row for row in FILES["inbound.csv"]}
TODAY = {
    asn: row for asn, row in TRUCKS.items() if instant(row["expected_at"]).date() == MOMENT.date()
}


@pytest.mark.parametrize("seed", range(7, 12))
def test_the_import_would_refuse_no_row(seed: int) -> None:
    assert list(bad_rows(read(sample_files(DAY, seed)))) == []


def test_a_broken_row_would_be_found() -> None:
    files = read(sample_files(DAY))
    files["orders.csv"][0]["quantity"] = "0"
    files["inbound.csv"][0]["door"] = "D9"
    files["barcodes.csv"][0]["barcode"] = files["barcodes.csv"][2]["barcode"].zfill(14)
    files["stock.csv"].append(files["stock.csv"][0])
    assert len(list(bad_rows(files))) >= 4


def test_the_same_day_gives_the_same_texts() -> None:
    assert sample_files(DAY) == sample_files(DAY)


def test_another_seed_gives_another_day_s_work() -> None:
    assert sample_files(DAY, 8)["orders.csv"] != sample_files(DAY)["orders.csv"]


def test_another_day_moves_the_dates_and_nothing_else() -> None:
    shift = SUMMER_SATURDAY - DAY
    other = read(sample_files(SUMMER_SATURDAY))
    assert _on_site(other, timedelta()) == _on_site(FILES, shift)


def test_the_counts_are_those_of_a_mid_size_distributor() -> None:
    assert len(FILES["products.csv"]) == 400
    assert len(OPEN) == 300
    assert len(orders(FILES)) == 336
    assert len(TODAY) == 12
    assert {row["door"] for row in TODAY.values()} == {"", "D1", "D2", "D3", "D4", "D5"}


def test_today_s_trucks_are_in_every_state() -> None:
    states = Counter(row["status"] for row in TODAY.values())
    overdue = [r for r in TODAY.values() if r["status"] == "scheduled" and _expected_before(r)]
    yard = [r for r in TODAY.values() if r["status"] == "arrived" and not r["door"]]
    assert states == {"scheduled": 6, "arrived": 4, "closed": 1, "no_show": 1}
    assert len(overdue) == 1
    assert len(yard) == 2


def test_trucks_of_later_days_lie_on_both_sides_of_the_horizon() -> None:
    ahead = [instant(row["expected_at"]) - MOMENT for row in TRUCKS.values()]
    assert sum(timedelta(days=1) > gap > timedelta(hours=20) for gap in ahead) >= 1
    assert sum(gap > timedelta(days=7) for gap in ahead) == 1


def test_no_two_windows_overlap_at_one_door() -> None:
    windows = sorted(
        (row["door"], row["window_start"], row["window_end"])
        for row in TRUCKS.values()
        if row["door"]
    )
    for (door, _, end), (next_door, start, _) in pairwise(windows):
        assert door != next_door or end <= start


def test_every_code_of_gtin_or_sscc_length_has_its_check_digit() -> None:
    codes = [row["barcode"] for row in FILES["barcodes.csv"] if row["barcode"].isdigit()]
    pallets = [row["sscc"] for row in FILES["inbound.csv"] if row["sscc"]]
    assert {len(code) for code in codes} == {13, 14}
    assert {len(code) for code in pallets} == {18}
    assert all(check_digit_holds(code) for code in codes + pallets)
    assert all(code[-13:].startswith("040") for code in codes)


def test_a_case_holds_six_twelve_or_twenty_four() -> None:
    assert {row["units"] for row in FILES["barcodes.csv"]} == {"1", "6", "12", "24"}


def test_all_policies_and_priorities_occur_among_open_orders() -> None:
    heads = [lines[0] for lines in OPEN.values()]
    policies = Counter(head["policy"] for head in heads)
    assert min(policies.values()) >= 30
    assert len(policies) == 4
    assert {head["priority"] for head in heads} == set("12345")


def test_five_orders_are_held_and_some_are_late() -> None:
    heads = [lines[0] for lines in OPEN.values()]
    late = [h for h in heads if h["promised_at"] and instant(h["promised_at"]) < MOMENT]
    assert sum(head["hold"] == "yes" for head in heads) == 5
    assert 20 <= len(late) <= 40


def test_no_order_is_placed_after_the_moment() -> None:
    assert all(instant(row["ordered_at"]) <= MOMENT for row in FILES["orders.csv"])


def test_some_open_orders_are_partly_shipped_and_never_without_a_shipment() -> None:
    begun = [
        lines for lines in OPEN.values() if any(int(line["quantity_shipped"]) for line in lines)
    ]
    assert len(begun) >= 10
    assert all(lines[0]["shipments_made"] == "1" for lines in begun)
    assert all(lines[0]["policy"] != "all_or_nothing" for lines in begun)


def test_sold_out_discontinued_products_have_orders() -> None:
    stocked = {row["sku"] for row in FILES["stock.csv"]}
    gone = {r["sku"] for r in FILES["products.csv"] if r["backorderable"] == "no"} - stocked
    waiting = [row for row in FILES["orders.csv"] if row["sku"] in gone and open_units(row)]
    assert len(waiting) == 3


def test_lots_carry_dates_and_one_of_them_has_passed() -> None:
    tracked = {row["sku"] for row in FILES["products.csv"] if row["tracking"] == "lot"}
    rows = [row for row in FILES["stock.csv"] if row["sku"] in tracked]
    stale = [row for row in rows if date.fromisoformat(row["expires_on"]) < DAY]
    assert all(row["lot"] for row in rows)
    assert len(stale) == 1


def test_names_fit_their_fields_and_come_in_many_scripts() -> None:
    names = {row["customer"] for row in FILES["orders.csv"]} | {
        row["description"] for row in FILES["products.csv"]
    }
    assert max(map(len, names)) <= 40
    assert max(len(row["ship_to"]) for row in FILES["orders.csv"]) <= 120
    scripts = {unicodedata.name(c).split()[0] for name in names for c in name if c.isalpha()}
    assert scripts >= {"LATIN", "GREEK", "CYRILLIC", "ARABIC", "CJK", "HIRAGANA"}


def test_every_address_has_its_lines_and_an_example_mail() -> None:
    for row in FILES["orders.csv"]:
        assert len(row["ship_to"].split(";")) >= 4
        assert row["email"].isascii()
        assert row["email"].endswith(".example")


def test_most_products_are_weighed_but_not_all() -> None:
    weighed = sum(bool(row["unit_weight_g"]) for row in FILES["products.csv"])
    assert 360 <= weighed < 400


def test_the_moment_is_in_the_morning_of_the_site_in_summer_too() -> None:
    for day in (DAY, SUMMER_SATURDAY):
        local = sample_moment(day).astimezone(SITE)
        assert (local.date(), local.hour, local.minute) == (day, 10, 42)


def test_the_settings_name_the_time_zone_of_the_instants() -> None:
    assert sample_settings()["time_zone"] == SITE.key


def _expected_before(row: dict[str, str]) -> bool:
    return instant(row["expected_at"]) < MOMENT


def _on_site(files: dict[str, list[dict[str, str]]], shift: timedelta) -> object:
    """Return all cells, dates as days and hours of the site, moved by whole days."""
    return {
        name: [{c: _moved(c, value, shift) for c, value in row.items()} for row in rows]
        for name, rows in files.items()
    }


def _moved(column: str, value: str, shift: timedelta) -> str:
    if value and (column.endswith("_at") or column.startswith("window_")):
        return str(instant(value).astimezone(SITE).replace(tzinfo=None) + shift)
    if value and column == "expires_on":
        return str(date.fromisoformat(value) + shift)
    return value
