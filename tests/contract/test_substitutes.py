"""Substitutes are kept alike in every database, and survive files that know nothing of them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest

from app.services.exporting import export_csv
from app.services.importing import import_files
from app.services.ordering import OrderChange, change_order
from app.services.substituting import Substitution, all_offers, substitute
from app.services.undoing import undo_change
from tests.floor import BARCODES, LOCATIONS, empty_floor, orders, stock, wants
from tests.services.conservation import broken_rules

if TYPE_CHECKING:
    from pathlib import Path

    from app.exchange.report import ImportReport
    from tests.floor import Floor

PRODUCTS = """sku,description,backorderable,substitutes
LAMP,Desk lamp,yes,LAMP-S*2;RUG*2
LAMP-S,Small lamp,yes,
VASE,Vase,yes,
RUG,Rug,no,VASE*1/3
RUG*2,Half a rug,yes,RUG*2/1
"""
ORDERS = orders(wants("SO-1", 4), wants("SO-2", 2))


@pytest.fixture
def floor(any_floor: Floor) -> Floor:
    any_floor.give(locations=LOCATIONS, products=PRODUCTS, barcodes=BARCODES)
    any_floor.give(orders=ORDERS, stock=stock("A-1,LAMP,1,,", "A-2,LAMP-S,9,,"))
    change_order("SO-1", OrderChange(allow_substitutes=True), any_floor.desk)
    return any_floor


def bring(floor: Floor, **files: str) -> ImportReport:
    contents = [(f"{name}.csv", text.encode()) for name, text in files.items()]
    report = import_files(contents, floor.desk.store, floor.desk.stamp())
    floor.desk.planner.forget()
    return report


def rows(floor: Floor, what: str = "orders") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export_csv(what, floor.desk))))


def lines(floor: Floor, number: str = "SO-1") -> dict[str, tuple[Any, ...]]:
    """Return (quantity, cancelled, replaces) of each line as the floor sees it."""
    with floor.desk.store.read(floor.desk.stamp()) as work:
        order = work.orders.find(number)
        assert order is not None
        return {one.line: (one.quantity, one.cancelled, one.replaces) for one in order.lines}


def test_products_come_back_with_their_ratios_as_they_were(floor: Floor, tmp_path: Path) -> None:
    said = export_csv("products", floor.desk)
    told = {row["sku"]: row["substitutes"] for row in rows(floor, "products")}

    report = bring(floor, products=said)
    fresh = empty_floor(tmp_path / "fresh.db")
    fresh.give(locations=LOCATIONS, products=said)

    assert told["LAMP"] == "LAMP-S*2;RUG*2"
    assert (told["RUG"], told["RUG*2"]) == ("VASE*1/3", "RUG*2/1")
    assert (report.files[0].unchanged, report.files[0].changed) == (5, False)
    assert export_csv("products", fresh.desk) == said
    fresh.desk.store.engine.dispose()  # type: ignore[attr-defined]


def test_a_substitution_and_its_undo_are_kept(floor: Floor) -> None:
    substitute(Substitution("SO-1", "1", "LAMP-S", 3), floor.desk)
    assert lines(floor) == {"1": (4, 3, 0), "1/S1": (6, 0, 3)}
    assert broken_rules(floor) == []

    undo_change(floor.desk)
    assert lines(floor) == {"1": (4, 0, 0), "1/S1": (6, 6, 0)}
    assert broken_rules(floor) == []

    substitute(Substitution("SO-1"), floor.desk)
    assert lines(floor)["1/S2"] == (6, 0, 3)


def test_orders_come_back_with_who_stands_in_for_whom(floor: Floor, tmp_path: Path) -> None:
    substitute(Substitution("SO-1", "1", "LAMP-S", 1), floor.desk)
    undo_change(floor.desk)
    substitute(Substitution("SO-1"), floor.desk)
    said = export_csv("orders", floor.desk)

    report = bring(floor, orders=said)
    fresh = empty_floor(tmp_path / "fresh.db")
    fresh.give(locations=LOCATIONS, products=PRODUCTS, orders=said)

    assert (report.files[0].unchanged, report.files[0].changed) == (4, False)
    assert lines(fresh) == lines(floor)
    assert export_csv("orders", fresh.desk) == said
    fresh.desk.store.engine.dispose()  # type: ignore[attr-defined]


def test_a_file_that_knows_of_no_substitute_never_orders_twice(floor: Floor) -> None:
    """The shop says again that nothing is cancelled, then that one is, then that two are."""
    substitute(Substitution("SO-1", "1", "LAMP-S", 2), floor.desk)
    head, first, *_ = ORDERS.splitlines()

    for cancelled in (0, 1, 2):
        bring(floor, orders=f"{head},quantity_cancelled\n{first},{cancelled}\n")

        assert lines(floor) == {"1": (4, 2 + cancelled, 0), "1/S1": (4, 0, 2)}
        assert broken_rules(floor) == []


def test_a_file_that_cancels_what_was_replaced_is_refused(floor: Floor) -> None:
    substitute(Substitution("SO-1", "1", "LAMP-S", 2), floor.desk)
    head, first, *_ = ORDERS.splitlines()

    report = bring(floor, orders=f"{head},quantity_cancelled\n{first},3\n")

    assert report.refused
    assert [found.column for found in report.files[0].rejected] == ["quantity_cancelled"]
    assert lines(floor)["1"] == (4, 2, 0)


def test_a_file_may_bring_a_substitute_to_a_known_order(floor: Floor) -> None:
    head, first, *_ = ORDERS.splitlines()
    more = "SO-1,1/S1,Ann,LAMP-S,4,2026-03-01,2026-03-04,3,ship_as_available,"

    bring(floor, orders=f"{head},stands_for,replaces\n{first},,\n{more},1,2\n")

    assert lines(floor) == {"1": (4, 0, 0), "1/S1": (4, 0, 2)}


def test_only_a_new_word_of_a_file_overrules_what_a_person_allowed(floor: Floor) -> None:
    head, *rest = ORDERS.splitlines()

    def say(word: str) -> str:
        return "\n".join((f"{head},allow_substitutes", *(f"{row},{word}" for row in rest))) + "\n"

    bring(floor, orders=say("no"))
    allowed = {row["order"]: row["allow_substitutes"] for row in rows(floor)}
    bring(floor, orders=say("yes"))
    bring(floor, orders=say("no"))
    again = {row["order"]: row["allow_substitutes"] for row in rows(floor)}

    assert (allowed, again) == ({"SO-1": "yes", "SO-2": "no"}, {"SO-1": "no", "SO-2": "no"})
    assert all_offers(floor.desk)[0] == ()
