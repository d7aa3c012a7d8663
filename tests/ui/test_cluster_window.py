"""A cluster at the window: orders chosen, totes given, each unit told where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.services.ordering import OrderChange, change_order
from tests.ui.test_picking_window import BOLT, JAR, Watched
from ui.models.action import START, Ask

if TYPE_CHECKING:
    from pathlib import Path

    from tests.floor import Floor
    from ui.station import Station

CART = ("CMD-CLUSTER", "SO-4", "SO-6", "CMD-CLUSTER", "T-1", "T-2")


@pytest.fixture
def hands(told_station: Station, tmp_path: Path) -> Watched:
    return Watched(told_station, tmp_path)


def scan(hands: Watched, *codes: str) -> None:
    for code in codes:
        hands.scan(code)


def chosen(hands: Watched) -> list[str]:
    assert hands.now.queue is not None
    return [row.number for row in hands.now.queue.rows if row.mark and "Place" in row.mark.word]


def states(hands: Watched) -> list[tuple[str, str, str]]:
    return [(tote.letter, tote.units, tote.state) for tote in hands.now.totes]


def test_orders_are_chosen_by_touch_and_by_scan_and_left_by_touch(hands: Watched) -> None:
    scan(hands, "CMD-CLUSTER", "SO-4", "SO-4")
    hands.pick.choose("SO-6")
    hands.settle()
    hands.pick.choose("SO-4")
    hands.settle()

    assert chosen(hands) == ["SO-6"]
    assert hands.now.actions[-1].ask == START.ask
    assert not hands.now.actions[-1].enabled


@pytest.mark.parametrize("code", ["SO-7", "SO-99", "CMD-UNDO", "A-01", "T-1"])
def test_what_cannot_join_is_not_chosen(hands: Watched, code: str) -> None:
    scan(hands, "CMD-CLUSTER", "SO-4", code)

    assert hands.pick.number is None
    hands.pick.refresh()
    hands.settle()
    assert chosen(hands) == ["SO-4"]


def test_one_order_alone_starts_nothing(hands: Watched) -> None:
    scan(hands, "CMD-CLUSTER", "SO-4", "CMD-CLUSTER")

    assert hands.pick.number is None
    assert chosen(hands) == ["SO-4"]


@pytest.mark.parametrize("how", ["CMD-CANCEL", Ask.SEEN])
def test_choosing_is_left_without_a_cluster(hands: Watched, how: str) -> None:
    scan(hands, "CMD-CLUSTER", "SO-4")

    hands.pick.seen() if how == Ask.SEEN else scan(hands, how)
    hands.settle()

    assert chosen(hands) == []
    scan(hands, "SO-6")
    assert hands.now.title == "SO-6"


def test_each_order_asks_for_its_tote_by_a_big_letter(hands: Watched) -> None:
    scan(hands, *CART[:-2])
    first = hands.now.instruction
    scan(hands, "T-1")
    second = hands.now.instruction

    assert first is not None
    assert second is not None
    assert (first.lead, first.location, second.location) == ("Tote for place", "A", "B")
    assert states(hands) == [("A", "", "ahead"), ("B", "its tote?", "now")]


def test_a_unit_in_hand_leads_to_the_totes_that_want_it(hands: Watched) -> None:
    scan(hands, *CART)
    before = hands.now.instruction
    scan(hands, BOLT)
    told = hands.now.instruction

    assert before is not None
    assert (before.lead, before.location, before.left) == ("Take from", "A-01", 10)
    assert states(hands) == [("A", "×1", "now"), ("B", "", "ahead")]
    assert told is not None
    assert (told.lead, told.location, told.left) == ("Put into", "A", 1)


def test_units_in_hand_are_dealt_to_the_totes_in_turn(hands: Watched) -> None:
    scan(hands, *CART, "CMD-QTY-5", BOLT)

    assert states(hands) == [("A", "×3", "now"), ("B", "×2", "now")]
    assert hands.now.instruction is not None
    assert hands.now.instruction.location == "A B"


@pytest.mark.parametrize("codes", [("T-9",), ("A-01",), (JAR,), (BOLT, "SO-4")])
def test_a_wrong_scan_stays_below_the_letters_until_it_is_seen(
    hands: Watched, codes: tuple[str, ...]
) -> None:
    scan(hands, *CART, BOLT, *codes)

    assert hands.now.refusal is not None
    assert hands.now.instruction is not None
    assert hands.now.instruction.location == "A"


def test_a_cancelled_orders_tote_is_out(hands: Watched, told_floor: Floor) -> None:
    scan(hands, *CART, BOLT, "T-1")
    change_order("SO-4", OrderChange(cancel=True), told_floor.desk)
    scan(hands, BOLT)

    assert states(hands)[0] == ("A", "1 back", "out")
    hands.pick.leave()
    hands.settle()
    scan(hands, "T-1")
    assert hands.now.title == "Put back SO-4"


def test_a_cluster_is_left_and_gone_on_with_from_the_queue(hands: Watched) -> None:
    scan(hands, *CART, BOLT, "T-1")

    assert "Go on with C-1" in hands.rows()
    hands.pick.choose("Go on with C-1")
    hands.settle()
    assert (hands.now.title, states(hands)[0]) == ("C-1", ("A", "×2", "now"))


def test_all_in_their_totes_leads_to_pack_by_the_tote(
    hands: Watched, told_station: Station
) -> None:
    scan(hands, *CART, "CMD-QTY-3", BOLT, "T-1", "CMD-QTY-7", BOLT, "T-2")
    scan(hands, "CMD-QTY-2", JAR, "T-1", "CMD-SKIP")
    while hands.now.notice is None:
        scan(hands, "CMD-SHORT")

    assert hands.now.notice.headline == "All in their totes"
    hands.pick.leave()
    hands.settle()
    scan(hands, "T-2")
    assert told_station.window.front().name == "pack"
    assert told_station.window.room("pack").presenter.number == "SO-6"
