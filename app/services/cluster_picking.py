"""Picking a cluster: an item is scanned, then the tote into which it goes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.cluster import InHand, dealt, may_name_a_tote, part_of
from app.domain.command_scan import CommandKind
from app.domain.errors import RefusedError
from app.domain.jobs import refuse
from app.domain.reading import Kind
from app.domain.scan import Outcome
from app.services.cluster_lists import JOB, TAKEN_OVER, at_place, cluster_fields, cluster_job
from app.services.cluster_totes import fill_tote, give_tote, tote_code, totes_of
from app.services.lifting import pick, pick_short
from app.services.meaning import RoomKnown
from app.services.pick_answers import ANSWERS, ask_if_empty, skip
from app.services.picking import go_to, wanted_or_refusal
from app.services.taking import fitting, parts_or_refusal, place_of, take_parts
from app.services.turns import Done, Turn, refuse_item, said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.goods import Product, Trace
    from app.domain.jobs import Answer
    from app.domain.picking import Task
    from app.services.cluster_lists import ClusterJob, ClusterList, Standing
    from app.work import Work

COMMANDS = frozenset({CommandKind.SHORT, CommandKind.SKIP, CommandKind.CARTON, *ANSWERS})


class ClusterKnown(RoomKnown):
    """What the floor knows, and totes: any other code is one while a tote is to be scanned."""

    def __init__(self, work: Work, totes: frozenset[str], *, any_tote: bool) -> None:
        super().__init__(work, totes)
        self._any = any_tote

    def container(self, code: str) -> bool:
        """Tell whether a code is a tote's, or may be."""
        return super().container(code) or (self._any and may_name_a_tote(code))


class ClusterRoom:
    """The room where several orders are picked at once."""

    name = JOB

    def known(self, work: Work, number: str) -> RoomKnown:
        """Know the floor's codes, the cluster's number and its totes."""
        cluster = work.clusters.find(number)
        totes = [member.tote for member in cluster.members] if cluster else []
        full = [tote for member in cluster.members for tote in member.full] if cluster else []
        sitting = work.scans.sitting(JOB, number)
        held = sitting is not None and bool(work.clusters.in_hand(sitting))
        return ClusterKnown(
            work, frozenset({number, *filter(None, totes), *full}), any_tote=held or not all(totes)
        )

    def expects_place(self, turn: Turn) -> bool:
        """Tell whether the instruction's place is meant by a code that a product has too."""
        job = _job(turn)
        step = job.step()
        if not step or job.in_hand or step[0].source.location.code != turn.reading.code:
            return False
        is_there = turn.memory.location_id == step[0].source.location.id
        must_confirm = turn.work.settings.confirm_location and not is_there
        return must_confirm or step[0].source.product_id != turn.product.id

    def why_final(self, turn: Turn) -> str | None:
        """Allow to take back: what is shipped refuses by itself."""
        _ = turn
        return None

    def fields(self, turn: Turn) -> Mapping[str, Any]:
        """Return the next instruction, what is left, and how the totes stand."""
        fields = cluster_fields(turn.work, _job(turn))
        return {"order": None, "tote": None, **fields}

    def item(self, turn: Turn) -> Done:
        """Take units in hand for their totes, or refuse whole; damaged ones are set aside."""
        job = _job(turn)
        if refused := _not_now(turn, job):
            return Done(replace(refused, sku=turn.product.sku), turn.memory)
        todo, product = _todo(job), turn.product
        other = any(part.product_id != product.id for part in job.in_hand)
        if other or (turn.memory.damaged and job.in_hand):
            return Done(_tote_first(turn, job, product.sku), turn.memory)
        if all(line.product_id != product.id for line in todo.order.lines):
            return refuse_item(turn, Outcome.WRONG_ITEM, "not_in_cluster")
        wanted = wanted_or_refusal(turn, todo.order)
        if isinstance(wanted, Done):
            return wanted
        trace, waits = wanted
        if trace.serial and any(part.trace.serial == trace.serial for part in job.in_hand):
            return refuse_item(turn, Outcome.DUPLICATE, "serial_counted")
        parts = parts_or_refusal(turn, todo, trace, waits, job.held)
        if isinstance(parts, Done):
            return parts
        if turn.memory.damaged:
            return take_parts(turn, todo.order, parts, trace)
        return _hold(turn, job, trace)

    def place(self, turn: Turn) -> Done:
        """Go to a place that holds something this job needs."""
        job = _job(turn)
        if refused := _not_now(turn, job):
            return Done(refused, turn.memory)
        if job.in_hand:
            return Done(_tote_first(turn, job), turn.memory)
        return go_to(turn, _todo(job))

    def container(self, turn: Turn) -> Done:
        """Give an order its tote, put into a tote what is in hand, or say how a tote stands."""
        job, code = _job(turn), tote_code(turn.reading)
        if code == turn.number:
            return Done(said("same_job", number=turn.number), turn.memory)
        whose, member = job.cluster.whose(code), job.cluster.at_tote(code)
        if whose and (stopped := _stopped(turn, job.standing_of(whose.order), code)):
            return stopped
        if turn.memory.full:
            return fill_tote(turn, job, code)
        if member is None:
            if turn.reading.kind is Kind.CONTAINER and job.awaits:
                return give_tote(turn, job, job.awaits, code)
            return Done(_no_tote(turn, job), turn.memory)
        standing = job.standing_of(member.order)
        if not job.in_hand:
            left = job.shares(job.tasks).get(member.order, 0)
            say = "tote_goes_on" if left else "tote_full"
            answer = said(say, tote=code, order=member.order, left=left)
            return _at(Done(answer, turn.memory), standing)
        return _put_in(turn, job, standing)

    def command(self, turn: Turn) -> Done:
        """Note a short pick or why, skip, a full tote; each shipment closes at packing."""
        command = turn.reading.command
        kind = None if command is None else command.kind
        numbered = kind is CommandKind.CARTON and command is not None and command.quantity
        if kind not in COMMANDS or numbered:
            return Done(refuse(Outcome.NOT_ALLOWED, "not_here", number=turn.number), turn.memory)
        if command is not None and kind in ANSWERS:
            return ANSWERS[kind](turn, command)
        job = _job(turn)
        if refused := _not_now(turn, job):
            return Done(refused, turn.memory)
        if kind is CommandKind.CARTON:
            return Done(said("full_pending"), replace(turn.memory, full=True))
        if job.in_hand:
            return Done(_tote_first(turn, job), turn.memory)
        tasks = at_place(job, place_of(turn))
        if kind is CommandKind.SHORT:
            return pick_short(turn, _for_first(job, tasks), tasks)
        done = skip(turn, _todo(job), tasks)
        after = cluster_job(turn.work, turn.desk, turn.number, done.memory.skipped, turn.sitting)
        answer = replace(done.answer, fields=cluster_fields(turn.work, after))
        return replace(done, answer=answer)


def _stopped(turn: Turn, standing: Standing, code: str) -> Done | None:
    """Refuse the tote of an order that is not picked here any more; None where it is."""
    if not standing.why_not:
        return None
    say = "tote_elsewhere" if standing.why_not == TAKEN_OVER else "tote_stopped"
    answer = refuse(Outcome.WRONG_STATE, say, number=standing.order.number, tote=code)
    return _at(Done(answer, turn.memory), standing, code)


def _job(turn: Turn) -> ClusterJob:
    return cluster_job(turn.work, turn.desk, turn.number, turn.memory.skipped, turn.sitting)


def _todo(job: ClusterJob) -> ClusterList:
    """Return the joined list; RefusedError where no order of the cluster is picked here."""
    if job.todo is None:
        raise RefusedError("cluster_over", number=job.cluster.number)
    return job.todo


def _for_first(job: ClusterJob, tasks: Sequence[Task]) -> ClusterList:
    """Return the joined list for the order whose task comes first: its offers are told."""
    todo = _todo(job)
    if not tasks:
        return todo
    order = job.standing_of(job.order_of_line[tasks[0].order_line_id]).order
    return replace(todo, order=order)


def _not_now(turn: Turn, job: ClusterJob) -> Answer | None:
    """Refuse while an order has no tote, and where no order is picked here; None where it goes."""
    if job.todo is None:
        return refuse(Outcome.WRONG_STATE, "cluster_over", number=turn.number)
    if job.awaits:
        told = {"order": job.awaits.order, "letter": job.awaits.letter}
        return refuse(Outcome.WRONG_STATE, "totes_first", **told)
    return None


def _tote_first(turn: Turn, job: ClusterJob, sku: str | None = None) -> Answer:
    totes = totes_of(job, _held_tasks(turn, job))
    return refuse(Outcome.WRONG_STATE, "tote_first", sku, totes=totes)


def _no_tote(turn: Turn, job: ClusterJob) -> Answer:
    code = turn.reading.code
    if full := job.cluster.whose(tote_code(turn.reading)):
        return refuse(Outcome.WRONG_CONTAINER, "tote_is_full", tote=code, order=full.order)
    if job.in_hand:
        totes = totes_of(job, _held_tasks(turn, job))
        return refuse(Outcome.WRONG_CONTAINER, "wrong_tote", tote=code, totes=totes)
    if job.awaits:
        told = {"code": code, "order": job.awaits.order}
        return refuse(Outcome.WRONG_CONTAINER, "no_tote", **told)
    return refuse(Outcome.WRONG_CONTAINER, "wrong_container", code=code)


def _held_tasks(turn: Turn, job: ClusterJob) -> tuple[Task, ...]:
    """Return the tasks that what is in hand may serve, at the place where it was taken."""
    if not job.in_hand or job.todo is None:
        return ()
    part = job.in_hand[0]
    return fitting(turn, job.todo, _product(turn, job), part.trace, job.held)


def _product(turn: Turn, job: ClusterJob) -> Product:
    return turn.work.goods.get(job.in_hand[0].product_id)


def _at(done: Done, standing: Standing, tote: str = "") -> Done:
    fields = {"order": standing.order.number, "tote": tote or standing.member.tote}
    return replace(done, answer=replace(done.answer, fields={**done.answer.fields, **fields}))


def _hold(turn: Turn, job: ClusterJob, trace: Trace) -> Done:
    """Take scanned units in hand; into the only tote at once where totes are not confirmed."""
    product = turn.product
    held = InHand(product.id, trace, turn.units)
    turn.work.clusters.tell(turn.fact, turn.sitting, held)
    now = replace(job, in_hand=turn.work.clusters.in_hand(turn.sitting))
    tasks = _held_tasks(turn, now)
    orders = tuple(job.shares(tasks))
    if len(orders) == 1 and not turn.work.settings.confirm_tote:
        return _put_in(turn, now, job.standing_of(orders[0]))
    name = product.description or product.sku
    totes = totes_of(now, tasks)
    sku = product.sku
    answer = said("for_totes", turn.units, sku, units=now.held, name=name, totes=totes)
    return Done(answer, turn.memory, changes=True)


def _put_in(turn: Turn, job: ClusterJob, standing: Standing) -> Done:
    """Put what is in hand into an order's tote, as many as it was told; the rest stays in hand.

    A tote that was not told of gets as many as its order gets here.
    """
    product, done, counted = _product(turn, job), Done(said("picked"), turn.memory), 0
    shares = dealt(job.shares(_held_tasks(turn, job)), job.held)
    most = shares.get(standing.order.number, job.held)
    for part in job.in_hand:
        now = _job(turn)
        tasks = () if now.todo is None else fitting(turn, now.todo, product, part.trace, now.held)
        units = min(part.quantity, most - counted)
        mine = part_of(tasks, (line.id for line in standing.order.lines), units)
        if units := sum(task.quantity for task in mine):
            turn.work.clusters.tell(turn.fact, turn.sitting, replace(part, quantity=units), -1)
            done = pick(turn, standing.order, product, mine, part.trace)
            done = ask_if_empty(turn, done, mine[-1].source.location)
            counted += units
    if not counted:
        totes = totes_of(job, _held_tasks(turn, job))
        told = {"tote": standing.member.tote, "totes": totes}
        answer = refuse(Outcome.WRONG_CONTAINER, "wrong_tote", product.sku, **told)
        return _at(Done(answer, turn.memory), standing)
    return _told(job, standing, product, counted, done)


def _told(job: ClusterJob, standing: Standing, product: Product, units: int, done: Done) -> Done:
    """Say what went into which tote, and what is still in hand."""
    member, left = standing.member, job.held - units
    answer = said(
        "into_tote_left" if left else "into_tote",
        units,
        product.sku,
        units=units,
        name=product.description or product.sku,
        letter=member.letter,
        tote=member.tote,
        left=left,
    )
    answer = replace(answer, fields=done.answer.fields)
    return _at(replace(done, answer=answer, changes=True), standing)
