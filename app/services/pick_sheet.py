"""The printed pick list: what an order's picker may take now, as it is put on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.documents import printable
from app.domain.instants import print_day
from app.domain.pick_sheet import PickRow, PickSheet
from app.domain.picking import instructions
from app.services.pick_lists import pick_list
from app.services.picking import find_order
from app.services.standing_in import in_place
from app.texts import pick_sheet as words

if TYPE_CHECKING:
    from app.domain.goods import Trace
    from app.domain.orders import Order
    from app.domain.picking import Instruction
    from app.services.desk import Desk
    from app.services.pick_lists import PickList
    from app.work import Work

LONGEST_LOTS = 400  # characters


def make_pick_sheet(number: str, desk: Desk) -> PickSheet:
    """Say what can be picked of an order now; nothing is claimed, and nothing changes.

    Raises NotFoundError for an unknown order.
    """
    with desk.store.read(desk.stamp()) as work:
        order = find_order(work, number)
        todo = pick_list(work, desk, order)
        steps = instructions(todo.tasks)
        at = work.stamp.at.astimezone(work.settings.zone)
        stays = sum(line.open for line in order.lines) - todo.remaining
        return PickSheet(
            printable(work.settings.site_name),
            printable(order.number),
            printable(order.customer),
            words.say("as_of", time=f"{at:%Y-%m-%d %H:%M}"),
            _sum(todo.remaining, len({step.location.id for step in steps})),
            words.say("stays", units=stays) if stays > 0 else "",
            tuple(_row(work, order, todo, step) for step in steps),
        )


def _sum(units: int, places: int) -> str:
    if not units:
        return words.say("nothing")
    return words.say("says" if places > 1 else "says_one", units=units, places=places)


def _row(work: Work, order: Order, todo: PickList, step: Instruction) -> PickRow:
    product = work.goods.get(step.product_id)
    place = (step.location.id, step.product_id)
    lots = dict.fromkeys(
        _trace(task.source.trace)
        for task in todo.tasks
        if (task.source.location.id, task.source.product_id) == place
    )
    return PickRow(
        printable(step.location.code),
        printable(product.sku),
        printable(in_place(work, order, step.shares).of(product)),
        step.quantity,
        printable("; ".join(filter(None, lots)), LONGEST_LOTS),
    )


def _trace(trace: Trace) -> str:
    parts = (
        words.say("lot", lot=trace.lot) if trace.lot else "",
        words.say("serial", serial=trace.serial) if trace.serial else "",
        words.say("best_until", day=print_day(trace.expires_on)) if trace.expires_on else "",
    )
    return ", ".join(filter(None, parts))
