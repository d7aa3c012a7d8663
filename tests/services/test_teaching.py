"""What may be taught: a code of our own never becomes a product."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.domain.errors import BadValueError
from app.services.setting import change_setting
from app.services.teaching import teach_barcode
from tests.floor import inbound, orders, stock, wants

if TYPE_CHECKING:
    from tests.floor import Floor

UPS = "1Z879E930346834440"


@pytest.fixture
def busy(floor: Floor) -> Floor:
    """Orders in a cluster with totes, one of them in a carton with its carrier's number."""
    change_setting("gs1_company_prefix", "0614141", floor.desk)
    floor.give(
        orders=orders(wants("SO-1", 1), wants("SO-2", 1)),
        stock=stock("A-1,LAMP,2,,"),
        inbound=inbound("T-1,1,Acme,LAMP,12,2026-03-04T09:00Z,"),
    )
    floor.cluster("SO-1 SO-2", "TOTE-1", "TOTE-2", "LAMP", "TOTE-1", "LAMP", "TOTE-2")
    floor.pack("SO-1", "LAMP", UPS)
    return floor


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    ("code", "what"),
    [
        ("SO-1", "order"),
        ("T-1", "inbound shipment"),
        ("SH-SO-1-1", "shipment"),
        ("C-1", "cluster"),
        ("006141410000000005", "carton"),
        ("TOTE-2", "tote"),
        (UPS, "carrier's number"),
    ],
)
def test_a_code_of_our_own_is_no_product(busy: Floor, code: str, what: str) -> None:
    with pytest.raises(BadValueError) as refused:
        teach_barcode(code, "LAMP", 1, busy.desk)

    assert (refused.value.code, refused.value.data["what"]) == ("barcode_is_ours", what)


@pytest.mark.wrong_input
@pytest.mark.parametrize("code", ["CMD-UNDO", "CMD-QTY-0", "cmd-frob", "A-1"])
def test_what_looks_like_a_command_or_is_a_place_is_no_product(busy: Floor, code: str) -> None:
    with pytest.raises(BadValueError):
        teach_barcode(code, "LAMP", 1, busy.desk)


def test_a_code_that_nothing_here_has_is_taught(busy: Floor) -> None:
    assert teach_barcode("TOTE-9", "LAMP", 1, busy.desk)["sku"] == "LAMP"
