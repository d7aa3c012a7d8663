"""The printed pick list from the facts, on each database."""

import pytest

from app.domain.errors import NotFoundError
from app.domain.pick_sheet import PickRow
from app.services.pick_sheet import make_pick_sheet
from app.services.setting import change_setting
from tests.floor import BARCODES, LOCATIONS, PRODUCTS, Floor, orders, stock, wants

LAMP = "4006381333931"


@pytest.fixture
def site(any_floor: Floor) -> Floor:
    """Ann wants seven lamps; five lie in two places."""
    any_floor.give(
        locations=LOCATIONS,
        products=PRODUCTS,
        barcodes=BARCODES,
        stock=stock("A-3,LAMP,2,L1,2026-09-01", "A-1,LAMP,1,,", "A-1,LAMP,2,L2,2026-10-01"),
        orders=orders(wants("SO-1", 7)),
    )
    return any_floor


def test_the_list_says_where_to_take_what_and_what_stays(site: Floor) -> None:
    change_setting("time_zone", "Europe/Brussels", site.desk)

    sheet = make_pick_sheet("SO-1", site.desk)

    assert sheet.rows == (
        PickRow("A-3", "LAMP", "Desk lamp", 2, "lot L1, best until 2026-09-01"),
        PickRow("A-1", "LAMP", "Desk lamp", 3, "lot L2, best until 2026-10-01"),
    )
    assert (sheet.says, sheet.stays) == ("5 units from 2 places", "2 units stay backordered.")
    assert sheet.as_of == "as of 2026-03-04 09:00"


def test_what_is_picked_is_off_the_list(site: Floor) -> None:
    site.pick("SO-1", "A-3", LAMP, LAMP, "A-1", LAMP)

    sheet = make_pick_sheet("SO-1", site.desk)

    assert [(row.location, row.units) for row in sheet.rows] == [("A-1", 2)]
    assert sheet.says == "2 units from one place"


def test_a_list_claims_and_changes_nothing(site: Floor) -> None:
    before = make_pick_sheet("SO-1", site.desk)

    assert make_pick_sheet("SO-1", site.desk) == before


@pytest.mark.parametrize("number", ["SO-9", "so-1", ""])
def test_an_unknown_order_has_no_list(site: Floor, number: str) -> None:
    with pytest.raises(NotFoundError, match="unknown_order"):
        make_pick_sheet(number, site.desk)
