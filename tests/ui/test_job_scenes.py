"""What Receive, Pick and Pack make of an answer: a refusal never hides what is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.domain.backorders import Pickable
from app.domain.board import Slot, Truck
from app.domain.dock import DockState
from app.domain.expected_weight import Cause, Verdict
from app.domain.inbound import Asn, AsnLine
from app.domain.orders import Order, OrderLine
from app.domain.policies import Policy
from app.domain.scan import Outcome
from app.services.carton_views import Beside, CartonView
from app.services.job_views import LineView, PackView, PickView, ReceiptView, Waits
from app.services.pick_queue import Going, PickQueue
from ui.models.action import FOUND, SEEN, TEACH, UNDO
from ui.models.band import BandKind
from ui.presenters import pack_scene as pack
from ui.presenters import pick_scene as pick
from ui.presenters import receive_scene as receive
from ui.presenters.pick_queue_scene import queue_scene

NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)
ZONE = ZoneInfo("UTC")
REFUSED = [outcome for outcome in Outcome if outcome is not Outcome.ACCEPTED]
LAMP, VASE = LineView("LAMP", "Desk lamp", 2, 1, "A-1"), LineView("VASE", "", 1, 0, "A-2")


def order(*, hold: bool = False, cancelled: bool = False) -> Order:
    line = OrderLine(1, "1", 1, 3, 0, 0, 0)
    policy = Policy.SHIP_AS_AVAILABLE
    return Order(1, "SO-1", "Ann", NOW, None, 3, policy, None, "", "", hold, cancelled, 0, (line,))


def answer(outcome: Outcome = Outcome.ACCEPTED, **more: Any) -> dict[str, Any]:
    known = {"scan": "X", "outcome": outcome, "message": "Said. More.", "sku": "LAMP"}
    return {**known, "line": "1", "disposition": [], **more}


def way(to: str = "cross_dock", units: int = 1, lane: str | None = "LANE-1") -> dict[str, Any]:
    return {"to": to, "quantity": units, "lane": lane, "location": lane, "order": "SO-1"}


def waits(first: datetime | None, last: datetime | None) -> Waits:
    return Waits("LAMP", "Desk lamp", 2, first, last)


RECEIPT = ReceiptView(Asn(1, "T-1", "Acme", "unloading", "", (AsnLine(1, "1", 1, 12, 5),)), (LAMP,))
PICK = PickView(order(), (LAMP, VASE), 4, 3, ())
PACK = PackView(order(), "SH-1", 1, None, (LAMP, VASE), 2, ())


@pytest.mark.parametrize("outcome", REFUSED)
def test_a_refused_receipt_shows_the_code_and_what_is_still_counted(outcome: Outcome) -> None:
    scene = receive.receive_scene(answer(outcome), RECEIPT)

    assert scene.notice is not None
    assert (scene.band.kind, scene.notice.state, scene.notice.code) == (
        BandKind.REFUSED,
        "bad",
        "X",
    )
    assert "5 stay" in scene.notice.rest
    assert (TEACH in scene.actions) is (outcome is Outcome.UNKNOWN_BARCODE)


@pytest.mark.parametrize("outcome", REFUSED)
def test_a_refused_pick_keeps_the_instruction_and_must_be_seen(outcome: Outcome) -> None:
    scene = pick.pick_scene(answer(outcome), PICK, ZONE)

    assert scene.instruction is not None
    assert (scene.instruction.location, scene.instruction.left) == ("A-1", 2)
    assert scene.refusal is not None
    assert "4 stay" in scene.refusal.rest
    may_lie_there = outcome in (Outcome.WRONG_LOCATION, Outcome.NOT_AVAILABLE)
    assert scene.actions == ((UNDO, FOUND, SEEN) if may_lie_there else (UNDO, SEEN))


@pytest.mark.parametrize("outcome", REFUSED)
def test_a_refused_unit_at_packing_leaves_the_verified_count(outcome: Outcome) -> None:
    scene = pack.pack_scene(answer(outcome), PACK, ZONE)

    assert scene.notice is not None
    assert (scene.verify, scene.actions) == (None, (UNDO, SEEN))
    assert "1 stays" in scene.notice.rest


@pytest.mark.parametrize("state", ["hold", "cancelled"])
def test_an_order_that_nobody_may_work_on_shows_no_instruction(state: str) -> None:
    stopped = order(**{state: True})
    picking = pick.pick_scene(None, PickView(stopped, (LAMP,), 0, 2, ()), ZONE)
    packing = pack.pack_scene(None, PackView(stopped, "SH-1", 1, None, (LAMP,), 1, ()), ZONE)

    assert (picking.instruction, packing.verify) == (None, None)
    for notice in (picking.notice, packing.notice):
        assert notice is not None
        assert "SO-1" in notice.reason


def test_nothing_to_pick_differs_from_all_picked() -> None:
    none = pick.pick_scene(None, PickView(order(), (), 0, 0, ()), ZONE).notice
    everything = pick.pick_scene(None, PickView(order(), (), 4, 0, ()), ZONE).notice

    assert none is not None
    assert everything is not None
    assert (none.state, everything.state) == ("info", "ok")


@pytest.mark.parametrize(
    ("first", "last", "parts"),
    [
        (NOW, NOW + timedelta(hours=1), ["4 Mar"]),
        (NOW, NOW + timedelta(days=2), ["4 Mar", "6 Mar"]),
    ],
)
def test_what_stays_says_when_it_comes(first: datetime, last: datetime, parts: list[str]) -> None:
    stays = pick.stays_behind([waits(first, last)], ZONE)

    assert stays is not None
    assert all(part in stays.strong for part in parts)


def test_one_line_without_a_date_leaves_the_whole_without_one() -> None:
    both = pick.stays_behind([waits(NOW, NOW), waits(None, None)], ZONE)

    assert both is not None
    assert "Mar" not in both.strong


def test_where_nothing_stays_nothing_is_said() -> None:
    assert pick.stays_behind([], ZONE) is None


def test_the_button_that_closes_says_what_is_missing_and_pressing_it_names_the_lines() -> None:
    close = pack.pack_scene(None, PACK, ZONE).actions[-1]

    assert (close.label, close.icon, close.primary) == ("Close: 2 missing", "lock", False)
    refused = {**answer(Outcome.NOT_ALLOWED), "missing": [{"line": "1", "sku": "L", "units": 1}]}
    scene = pack.pack_scene(refused, PACK, ZONE)
    assert scene.band.kind is BandKind.REFUSED
    assert scene.verify is not None
    assert all(line.verified < line.wanted for line in scene.verify.lines)
    assert [act.ask for act in scene.actions] == [
        *(f"CMD-OVERRIDE-{number}" for number in ("21", "22", "23", "24")),
        "seen",
    ]


def test_a_refusal_that_nobody_may_let_go_offers_no_reason() -> None:
    scene = pack.pack_scene(answer(Outcome.NOT_ALLOWED), PACK, ZONE)

    assert [act.ask for act in scene.actions] == ["CMD-UNDO", "seen"]


@pytest.mark.parametrize(
    ("verdict", "state", "says"),
    [
        (Verdict(350, 600, 20, cause=Cause("LAMP", 1, missing=True)), "warn", "= 1 LAMP missing?"),
        (Verdict(850, 600, 20, cause=Cause("LAMP", 1, missing=False)), "warn", "too many?"),
        (Verdict(610, 600, 20), "ok", "expected 600 g ± 20 g"),
        (Verdict(610, None, None, ("JAR",)), "", "no weight known for JAR"),
    ],
)
def test_a_weight_is_shown_against_what_is_expected(
    verdict: Verdict, state: str, says: str
) -> None:
    carton = CartonView(2, 3, "", 4, verdict, True, "", "", False)
    shown = pack.pack_scene(None, replace(PACK, carton=carton), ZONE).carton

    assert shown is not None
    assert shown.weight is not None
    assert (shown.title, (shown.weight.verdict and shown.weight.verdict.state) or "") == (
        "Carton 2 of 3",
        state,
    )
    assert says in " ".join(shown.weight.lines)


def test_the_customers_other_orders_are_named() -> None:
    scene = pack.pack_scene(None, replace(PACK, beside=(Beside("SO-7", 3),)), ZONE)

    assert "also SO-7 (3 units)" in scene.about


def test_an_empty_box_cannot_be_closed_by_button() -> None:
    empty = PackView(order(), "SH-1", 1, None, (), 0, ())
    scene = pack.pack_scene(None, empty, ZONE)

    assert not scene.actions[-1].enabled
    assert scene.notice is not None


def test_the_lines_still_to_verify_stand_first() -> None:
    done = LineView("RUG", "Rug", 1, 1)
    verify = pack.pack_scene(
        None, PackView(order(), "SH-1", 1, None, (done, LAMP), 1, ()), ZONE
    ).verify

    assert verify is not None
    assert [line.sku for line in verify.lines] == ["LAMP", "RUG"]


def test_a_shipment_too_many_is_not_told_as_three_of_two() -> None:
    third = PackView(order(), "SH-3", 3, 2, (LAMP,), 1, ())
    slip = pack.pack_scene(None, third, ZONE).slip

    assert slip is not None
    assert "3 of up to 3" in slip.strong


def test_the_slip_of_a_shipment_just_closed_keeps_its_own_number() -> None:
    after = PackView(order(), "", 2, 3, (), 0, ())
    slip = pack.pack_scene(answer(shipment="SH-SO-1-1"), after, ZONE).slip

    assert slip is not None
    assert "1 of up to 3" in slip.strong


@pytest.mark.parametrize(("to", "state"), [("cross_dock", "ok"), ("quarantine", "warn")])
def test_a_scan_with_one_way_shows_its_place_large(to: str, state: str) -> None:
    shown = receive.receive_scene(answer(disposition=[way(to)]), RECEIPT).answer

    assert shown is not None
    assert [(share.state, share.place, share.units) for share in shown.shares] == [
        (state, "LANE-1", "")
    ]


def test_a_split_case_says_the_units_of_each_way() -> None:
    ways = [way(units=2), way("put_away", 4, "A-1")]
    shown = receive.receive_scene(answer(disposition=ways), RECEIPT).answer

    assert shown is not None
    assert [share.units for share in shown.shares] == ["2 units", "4 units"]


@pytest.mark.parametrize("to", ["cross_dock", "put_away", "quarantine"])
def test_a_way_without_a_place_says_so(to: str) -> None:
    shown = receive.receive_scene(answer(disposition=[way(to, lane=None)]), RECEIPT).answer

    assert shown is not None
    assert shown.shares[0].place


def test_a_receipt_that_closes_short_says_who_loses() -> None:
    loss = {"order": "SO-2", "sku": "CUP", "quantity": 3, "later": 0, "promise_breaks": True}
    closed = answer(short=7, loses=[loss], proposal={"says": "SO-1 can yield 3 CUP to SO-2"})
    view = replace(RECEIPT, asn=replace(RECEIPT.asn, status="closed"))

    scene = receive.receive_scene(closed, view)

    assert scene.notice is not None
    assert scene.notice.advice == (
        "SO-2 loses 3 CUP and its promise breaks. SO-1 can yield 3 CUP to SO-2."
    )


@pytest.mark.parametrize(("short", "state"), [(0, "ok"), (7, "warn")])
def test_a_receipt_that_closes_short_is_a_warning(short: int, state: str) -> None:
    scene = receive.receive_scene(answer(short=short), RECEIPT)

    assert scene.notice is not None
    assert scene.notice.state == state


def going(stays: int) -> Going:
    row = Pickable("SO-1", 1, 1, 2, stays)
    return Going(row, order(), "ship_as_available", None, None)


def test_a_queue_marks_late_orders_and_partial_ones() -> None:
    truck = Truck(1, "T-1", "Acme", "", "", 10, 0, 0, DockState("arrived", NOW))
    orders = frozenset({"SO-1", "SO-2"})
    trucks = [Slot(truck, 5, orders, 1, frozenset(late), None) for late in ((), ("SO-1",))]
    picks = PickQueue(tuple(going(stays) for stays in (0, 3)), (), ZONE)
    receiving, picking = receive.queue_scene(trucks).queue, queue_scene(picks, ())[0].queue

    assert receiving is not None
    assert picking is not None
    assert [row.mark and row.mark.state for row in receiving.rows] == ["ok", "bad"]
    assert [row.mark and row.mark.state for row in picking.rows] == ["ok", "warn"]


def test_a_queue_without_jobs_says_so() -> None:
    picking = queue_scene(PickQueue((), (), ZONE), ())[0].queue
    for queue in (receive.queue_scene([]).queue, picking):
        assert queue is not None
        assert queue.empty
    boxes = pack.queue_scene([]).queue
    assert boxes is not None
    assert boxes.empty


def test_a_case_of_four_places_names_them_all() -> None:
    lanes = [f"LANE-{n}" for n in range(1, 5)]
    ways = [way(lane=lane) for lane in lanes]

    shown = receive._answer({"disposition": ways, "sku": "LAMP"}, RECEIPT)

    said = " ".join(f"{share.place} {share.order}" for share in shown.shares)
    assert len(shown.shares) == 3
    assert all(lane in said for lane in lanes)


@pytest.mark.parametrize(
    ("preview", "said"), [(b"PNG", "in the print queue"), (b"", "not printed")]
)
def test_a_slip_that_could_not_be_printed_is_not_called_printed(preview: bytes, said: str) -> None:
    closed = answer(shipment="SH-SO-1-1")
    scene = pack.pack_scene(closed, PackView(order(), "", 2, 3, (), 0, ()), ZONE, preview)

    assert scene.notice is not None
    assert scene.slip is not None
    assert said in scene.notice.changed
    assert said in " ".join(scene.slip.lines)


def test_a_substitute_says_in_place_of_what_it_is_picked_and_packed() -> None:
    small = LineView("LAMP-S", "Small lamp", 2, 1, "A-1", "Desk lamp")
    picking = pick.pick_scene(None, PickView(order(), (small, VASE), 1, 3, ()), ZONE)
    packing = pack.pack_scene(None, PackView(order(), "SH-1", 1, None, (small, VASE), 2, ()), ZONE)

    assert picking.instruction is not None
    assert picking.instruction.instead == "in place of Desk lamp"
    assert packing.verify is not None
    assert packing.verify.next_item is not None
    assert packing.verify.next_item.sku == "LAMP-S in place of Desk lamp"
    assert [line.sku for line in packing.verify.lines] == ["LAMP-S in place of Desk lamp", "VASE"]
