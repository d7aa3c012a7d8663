"""A station in a process of its own, to be killed: a receipt by scans, each answer sent away."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from app.domain.scan import Scan
from app.services.desk import Desk
from app.services.jobs import take_scan
from app.services.planning import Planner
from app.services.receiving import ReceivingRoom
from db.engine import open_engine
from db.store import SqlStore
from tests.floor import NOW, FixedClock

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

CODES = ("4006381333931", "14006381333938", "A-1", "nothing", "CMD-UNDO", "CMD-QTY-2")


def scan_for_ever(database: str, prefix: str, listener: Connection) -> None:
    """Receive T-1; (scan id, outcome, quantity) is sent after the scan's commit."""
    desk = Desk(SqlStore(open_engine(database)), FixedClock(NOW), Planner())
    for number in count():
        scan = Scan(f"{prefix}-{number}", CODES[number % len(CODES)])
        answer = take_scan(ReceivingRoom(), "T-1", scan, desk)
        listener.send((scan.scan_id, answer["outcome"], answer["quantity"]))
