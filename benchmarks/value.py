"""The optimal mode on 3,000 orders: orders completed against the proven bound, class by class.

Run from the project's root: ``python -m benchmarks.value [ORDERS …]``.  The ranked plan is measured
in the same run.  Goal: at least 97 % of the proven bound in every class, within 2 s.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from app.domain.plan.build import build
from app.domain.plan.values import PlanRules
from app.services.objective import improve
from benchmarks.plan_warehouse import AS_OF, HOUR, LINES_AN_ORDER, fill
from db.engine import open_engine
from db.plan_loader import load_plan_facts

if TYPE_CHECKING:
    from app.domain.plan.facts import PlanFacts

ORDERS = ("3000",)
LIMIT = timedelta(seconds=2)
LEAST = 0.97
WEEK = 7 * 24 * HOUR


def warehouse(orders: int) -> PlanFacts:
    """Return the facts of a made-up warehouse with so many open orders."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(Path(folder) / "bench.db")
        fill(engine, orders * LINES_AN_ORDER)
        with engine.connect() as connection:
            facts = load_plan_facts(connection)
        engine.dispose()
    return facts


def measure(orders: int) -> None:
    """Print what rank order and the optimal mode complete, each with its seconds."""
    facts = warehouse(orders)
    begin = perf_counter()
    built = build(facts, PlanRules(), AS_OF, WEEK)
    planned = perf_counter()
    best = improve(built, LIMIT)
    improved = perf_counter() - planned
    print(f"{orders} orders: ranked plan {planned - begin:.3f} s; optimal mode {improved:.3f} s")
    print(f"  (goal at most {LIMIT.total_seconds():g} s)")
    print("  priority  orders  ranked  completed  proven bound  of the bound  units (ranked)")
    for row in best.classes:
        part = row.completed / row.bound if row.bound else 1.0
        print(
            f"  {row.priority:>8}  {row.orders:>6}  {row.completed_ranked:>6}  {row.completed:>9}"
            f"  {row.bound:>12}  {part:>11.1%}{' ' if part >= LEAST else '!'}"
            f"  {row.units} ({row.units_ranked})"
        )
    gained = sum(row.completed - row.completed_ranked for row in best.classes)
    print(f"  {gained} orders more than rank order (goal at least {LEAST:.0%} of each bound)")


def main() -> None:
    """Measure each number of orders in turn."""
    for orders in sys.argv[1:] or ORDERS:
        measure(int(orders))


if __name__ == "__main__":
    main()
