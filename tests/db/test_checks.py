# ruff: noqa: S608  # the statements are put together from this file's own words
"""Every check of conservation sees its own rule broken behind the program's back."""

from pathlib import Path

import pytest
from sqlalchemy import text

from app.services.verifying import verify
from tests.floor import Floor, inbound, make_floor, orders, stock, wants

LAMP, CASE = "4006381333931", "14006381333938"
OPEN = "(select id from shipments where closed is null)"
CLOSED = "(select id from shipments where closed is not null)"
SHELF = "(select id from locations where code = 'A-1')"

BREAKS = {
    "ledger equals on-hand": f"update stock set quantity = 9 where location_id = {SHELF}",
    "on-hand is never negative": "update stock set quantity = -1",
    "nothing appears or vanishes": f"delete from stock where location_id = {SHELF}",
    "received units came from suppliers": "update receipts set told = told + 1 where told > 0",
    "receipts are placed or on a dock": "update receipts set moved = told + 1",
    "shipped units went to customers": f"delete from picks where shipment_id in {CLOSED}",
    "units in progress stand at packing": f"update picks set delta = 9 where shipment_id in {OPEN}",
    "staged units stand in their lanes": "update locks set delta = 99 where kind = 'staged'",
    "held and missing units are where they are said to be": "update shorts set delta = 99",
    "no lock or short is below none": "update shorts set delta = -1",
    "verified units are in their shipments": "update verifications set delta = 99",
    "order lines are not overdrawn": "update order_lines set cancelled = quantity",
    "what substitutes replace is cancelled": "insert into stand_ins"
    " select max(id), min(id), 1, min(fact) from order_lines",
}


@pytest.fixture
def worked(tmp_path: Path) -> Floor:
    """One order is shipped, one half verified, one staged; one unit is missing on its shelf."""
    floor = make_floor(tmp_path / "floor.db")
    floor.give(
        orders=orders(wants("SO-1", 1), wants("SO-2", 2), wants("SO-3", 6)),
        stock=stock("A-1,LAMP,4,,"),
        inbound=inbound("T-1,1,Acme,LAMP,12,2026-03-04T09:00Z,"),
    )
    floor.pick("SO-1", LAMP)
    floor.pack("SO-1", LAMP, "CMD-CLOSE")
    floor.pick("SO-2", LAMP, LAMP)
    floor.pack("SO-2", LAMP)
    floor.pick("SO-3", "CMD-SHORT")
    floor.receive("T-1", CASE)
    return floor


def broken(floor: Floor, statement: str) -> dict[str, str]:
    """Run a statement that the program never would; return the failed checks with their details."""
    with floor.desk.store.engine.begin() as connection:  # type: ignore[attr-defined]
        connection.execute(text("pragma ignore_check_constraints = on"))
        changed = connection.execute(text(statement)).rowcount
    assert changed, f"nothing was there to break: {statement}"
    return {check.name: check.detail for check in verify(floor.desk) if not check.ok}


def test_a_day_of_honest_work_passes_every_check(worked: Floor) -> None:
    assert [check.name for check in verify(worked.desk) if not check.ok] == []


def test_every_check_of_the_facts_is_broken_here(worked: Floor) -> None:
    of_the_plan = {"every open unit is pegged or unmet"}

    assert {check.name for check in verify(worked.desk)} - of_the_plan == set(BREAKS)


@pytest.mark.parametrize(("name", "statement"), BREAKS.items())
@pytest.mark.wrong_input
def test_a_broken_rule_is_seen_and_located(worked: Floor, name: str, statement: str) -> None:
    assert broken(worked, statement).get(name)


@pytest.mark.wrong_input
def test_of_many_faults_a_few_are_named_and_the_rest_counted(worked: Floor) -> None:
    found = broken(
        worked,
        "insert into stock (product_id, location_id, quantity) select 2, id, 1 from locations",
    )

    assert found["ledger equals on-hand"].endswith("more")
