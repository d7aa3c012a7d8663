"""A small warehouse to work in: CSV texts in a real database, and jobs driven by scans."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from app.domain.scan import Scan
from app.domain.stamp import Stamp
from app.services.cluster_picking import ClusterRoom
from app.services.clusters import open_cluster
from app.services.counting import CountingRoom, open_count
from app.services.desk import Desk
from app.services.importing import import_files
from app.services.jobs import take_scan
from app.services.opening import open_receiving
from app.services.packing import PackingRoom, open_packing
from app.services.picking import PickingRoom, open_picking
from app.services.planning import Planner
from app.services.put_back import PutBackRoom, open_put_back
from app.services.receiving import ReceivingRoom
from app.services.sweeping import SweepingRoom, open_sweep
from app.services.verifying import verify
from db.prepare import prepare
from db.store import SqlStore
from tests.migrated import open_migrated

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from app.services.turns import Room

NOW = datetime(2026, 3, 4, 8, 0, tzinfo=UTC)
LOCATIONS = """location,kind,pick_sequence
A-1,storage,1
A-2,storage,2
A-3,storage,3
DOCK,dock,90
LANE-1,staging,80
LANE-2,staging,81
PACK,packing,95
QUAR,quarantine,99
"""
PRODUCTS = """sku,description,backorderable,home_location
LAMP,Desk lamp,yes,A-1
VASE,Vase,yes,A-2
RUG,Rug,no,
"""
BARCODES = """barcode,sku,units
4006381333931,LAMP,1
14006381333938,LAMP,6
4012345678901,VASE,1
"""
ORDER_HEAD = "order,line,customer,sku,quantity,ordered_at,promised_at,priority,policy,max_shipments"
INBOUND_HEAD = "asn,line,supplier,sku,quantity,expected_at,status"


class FixedClock:
    """A clock that stands until it is set."""

    def __init__(self, now: datetime) -> None:
        self.instant = now

    def now(self) -> datetime:
        return self.instant


@dataclass
class Floor:
    """A desk with its clock; the three jobs as short calls."""

    desk: Desk
    clock: FixedClock
    answers: list[Mapping[str, Any]] = field(default_factory=list)

    def give(self, **files: str) -> None:
        """Import files by name: ``orders="…"`` is orders.csv."""
        contents = [(f"{name}.csv", text.encode()) for name, text in files.items()]
        report = import_files(contents, self.desk.store, self.desk.stamp())
        assert not report.refused, report
        self.desk.planner.forget()

    def receive(self, asn: str, *codes: str) -> Mapping[str, Any]:
        """Scan codes in a receipt; return the last answer."""
        return self._work(ReceivingRoom(), open_receiving, asn, codes)

    def pick(self, order: str, *codes: str) -> Mapping[str, Any]:
        """Scan codes in a pick; return the last answer."""
        return self._work(PickingRoom(), open_picking, order, codes)

    def cluster(self, named: str, *codes: str) -> Mapping[str, Any]:
        """Scan codes in a cluster of orders (``SO-1 SO-2``, or its number); return the last."""
        opened = open_cluster(named.split(), self.desk)
        number = str(opened["number"])
        return self._work(ClusterRoom(), lambda *_: opened, number, codes)

    def pack(self, order: str, *codes: str) -> Mapping[str, Any]:
        """Scan codes at packing; return the last answer."""
        return self._work(PackingRoom(), open_packing, order, codes)

    def put_back(self, order: str, *codes: str) -> Mapping[str, Any]:
        """Scan codes in a put-back; return the last answer."""
        return self._work(PutBackRoom(), open_put_back, order, codes)

    def count(self, place: str, *codes: str) -> Mapping[str, Any]:
        """Scan codes in the count of a place; return the last answer."""
        return self._work(CountingRoom(), open_count, place, codes)

    def sweep(self, lane: str, *codes: str) -> Mapping[str, Any]:
        """Scan codes in a sweep of a lane; return the last answer."""
        return self._work(SweepingRoom(), open_sweep, lane, codes)

    def outcomes(self) -> list[str]:
        """Return the outcomes of all scans so far."""
        return [answer["outcome"] for answer in self.answers]

    def on_hand(self, sku: str) -> dict[str, int]:
        """Return what lies where, by location code."""
        with self.desk.store.read(self.desk.stamp()) as work:
            product = work.goods.by_sku(sku)
            assert product is not None
            found: dict[str, int] = {}
            for row in work.ledger.of_product(product.id):
                found[row.location.code] = found.get(row.location.code, 0) + row.quantity
            return found

    def _work(
        self,
        room: Room,
        open_job: Callable[[str, Desk], Mapping[str, Any]],
        number: str,
        codes: tuple[str, ...],
    ) -> Mapping[str, Any]:
        answer = open_job(number, self.desk)
        for code in codes:
            answer = take_scan(room, number, Scan(uuid.uuid4().hex, code), self.desk)
            self.answers.append(answer)
        wrong = [check for check in verify(self.desk) if not check.ok]
        assert not wrong, wrong
        return answer


def empty_floor(where: Path | str, now: datetime = NOW) -> Floor:
    """Make a database in which nothing is yet."""
    engine = open_migrated(where)
    clock = FixedClock(now)
    prepare(engine, Stamp(now))
    return Floor(Desk(SqlStore(engine), clock, Planner()), clock)


def make_floor(where: Path | str, now: datetime = NOW) -> Floor:
    """Make a warehouse with the usual places and products in it."""
    floor = empty_floor(where, now)
    floor.give(locations=LOCATIONS, products=PRODUCTS, barcodes=BARCODES)
    return floor


def wants(
    number: str,
    units: int,
    sku: str = "LAMP",
    policy: str = "ship_as_available",
    line: int = 1,
    priority: int = 3,
    most: int | str = "",
) -> str:
    """Return one row of orders.csv: so many units of a product, promised for today."""
    return f"{number},{line},Ann,{sku},{units},2026-03-01,2026-03-04,{priority},{policy},{most}"


def orders(*rows: str) -> str:
    """Return orders.csv of rows in the order of ORDER_HEAD."""
    return "\n".join((ORDER_HEAD, *rows)) + "\n"


def inbound(*rows: str) -> str:
    """Return inbound.csv of rows in the order of INBOUND_HEAD."""
    return "\n".join((INBOUND_HEAD, *rows)) + "\n"


def stock(*rows: str) -> str:
    """Return stock.csv of rows ``location,sku,quantity,lot,expires_on``."""
    return "\n".join(("location,sku,quantity,lot,expires_on", *rows)) + "\n"
