"""Opening a cluster of orders, anew or where it stopped; and whose a scanned tote is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.cluster import LEAST, MOST
from app.domain.errors import RefusedError
from app.services.claiming import take_over
from app.services.cluster_lists import JOB, cluster_fields, cluster_job, find_cluster
from app.services.pick_lists import pick_list, skipped_now
from app.services.picking import find_order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.cluster import Cluster
    from app.domain.orders import Order
    from app.services.desk import Desk
    from app.work import Work

SHOWN = 30  # the newest clusters among which those that go on are looked for


def open_cluster(numbers: Sequence[str], desk: Desk) -> Mapping[str, Any]:
    """Begin a cluster of orders, or go on with one by its number or by its very orders.

    Another station's is taken over, as is the single pick of one of its orders.  RefusedError for
    too few or too many orders, for one named twice, that nobody may work on, of which nothing can
    go now, or that somebody picks in another cluster; NotFoundError for an unknown one.
    """
    with desk.store.work(desk.stamp()) as work:
        cluster = _resumed(work, numbers) or _begun(work, desk, numbers)
        told = _claimed(work, cluster)
        skipped = skipped_now(work, cluster.number, JOB)
        fields = cluster_fields(work, cluster_job(work, desk, cluster.number, skipped))
        work.commit()
    return told | fields


def open_one(number: str, desk: Desk) -> Mapping[str, Any]:
    """Go on with a cluster by its number; errors as ``open_cluster``."""
    return open_cluster((number,), desk)


def _resumed(work: Work, numbers: Sequence[str]) -> Cluster | None:
    """Return the cluster that is meant, None where a new one is."""
    for number in numbers:
        found = None if work.orders.find(number) else work.clusters.find(number)
        if found is not None and len(numbers) > 1:
            raise RefusedError("cluster_alone", number=number)
        if found is not None:
            return found
    first = work.orders.find(numbers[0]) if numbers else None
    newest = None if first is None else work.clusters.of_order(first.id)
    found = None if newest is None else work.clusters.find(newest)
    return found if found and sorted(found.orders) == sorted(numbers) else None


def joinable(number: str, desk: Desk) -> str:
    """Return the number of an order that may join a new cluster; errors as ``open_cluster``."""
    with desk.store.read(desk.stamp()) as work:
        return _may_join(work, desk, find_order(work, number)).number


def _begun(work: Work, desk: Desk, numbers: Sequence[str]) -> Cluster:
    orders = [_may_join(work, desk, find_order(work, number)) for number in numbers]
    if not LEAST <= len(orders) <= MOST:
        raise RefusedError("cluster_of", least=LEAST, most=MOST, count=len(orders))
    for number in numbers:
        if numbers.count(number) > 1:
            raise RefusedError("named_twice", number=number)
    number = _new_number(work)
    work.clusters.open_new(work.fact(f"{JOB}_begin", number), number, [one.id for one in orders])
    return find_cluster(work, number)


def _may_join(work: Work, desk: Desk, order: Order) -> Order:
    if order.cancelled:
        raise RefusedError("order_cancelled", number=order.number)
    if order.hold:
        raise RefusedError("order_on_hold", number=order.number)
    if not pick_list(work, desk, order).remaining:
        raise RefusedError("nothing_goes", number=order.number)
    newest = work.clusters.of_order(order.id)
    claim = None if newest is None else work.scans.claimed(JOB, newest)
    if newest is not None and claim is not None and claim.station != work.stamp.station:
        station = claim.station
        raise RefusedError("in_cluster", number=order.number, station=station, cluster=newest)
    return order


def _new_number(work: Work) -> str:
    """Return the next number, ``C-1``, that nothing else here has."""
    count = work.clusters.count() + 1
    while (
        work.orders.find(number := f"C-{count}")
        or work.inbound.find(number)
        or work.places.by_code(number)
        or work.clusters.find(number)
    ):
        count += 1
    return number


def _claimed(work: Work, cluster: Cluster) -> dict[str, Any]:
    """Claim the cluster and the picks of those of its orders that nobody took out of it."""
    before = work.scans.holder(JOB, cluster.number)
    taken = take_over(work, JOB, cluster.number)
    for member in cluster.members:
        holder = work.scans.holder("pick", member.order)
        if before is None or holder in (None, before):
            work.scans.claim(work.fact("pick_open", member.order), "pick", member.order)
    return {"job": JOB, "number": cluster.number, "orders": list(cluster.orders), **taken}


def going_on(work: Work, desk: Desk) -> tuple[tuple[Cluster, int], ...]:
    """Return the clusters in which something is still to be picked, with the units (each)."""
    found = []
    for number in work.clusters.latest(SHOWN):
        job = cluster_job(work, desk, number, skipped_now(work, number, JOB))
        if job.remaining and len(job.cluster.members) >= LEAST:
            found.append((job.cluster, job.remaining))
    return tuple(found)
