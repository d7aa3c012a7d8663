"""What can be picked now, in rank order, what goes back to the shelves, and until when."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from app.domain.backorders import pickable_orders
from app.domain.instants import print_instant
from app.services.clusters import going_on
from app.services.pickups import departures_of, pickups_today
from app.services.put_back import going_back

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from app.domain.backorders import Pickable
    from app.domain.cluster import Cluster
    from app.domain.orders import Order
    from app.domain.plan.plan import Plan
    from app.services.desk import Desk
    from app.work import Work

MOST_ROWS = 60  # a queue is read from its head; nobody scrolls further with gloves on


@dataclass(frozen=True, slots=True)
class Going:
    """An order that can be picked now, with the cut-off of the pickup it leaves with, if any.

    ``policy`` is the one that counts, ``later`` when the rest of it is expected to be all there.
    """

    row: Pickable
    order: Order
    policy: str
    cut_off: datetime | None
    later: datetime | None


@dataclass(frozen=True, slots=True)
class GoingBack:
    """Picked units (each, > 0) of an order that go back to their shelves, and why."""

    order: Order
    units: int

    @property
    def why(self) -> str:
        """Return ``cancelled``, ``hold`` or ``cut``."""
        if self.order.cancelled:
            return "cancelled"
        return "hold" if self.order.hold else "cut"


@dataclass(frozen=True, slots=True)
class PickQueue:
    """What a picker can do now: orders in rank order, what is to be put back, clusters begun.

    ``clusters`` go with the units (each) that are still to be picked in them.
    """

    going: tuple[Going, ...]
    back: tuple[GoingBack, ...]
    zone: tzinfo
    clusters: tuple[tuple[Cluster, int], ...] = ()


def pick_queue(desk: Desk, most: int | None = None) -> PickQueue:
    """Return the queue, or its head of ``most`` orders."""
    with desk.store.read(desk.stamp()) as work:
        plan = desk.planner.current(work)
        cut_offs = _cut_offs(work, plan)
        going = []
        for row in pickable_orders(plan)[:most]:
            order = work.orders.find(row.order)
            if order is None:
                continue
            policy = str(order.voices(work.settings.default_policy).counts.terms.policy)
            pegs = plan.pegs_of_order(row.order) if row.stays_backordered else ()
            coming = [peg.ships_at for peg in pegs if peg.source == "inbound"]
            later = max(coming, default=None)
            going.append(Going(row, order, policy, cut_offs.get(row.order), later))
        clusters = going_on(work, desk)
        return PickQueue(tuple(going), _going_back(work), work.settings.zone, clusters)


def _cut_offs(work: Work, plan: Plan) -> dict[str, datetime]:
    """Return the earliest cut-off of the pickups that an order is foreseen to leave with."""
    found: dict[str, datetime] = {}
    for forecast in departures_of(work, plan, pickups_today(work)).by_pickup.values():
        for part in forecast.parts:
            at = forecast.pickup.cut_off
            found[part.part.order] = min(at, found.get(part.part.order, at))
    return found


def _going_back(work: Work) -> tuple[GoingBack, ...]:
    found = []
    for number, parts in going_back(work).items():
        order = work.orders.find(number)
        if order is not None:
            found.append(GoingBack(order, sum(part.quantity for part in parts)))
    return tuple(found)


def picks_json(queue: PickQueue) -> dict[str, Any]:
    """Return the queue as ``picks --json`` prints it."""
    return {
        "orders": [
            {
                **asdict(one.row),
                "policy": one.policy,
                "cut_off": print_instant(one.cut_off) if one.cut_off else None,
                "rest_expected_at": print_instant(one.later) if one.later else None,
            }
            for one in queue.going
        ],
        "put_back": [
            {
                "order": one.order.number,
                "customer": one.order.customer,
                "units": one.units,
                "why": one.why,
            }
            for one in queue.back
        ],
        "clusters": [
            {"number": one.number, "orders": list(one.orders), "units": units}
            for one, units in queue.clusters
        ],
    }
