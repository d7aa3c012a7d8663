"""The totes of a cluster: which is whose, and whether one may be taken."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.cluster import dealt
from app.domain.jobs import refuse
from app.domain.scan import Outcome
from app.services.cluster_lists import JOB
from app.services.pick_lists import pick_list
from app.services.put_back import put_back_of
from app.services.turns import Done, said
from app.texts.cluster import totes_told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.cluster import Member
    from app.domain.picking import Task
    from app.domain.reading import Reading
    from app.services.cluster_lists import ClusterJob
    from app.services.turns import Turn


def tote_code(reading: Reading) -> str:
    """Return the code under which a tote is known: its SSCC where it has one."""
    return reading.sscc or reading.code


def totes_of(job: ClusterJob, tasks: Iterable[Task]) -> str:
    """Say into which totes the units of tasks go, those in hand where there are any."""
    members = {member.order: member for member in job.cluster.members}
    return totes_told(
        (members[order].letter, members[order].tote, units)
        for order, units in dealt(job.shares(tasks), job.held).items()
    )


def give_tote(turn: Turn, job: ClusterJob, member: Member, tote: str) -> Done:
    """Give an order the scanned tote; a shipment's number is none, nor is one that is in use."""
    if turn.work.shipments.find(tote) is not None:
        answer = refuse(Outcome.WRONG_CONTAINER, "no_tote", code=tote, order=member.order)
        return Done(answer, turn.memory)
    if busy := _holds(turn, tote):
        say = "tote_is_full" if job.cluster.whose(tote) else "tote_busy"
        return Done(refuse(Outcome.WRONG_CONTAINER, say, tote=tote, order=busy), turn.memory)
    turn.work.clusters.give_tote(turn.fact, job.cluster.id, member.order_id, tote)
    answer = said("tote_given", tote=tote, order=member.order, letter=member.letter)
    fields = {"order": member.order, "tote": tote}
    return Done(replace(answer, fields=fields), turn.memory, changes=True)


def fill_tote(turn: Turn, job: ClusterJob, code: str) -> Done:
    """Let no more go into an order's tote: the next one is asked for before anything is taken."""
    memory = replace(turn.memory, full=False)
    member = job.cluster.at_tote(code)
    if member is None:
        answer = refuse(Outcome.WRONG_CONTAINER, "no_full_tote", code=code)
        return Done(answer, turn.memory)
    if not job.shares(job.tasks).get(member.order):
        answer = refuse(Outcome.WRONG_STATE, "tote_gets_no_more", tote=code, order=member.order)
        return Done(answer, memory)
    turn.work.clusters.fill_tote(turn.fact, job.cluster.id, member.order_id, code)
    answer = said("tote_filled", tote=code, order=member.order, letter=member.letter)
    fields = {"order": member.order, "tote": code}
    return Done(replace(answer, fields=fields), memory, changes=True)


def _holds(turn: Turn, tote: str) -> str:
    """Return the order that a tote is for: units lie in it, or are about to; "" for a free one."""
    work = turn.work
    found = work.clusters.order_at(tote)
    order = None if found is None else work.orders.find(found[1])
    if found is None or order is None:
        return ""
    cluster = work.clusters.find(found[0])
    takes_more = cluster is not None and cluster.at_tote(tote) is not None
    at_work = takes_more and work.scans.claimed(JOB, found[0]) is not None
    goes_back = put_back_of(work, order.number).remaining
    if goes_back or any(line.in_progress for line in order.lines):
        return order.number
    return order.number if at_work and pick_list(work, turn.desk, order).remaining else ""
