"""Clocks: the machine's own, and one that stands still for rehearsals and tests."""

from __future__ import annotations

from datetime import UTC, datetime


class SystemClock:
    """The machine's clock (``app.ports.Clock``)."""

    def now(self) -> datetime:
        """Return the instant, aware, in UTC."""
        return datetime.now(UTC)


class FixedClock:
    """A clock that stands at one instant: facts recorded under it carry that instant."""

    def __init__(self, at: datetime) -> None:
        """Take the instant; raises ValueError where it names no offset."""
        if at.tzinfo is None:
            raise ValueError("an instant without an offset is no instant")
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        """Return the fixed instant, aware, in UTC."""
        return self._at
