"""May blocks stand there?  The rule of the services, over what the board shows.  Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.appointments import Change, refusal
from app.domain.board import INBOUND
from app.domain.dock import after, objection
from app.services.booking import whole_minutes
from app.services.trucks import BOOKINGS, TruckEvent, said_of
from app.texts import sentence
from app.texts.dock import conflict_sentence
from ui.models.dock import YARD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.appointments import Booking, Door
    from app.domain.board import Truck
    from app.domain.settings import Settings
    from app.services.dock_board import DockDay
    from ui.models.dock import Place


@dataclass(frozen=True, slots=True)
class BoardRules:
    """The trucks of a board by the id of their block, and all that can stand against them."""

    trucks: Mapping[int, Truck]
    bookings: tuple[Booking, ...]
    doors: tuple[Door, ...]
    settings: Settings

    def refusal(self, places: Sequence[Place]) -> str:
        """Return in words why blocks cannot stand there together; "" where they can."""
        changes = []
        for place in places:
            truck, event = self.trucks[place.block], said_by(place)
            if code := objection(truck.state, event.kind):
                status = truck.state.status.replace("_", " ")
                return sentence(code, number=truck.asn, status=status)
            if event.kind in BOOKINGS:
                said = said_of(truck.state, event, self.settings, place.start)
                now = after(truck.state, said)
                changes.append(Change(truck.asn, truck.direction, truck.state, now))
        found = refusal(changes, self.bookings, self.doors, self.settings)
        if found is None:
            return ""
        number, conflict = found
        says = conflict_sentence(conflict, self.settings.zone)
        return says if len(places) == 1 else f"{number}: {says}"


def block_id(truck: Truck) -> int:
    """Return the id of a truck's block: a delivery's and a pickup's never meet."""
    return truck.id if truck.direction == INBOUND else -truck.id


def trucks_of(board: DockDay) -> dict[int, Truck]:
    """Return the trucks of a board by the id of their block."""
    slots = (*board.slots, *board.pickups)
    return {block_id(slot.truck): slot.truck for slot in slots}


def rules_of(board: DockDay) -> BoardRules:
    """Return what can stand against a truck on a board."""
    return BoardRules(trucks_of(board), board.bookings, board.door_rules, board.settings)


def said_by(place: Place) -> TruckEvent:
    """Return what is said of a truck whose block is put somewhere."""
    if place.end is not None:
        stays = {"minutes": whole_minutes(place.start, place.end)}
        return TruckEvent("resize", end_at=place.end, details=stays)
    if place.door == YARD:
        return TruckEvent("yard")
    return TruckEvent("move", place.start, place.door)
