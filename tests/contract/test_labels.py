"""Labels from the facts, on each database: what came, and cartons whose SSCCs stay theirs."""

from datetime import date

import pytest

from app.domain.errors import BadValueError, NotFoundError, RefusedError
from app.domain.labels import CartonLabel, CrossDockLabel, PutAwayLabel, make_sscc
from app.services.labels import (
    carton_labels,
    cross_dock_labels,
    location_labels,
    put_away_labels,
)
from app.services.setting import change_setting
from tests.floor import BARCODES, LOCATIONS, PRODUCTS, Floor, orders, wants

LAMP, CASE, VASE = "4006381333931", "14006381333938", "4012345678901"
HEAD = "asn,line,supplier,sku,quantity,expected_at,status,purchase_order"


@pytest.fixture
def site(any_floor: Floor) -> Floor:
    """Ann waits for five lamps; a truck with lamps and vases is here."""
    any_floor.give(
        locations=LOCATIONS,
        products=PRODUCTS,
        barcodes=BARCODES,
        orders=orders(wants("SO-1", 5)),
        inbound=f"{HEAD}\nT-1,1,Acme,LAMP,9,2026-03-04T07:00Z,arrived,PO-7\n"
        "T-1,2,Acme,VASE,9,2026-03-04T07:00Z,arrived,PO-7\n",
    )
    return any_floor


def ssccs(floor: Floor, number: str, cartons: int | None = None) -> list[str]:
    labels = carton_labels(number, cartons, floor.desk)
    return [label.sscc for label in labels if isinstance(label, CartonLabel)]


@pytest.fixture
def packed(site: Floor) -> Floor:
    """Ann's lamps are picked, and the site has a company prefix."""
    site.receive("T-1", CASE)
    assert site.pick("SO-1", "CMD-QTY-5", LAMP)["remaining"] == 0
    change_setting("gs1_company_prefix", "0614141", site.desk)
    return site


def test_labels_say_where_a_split_case_was_sent(site: Floor) -> None:
    site.receive("T-1", CASE, LAMP, VASE)

    crossed, shelved = cross_dock_labels("T-1", site.desk), put_away_labels("PO-7", site.desk)

    assert crossed == (
        CrossDockLabel("LANE-1", "SO-1", "1", "Ann", "LAMP", "Desk lamp", 5, 5, "T-1 · Acme"),
    )
    assert shelved == (
        PutAwayLabel("A-1", "LAMP", "Desk lamp", 2, "T-1 · Acme"),
        PutAwayLabel("A-2", "VASE", "Vase", 1, "T-1 · Acme"),
    )


def test_what_was_moved_keeps_its_label_and_what_was_taken_back_has_none(site: Floor) -> None:
    site.receive("T-1", VASE, "A-2")
    assert len(put_away_labels("T-1", site.desk)) == 1

    site.receive("T-1", "CMD-UNDO", "CMD-UNDO")
    with pytest.raises(RefusedError, match="nothing_shelved"):
        put_away_labels("T-1", site.desk)


def test_a_lot_and_its_day_are_on_the_label(site: Floor) -> None:
    site.receive("T-1", "]C1010401234567890117270301" + "10L5\x1d21S9")

    [label] = put_away_labels("T-1", site.desk)

    assert isinstance(label, PutAwayLabel)
    assert (label.lot, label.expires_on, label.serial) == ("L5", date(2027, 3, 1), "S9")


@pytest.mark.parametrize("make", [cross_dock_labels, put_away_labels])
def test_what_has_not_come_has_no_label(site: Floor, make: object) -> None:
    assert callable(make)
    with pytest.raises(RefusedError, match="nothing_"):
        make("T-1", site.desk)
    with pytest.raises(NotFoundError, match="unknown_asn"):
        make("T-9", site.desk)


def test_places_are_labelled_as_named_or_all(site: Floor) -> None:
    named = location_labels(("LANE-2", "A-1"), site.desk)

    assert [label.location for label in named] == ["LANE-2", "A-1"]  # type: ignore[union-attr]
    assert len(location_labels((), site.desk)) == LOCATIONS.count("\n") - 1
    for code in ("A-9", "a-1", "~supplier", ""):
        with pytest.raises(BadValueError, match="unknown_location"):
            location_labels(("A-1", code), site.desk)


def test_cartons_keep_their_ssccs_and_more_get_the_next(packed: Floor) -> None:
    first = ssccs(packed, "SH-SO-1-1", 2)

    assert first == [make_sscc("0614141", serial) for serial in (0, 1)]
    change_setting("gs1_company_prefix", "", packed.desk)
    assert ssccs(packed, "SH-SO-1-1") == first
    change_setting("gs1_company_prefix", "9521", packed.desk)
    assert ssccs(packed, "SH-SO-1-1", 3) == [*first, make_sscc("9521", 2)]


def test_a_carton_says_whom_it_is_for_and_which_it_is(packed: Floor) -> None:
    [_, label] = carton_labels("SH-SO-1-1", 2, packed.desk)

    assert isinstance(label, CartonLabel)
    assert (label.order, label.shipment, label.carton, label.cartons) == ("SO-1", "SH-SO-1-1", 2, 2)
    assert (label.ship_to, label.ship_from) == (("Ann",), ("Main warehouse",))


@pytest.mark.parametrize("cartons", [0, -1, 1000, 1])
def test_a_count_of_cartons_that_cannot_be_is_refused_and_gives_none(
    packed: Floor, cartons: int
) -> None:
    ssccs(packed, "SH-SO-1-1", 2)

    with pytest.raises(BadValueError, match="bad_cartons"):
        carton_labels("SH-SO-1-1", cartons, packed.desk)
    assert len(ssccs(packed, "SH-SO-1-1")) == 2


def test_without_a_prefix_or_a_shipment_there_is_no_carton(packed: Floor) -> None:
    change_setting("gs1_company_prefix", "", packed.desk)

    with pytest.raises(RefusedError, match="no_company_prefix"):
        carton_labels("SH-SO-1-1", None, packed.desk)
    with pytest.raises(NotFoundError, match="unknown_shipment"):
        carton_labels("SH-SO-1-9", None, packed.desk)
    packed.pick("SO-1", *["CMD-UNDO"])
    with pytest.raises(RefusedError, match="not_picked"):
        carton_labels("SH-SO-1-1", None, packed.desk)


def test_a_carton_is_no_slip(packed: Floor) -> None:
    ssccs(packed, "SH-SO-1-1", 2)
    packed.pack("SO-1", "CMD-QTY-5", LAMP, "CMD-CLOSE")
    with packed.desk.store.read(packed.desk.stamp()) as work:
        shipment = work.shipments.find("SH-SO-1-1")
        assert shipment is not None
        slip = work.documents.of_shipment(shipment.id)

    assert len(ssccs(packed, "SH-SO-1-1", 3)) == 3
    with packed.desk.store.read(packed.desk.stamp()) as work:
        assert work.documents.of_shipment(shipment.id) == slip
        assert slip is not None
