"""Several trucks told of at once: all or none, in one transaction, and taken back the same way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.board import INBOUND
from app.services.ordering import weigh
from app.services.trucks import find_visit, take_back_each, tell_each

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.services.desk import Desk
    from app.services.trucks import Said, TruckEvent
    from app.work import Work


@dataclass(frozen=True, slots=True)
class Telling:
    """What is to be said of one truck."""

    number: str
    event: TruckEvent
    direction: str = INBOUND


def tell_together(
    tellings: Sequence[Telling], desk: Desk, *, dry_run: bool = False
) -> Mapping[str, Any]:
    """Note one event of each of several trucks and say what they do to the plan.

    They are judged as they stand afterwards, so that trucks can change places.  ``said`` are
    the facts, in their order.  NotFoundError and RefusedError as ``tell_truck``, and then none
    of it is kept.
    """

    def apply(work: Work) -> Mapping[str, Any]:
        found = [(find_visit(work, one.direction, one.number), one.event) for one in tellings]
        return _told(tell_each(work, found))

    return {"dry_run": dry_run, **weigh(desk, apply, dry_run=dry_run)}


def take_back_together(
    said: Sequence[Said], desk: Desk, *, dry_run: bool = False
) -> Mapping[str, Any]:
    """Take back what was said of several trucks; ``said`` are the facts that are taken back.

    RefusedError as ``take_back``, and where something else was said of one of them since.
    """

    def apply(work: Work) -> Mapping[str, Any]:
        return _told(take_back_each(work, said))

    return {"dry_run": dry_run, **weigh(desk, apply, dry_run=dry_run)}


def _told(said: Sequence[Said]) -> Mapping[str, Any]:
    return {"said": tuple(said), "freed": [part for one in said for part in one.freed]}
