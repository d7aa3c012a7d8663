"""What a change costs the plan that is kept, beside the plan from scratch.

Run: ``python -m benchmarks.incremental [LINES]``.  On a warehouse of 100,000 open lines that has
too little of everything, another station makes changes of every kind; what is timed is how long
the first station's plan takes to be right again.  Limits: median at most 2 % of the plan from
scratch (measured in the same run, in turns), 95th percentile at most 25 %, never more than it.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
import uuid
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.scan import Scan
from app.services.desk import Desk
from app.services.importing import import_files
from app.services.jobs import take_scan
from app.services.picking import PickingRoom
from app.services.planning import Planner
from app.services.receiving import ReceivingRoom
from benchmarks.scan import LINES_AN_ORDER, NOW, make_desk, warehouse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Changes = Mapping[str, Callable[[], object]]

LINES, ROUNDS = 100_000, 25
MEDIAN, NINETY_FIFTH, WORST = 0.02, 0.25, 1.0
DICE = random.Random(5)  # noqa: S311  nothing secret
ORDER_HEAD = "order,line,customer,sku,quantity,ordered_at,promised_at,priority,policy,max_shipments"


def scarce(lines: int) -> list[tuple[str, bytes]]:
    """Return the files of a warehouse in which orders compete for most products."""
    files = dict(warehouse(lines))
    files["inbound.csv"] = files["inbound.csv"].replace(b",400,", b",15,")
    head, *rows = files["stock.csv"].decode().splitlines()
    less = (row.rpartition(",") for row in rows)
    thin = [f"{place},{int(units) // 4}" for place, _comma, units in less]
    files["stock.csv"] = "\n".join((head, *thin)).encode()
    return list(files.items())


class Elsewhere:
    """Another station at the same database, whose work is not timed."""

    def __init__(self, desk: Desk, lines: int) -> None:
        self.desk = Desk(desk.store, desk.clock, Planner())
        self._orders, self._new = lines // LINES_AN_ORDER, 0
        self._trucks = max(100, lines // 20) // 50

    def changes(self) -> Changes:
        """Return a change of each kind."""
        return {
            "receive scan": lambda: self._scan(ReceivingRoom(), "T-0", "P-7"),
            "pick scan": self._pick,
            "hold": lambda: self._change("order_change", hold=True),
            "priority": lambda: self._change("order_change", priority=DICE.randint(1, 5)),
            "policy": lambda: self._change("order_change", policy="all_or_nothing"),
            "cancelled order": self._cancel,
            "pin": self._pin,
            "moved truck": lambda: self._truck("estimate", DICE.randint(-2, 40)),
            "truck that is here": lambda: self._truck("arrive", 0),
            "cancelled truck": lambda: self._truck("cancel", 0),
            "import of four orders": self._import,
        }

    def _number(self) -> str:
        return f"SO-{DICE.randrange(self._orders)}"

    def _scan(self, room: ReceivingRoom | PickingRoom, number: str, code: str) -> None:
        answer = take_scan(room, number, Scan(uuid.uuid4().hex, code), self.desk)
        assert answer["outcome"] == "accepted", answer

    def _pick(self) -> None:
        with self.desk.store.read(self.desk.stamp()) as work:
            plan = self.desk.planner.current(work)
            while True:
                number = self._number()
                order, able = work.orders.find(number), plan.pickable(number)
                if order is not None and able:
                    sku = work.goods.get(order.line_of(next(iter(able))).product_id).sku
                    break
        self._scan(PickingRoom(), number, sku)

    def _change(self, kind: str, **values: object) -> None:
        with self.desk.store.work(self.desk.stamp()) as work:
            number = self._number()
            order = work.orders.find(number)
            assert order is not None
            work.changes.change_order(work.fact(kind, number), order.id, **values)
            work.commit()

    def _cancel(self) -> None:
        with self.desk.store.work(self.desk.stamp()) as work:
            number = self._number()
            order = work.orders.find(number)
            assert order is not None
            work.changes.cancel_order(work.fact("order_change", number), order.id)
            work.commit()

    def _pin(self) -> None:
        with self.desk.store.work(self.desk.stamp()) as work:
            number = self._number()
            order = work.orders.find(number)
            assert order is not None
            line = DICE.choice(order.lines)
            work.pins.pin(work.fact("lock", number), line.id, line.product_id, 1, None)
            work.commit()

    def _truck(self, kind: str, hours: int) -> None:
        with self.desk.store.work(self.desk.stamp()) as work:
            asn = work.inbound.find(f"T-{DICE.randrange(1, self._trucks)}")
            assert asn is not None
            at = NOW + timedelta(hours=hours)
            work.inbound.event(work.fact("truck", asn.number), asn.id, kind, at)
            work.commit()

    def _import(self) -> None:
        rows = [ORDER_HEAD]
        for _ in range(4):
            self._new += 1
            rows += [
                f"NEW-{self._new},{line},C1,P-{DICE.randrange(self._orders // 4)},2,"
                f"2026-03-01T00:00Z,2026-03-05T12:00Z,{1 + self._new % 5},all_or_nothing,"
                for line in range(1, 4)
            ]
        content = [("orders.csv", "\n".join(rows).encode())]
        assert not import_files(content, self.desk.store, self.desk.stamp()).refused


def seconds(desk: Desk) -> float:
    """Return how long the plan of a desk takes to be right."""
    with desk.store.read(desk.stamp()) as work:
        begun = time.perf_counter()
        desk.planner.current(work)
        return time.perf_counter() - begun


def main() -> None:
    """Print the shares of the plan from scratch, by kind and over all, beside the limits."""
    lines = int(sys.argv[1]) if sys.argv[1:] else LINES
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        desk = make_desk(Path(name), lines, scarce(lines))
        seconds(desk)
        changes = Elsewhere(desk, lines).changes()
        taken: dict[str, list[float]] = {kind: [] for kind in changes}
        scratch = []
        for _ in range(ROUNDS):
            scratch.append(seconds(Desk(desk.store, desk.clock, Planner())))
            for kind in DICE.sample(sorted(changes), len(changes)):
                changes[kind]()
                taken[kind].append(seconds(desk))
    whole = statistics.median(scratch)
    print(f"plan from scratch, {lines:,} open lines: {whole * 1000:.0f} ms")
    for kind, times in taken.items():
        print(f"{kind:>22}: {_shares(times, whole)}")
    everything = [one for times in taken.values() for one in times]
    print(f"{'all kinds':>22}: {_shares(everything, whole)}")
    print(f"limits: median {MEDIAN:.0%}, 95th percentile {NINETY_FIFTH:.0%}, worst {WORST:.0%}")


def _shares(times: list[float], whole: float) -> str:
    ordered = sorted(times)
    last = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    parts = (statistics.median(ordered), last, ordered[-1])
    median, high, worst = (f"{part / whole:.1%}" for part in parts)
    return f"median {median}, 95th percentile {high}, worst {worst}"


if __name__ == "__main__":
    main()
