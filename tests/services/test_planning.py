"""The plan that a desk keeps: what makes it be read again, and what does not."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import NotFoundError, TroubleError
from app.domain.scan import Scan
from app.domain.stamp import Stamp
from app.services.desk import Desk
from app.services.importing import import_files
from app.services.jobs import take_scan
from app.services.ordering import OrderChange, change_order
from app.services.picking import PickingRoom
from app.services.planning import Planner
from app.services.receiving import ReceivingRoom
from app.services.trucks import TruckEvent, tell_truck
from app.services.turns import Turn
from db.engine import open_engine
from db.store import SqlStore
from tests.floor import NOW, Floor, inbound, make_floor, orders, stock, wants

LAMP = "4006381333931"
DAY = timedelta(days=1)


class Watched(Planner):
    """A planner that counts how often it reads everything."""

    def __init__(self) -> None:
        super().__init__()
        self.readings = 0

    def _afresh(self, *asked):  # type: ignore[no-untyped-def]
        self.readings += 1
        return super()._afresh(*asked)


@pytest.fixture
def floor(tmp_path: Path) -> Floor:
    """A warehouse whose plan has been made once."""
    made = make_floor(tmp_path / "floor.db")
    made.give(
        orders=orders(wants("SO-1", 2), wants("SO-2", 3)),
        stock=stock("A-1,LAMP,4,,"),
        inbound=inbound("T-1,1,Acme,LAMP,12,2026-03-04T09:00Z,"),
    )
    watched = Floor(Desk(made.desk.store, made.clock, Watched()), made.clock)
    pegged(watched)
    return watched


@pytest.fixture
def elsewhere(tmp_path: Path, floor: Floor) -> Floor:
    """Another process at the same database, under the same station's name."""
    store = SqlStore(open_engine(tmp_path / "floor.db"))
    return Floor(Desk(store, floor.clock, Planner()), floor.clock)


def pegged(floor: Floor, horizon: timedelta | None = None) -> dict[str, int]:
    """Units pegged to each order."""
    with floor.desk.store.read(floor.desk.stamp()) as work:
        found: dict[str, int] = {}
        for peg in floor.desk.planner.current(work, horizon).pegs():
            found[peg.order] = found.get(peg.order, 0) + peg.quantity
        return found


def readings(floor: Floor) -> int:
    planner = floor.desk.planner
    assert isinstance(planner, Watched)
    return planner.readings


def test_a_plan_is_made_once_while_nothing_happens(floor: Floor) -> None:
    pegged(floor)

    assert (pegged(floor), readings(floor)) == ({"SO-1": 2, "SO-2": 3}, 1)


def test_another_horizon_is_another_plan(floor: Floor) -> None:
    assert pegged(floor, timedelta()) == {"SO-1": 2, "SO-2": 2}


def test_a_scan_here_reads_again_only_what_it_touched(floor: Floor) -> None:
    with floor.desk.store.work(floor.desk.stamp()) as work:
        product = work.goods.by_sku("LAMP")
        order = work.orders.find("SO-1")
        assert product is not None
        assert order is not None
        work.changes.change_order(work.fact("pick_scan", "SO-1"), order.id, hold=True)
        floor.desk.planner.touch(products=(product.id,), orders=(order.id,))
        work.commit()

    assert (pegged(floor), readings(floor)) == ({"SO-2": 3}, 1)


def test_what_another_process_does_is_noticed(floor: Floor, elsewhere: Floor) -> None:
    change_order("SO-1", OrderChange(hold=True), elsewhere.desk, dry_run=False)

    assert (pegged(floor), readings(floor)) == ({"SO-2": 3}, 1)


def test_a_scan_of_another_process_is_noticed(floor: Floor, elsewhere: Floor) -> None:
    elsewhere.pick("SO-1", LAMP)

    assert (pegged(floor), readings(floor)) == ({"SO-1": 1, "SO-2": 3}, 1)


@pytest.mark.parametrize(
    ("change", "after"),
    [
        (OrderChange(hold=True), {"SO-2": 3}),
        (OrderChange(priority=5), {"SO-1": 2, "SO-2": 3}),
        (OrderChange(cancel=True), {"SO-2": 3}),
    ],
)
def test_a_decision_reads_again_only_what_it_touched(
    floor: Floor, change: OrderChange, after: dict[str, int]
) -> None:
    change_order("SO-1", change, floor.desk, dry_run=True)
    assert (pegged(floor), readings(floor)) == ({"SO-1": 2, "SO-2": 3}, 1)

    change_order("SO-1", change, floor.desk)

    assert (pegged(floor), readings(floor)) == (after, 1)


@pytest.mark.parametrize(
    ("event", "units"),
    [
        (TruckEvent("cancel"), 4),
        (TruckEvent("no_show"), 4),
        (TruckEvent("arrive"), 5),
        (TruckEvent("estimate", NOW + 30 * DAY), 4),
    ],
)
def test_a_truck_reads_again_only_what_is_on_it(
    floor: Floor, event: TruckEvent, units: int
) -> None:
    tell_truck("T-1", event, floor.desk)

    assert (sum(pegged(floor).values()), readings(floor)) == (units, 1)


def test_an_import_reads_again_only_what_it_brought(floor: Floor) -> None:
    files = {
        "orders.csv": orders(wants("SO-0", 1, priority=1), wants("SO-1", 3)),
        "inbound.csv": inbound("T-0,1,Acme,LAMP,1,2026-03-04T08:30Z,"),
        "stock.csv": stock("A-1,LAMP,2,,"),
    }
    contents = [(name, text.encode()) for name, text in files.items()]
    import_files(contents, floor.desk.store, floor.desk.stamp())

    assert (pegged(floor), readings(floor)) == ({"SO-0": 1, "SO-1": 3, "SO-2": 3}, 1)


def test_a_new_product_makes_the_plan_be_read_afresh(floor: Floor) -> None:
    floor.give(products="sku,description\nNEW,New\n")

    assert (pegged(floor), readings(floor)) == ({"SO-1": 2, "SO-2": 3}, 2)


def test_a_change_here_that_nobody_told_of_is_noticed(floor: Floor) -> None:
    with floor.desk.store.work(floor.desk.stamp()) as work:
        order = work.orders.find("SO-1")
        assert order is not None
        work.changes.change_order(work.fact("order_change", "SO-1"), order.id, hold=True)
        work.commit()

    assert (pegged(floor), readings(floor)) == ({"SO-2": 3}, 1)


@pytest.mark.parametrize("kind", ["pick_open", "print", "teach"])
def test_what_cannot_change_the_plan_is_no_news(floor: Floor, elsewhere: Floor, kind: str) -> None:
    with elsewhere.desk.store.work(elsewhere.desk.stamp()) as work:
        work.fact(kind, "SO-1")
        work.commit()

    assert (pegged(floor), readings(floor)) == ({"SO-1": 2, "SO-2": 3}, 1)


def test_a_dry_run_elsewhere_is_no_news(floor: Floor, elsewhere: Floor) -> None:
    change_order("SO-1", OrderChange(hold=True), elsewhere.desk, dry_run=True)

    assert (pegged(floor), readings(floor)) == ({"SO-1": 2, "SO-2": 3}, 1)


def test_what_was_rolled_back_here_is_read_again(floor: Floor) -> None:
    with floor.desk.store.work(floor.desk.stamp()) as work:
        order = work.orders.find("SO-1")
        assert order is not None
        work.changes.change_order(work.fact("order", "SO-1"), order.id, hold=True)
        floor.desk.planner.touch(orders=(order.id,))
        floor.desk.planner.current(work)

    assert (pegged(floor), readings(floor)) == ({"SO-1": 2, "SO-2": 3}, 1)


class Breaking(ReceivingRoom):
    """A room with a programming mistake, made once the units are counted."""

    def fields(self, turn: Turn) -> Mapping[str, Any]:
        turn.desk.planner.current(turn.work)
        raise ArithmeticError


@pytest.mark.wrong_input
def test_a_scan_that_breaks_off_costs_no_plan_and_leaves_nothing_in_it(floor: Floor) -> None:
    with pytest.raises(ArithmeticError):
        take_scan(Breaking(), "T-1", Scan("one", LAMP), floor.desk)

    assert (pegged(floor), readings(floor)) == ({"SO-1": 2, "SO-2": 3}, 1)
    assert floor.receive("T-1", LAMP)["remaining"] == 11


@pytest.mark.wrong_input
def test_a_scan_whose_commit_fails_costs_no_plan_and_leaves_nothing_in_it(
    floor: Floor, tmp_path: Path
) -> None:
    engine = open_engine(tmp_path / "floor.db")
    with engine.begin() as broken:
        broken.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON scans BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    with pytest.raises(TroubleError):
        take_scan(PickingRoom(), "SO-1", Scan("one", LAMP), floor.desk)
    with engine.begin() as mended:
        mended.exec_driver_sql("DROP TRIGGER full")

    assert (pegged(floor), readings(floor)) == ({"SO-1": 2, "SO-2": 3}, 1)


@pytest.mark.wrong_input
def test_a_scan_into_a_job_that_is_none_costs_no_plan(floor: Floor) -> None:
    with pytest.raises(NotFoundError):
        take_scan(ReceivingRoom(), "NO-SUCH-TRUCK", Scan("one", LAMP), floor.desk)

    assert (pegged(floor), readings(floor)) == ({"SO-1": 2, "SO-2": 3}, 1)


def test_a_fact_elsewhere_that_takes_the_place_of_one_rolled_back_is_noticed(
    floor: Floor, elsewhere: Floor
) -> None:
    with floor.desk.store.work(floor.desk.stamp()) as work:
        work.fact("pick_scan", "SO-1")
        floor.desk.planner.current(work)
    change_order("SO-1", OrderChange(hold=True), elsewhere.desk, dry_run=False)

    assert pegged(floor) == {"SO-2": 3}


def test_a_setting_of_the_site_counts_at_once(floor: Floor) -> None:
    with floor.desk.store.work(floor.desk.stamp()) as work:
        work.settings = type(work.settings)(horizon=timedelta())

        plan = floor.desk.planner.current(work)

    assert plan.horizon_end == plan.as_of


@pytest.mark.parametrize("wait", [timedelta(minutes=59), timedelta(hours=2), DAY, -DAY])
def test_time_alone_changes_what_the_clock_decides(floor: Floor, wait: timedelta) -> None:
    floor.clock.instant = NOW + wait
    with floor.desk.store.read(Stamp(NOW + wait)) as work:
        plan = floor.desk.planner.current(work)
        fresh = Planner().current(work)

    assert list(plan.pegs()) == list(fresh.pegs())
    assert (plan.as_of, plan.horizon_end) == (fresh.as_of, fresh.horizon_end)
