"""A cluster as it stands: its orders joined into one pick list, in walking order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.domain.cluster import at_first_place, shares, walked
from app.domain.errors import NotFoundError
from app.domain.picking import instructions, make_tasks, skipped_last
from app.services.pick_lists import PickList, pick_list
from app.services.picking import find_order
from app.services.put_back import put_back_of
from app.services.standing_in import in_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.domain.cluster import Cluster, InHand, Member
    from app.domain.goods import Location
    from app.domain.jobs import Spots
    from app.domain.orders import Order
    from app.domain.picking import Source, Task
    from app.services.desk import Desk
    from app.work import Work

JOB = "cluster"
TAKEN_OVER = "taken_over"


@dataclass(frozen=True, slots=True)
class ClusterList(PickList):
    """What several orders' picker may take now; its order holds the lines of all of them."""

    def _made(self, sources: Iterable[Source]) -> tuple[Task, ...]:
        return joined_tasks(self.order, self.wanted, sources, self.skipped)


@dataclass(frozen=True, slots=True)
class Standing:
    """One member with its order as it is, and why nobody picks it here, "" where one does.

    ``back`` units (each) of it are to be put back.
    """

    member: Member
    order: Order
    why_not: str = ""
    back: int = 0


@dataclass(frozen=True, slots=True)
class ClusterJob:
    """A cluster's work now: every member, the joined list, and what a sitting has in hand."""

    cluster: Cluster
    standing: tuple[Standing, ...]
    todo: ClusterList | None
    in_hand: tuple[InHand, ...] = ()

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Return what is to be taken, in walking order; what is in hand lies there still."""
        return self.todo.tasks if self.todo else ()

    @property
    def remaining(self) -> int:
        """Return the units (each) that lie in no tote yet."""
        return self.todo.remaining if self.todo else 0

    @property
    def held(self) -> int:
        """Return the units (each) in hand."""
        return sum(part.quantity for part in self.in_hand)

    @property
    def awaits(self) -> Member | None:
        """Return the first member that is picked here and lacks a tote, None where none does.

        After a full one it lacks another only where more of it comes.
        """
        left = self.shares(self.tasks)
        active = (one.member for one in self.standing if not one.why_not)
        lacking = (member for member in active if not member.tote)
        return next((one for one in lacking if not one.full or left.get(one.order)), None)

    @property
    def order_of_line(self) -> Mapping[int, str]:
        """Return the number of the order of each line (key)."""
        return {line.id: one.order.number for one in self.standing for line in one.order.lines}

    def standing_of(self, number: str) -> Standing:
        """Return how an order of this cluster stands."""
        return next(one for one in self.standing if one.order.number == number)

    def shares(self, tasks: Iterable[Task]) -> dict[str, int]:
        """Return the units (each) of tasks by order."""
        return shares(tasks, self.order_of_line)

    def step(self) -> tuple[Task, ...]:
        """Return the tasks that the instruction joins: those of what is in hand come first."""
        if self.in_hand:
            product_id = self.in_hand[0].product_id
            mine = [task for task in self.tasks if task.source.product_id == product_id]
            return at_first_place(mine)
        return at_first_place(self.tasks)


def joined_tasks(
    order: Order, wanted: Mapping[int, int], sources: Iterable[Source], skipped: Spots
) -> tuple[Task, ...]:
    """Say from where every line takes, each unit for one line, in walking order."""
    tasks = walked(make_tasks(order.lines, wanted, sources))
    return skipped_last(tasks, skipped) if skipped else tasks


def find_cluster(work: Work, number: str) -> Cluster:
    """Return the cluster; NotFoundError where there is none."""
    cluster = work.clusters.find(number)
    if cluster is None:
        raise NotFoundError("unknown_cluster", number=number)
    return cluster


def cluster_job(
    work: Work, desk: Desk, number: str, skipped: Spots = (), sitting: int | None = None
) -> ClusterJob:
    """Return a cluster as it stands; NotFoundError for an unknown one."""
    cluster = find_cluster(work, number)
    standing = tuple(_standing(work, number, member) for member in cluster.members)
    orders = [one.order for one in standing if not one.why_not]
    sitting = work.scans.sitting(JOB, number) if sitting is None else sitting
    in_hand = () if sitting is None else work.clusters.in_hand(sitting)
    todo = _joined(work, desk, number, orders, skipped) if orders else None
    return ClusterJob(cluster, standing, todo, in_hand)


def _standing(work: Work, number: str, member: Member) -> Standing:
    order = find_order(work, member.order)
    if not order.workable:
        back = put_back_of(work, order.number).remaining
        return Standing(member, order, order.why_not, back)
    mine = work.scans.holder(JOB, number)
    other = work.scans.holder("pick", order.number) not in (None, mine)
    return Standing(member, order, TAKEN_OVER if other else "")


def _joined(
    work: Work, desk: Desk, number: str, orders: list[Order], skipped: Spots
) -> ClusterList:
    lists = [pick_list(work, desk, order) for order in orders]
    lines = tuple(line for order in orders for line in order.lines)
    joined = replace(orders[0], number=number, lines=lines)
    wanted = {line: units for one in lists for line, units in one.wanted.items()}
    sources = tuple(dict.fromkeys(source for one in lists for source in one.sources))
    tasks = joined_tasks(joined, wanted, sources, skipped)
    return ClusterList(joined, wanted, sources, tasks, skipped)


def at_place(job: ClusterJob, place: Location | None) -> tuple[Task, ...]:
    """Return the tasks at the place last scanned, all where it has none or none was scanned."""
    if job.todo is None:
        return ()
    return job.todo.from_place(place) or job.todo.tasks


def cluster_fields(work: Work, job: ClusterJob) -> dict[str, Any]:
    """Return ``next``, ``remaining``, ``in_hand`` and how the totes stand."""
    left = job.shares(job.tasks)
    awaits = job.awaits
    return {
        "next": _next(work, job),
        "remaining": job.remaining,
        "in_hand": job.held,
        "awaits_tote": awaits.order if awaits else None,
        "totes": [
            {
                "order": one.order.number,
                "tote": one.member.tote or None,
                "full": list(one.member.full),
                "remaining": left.get(one.order.number, 0),
                "out": one.why_not or None,
                "put_back": one.back,
            }
            for one in job.standing
        ],
    }


def _next(work: Work, job: ClusterJob) -> dict[str, Any] | None:
    tasks = job.step()
    if not tasks or job.todo is None:
        return None
    step = instructions(tasks)[0]
    return {
        "location": step.location.code,
        "sku": work.goods.get(step.product_id).sku,
        "quantity": step.quantity,
        "totes": [
            {
                "order": order,
                "tote": job.standing_of(order).member.tote or None,
                "quantity": units,
            }
            for order, units in job.shares(tasks).items()
        ],
        **in_place(work, job.todo.order, step.shares).told,
    }
