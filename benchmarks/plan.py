"""The plan from the database to its pegs, in seconds, beside raw ``fetchall`` of what it reads.

Run from the project's root: ``python -m benchmarks.plan [LINES …]``.  Each size has its own
process, so that its peak of memory is its own; the best of some rounds in turn counts.  Goals: at
most 3 times the raw reading, at most 12 times the cost for ten times the lines, under 1.5 GiB.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from app.domain.plan.build import build
from app.domain.plan.plan import Plan
from app.domain.plan.values import PlanRules
from benchmarks.plan_warehouse import AS_OF, HOUR, fill
from db.engine import open_engine
from db.plan_loader import load_plan_facts

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = ("1000", "10000", "100000", "1000000")
ROUNDS = 5
MOST_RATIO, MOST_GROWTH, MOST_GIB = 3.0, 12.0, 1.5
WEEK = 7 * 24 * HOUR


def measure(lines: int) -> None:
    """Print raw seconds, ours, parts of ours, and the peak of memory in GiB, on one line."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(Path(folder) / "bench.db")
        fill(engine, lines)
        statements: list[str] = []
        rounds, raws = [one_round(engine, statements.append)], []
        assert statements, "nothing was read"
        for _ in range(ROUNDS):
            raws.append(raw_round(engine, statements))
            rounds.append(one_round(engine))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        load, plan, pegs = min(rounds, key=sum)
        print(min(raws), load + plan + pegs, load, plan, pegs, peak)


def one_round(
    engine: Any, note: Callable[[str], object] | None = None
) -> tuple[float, float, float]:
    """Read, plan and cut the pegs once; return the seconds of each.  ``note`` hears the reads."""
    begin = perf_counter()
    with engine.connect() as connection:
        connection.connection.set_trace_callback(note)
        facts = load_plan_facts(connection)
        connection.connection.set_trace_callback(None)
    loaded = perf_counter()
    built = build(facts, PlanRules(), AS_OF, WEEK)
    planned = perf_counter()
    assert Plan(built).columns.pegs.place.size
    return loaded - begin, planned - loaded, perf_counter() - planned


def raw_round(engine: Any, reads: list[str]) -> float:
    """Fetch the same columns by the bare driver; return the seconds."""
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        begin = perf_counter()
        rows = [cursor.execute(sql).fetchall() for sql in reads if sql.startswith("SELECT")]
        seconds = perf_counter() - begin
        assert rows
        return seconds


def main() -> None:
    """Measure each size in a process of its own, and hold it against the goals."""
    sizes = sys.argv[1:] or SIZES
    before = 0.0
    for size in sizes:
        command = (sys.executable, "-m", "benchmarks.plan", "--measure", size)
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        raw, ours, load, plan, pegs, peak = (float(part) for part in said.split())
        print(f"{int(size):>9} open lines: {ours:.3f} s (load {load:.3f}, plan {plan:.3f}, pegs")
        print(f"          {pegs:.3f}); raw fetchall {raw:.3f} s; ratio {ours / raw:.2f} (goal")
        print(f"          at most {MOST_RATIO}); peak {peak:.2f} GiB (goal under {MOST_GIB})")
        if before:
            print(f"          {ours / before:.1f} times the cost (goal at most {MOST_GROWTH})")
        before = ours


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(int(sys.argv[2]))
    else:
        main()
