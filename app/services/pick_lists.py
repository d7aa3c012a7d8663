"""What an order's picker may take now, from the plan and from what lies where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.picking import (
    Source,
    Task,
    free_sources,
    instructions,
    make_tasks,
    may_be,
    skipped_last,
)
from app.services.standing_in import in_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from app.domain.goods import Location, Trace
    from app.domain.jobs import Spots
    from app.domain.orders import Order
    from app.services.desk import Desk
    from app.work import Work


@dataclass(frozen=True, slots=True)
class PickList:
    """What an order's picker may take now: tasks in their order, and where from.

    What was ``skipped`` (location, product) comes last.
    """

    order: Order
    wanted: Mapping[int, int]
    sources: tuple[Source, ...]
    tasks: tuple[Task, ...]
    skipped: Spots = ()

    @property
    def remaining(self) -> int:
        """Return the units still to pick now."""
        return sum(task.quantity for task in self.tasks)

    def wanted_of(self, product_id: int) -> int:
        """Return the units of a product that can go now."""
        lines = (line for line in self.order.lines if line.product_id == product_id)
        return sum(self.wanted[line.id] for line in lines)

    def from_place(self, place: Location | None) -> tuple[Task, ...]:
        """Return the tasks as they are when units come from that place (None: any)."""
        sources = [source for source in self.sources if place in (None, source.location)]
        return self._made(sources)

    def of_trace(
        self, product_id: int, trace: Trace, place: Location | None, *, is_known: bool
    ) -> tuple[Task, ...]:
        """Return the tasks of a product when units of that lot and serial come from a place.

        A unit whose serial ``is_known`` to lie somewhere is that one and no other.
        """
        fitting = [
            source
            for source in self.sources
            if source.product_id == product_id
            and place in (None, source.location)
            and may_be(source.trace, trace)
            and not (is_known and source.trace.serial != trace.serial)
        ]
        return self._made(fitting)

    def _made(self, sources: Iterable[Source]) -> tuple[Task, ...]:
        tasks = make_tasks(self.order.lines, self.wanted, sources)
        return skipped_last(tasks, self.skipped) if self.skipped else tasks


def skipped_now(work: Work, number: str, job: str = "pick") -> Spots:
    """Return what this station's sitting at a pick (or another job of that kind) has skipped."""
    sitting = work.scans.sitting(job, number)
    return () if sitting is None else work.scans.memory(sitting).skipped


def pick_list(work: Work, desk: Desk, order: Order, skipped: Spots = ()) -> PickList:
    """Work out what can be picked now."""
    wanted = desk.planner.current(work).pickable(order.number) if order.workable else {}
    wanted = {line.id: min(wanted.get(line.id, 0), line.open) for line in order.lines}
    today = work.stamp.at.astimezone(work.settings.zone).date()
    products = {line.product_id for line in order.lines if wanted[line.id]}
    sources = [
        source
        for product_id in sorted(products)
        for source in _sources(work, order, product_id, today)
    ]
    tasks = skipped_last(make_tasks(order.lines, wanted, sources), skipped)
    return PickList(order, wanted, tuple(sources), tasks, skipped)


def _sources(work: Work, order: Order, product_id: int, today: date) -> list[Source]:
    stock = work.ledger.of_product(product_id)
    staged = work.locks.staged_of_product(product_id)
    taken = (*staged, *work.shipments.standing(product_id))
    free = free_sources(stock, taken, work.ledger.missing(product_id), today)
    mine = {line.id for line in order.lines}
    places = {row.location.id: row.location for row in stock}
    own = [
        Source(places[held.location_id], product_id, held.trace, held.quantity, held.order_line_id)
        for held in staged
        if held.order_line_id in mine
        and held.location_id in places
        and not held.trace.expired(today)
    ]
    return [*own, *free]


def pick_fields(work: Work, desk: Desk, order: Order, skipped: Spots = ()) -> dict[str, Any]:
    """Return ``next`` and ``remaining`` as they stand."""
    todo = pick_list(work, desk, order, skipped)
    steps = instructions(todo.tasks)
    first = None
    if steps:
        product = work.goods.get(steps[0].product_id)
        first = {
            "location": steps[0].location.code,
            "sku": product.sku,
            "quantity": steps[0].quantity,
            **in_place(work, order, steps[0].shares).told,
        }
    return {"next": first, "remaining": todo.remaining}
