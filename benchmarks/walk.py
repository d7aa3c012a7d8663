"""How far pickers walk, in steps, against the best tour through the same places.

Of every order that can be picked now: the walk in the order of the pick list (own lane first,
then expiry, then pick sequence), the walk by pick sequence alone, and the best tour, exact up to
ten places and a lower bound above.  Then clusters of eight such orders, in rank order: one walk
by pick sequence against the eight walks of their single pick lists, and against its own best tour
(a lower bound).  Run: python -m benchmarks.walk [FOLDER AS_OF]...
"""

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.domain.picking import Task, instructions
from app.domain.walking import Floorplan, best_length, floorplan
from app.sample.files import sample_files
from app.services.cluster_lists import cluster_job
from app.services.clusters import open_cluster
from app.services.importing import import_files
from app.services.pick_lists import pick_list
from app.services.pick_queue import pick_queue
from tests.floor import Floor, empty_floor

SAMPLE_DAY = datetime(2026, 3, 4, 8, 0, tzinfo=UTC)


CART = 8  # totes


@dataclass
class Clusters:
    """Steps of the walks of clusters, of their orders one by one, and of the best tours."""

    clusters: int = 0
    joined: int = 0
    single: int = 0
    best: int = 0


@dataclass
class Sums:
    """Steps of all walks of one kind."""

    orders: int = 0
    stops: int = 0
    listed: int = 0
    by_sequence: int = 0
    best: int = 0


def filled(files: Sequence[tuple[str, bytes]], now: datetime, where: Path) -> Floor:
    """Return a floor with files imported into it."""
    floor = empty_floor(where, now)
    report = import_files(list(files), floor.desk.store, floor.desk.stamp())
    assert not report.refused, report
    return floor


def layout(floor: Floor) -> Floorplan:
    """Lay out the places of a floor that units can be picked from."""
    with floor.desk.store.read(floor.desk.stamp()) as work:
        kinds = ("storage", "staging", "dock", "packing")
        return floorplan([place for kind in kinds for place in work.places.of_kind(kind)])


def measure(floor: Floor) -> tuple[Sums, Sums]:
    """Add up the walks whose best tour is exact, and those with a lower bound."""
    plan, exact, bound = layout(floor), Sums(), Sums()
    numbers = [going.row.order for going in pick_queue(floor.desk).going]
    with floor.desk.store.read(floor.desk.stamp()) as work:
        for number in numbers:
            order = work.orders.find(number)
            assert order is not None
            steps = instructions(pick_list(work, floor.desk, order).tasks)
            stops = [step.location.code for step in steps]
            best, is_exact = best_length(plan, stops)
            places = {step.location.code: step.location for step in steps}
            sums = exact if is_exact else bound
            sums.orders += 1
            sums.stops += len(places)
            sums.listed += plan.length(stops)
            sums.by_sequence += plan.length(sorted(places, key=lambda code: places[code].walk))
            sums.best += best
    return exact, bound


def measure_clusters(floor: Floor) -> Clusters:
    """Add up the walks of clusters of ``CART`` orders and of the same orders one by one."""
    plan, sums = layout(floor), Clusters()
    numbers = [going.row.order for going in pick_queue(floor.desk).going]
    for first in range(0, len(numbers) - CART + 1, CART):
        group = numbers[first : first + CART]
        number = str(open_cluster(group, floor.desk)["number"])
        with floor.desk.store.read(floor.desk.stamp()) as work:
            joined = _stops(cluster_job(work, floor.desk, number).tasks)
            orders = [order for each in group if (order := work.orders.find(each))]
            singles = [_stops(pick_list(work, floor.desk, order).tasks) for order in orders]
        sums.clusters += 1
        sums.joined += plan.length(joined)
        sums.single += sum(plan.length(stops) for stops in singles)
        sums.best += best_length(plan, joined)[0]
    return sums


def _stops(tasks: Sequence[Task]) -> list[str]:
    return [step.location.code for step in instructions(tasks)]


def tell_clusters(name: str, sums: Clusters) -> None:
    """Print the clusters' walks."""
    if sums.clusters:
        print(
            f"{name}: {sums.clusters} clusters of {CART}; {sums.joined} steps together, "
            f"{sums.single} one by one: ratio {sums.joined / max(1, sums.single):.2f}; "
            f"best at least {sums.best}: ratio {sums.joined / max(1, sums.best):.2f}"
        )


def tell(name: str, sums: Sums, what: str) -> None:
    """Print one kind of walks."""
    if sums.orders:
        print(
            f"{name}: {sums.orders} orders, {sums.stops} places; pick list {sums.listed} steps, "
            f"by sequence {sums.by_sequence}, {what} {sums.best}: "
            f"ratio {sums.listed / max(1, sums.best):.2f} "
            f"(by sequence {sums.by_sequence / max(1, sums.best):.2f})"
        )


def main() -> None:
    """Print the walks of the sample and of the folders that are named."""
    sample = [(n, text.encode()) for n, text in sample_files(SAMPLE_DAY.date()).items()]
    floors = [("sample", sample, SAMPLE_DAY)]
    for folder, instant in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        files = [(path.name, path.read_bytes()) for path in sorted(Path(folder).glob("*.csv"))]
        floors.append((Path(folder).name, files, datetime.fromisoformat(instant)))
    for name, files, now in floors:
        with tempfile.TemporaryDirectory() as place:
            floor = filled(files, now, Path(place) / "walk.db")
            exact, bound = measure(floor)
            clusters = measure_clusters(floor)
        tell(name, exact, "best tour")
        tell(name, bound, "at least")
        tell_clusters(name, clusters)


if __name__ == "__main__":
    main()
