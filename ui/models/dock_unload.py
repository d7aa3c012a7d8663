"""What Dock shows of the unload order, and of what can be done in each hour."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnloadRow:
    """A truck's place in the unload order, the units (each) that put it there, and why.

    ``kind`` is what its button asks for: an event (with ``door`` where it needs one), or ``open``.
    ``put`` says who put it there, or ""; its other button asks for ``turn_kind`` (``put_at`` or
    ``by_rule``, "" for none) and is named ``turn``; ``reasons`` (what is told, its words) are asked
    for first.
    """

    rank: int
    asn: str
    carrier: str
    icon: str
    place: str
    late: int
    due: int
    other: int
    reason: str
    action: str
    kind: str
    door: str = ""
    forecast: bool = False
    put: str = ""
    turn: str = ""
    turn_kind: str = ""
    reasons: tuple[tuple[str, str], ...] = ()

    @property
    def units(self) -> int:
        """All pegged units, each."""
        return self.late + self.due + self.other


@dataclass(frozen=True, slots=True)
class HourCount:
    """Orders that can go, or units to move, in one hour; ``past`` hours are over.

    ``limit`` is what can be done in it, None where nobody says; ``state`` is ``warn`` or "",
    ``about`` says what the count is made of.
    """

    label: str
    count: int
    past: bool = False
    state: str = ""
    limit: int | None = None
    about: str = ""
