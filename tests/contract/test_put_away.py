"""Which shelf arriving units are told, on each database."""

from dataclasses import replace

import pytest

from app.services.setting import change_setting
from tests.floor import Floor, inbound, stock

LOCATIONS = """location,kind,zone,pick_sequence
A-1,storage,dry,1
B-1,storage,dry,40
B-2,storage,cold,45
C-1,storage,cold,70
LANE,staging,,80
DOCK,dock,,50
PACK,packing,,95
QUAR,quarantine,,99
"""
PRODUCTS = """sku,description,home_location,tracking,zone
HOMED,Kettle,A-1,none,cold
LOOSE,Vase,,none,
DRY,Rice,,none,Dry
COLD,Milk,,lot,cold
"""
ASN = inbound(*(f"T-{n},{n},Acme,{sku},20,2026-03-04T07:00Z,arrived"
                for n, sku in enumerate(("HOMED", "LOOSE", "DRY", "COLD"), 1)))  # fmt: skip


@pytest.fixture
def site(any_floor: Floor) -> Floor:
    """Four products, a truck for each; nobody waits for any."""
    any_floor.give(locations=LOCATIONS, products=PRODUCTS, inbound=ASN)
    return any_floor


def told(floor: Floor, asn: str, *codes: str) -> tuple[str, str]:
    answer = floor.receive(asn, *codes)
    place = answer["disposition"][-1]["location"]
    return place, answer["shelf_reasons"][place]


@pytest.mark.parametrize(
    ("rule", "places"),
    [
        ("first_empty", [("A-1", "home"), ("A-1", "first_empty"), ("A-1", "first_empty")]),
        ("nearest_empty", [("A-1", "home"), ("B-2", "nearest_empty"), ("B-1", "nearest_empty")]),
        ("by_zone", [("A-1", "home"), ("B-2", "nearest_empty"), ("B-1", "zone")]),
    ],
)
def test_each_rule_sends_units_to_its_shelf_and_says_why(
    site: Floor, rule: str, places: list[tuple[str, str]]
) -> None:
    change_setting("put_away_rule", rule, site.desk)

    found = [told(site, f"T-{n}", sku) for n, sku in enumerate(("HOMED", "LOOSE", "DRY"), 1)]

    assert found == places


def test_what_is_promised_at_one_site_is_none_of_another_s(site: Floor) -> None:
    site.receive("T-3", "DRY")

    promised = []
    for here in (site.desk.stamp(), replace(site.desk.stamp(), site="elsewhere")):
        with site.desk.store.read(here) as work:
            promised.append(len(work.inbound.promised()))

    assert promised == [1, 0]


@pytest.mark.parametrize("rule", ["nearest_empty", "by_zone"])
def test_two_receipts_at_once_are_told_two_places_until_one_is_done(site: Floor, rule: str) -> None:
    change_setting("put_away_rule", rule, site.desk)

    first, again = told(site, "T-2", "LOOSE"), told(site, "T-2", "LOOSE")
    other = told(site, "T-4", "COLD")
    site.receive("T-2", "CMD-UNDO", "CMD-UNDO")

    assert (first, again) == (("B-2", "nearest_empty"), ("B-2", "same_product"))
    assert other[0] == {"nearest_empty": "B-1", "by_zone": "C-1"}[rule]
    assert told(site, "T-3", "DRY")[0] == {"nearest_empty": "B-2", "by_zone": "B-1"}[rule]


def test_a_promise_ends_with_the_sitting_that_made_it(site: Floor) -> None:
    change_setting("put_away_rule", "nearest_empty", site.desk)
    site.receive("T-2", "LOOSE", "CMD-DONE")

    assert told(site, "T-3", "DRY") == ("B-2", "nearest_empty")


def test_where_nothing_is_empty_the_first_place_is_told_and_said_to_be_full(site: Floor) -> None:
    change_setting("put_away_rule", "nearest_empty", site.desk)
    site.give(stock=stock(*(f"{place},HOMED,5,," for place in ("A-1", "B-1", "B-2", "C-1"))))

    assert told(site, "T-2", "LOOSE") == ("A-1", "none_empty")


def test_another_lot_gets_another_shelf(site: Floor) -> None:
    change_setting("put_away_rule", "by_zone", site.desk)
    site.give(stock=stock("B-2,COLD,5,L1,2026-09-01"))

    assert told(site, "T-4", "COLD") == ("C-1", "zone")


def test_a_zone_stays_where_a_later_file_does_not_name_it(site: Floor) -> None:
    change_setting("put_away_rule", "by_zone", site.desk)
    site.give(products="sku,description\nDRY,Rice 5 kg\n")

    assert told(site, "T-3", "DRY") == ("B-1", "zone")


def test_without_confirmation_the_next_units_lie_with_the_first(site: Floor) -> None:
    change_setting("put_away_rule", "nearest_empty", site.desk)
    change_setting("confirm_put_away", "off", site.desk)

    assert [told(site, "T-2", "LOOSE") for _ in "12"] == [
        ("B-2", "nearest_empty"),
        ("B-2", "same_product"),
    ]
