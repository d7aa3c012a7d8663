"""What happens to a truck: each thing a fact with time and person, and a wrong one taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.errors import RefusedError
from app.services.freeing import free_left_behind
from app.services.ordering import weigh
from app.services.receiving import find_asn

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.services.desk import Desk
    from app.work import Work

EVENTS = frozenset(
    {
        "arrive",
        "at_door",
        "unloading",
        "done",
        "depart",
        "no_show",
        "cancel",
        "move",
        "estimate",
        "reopen",
    }
)
AFTER_THE_END = frozenset({"reopen"})
AFTER_NO_SHOW = frozenset({"arrive", "at_door", "unloading", "move", "estimate", "cancel"})


@dataclass(frozen=True, slots=True)
class TruckEvent:
    """What is said of a truck: ``kind`` is one of EVENTS; ``at`` goes with move and estimate."""

    kind: str
    at: datetime | None = None
    door: str = ""


def tell_truck(
    number: str, event: TruckEvent, desk: Desk, *, dry_run: bool = False
) -> Mapping[str, Any]:
    """Note an event of an ASN's truck and say what it does to the plan.

    NotFoundError for an unknown ASN; RefusedError after it was closed or cancelled.
    """

    def apply(work: Work) -> Mapping[str, Any]:
        asn = find_asn(work, number)
        over = asn.status in ("closed", "cancelled") and event.kind not in AFTER_THE_END
        gone = asn.status == "no_show" and event.kind not in AFTER_NO_SHOW
        idle = asn.status not in ("closed", "cancelled") and event.kind in AFTER_THE_END
        if over or gone or idle:
            raise RefusedError("truck_over", number=number, status=asn.status.replace("_", " "))
        fact = work.fact("truck", number, {"event": event.kind, "door": event.door})
        at = event.at or work.stamp.at
        work.inbound.event(fact, asn.id, event.kind, at, event.door)
        return {"freed": free_left_behind(work, fact, work.pins.beside([asn.id]))}

    done = weigh(desk, apply, dry_run=dry_run)
    return {"asn": number, "event": event.kind, "dry_run": dry_run, **done}


def take_back(number: str, desk: Desk, *, dry_run: bool = False) -> Mapping[str, Any]:
    """Take back the newest event of an ASN's truck; RefusedError where there is none.

    What that event freed of the truck is pinned again, as far as it is still waited for.
    """

    def apply(work: Work) -> Mapping[str, Any]:
        asn = find_asn(work, number)
        fact = work.fact("truck_undo", number)
        undone = work.inbound.undo_event(fact, asn.id)
        if undone is None:
            raise RefusedError("nothing_to_take_back", number=number)
        work.pins.pin_again(fact, undone, asn.id)
        return {"freed": free_left_behind(work, fact, work.pins.beside([asn.id]))}

    done = weigh(desk, apply, dry_run=dry_run)
    return {"asn": number, "event": "undo", "dry_run": dry_run, **done}
