"""The machine of whole days on small random floors: scans, people, trucks, files, the clock."""

from __future__ import annotations

import random
import shutil
import tempfile
import uuid
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.domain.errors import FloorError
from app.domain.scan import Scan
from app.services.box import look_into
from app.services.cluster_picking import ClusterRoom
from app.services.clusters import open_cluster
from app.services.counting import CountingRoom, open_count
from app.services.importing import import_files
from app.services.jobs import take_scan
from app.services.ordering import OrderChange, Pin, change_order, lock, unlock
from app.services.packing import PackingRoom, open_packing
from app.services.picking import PickingRoom, open_picking
from app.services.put_back import PutBackRoom, open_put_back
from app.services.receiving import ReceivingRoom
from app.services.reopening import reopen_packing
from app.services.setting import change_setting
from app.services.sweeping import SweepingRoom
from app.services.trucks import TruckEvent, take_back, tell_truck
from app.services.verifying import verify
from tests.floor import NOW, inbound, orders, stock
from tests.services.conservation import broken_rules
from tests.services.random_floors import (
    BARCODES,
    COMMANDS,
    ITEMS,
    JOBS,
    ORDERS,
    PLACES,
    POLICIES,
    PRODUCTS,
    SCANS,
    SKUS,
    STATIONS,
    SWEPT,
    SWITCHES,
    TRUCKS,
    close_desk,
    locations,
    new_floor,
    open_desk,
    order_rows,
    stock_rows,
    truck_rows,
)

if TYPE_CHECKING:
    from app.services.turns import Room

OPENINGS = {"pick": open_picking, "pack": open_packing, "putback": open_put_back}


class WholeDays(RuleBasedStateMachine):
    """Scans right and wrong, people's changes, trucks, files and the clock, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="day-"))
        self.floor = new_floor(self.folder)
        self.desks = {self.floor.desk.station: self.floor.desk}
        self.opened: dict[tuple[str, str], str] = {}
        self.files: dict[str, str] = {}

    @initialize(
        orders_=order_rows(),
        trucks=truck_rows(),
        lies=stock_rows(),
        lanes=st.integers(0, 2),
        quarantine=st.booleans(),
        switches=st.sets(st.sampled_from(SWITCHES)),
    )
    def open_the_floor(
        self,
        orders_: list[str],
        trucks: list[str],
        lies: list[str],
        lanes: int,
        quarantine: bool,
        switches: set[str],
    ) -> None:
        self.floor.give(
            locations=locations(lanes, quarantine), products=PRODUCTS, barcodes=BARCODES
        )
        self.files = {"orders": orders(*orders_), "inbound": inbound(*trucks)}
        self.floor.give(**self.files, stock=stock(*lies))
        for name in SWITCHES:
            change_setting(name, "on" if name in switches else "off", self.floor.desk)

    def teardown(self) -> None:
        for desk in self.desks.values():
            close_desk(desk)
        shutil.rmtree(self.folder)

    def _stand_at(self, station: str) -> None:
        """Work from a station's desk from now on; each has its own, as each is a program."""
        if station not in self.desks:
            self.desks[station] = open_desk(self.folder, self.floor.clock, station)
        self.floor.desk = self.desks[station]

    def _scan(self, room: Room, number: str, code: str, station: str = "station-1") -> Any:
        before = self._stock()
        self._stand_at(station)
        self._open(room, number)
        answer = take_scan(room, number, Scan(uuid.uuid4().hex, code), self.floor.desk)
        if answer["outcome"] != "accepted":
            assert answer["quantity"] == 0
            assert self._stock() == before
        return answer

    def _open(self, room: Room, number: str) -> None:
        """Open a job that this station has not opened last."""
        station = self.floor.desk.station
        if room.name in OPENINGS and self.opened.get((room.name, number)) != station:
            OPENINGS[room.name](number, self.floor.desk)
            self.opened[room.name, number] = station

    def _stock(self) -> Any:
        with self.floor.desk.store.read(self.floor.desk.stamp()) as work:
            found = (work.goods.by_sku(sku) for sku in sorted(set(SKUS)))
            lies = [work.ledger.of_product(product.id) for product in found if product]
        return [sorted(map(repr, rows)) for rows in lies]

    @rule(truck=st.sampled_from(TRUCKS), code=SCANS, station=st.sampled_from(STATIONS))
    def scan_at_the_truck(self, truck: str, code: str, station: str) -> None:
        self._scan(ReceivingRoom(), truck, code, station)

    @rule(truck=st.sampled_from(TRUCKS), code=st.sampled_from(ITEMS))
    def receive(self, truck: str, code: str) -> None:
        answer = self._scan(ReceivingRoom(), truck, code)
        sent = sum(way["quantity"] for way in answer["disposition"])
        assert sent == answer["quantity"]

    @rule(order=st.sampled_from(ORDERS), code=SCANS, station=st.sampled_from(STATIONS))
    def scan_at_the_pick(self, order: str, code: str, station: str) -> None:
        self._scan(PickingRoom(), order, code, station)

    @rule(order=st.sampled_from(ORDERS), scans=st.integers(1, 4))
    def pick_as_told(self, order: str, scans: int) -> None:
        self._stand_at(STATIONS[0])
        for _ in range(scans):
            self._open(PickingRoom(), order)
            step = open_picking(order, self.floor.desk)["next"]
            if step is None:
                return
            arrived = self._scan(PickingRoom(), order, step["location"])
            assert arrived["outcome"] == "accepted"
            taken = self._scan(PickingRoom(), order, step["sku"])
            pending = {"over_pick", "not_available"}  # a quantity that is more than there is
            assert taken["outcome"] in {"accepted", *pending}

    @rule(lane=st.integers(1, 2), codes=st.lists(SWEPT, max_size=6))
    @precondition(lambda self: bool(self.files))
    def sweep_a_lane(self, lane: int, codes: list[str]) -> None:
        number = f"LANE-{lane}"
        before = self._stock()
        with suppress(FloorError):  # there may be no such lane
            for code in (number, *codes):
                self._scan(SweepingRoom(), number, code)
        assert self._stock() == before

    @rule(
        numbers=st.lists(st.sampled_from(ORDERS), min_size=2, max_size=3, unique=True),
        codes=st.lists(SCANS, min_size=3, max_size=9),
        station=st.sampled_from(STATIONS),
    )
    @precondition(lambda self: bool(self.files))
    def pick_a_cluster(self, numbers: list[str], codes: list[str], station: str) -> None:
        self._stand_at(station)
        with suppress(FloorError):  # an order may be held, or nothing of it can go
            opened = open_cluster(numbers, self.floor.desk)
            for code in ("TOTE-1", "TOTE-2", "TOTE-3", *codes):
                step = opened["next"] if code == "TOTE-3" else None
                self._scan(ClusterRoom(), opened["number"], step["sku"] if step else code, station)
            for order in numbers:
                self.opened.pop(("pick", order), None)  # the cluster claimed it

    @rule(order=st.sampled_from(ORDERS))
    def open_a_shipment_again(self, order: str) -> None:
        self._try(reopen_packing, order)

    @rule(seed=st.integers(0, 2**32))
    def work_for_an_hour(self, seed: int) -> None:
        """Do what a floor does most, at random but not evenly, and recount after each step."""
        dice = random.Random(seed)  # noqa: S311
        work = [
            *(self._receive_at_random,) * 5,
            *(self._pick_at_random,) * 6,
            *(self._pack_at_random,) * 4,
            *(self._undo_at_random,) * 4,
        ]
        for _ in range(12):
            dice.choice(work)(dice)
            self.the_rules_hold()

    def _receive_at_random(self, dice: random.Random) -> None:
        truck = dice.choice(TRUCKS)
        answer = self._scan(ReceivingRoom(), truck, dice.choice(ITEMS))
        for way in answer["disposition"]:
            place = way.get("location") or way.get("lane")
            if place and dice.random() < 0.7:
                self._scan(ReceivingRoom(), truck, place)

    def _pick_at_random(self, dice: random.Random) -> None:
        order = dice.choice(ORDERS)
        step = open_picking(order, self.floor.desk)["next"]
        if step is None:
            return
        if dice.random() < 0.6:
            self._scan(PickingRoom(), order, dice.choice([step["location"], *PLACES]))
        if dice.random() < 0.2:
            self._scan(PickingRoom(), order, dice.choice(["CMD-SHORT", "CMD-DAMAGED", "CMD-QTY-2"]))
        self._scan(PickingRoom(), order, dice.choice([step["sku"], step["sku"], *ITEMS]))

    def _pack_at_random(self, dice: random.Random) -> None:
        order = dice.choice(ORDERS)
        if dice.random() < 0.5:
            self.pack_all(order, close=dice.random() < 0.8)
        else:
            self._scan(PackingRoom(), order, dice.choice([*ITEMS, *COMMANDS]))

    def _undo_at_random(self, dice: random.Random) -> None:
        job = dice.choice(sorted(JOBS))
        number = dice.choice(TRUCKS if job == "receive" else ORDERS)
        for _ in range(dice.randint(1, 3)):
            self._scan(JOBS[job](), number, "CMD-UNDO")

    @rule(job=st.sampled_from(sorted(JOBS)), pick=st.integers(0, 5), times=st.integers(1, 4))
    def take_back_again_and_again(self, job: str, pick: int, times: int) -> None:
        numbers = TRUCKS if job == "receive" else ORDERS
        for _ in range(times):
            self._scan(JOBS[job](), numbers[pick % len(numbers)], "CMD-UNDO")

    @rule(order=st.sampled_from(ORDERS), code=SCANS, station=st.sampled_from(STATIONS))
    def scan_at_the_bench(self, order: str, code: str, station: str) -> None:
        self._scan(PackingRoom(), order, code, station)

    @rule(order=st.sampled_from(ORDERS), close=st.booleans())
    def pack_all(self, order: str, close: bool) -> None:
        with self.floor.desk.store.read(self.floor.desk.stamp()) as work:
            left = look_into(work, order).left
            skus = [work.goods.get(h.product_id).sku for h in left for _ in range(h.quantity)]
        for sku in skus:
            self._scan(PackingRoom(), order, sku)
        if close:
            self._close(order)

    @rule(
        order=st.sampled_from(ORDERS),
        then=st.sampled_from(["cancel", "put back", "count", "close", "open again"]),
    )
    def pack_in_two_cartons(self, order: str, then: str) -> None:
        """Verify a unit, the rest in the next carton; what goes out again leaves both in order."""
        self.pick_as_told(order, 4)
        with self.floor.desk.store.read(self.floor.desk.stamp()) as work:
            left = look_into(work, order).left
            skus = [work.goods.get(h.product_id).sku for h in left for _ in range(h.quantity)]
        for code in (*skus[:1], "CMD-CARTON", *skus[1:]):
            self._scan(PackingRoom(), order, code)
        if then in ("close", "open again"):
            self._close(order)
        if then == "open again":
            self._try(reopen_packing, order)
        if then == "put back":
            self._try(change_order, order, OrderChange(hold=True))
            for code in (*skus[-1:], PLACES[0]):
                self._scan(PutBackRoom(), order, code)
            self._try(change_order, order, OrderChange(hold=False))
        if then == "count":
            for code in (*skus[:1], "CMD-CLOSE"):
                self._try(open_count, "PACK")
                self._scan(CountingRoom(), "PACK", code)
        if then == "cancel" and len(skus) > 2:
            self._try(change_order, order, OrderChange(cancel=True))

    def _close(self, order: str) -> None:
        answer = self._scan(PackingRoom(), order, "CMD-CLOSE")
        if answer["outcome"] == "accepted":
            with self.floor.desk.store.read(self.floor.desk.stamp()) as work:
                found = work.orders.find(order)
                assert found is not None
                if found.policy == "all_or_nothing":
                    assert not any(line.open for line in found.lines)

    @rule(
        order=st.sampled_from(ORDERS),
        change=st.one_of(
            st.booleans().map(lambda hold: OrderChange(hold=hold)),
            st.integers(1, 5).map(lambda level: OrderChange(priority=level)),
            st.sampled_from(POLICIES).map(lambda p: OrderChange(policy=p, max_shipments=2)),
        ),
    )
    def change_an_order(self, order: str, change: OrderChange) -> None:
        self._try(change_order, order, change)

    @rule(order=st.sampled_from(ORDERS), sure=st.integers(0, 3))
    @precondition(lambda self: bool(self.files))
    def cancel_an_order(self, order: str, sure: int) -> None:
        if not sure:
            self._try(change_order, order, OrderChange(cancel=True))

    @rule(
        order=st.sampled_from(ORDERS),
        units=st.integers(1, 3),
        truck=st.sampled_from([None, *TRUCKS]),
        away=st.booleans(),
    )
    def pin(self, order: str, units: int, truck: str | None, away: bool) -> None:
        self._try(unlock if away else lock, Pin(order, "1", units, truck))

    @rule(
        truck=st.sampled_from(TRUCKS),
        kind=st.sampled_from(["arrive", "at_door", "no_show", "depart", "reopen", "estimate", "-"]),
        hours=st.integers(-30, 60),
    )
    def hear_of_a_truck(self, truck: str, kind: str, hours: int) -> None:
        if kind == "-":
            self._try(take_back, truck)
        else:
            at = self.floor.clock.instant + timedelta(hours=hours) if kind == "estimate" else None
            self._try(tell_truck, truck, TruckEvent(kind, at))

    @rule(hours=st.sampled_from([1, 5, 20]))
    def let_time_pass(self, hours: int) -> None:
        if self.floor.clock.instant < NOW + timedelta(days=5):
            self.floor.clock.instant += timedelta(hours=hours)

    @rule()
    def read_the_files_again(self) -> None:
        if self.files:
            self.floor.give(**self.files)

    @rule(row=st.integers(0, 8), shipped=st.integers(0, 2), cancelled=st.integers(0, 3))
    def hear_of_an_order_by_file(self, row: int, shipped: int, cancelled: int) -> None:
        if self.files:
            head, *rows = self.files["orders"].splitlines()
            told = f"{head},quantity_shipped,quantity_cancelled\n"
            told += f"{rows[row % len(rows)]},{shipped},{cancelled}\n"
            desk = self.floor.desk
            import_files([("orders.csv", told.encode())], desk.store, desk.stamp())

    @rule(lies=stock_rows())
    def count(self, lies: list[str]) -> None:
        if lies and self.files:
            self.floor.give(stock=stock(*lies))

    def _try(self, do: Any, *what: Any) -> None:
        with suppress(FloorError):
            do(*what, self.floor.desk)

    @invariant()
    def the_rules_hold(self) -> None:
        if not self.files:
            return
        wrong = broken_rules(self.floor)
        assert not wrong, "\n".join(wrong)
        failed = [check for check in verify(self.floor.desk) if not check.ok]
        assert not failed, failed
