"""What a screen shows of a cluster besides the answer to a scan; read-only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.cluster import dealt
from app.domain.picking import instructions
from app.services.cluster_lists import cluster_job
from app.services.job_views import LineView
from app.services.pick_lists import skipped_now
from app.services.standing_in import in_place

if TYPE_CHECKING:
    from app.domain.cluster import Member
    from app.domain.picking import Instruction
    from app.services.cluster_lists import ClusterJob, Standing
    from app.services.desk import Desk
    from app.work import Work


@dataclass(frozen=True, slots=True)
class ToteView:
    """One place on the cart: ``now`` units (each) come into it here, ``left`` in all.

    With units in hand ``now`` are those of them that are for it.
    ``why_not`` names why nobody picks it here, "" where one does; ``back`` units go back.
    """

    member: Member
    customer: str
    now: int
    left: int
    why_not: str = ""
    back: int = 0


@dataclass(frozen=True, slots=True)
class ClusterView:
    """A cluster as it stands: instructions in walking order, totes, and units in hand.

    The first step is that of what is in hand; ``awaits`` is the place that lacks a tote.
    """

    number: str
    steps: tuple[LineView, ...]
    totes: tuple[ToteView, ...]
    in_hand: int
    picked: int
    remaining: int
    awaits: ToteView | None


def cluster_view(number: str, desk: Desk) -> ClusterView:
    """Return a cluster; NotFoundError for an unknown one."""
    with desk.store.read(desk.stamp()) as work:
        job = cluster_job(work, desk, number, skipped_now(work, number, "cluster"))
        now, left = dealt(job.shares(job.step()), job.held), job.shares(job.tasks)
        totes = tuple(_tote(one, now, left) for one in job.standing)
        first = instructions(job.step())
        later = [step for step in instructions(job.tasks) if step.shares != first[0].shares]
        awaits = job.awaits
        return ClusterView(
            number,
            tuple(_step(work, job, step) for step in (*first, *later)),
            totes,
            job.held,
            sum(line.in_progress for one in job.standing for line in one.order.lines),
            job.remaining,
            next((tote for tote in totes if tote.member == awaits), None),
        )


def _tote(one: Standing, now: dict[str, int], left: dict[str, int]) -> ToteView:
    number = one.order.number
    return ToteView(
        one.member,
        one.order.customer,
        now.get(number, 0),
        left.get(number, 0),
        one.why_not,
        one.back,
    )


def _step(work: Work, job: ClusterJob, step: Instruction) -> LineView:
    product = work.goods.get(step.product_id)
    instead = in_place(work, job.todo.order, step.shares).all_names if job.todo else ""
    return LineView(product.sku, product.description, step.quantity, 0, step.location.code, instead)
