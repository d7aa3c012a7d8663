"""What booking doors needs from the store: trucks of both directions, their doors, their facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from app.domain.appointments import Block, Booking, Door
    from app.domain.board import Truck
    from app.domain.dock import DockEvent, DockState


@dataclass(frozen=True, slots=True)
class Visit:
    """A truck's visit: a delivery (inbound, by ASN) or a pickup (outbound, by number).

    ``fresh`` tells that nothing is said of it that was not taken back.
    """

    id: int
    number: str
    direction: str
    state: DockState
    fresh: bool = False


class Visits(Protocol):
    """Deliveries and pickups of the work's site, as the dock sees them."""

    def find(self, direction: str, number: str) -> Visit | None:
        """Find a visit by its number."""

    def add(
        self, fact: int, direction: str, number: str, at: datetime, supplier: str = ""
    ) -> Visit:
        """Make a visit that nobody announced; it is none (cancelled) until something is said."""

    def say(self, fact: int, visit: Visit, event: DockEvent) -> None:
        """Append a dock event; its key is given by the database."""

    def take_back(self, fact: int, visit: Visit, kinds: Collection[str] = ()) -> int | None:
        """Take back the newest event (of some kinds) not yet taken back; return its fact or None.

        What the same fact said of other trucks is taken back with it, where it was a swap.
        """

    def newest(self, visit: Visit) -> int | None:
        """Return the fact of a visit's newest event not yet taken back, None without one."""

    def told_with(self, fact: int, visit: Visit) -> tuple[Visit, ...]:
        """Return the other visits of its direction of which a fact spoke too: a swap's partner."""

    def bookings(self) -> tuple[Booking, ...]:
        """Return what every truck of the site claims that is not gone."""

    def awaited(self) -> tuple[Visit, ...]:
        """Return the visits that have an appointment and are still awaited."""

    def missed_ahead(self, actor: str, now: datetime) -> tuple[Visit, ...]:
        """Return the visits whose last word is a no-show that an actor noted later than now."""

    def pickups(self) -> tuple[Truck, ...]:
        """Return every pickup of which something is said."""


class Doors(Protocol):
    """The doors of the work's site."""

    def all(self) -> tuple[Door, ...]:
        """Return the doors by code, with the blocks that are not lifted."""

    def set(self, fact: int, code: str, values: Mapping[str, str]) -> None:
        """Set properties (direction, hours, equipment) of a door; an unknown one is made."""

    def block(self, fact: int, code: str, block: Block) -> None:
        """Take a door out of use for a while."""

    def lift(self, fact: int, code: str) -> int:
        """Lift all blocks of a door; return how many there were."""
