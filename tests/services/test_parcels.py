"""A carton's carrier's number and its weight: verified, kept, on the slip, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.services.setting import change_setting
from tests.floor import orders, stock, wants
from tests.services.test_cartons import slip_of

if TYPE_CHECKING:
    from tests.floor import Floor

LAMP, VASE = "4006381333931", "4012345678901"
UPS, OTHER = "1Z879E930346834440", "1Z410E7W0392751591"
WEIGHED = "sku,description,backorderable,unit_weight_g\nLAMP,Desk lamp,yes,250\nVASE,Vase,yes,700\n"
SETTINGS = {"weight_tolerance_g": "20", "carton_tare_g": "100", "hold_wrong_weight": "on"}


@pytest.fixture
def picked(floor: Floor) -> Floor:
    """Ann's two lamps and vase are picked in one order, a lamp in another."""
    floor.give(
        products=WEIGHED,
        orders=orders(wants("SO-1", 2), wants("SO-1", 1, "VASE", line=2), wants("SO-2", 1)),
        stock=stock("A-1,LAMP,3,,", "A-2,VASE,1,,"),
    )
    floor.pick("SO-1", LAMP, LAMP, VASE)
    floor.pick("SO-2", LAMP)
    floor.answers.clear()
    return floor


@pytest.fixture
def strict(picked: Floor) -> Floor:
    """Cartons of a wrong weight keep their shipment from closing."""
    for name, value in SETTINGS.items():
        change_setting(name, value, picked.desk)
    return picked


def test_a_carriers_number_stands_with_its_carton_and_on_the_slip(picked: Floor) -> None:
    picked.pack("SO-1", LAMP, LAMP, UPS, "CMD-CARTON", VASE, "CMD-TRACKING", "790535312317")

    answer = picked.pack("SO-1", "CMD-CLOSE")

    assert [carton["tracking"] for carton in answer["cartons"]] == [UPS, "790535312317"]
    slip = slip_of(picked, "SH-SO-1-1")
    assert (slip.tracking, slip.carrier) == (f"{UPS}, 790535312317", "FedEx, UPS")


@pytest.mark.parametrize(
    ("codes", "outcome"),
    [
        ((UPS[:-1] + "1",), "bad_check_digit"),
        (("RB123456784GB",), "bad_check_digit"),
        (("CMD-TRACKING", "790535312318"), "bad_check_digit"),
        (("CMD-TRACKING", "??"), "bad_check_digit"),
        (("790535312317",), "bad_check_digit"),
        (("73891051146",), "unknown_barcode"),
        (("CMD-TRACKING", "CMD-CANCEL", "73891051146"), "unknown_barcode"),
        (("CMD-TRACKING", "A-1"), "wrong_location"),
        (("CMD-TRACKING", "SO-2"), "wrong_container"),
        (("CMD-TRACKING", "RUG"), "wrong_item"),
    ],
)
def test_a_code_that_is_no_right_number_is_noted_nowhere(
    picked: Floor, codes: tuple[str, ...], outcome: str
) -> None:
    picked.pack("SO-1", LAMP)

    assert picked.pack("SO-1", *codes)["outcome"] == outcome
    assert picked.pack("SO-1", LAMP, VASE, "CMD-CLOSE")["cartons"][0]["tracking"] is None


def test_a_number_of_another_carton_or_shipment_is_a_duplicate(picked: Floor) -> None:
    picked.pack("SO-1", LAMP, LAMP, UPS, UPS, "CMD-CARTON", VASE, UPS, OTHER, "CMD-CLOSE")
    picked.pack("SO-2", LAMP, UPS, OTHER)

    outcomes = picked.outcomes()
    assert (outcomes[3], outcomes[6], outcomes[-2:]) == ("accepted", "duplicate", ["duplicate"] * 2)


def test_the_last_number_of_a_carton_counts_and_the_one_before_is_free(picked: Floor) -> None:
    picked.pack("SO-1", LAMP, UPS, OTHER)

    assert picked.pack("SO-2", LAMP, UPS, "CMD-CLOSE")["cartons"][0]["tracking"] == UPS


def test_a_known_code_always_wins_over_the_form_of_a_carriers_number(picked: Floor) -> None:
    picked.give(barcodes=f"barcode,sku\n{UPS},LAMP\n")

    assert picked.pack("SO-1", UPS)["sku"] == "LAMP"


def test_a_carriers_number_is_nothing_at_the_pick(picked: Floor) -> None:
    assert picked.pick("SO-1", UPS)["outcome"] == "unknown_barcode"


def test_a_right_weight_is_kept_and_on_the_slip(strict: Floor) -> None:
    picked = strict
    picked.pack("SO-1", LAMP, LAMP, "CMD-WEIGHT-610", "CMD-CARTON", VASE, "CMD-WEIGHT-790")

    picked.pack("SO-1", "CMD-CLOSE")

    assert picked.answers[2]["off_g"] == 10
    assert slip_of(picked, "SH-SO-1-1").weight_g == 1400


def test_a_wrong_weight_is_told_with_its_likeliest_cause_and_holds_the_close(
    strict: Floor,
) -> None:
    answer = strict.pack("SO-1", LAMP, LAMP, VASE, "CMD-WEIGHT-1050")

    assert (answer["outcome"], answer["off_g"]) == ("accepted", -250)
    assert "250 g too light: 1 LAMP missing?" in answer["message"]
    assert strict.pack("SO-1", "CMD-CLOSE")["outcome"] == "not_allowed"
    assert strict.pack("SO-1", "CMD-WEIGHT-1300", "CMD-CLOSE")["outcome"] == "accepted"


def test_a_supervisor_lets_a_wrong_weight_go(strict: Floor) -> None:
    strict.pack("SO-1", LAMP, LAMP, VASE, "CMD-WEIGHT-1050", "CMD-CLOSE", "CMD-OVERRIDE-23")

    assert strict.outcomes()[-2:] == ["not_allowed", "accepted"]
    assert strict.answers[-1]["override"]["unverified"] == []


def test_a_wrong_weight_only_warns_where_the_site_does_not_hold(strict: Floor) -> None:
    change_setting("hold_wrong_weight", "off", strict.desk)

    answer = strict.pack("SO-1", LAMP, LAMP, VASE, "CMD-WEIGHT-1050", "CMD-CLOSE")

    assert answer["outcome"] == "accepted"


@pytest.mark.parametrize("later", [(LAMP,), ("CMD-UNDO", VASE, LAMP)])
def test_a_weight_counts_only_with_all_that_is_in_the_carton_now(
    strict: Floor, later: tuple[str, ...]
) -> None:
    strict.pack("SO-1", LAMP, VASE, "CMD-WEIGHT-1050", *later)

    answer = strict.pack("SO-1", "CMD-CLOSE")

    assert answer["outcome"] == "not_allowed"
    assert "not weighed" in answer["message"]


def test_an_unweighed_shipment_closes_where_nothing_is_checked_and_its_slip_says_none(
    picked: Floor,
) -> None:
    answer = picked.pack("SO-1", LAMP, LAMP, VASE, "CMD-CLOSE")

    assert answer["cartons"][0]["weight_g"] is None
    assert slip_of(picked, "SH-SO-1-1").weight_g is None


def test_where_a_product_has_no_weight_it_is_said_and_nothing_is_held(strict: Floor) -> None:
    strict.give(products="sku,description,unit_weight_g\nVASE,Vase,\n")
    strict.give(orders=orders(wants("SO-3", 1, "RUG")), stock=stock("A-3,RUG,1,,"))
    strict.pick("SO-3", "RUG")

    answer = strict.pack("SO-3", "RUG", "CMD-WEIGHT-5")

    assert "Nobody said what RUG weighs" in answer["message"]
    assert strict.pack("SO-3", "CMD-CLOSE")["outcome"] == "accepted"


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        ("CMD-WEIGHT", "wrong_state"),
        ("CMD-WEIGHT-2000001", "not_allowed"),
        ("CMD-WEIGHT-0", "unknown_barcode"),
        ("CMD-WEIGHT--5", "unknown_barcode"),
        ("CMD-WEIGHT-1.5", "unknown_barcode"),
    ],
)
def test_what_is_no_weight_of_a_carton_is_refused(picked: Floor, code: str, outcome: str) -> None:
    assert picked.pack("SO-1", LAMP, code)["outcome"] == outcome


def test_what_is_scanned_after_it_was_weighed_is_not_in_its_weight(picked: Floor) -> None:
    picked.pack("SO-1", LAMP, LAMP, "CMD-WEIGHT-610", VASE, "CMD-CLOSE")

    assert slip_of(picked, "SH-SO-1-1").weight_g is None
