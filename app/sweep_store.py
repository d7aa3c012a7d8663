"""What sweeping lanes needs from the store: the sweeps, and what was counted in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.goods import Trace


@dataclass(frozen=True, slots=True)
class Sweep:
    """A sweep of one lane that is not closed; ``fact`` began it."""

    id: int
    fact: int
    location_id: int


class Sweeps(Protocol):
    """Sweeps of lanes, and counts of places (``purpose`` count)."""

    def open_of(self, location_id: int, purpose: str = "") -> Sweep | None:
        """Return the sweep of a lane that is not closed."""

    def begin(self, fact: int, location_id: int, purpose: str = "") -> Sweep:
        """Begin one."""

    def close(self, fact: int, sweep_id: int) -> None:
        """Close it: the next one begins with nothing counted."""

    def count(self, fact: int, sweep_id: int, product_id: int, trace: Trace, units: int) -> None:
        """Note scanned units (each)."""

    def counted(self, sweep_id: int) -> Mapping[tuple[int, Trace], int]:
        """Return the scanned units (each, > 0) by product and trace."""

    def products_in(self, location_id: int) -> tuple[int, ...]:
        """Return the products (keys) of which any lies in a place, by SKU."""

    def moved_since(self, location_id: int, fact: int) -> frozenset[int]:
        """Return the products (keys) that came to a place or left it after a fact."""

    def staged_since(self, location_id: int) -> Mapping[int, datetime]:
        """Return by order line since when units stand staged in a place for it."""

    def came_on(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Return by place and order the ASNs that brought what was sent there, oldest first."""

    def last_answer(self, location_id: int) -> Mapping[str, Any] | None:
        """Return what was answered when the lane's last sweep was closed, None without one."""
