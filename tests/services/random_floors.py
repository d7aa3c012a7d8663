"""Small random floors: what lies, what is ordered, what is on its way, and what one may scan."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import event

from app.services.desk import Desk
from app.services.packing import PackingRoom
from app.services.picking import PickingRoom
from app.services.planning import Planner
from app.services.put_back import PutBackRoom
from app.services.receiving import ReceivingRoom
from db.engine import open_engine
from db.store import SqlStore
from tests.floor import NOW, FixedClock, Floor, empty_floor

PRODUCTS = """sku,description,backorderable,home_location,tracking
LAMP,Desk lamp,yes,A-1,none
MILK,Milk,yes,,lot
CLOCK,Clock,yes,A-2,serial
RUG,Rug,no,,none
"""
BARCODES = """barcode,sku,units
4006381333931,LAMP,1
14006381333938,LAMP,3
4012345678901,MILK,1
"""
LAMP, CASE, MILK = "4006381333931", "14006381333938", "4012345678901"
ITEMS = (
    LAMP,
    CASE,
    MILK,
    "LAMP",
    "CLOCK",
    "RUG",
    "]C1010401234567890110L1",
    "]C101040123456789011726031010L2",
    "]C101040123456789011726030410L3",
    "]C10104006381333931" + "21S1",
    "]C10104006381333931" + "21S2",
)
PLACES = ("A-1", "A-2", "A-3", "LANE-1", "LANE-2", "DOCK", "PACK", "QUAR")
WRONG = ("nothing", "4006381333930", "9999999999994", "SO-1", "SO-2", "T-1", "SH-SO-1-1", "CMD-FLY")
COMMANDS = (
    *("CMD-UNDO",) * 6,
    *("CMD-SHORT",) * 2,
    *("CMD-DAMAGED",) * 2,
    *("CMD-QTY-2", "CMD-QTY-3"),
    *("CMD-CLOSE",) * 2,
    "CMD-DONE",
    "CMD-CANCEL",
    *("CMD-SKIP", "CMD-FOUND", "CMD-EMPTY", "CMD-NOT-EMPTY"),
    *("CMD-REASON-11", "CMD-REASON-12", "CMD-REASON-99"),
    *("CMD-CARTON", "CMD-CARTON-1", "CMD-MOVE", "CMD-WEIGHT-900", "CMD-TRACKING"),
    *("CMD-OVERRIDE-21", "1Z879E930346834440", "TOTE-1", "TOTE-2", "TOTE-3"),
)
SCANS = st.one_of(
    st.sampled_from(ITEMS),
    st.sampled_from(ITEMS),
    st.sampled_from(PLACES),
    st.sampled_from(WRONG),
    st.sampled_from(COMMANDS),
)
SWEPT = st.one_of(st.sampled_from(ITEMS), st.sampled_from((*WRONG, *COMMANDS, *PLACES)))
ORDERS = ("SO-1", "SO-2", "SO-3")
TRUCKS = ("T-1", "T-2")
SKUS = ("LAMP", "LAMP", "LAMP", "MILK", "MILK", "CLOCK", "RUG")
POLICIES = ("ship_as_available", "all_or_nothing", "up_to_n_shipments", "default")
STATIONS = ("station-1", "station-2")
SWITCHES = ("confirm_lane", "confirm_put_away", "confirm_location", "zero_check")
JOBS: dict[str, type] = {
    "receive": ReceivingRoom,
    "pick": PickingRoom,
    "pack": PackingRoom,
    "putback": PutBackRoom,
}
TEMPLATE: list[Path] = []


@st.composite
def order_rows(draw: st.DrawFn) -> list[str]:
    rows = []
    for number in ORDERS:
        policy = draw(st.sampled_from(POLICIES))
        most = draw(st.integers(1, 3)) if policy == "up_to_n_shipments" else ""
        head = f"Ann,{{}},{{}},2026-03-01,2026-03-0{draw(st.integers(3, 6))},"
        tail = f"{draw(st.integers(1, 5))},{policy},{most}"
        for line in range(1, draw(st.integers(1, 3)) + 1):
            sku, units = draw(st.sampled_from(SKUS)), draw(st.integers(1, 4))
            rows.append(f"{number},{line},{head.format(sku, units)}{tail}")
    return rows


@st.composite
def truck_rows(draw: st.DrawFn) -> list[str]:
    rows = []
    for number in TRUCKS:
        at = f"2026-03-0{draw(st.integers(3, 6))}T{draw(st.integers(6, 18)):02}:00Z"
        for line in range(1, draw(st.integers(1, 3)) + 1):
            sku, units = draw(st.sampled_from(SKUS)), draw(st.integers(1, 5))
            rows.append(f"{number},{line},Acme,{sku},{units},{at},")
    return rows


STOCK_ROWS = (
    "A-1,LAMP,{},,",
    "A-2,LAMP,{},,",
    "A-2,CLOCK,{},,",
    "A-3,MILK,{},L1,",
    "A-2,MILK,{},L2,2026-03-10",
    "A-1,MILK,{},L3,2026-03-04",
    "A-3,RUG,{},,",
)


@st.composite
def stock_rows(draw: st.DrawFn) -> list[str]:
    chosen = draw(st.lists(st.sampled_from(STOCK_ROWS), unique=True, max_size=5))
    return [row.format(draw(st.integers(0, 5))) for row in chosen]


def locations(lanes: int, quarantine: bool) -> str:
    rows = ["location,kind,pick_sequence", "A-1,storage,1", "A-2,storage,2", "A-3,storage,3"]
    rows += [f"LANE-{lane},staging,{80 + lane}" for lane in range(1, lanes + 1)]
    rows += ["DOCK,dock,90", "PACK,packing,95", *(["QUAR,quarantine,99"] if quarantine else [])]
    return "\n".join(rows) + "\n"


def _fast(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA synchronous=OFF")  # no power is lost here


def new_floor(folder: Path) -> Floor:
    """Return an empty floor: a copy of one that was made once."""
    if not TEMPLATE:
        TEMPLATE.append(Path(tempfile.mkdtemp(prefix="days-")) / "empty.db")
        close_desk(empty_floor(TEMPLATE[0]).desk)
    shutil.copy(TEMPLATE[0], folder / "day.db")
    clock = FixedClock(NOW)
    return Floor(open_desk(folder, clock, STATIONS[0]), clock)


def open_desk(folder: Path, clock: FixedClock, station: str) -> Desk:
    """Open a station's own desk on the floor: it knows nothing but what is on disk."""
    engine = open_engine(folder / "day.db")
    event.listen(engine, "connect", _fast)
    return Desk(SqlStore(engine), clock, Planner(), station=station)


def close_desk(desk: Desk) -> None:
    """Let a desk's file go."""
    desk.store.engine.dispose()  # type: ignore[attr-defined]
