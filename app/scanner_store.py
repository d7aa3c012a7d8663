"""What scanners need from the store: how each device of a station was tuned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


class Scanners(Protocol):
    """Scanners' tunings (``app.domain.tuning``) of the work's site and station."""

    def tunings(self) -> Mapping[str, Mapping[str, Any]]:
        """Return what is kept by device key."""

    def tune(self, fact: int, device: str, tuning: Mapping[str, Any]) -> None:
        """Keep how a device speaks."""

    def forget(self, fact: int, names: Collection[str]) -> None:
        """Drop these parts of every tuning of the site: the site says them now."""
