"""What saying something of a truck would do to orders: on 100,000 open lines, in ms.

Run: ``python -m benchmarks.what_if [LINES]``.  Random trucks are moved to random times, are late by
half an hour to four hours, do not come, or swap doors with another, as the board asks it: on a
reading transaction, customers' names included.  Beside it stands the plan from scratch in the same
run.  Limits for each: median 50 ms, worst 500 ms.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.services.planning import Planner
from app.services.trucks import TruckEvent
from app.services.what_if import what_if, what_if_swapped
from benchmarks.incremental import LINES, scarce
from benchmarks.scan import NOW, make_desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.board import Truck

ROUNDS, MEDIAN_MS, WORST_MS = 200, 50, 500
LATE_BY = (30, 60, 120, 240)  # minutes


def main() -> None:
    """Print median and worst of each question beside their limits."""
    dice = random.Random(3)  # noqa: S311  nothing secret
    lines = int(sys.argv[1]) if sys.argv[1:] else LINES
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        desk = make_desk(Path(name), lines, scarce(lines))
        with desk.store.read(desk.stamp()) as work:
            begun = time.perf_counter()
            plan = Planner().current(work)
            scratch = (time.perf_counter() - begun) * 1000
            open_ones = set(plan.built.facts.inbound.ids.tolist())
            trucks = [truck for truck in work.boards.trucks() if truck.id in open_ones]
        with desk.store.read(desk.stamp()) as work:
            desk.planner.current(work)

        def moved(truck: Truck) -> object:
            at = NOW + timedelta(hours=dice.randint(-4, 72))
            return what_if(truck, TruckEvent("move", at, "D1"), desk)

        def late(truck: Truck) -> object:
            at = truck.start + timedelta(minutes=dice.choice(LATE_BY))
            return what_if(truck, TruckEvent("estimate", at), desk)

        questions: dict[str, Callable[[Truck], object]] = {
            "moved": moved,
            "late by": late,
            "no-show": lambda truck: what_if(truck, TruckEvent("no_show"), desk),
            "swap doors": lambda truck: what_if_swapped(truck, dice.choice(trucks), desk),
        }
        print(f"what if, {lines:,} open lines, {len(trucks)} trucks, {ROUNDS} of each")
        for what, ask in questions.items():
            taken = [_timed(ask, dice.choice(trucks)) for _ in range(ROUNDS)]
            wall, worked = zip(*taken, strict=True)
            said = f"median {statistics.median(wall):.0f} ms, worst {max(wall):.0f} ms"
            cpu = f"{statistics.median(worked):.0f} ms and {max(worked):.0f} ms"
            print(f"  {what:<10} {said}; of processor time {cpu}")
    print(f"limits {MEDIAN_MS} ms and {WORST_MS} ms; the plan from scratch took {scratch:.0f} ms")


def _timed(ask: Callable[[Truck], object], truck: Truck) -> tuple[float, float]:
    """Return the time that passed, and the processor time of it, in ms: others may be at work."""
    begun, worked = time.perf_counter(), time.thread_time()
    ask(truck)
    return (time.perf_counter() - begun) * 1000, (time.thread_time() - worked) * 1000


if __name__ == "__main__":
    main()
