"""Pins that can never be served free themselves, once, and whoever caused it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from app.domain.errors import RefusedError
from app.services.ordering import OrderChange, Pin, change_order, lock
from app.services.trucks import TruckEvent, take_back, tell_truck
from tests.floor import ORDER_HEAD, inbound, orders, wants
from tests.services.conservation import broken_rules

if TYPE_CHECKING:
    from tests.floor import Floor

LAMP = "4006381333931"
FREED = {"order": "SO-2", "line": "1", "sku": "LAMP", "quantity": 2, "asn": "T-1"}
CANCEL = OrderChange(cancel=True)


@pytest.fixture
def pinned(floor: Floor) -> Floor:
    """Two of T-1's four lamps are pinned to SO-2, the less urgent of two orders."""
    floor.give(
        orders=orders(wants("SO-1", 3, priority=1), wants("SO-2", 2, priority=5)),
        inbound=inbound("T-1,1,Acme,LAMP,4,2026-03-04,", "T-2,1,Acme,LAMP,9,2026-03-05,"),
    )
    lock(Pin("SO-2", "1", 2, "T-1", "1"), floor.desk)
    return floor


def pins(floor: Floor, order: str = "SO-2") -> list[tuple[str | None, int]]:
    """Return (ASN, units) of all pins of an order."""
    with floor.desk.store.read(floor.desk.stamp()) as work:
        found = work.orders.find(order)
        assert found is not None
        rows = work.pins.of_lines([line.id for line in found.lines])
    return [(row.asn, row.units) for row in rows]


def journal(floor: Floor) -> list[Any]:
    """Return the journal's subjects of freed pins."""
    with floor.desk.store.read(floor.desk.stamp()) as work:
        sheet = work.exports.sheet("journal")
        assert sheet is not None
        return [row[6] for row in sheet[1] if row[5] == "freed"]


def test_a_cancelled_order_frees_its_pins_and_says_so(pinned: Floor) -> None:
    done = change_order("SO-2", CANCEL, pinned.desk)

    assert (done["freed"], pins(pinned), journal(pinned)) == ([FREED], [], ["SO-2"])
    assert broken_rules(pinned) == []


def test_a_dry_run_says_what_would_be_freed_and_frees_nothing(pinned: Floor) -> None:
    done = change_order("SO-2", CANCEL, pinned.desk, dry_run=True)

    assert (done["freed"], pins(pinned), journal(pinned)) == ([FREED], [("T-1", 2)], [])


@pytest.mark.parametrize("kind", ["cancel", "no_show"])
def test_a_truck_that_will_not_come_frees_its_pins(pinned: Floor, kind: str) -> None:
    done = tell_truck("T-1", TruckEvent(kind), pinned.desk)

    assert (done["freed"], pins(pinned), journal(pinned)) == ([FREED], [], ["SO-2"])


@pytest.mark.parametrize("kind", ["arrive", "at_door", "unloading", "done", "depart", "estimate"])
def test_a_truck_whose_units_may_still_be_counted_keeps_its_pins(pinned: Floor, kind: str) -> None:
    done = tell_truck("T-1", TruckEvent(kind, door="D1"), pinned.desk)

    assert (done["freed"], pins(pinned)) == ([], [("T-1", 2)])


def test_a_short_close_frees_what_did_not_come(pinned: Floor) -> None:
    answer = pinned.receive("T-1", LAMP, "CMD-CLOSE")

    assert answer["freed"] == [FREED | {"quantity": 1}]
    assert answer["message"].endswith("No longer pinned: 1 LAMP on T-1 for SO-2.")
    assert (pins(pinned), journal(pinned), broken_rules(pinned)) == ([], ["SO-2"], [])


def test_a_second_close_frees_nothing_more(pinned: Floor) -> None:
    pinned.receive("T-1", "CMD-CLOSE", "CMD-CLOSE")

    assert pinned.outcomes() == ["accepted", "wrong_state"]
    assert journal(pinned) == ["SO-2"]


@pytest.fixture
def served(pinned: Floor) -> Floor:
    """SO-2's two lamps came and stand in a lane; then one more, on T-2, is pinned to it."""
    pinned.receive("T-1", LAMP, LAMP)
    lock(Pin("SO-2", "1", 1, "T-2"), pinned.desk)
    return pinned


def test_a_line_served_from_elsewhere_frees_the_pin_that_it_needs_no_more(served: Floor) -> None:
    answers = [served.pick("SO-2", LAMP) for _ in range(2)]

    told = [FREED | {"quantity": 1, "asn": "T-2"}]
    assert [answer.get("freed") for answer in answers] == [None, told]
    assert answers[1]["message"].endswith("No longer pinned: 1 LAMP on T-2 for SO-2.")
    assert (pins(served), broken_rules(served)) == ([], [])


def test_taking_the_pick_back_pins_again(served: Floor) -> None:
    served.pick("SO-2", LAMP, LAMP, "CMD-UNDO")

    assert (pins(served), broken_rules(served)) == ([("T-2", 1)], [])


def test_a_pick_taken_back_after_the_truck_was_closed_pins_nothing(served: Floor) -> None:
    served.pick("SO-2", LAMP, LAMP)
    served.receive("T-2", "CMD-CLOSE")

    answer = served.pick("SO-2", "CMD-UNDO")

    assert answer["freed"] == [FREED | {"quantity": 1, "asn": "T-2"}]
    assert (pins(served), broken_rules(served)) == ([], [])


def test_a_file_that_says_it_shipped_elsewhere_frees_the_pin(pinned: Floor) -> None:
    head = f"{ORDER_HEAD},quantity_shipped"
    pinned.give(orders=f"{head}\n{wants('SO-2', 2, priority=5)},2\n")

    assert (pins(pinned), journal(pinned)) == ([], ["SO-2"])


def test_an_import_that_cancels_units_frees_the_pins_beyond(pinned: Floor) -> None:
    head = f"{ORDER_HEAD},quantity_cancelled"
    pinned.give(orders=f"{head}\n{wants('SO-2', 2, priority=5)},1\n")

    assert (pins(pinned), journal(pinned)) == ([("T-1", 1)], ["SO-2"])
    assert broken_rules(pinned) == []


@pytest.mark.parametrize("status", ["closed", "cancelled", "no_show"])
def test_an_import_that_ends_a_truck_frees_its_pins(pinned: Floor, status: str) -> None:
    pinned.give(inbound=inbound(f"T-1,1,Acme,LAMP,4,2026-03-04,{status}"))

    assert (pins(pinned), journal(pinned), broken_rules(pinned)) == ([], ["SO-2"], [])


@pytest.mark.parametrize(
    "files",
    [
        {"orders": orders(wants("SO-2", 2, sku="VASE", priority=5))},
        {"inbound": inbound("T-1,1,Acme,VASE,4,2026-03-04,")},
    ],
)
def test_an_import_of_another_product_frees_the_pin(pinned: Floor, files: dict[str, str]) -> None:
    pinned.give(**files)

    assert (pins(pinned), journal(pinned), broken_rules(pinned)) == ([], ["SO-2"], [])


@pytest.mark.parametrize("again", ["T-1", "T-2"])
def test_an_import_that_changes_nothing_frees_nothing(pinned: Floor, again: str) -> None:
    pinned.give(inbound=inbound(f"{again},1,Acme,LAMP,9,2026-03-04,"))

    assert (pins(pinned), journal(pinned)) == ([("T-1", 2)], [])


@pytest.mark.parametrize("kind", ["cancel", "no_show"])
def test_a_wrong_word_about_a_truck_that_is_taken_back_pins_again(pinned: Floor, kind: str) -> None:
    tell_truck("T-1", TruckEvent(kind), pinned.desk)

    take_back("T-1", pinned.desk)

    assert (pins(pinned), broken_rules(pinned)) == ([("T-1", 2)], [])


def test_a_close_that_is_taken_back_pins_only_what_is_still_waited_for(pinned: Floor) -> None:
    pinned.receive("T-1", "CMD-CLOSE")
    lock(Pin("SO-2", "1", 1, "T-2"), pinned.desk)

    done = take_back("T-1", pinned.desk)

    assert sum(units for _, units in pins(pinned)) == 2
    assert sum(pin["quantity"] for pin in done["freed"]) == 1
    assert broken_rules(pinned) == []


def test_a_close_that_is_taken_back_pins_nothing_to_an_order_that_was_cancelled(
    pinned: Floor,
) -> None:
    pinned.receive("T-1", "CMD-CLOSE")
    change_order("SO-2", CANCEL, pinned.desk)

    take_back("T-1", pinned.desk)

    assert (pins(pinned), broken_rules(pinned)) == ([], [])


def test_a_reopening_that_is_taken_back_frees_what_was_pinned_meanwhile(pinned: Floor) -> None:
    pinned.receive("T-1", "CMD-CLOSE")
    tell_truck("T-1", TruckEvent("reopen"), pinned.desk)
    reopened = pins(pinned)
    lock(Pin("SO-2", "1", 2, "T-1"), pinned.desk)

    done = take_back("T-1", pinned.desk)

    assert (reopened, done["freed"], pins(pinned)) == ([], [FREED], [])


@pytest.mark.parametrize("kind", ["cancel", "no_show"])
def test_nothing_is_pinned_to_a_truck_that_will_not_come(pinned: Floor, kind: str) -> None:
    tell_truck("T-2", TruckEvent(kind), pinned.desk)

    with pytest.raises(RefusedError):
        lock(Pin("SO-1", "1", 1, "T-2"), pinned.desk)

    assert pins(pinned, "SO-1") == []


def test_the_units_of_a_freed_pin_go_to_whoever_ranks_first(pinned: Floor) -> None:
    change_order("SO-2", CANCEL, pinned.desk)

    answer = pinned.receive("T-1", "CMD-QTY-3", LAMP)

    assert answer["disposition"][0]["order"] == "SO-1"
