"""A station in a process of its own, to be killed: it says each answer before the next scan."""

from __future__ import annotations

from itertools import count
from threading import Event
from typing import TYPE_CHECKING

from app.domain.scan import Scan
from app.services.desk import Desk
from app.services.jobs import take_scan
from app.services.picking import PickingRoom
from app.services.planning import Planner
from app.services.receiving import ReceivingRoom
from app.services.sweeping import SweepingRoom
from db.engine import open_engine
from db.store import SqlStore
from tests.floor import NOW, FixedClock

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

SWEPT = ("LANE-1", "4006381333931", "CMD-UNDO", "14006381333938", "CMD-SHORT", "A-1", "CMD-CLOSE")
PICKED = ("CMD-SKIP", "A-2", "4006381333931", "CMD-QTY-2")
CODES = ("4006381333931", "14006381333938", "A-1", "nothing", "CMD-UNDO", "CMD-QTY-2")


def scan_for_ever(database: str, prefix: str, listener: Connection) -> None:
    """Receive T-1; (scan id, outcome, quantity) is sent after the scan's commit."""
    desk = Desk(SqlStore(open_engine(database)), FixedClock(NOW), Planner())
    for number in count():
        scan = Scan(f"{prefix}-{number}", CODES[number % len(CODES)])
        answer = take_scan(ReceivingRoom(), "T-1", scan, desk)
        listener.send((scan.scan_id, answer["outcome"], answer["quantity"]))


def sweep_for_ever(database: str, prefix: str, listener: Connection) -> None:
    """Sweep LANE-1 again and again, like the other."""
    desk = Desk(SqlStore(open_engine(database)), FixedClock(NOW), Planner())
    for number in count():
        scan = Scan(f"{prefix}-{number}", SWEPT[number % len(SWEPT)])
        answer = take_scan(SweepingRoom(), "LANE-1", scan, desk)
        listener.send((scan.scan_id, answer["outcome"], answer["quantity"]))


def pick_and_wait(database: str, prefix: str, listener: Connection) -> None:
    """Pick SO-1 up to a pending quantity, and then do nothing for ever."""
    desk = Desk(SqlStore(open_engine(database)), FixedClock(NOW), Planner())
    for number, code in enumerate(PICKED):
        scan = Scan(f"{prefix}-{number}", code)
        answer = take_scan(PickingRoom(), "SO-1", scan, desk)
        listener.send((scan.scan_id, answer["outcome"], answer["quantity"]))
    Event().wait()
