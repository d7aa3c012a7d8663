"""Clocks: the machine's own, one that stands still, and one that is set and then runs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from time import monotonic


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


class RunningClock:
    """A clock that is set to an instant and runs on from there, for the sample day."""

    def __init__(self, at: datetime) -> None:
        """Begin at an aware instant."""
        self.set(at)

    def set(self, at: datetime) -> None:
        """Go to another instant."""
        self._at = at.astimezone(UTC)
        self._since_s = monotonic()

    def now(self) -> datetime:
        """Return the instant it was set to and the time since then, aware, in UTC."""
        return self._at + timedelta(seconds=monotonic() - self._since_s)
