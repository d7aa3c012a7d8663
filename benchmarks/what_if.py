"""What a truck's move would do to orders, while it is dragged: on 100,000 open lines, in ms.

Run: ``python -m benchmarks.what_if [LINES]``.  Random trucks come at random times, or not at all;
beside it stands the plan from scratch in the same run.  Limits: median 50 ms, worst 500 ms.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from app.domain.plan.days import to_micros
from app.domain.plan.what_if import Coming
from app.services.planning import Planner
from app.services.what_if import compared
from benchmarks.incremental import LINES, scarce
from benchmarks.scan import NOW, make_desk

ROUNDS, MEDIAN_MS, WORST_MS = 200, 50, 500


def main() -> None:
    """Print median and worst beside their limits."""
    dice = random.Random(3)  # noqa: S311  nothing secret
    lines = int(sys.argv[1]) if sys.argv[1:] else LINES
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        desk = make_desk(Path(name), lines, scarce(lines))
        with desk.store.read(desk.stamp()) as work:
            begun = time.perf_counter()
            plan = Planner().current(work)
            scratch = (time.perf_counter() - begun) * 1000
    trucks = plan.built.facts.inbound.ids.tolist()
    taken = []
    for turn in range(ROUNDS):
        at = NOW + timedelta(hours=dice.randint(-4, 72))
        coming = Coming(dice.choice(trucks), None if turn % 10 == 0 else to_micros(at))
        begun = time.perf_counter()
        compared(plan, coming)
        taken.append((time.perf_counter() - begun) * 1000)
    median, worst = statistics.median(taken), max(taken)
    print(f"what if, {lines:,} open lines: median {median:.0f} ms, worst {worst:.0f} ms")
    print(f"limits {MEDIAN_MS} ms and {WORST_MS} ms; the plan from scratch took {scratch:.0f} ms")


if __name__ == "__main__":
    main()
