"""The sample day in the window: its work in order, and a picture of every screen on the way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol

from app.domain.device import Link, LinkState
from app.sample import sample_moment, sample_story
from app.services.summing import day_summary, planned_units
from ui.rehearsal import Rehearsal

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from app.sample import Step
    from ui.station import Station

CARTON = "]C1011040070001007617270630\x1d10L4471\x1d3712"  # a case of lamps as GS1-128 tells it
AFTERWARDS = ("receive", "pick", "pack")


class SettableClock(Protocol):
    """The clock that the sample day moves."""

    def now(self) -> datetime:
        """Return the instant."""
        ...

    def set(self, at: datetime) -> None:
        """Go to an instant."""
        ...


def play_day(station: Station, clock: SettableClock, folder: Path) -> list[str]:
    """Do the sample's work and leave the pictures in the folder; return what went wrong."""
    day = clock.now().date()
    rehearsal = Rehearsal(station, folder)
    station.window.linked.emit(Link(rehearsal.device, LinkState.CONNECTED))
    for step in sample_story(day):
        clock.set(step.at or sample_moment(day))
        _play(rehearsal, step)
    clock.set(sample_moment(day))
    for room in AFTERWARDS:
        rehearsal.show(room)
        rehearsal.shoot(f"{room}-queue")
    for screen in (name for name in station.window.decks if name not in AFTERWARDS):
        rehearsal.show(screen)
        if screen == "setup":
            rehearsal.scan(CARTON)
        if screen == "crossdock":
            rehearsal.light_up_first()
        rehearsal.shoot(screen)
    rehearsal.shoot_wall()
    station.close()
    return rehearsal.troubles


def rehearse(station: Station, clock: SettableClock, folder: Path) -> tuple[list[str], bool]:
    """Do the sample's work and leave pictures and ``summary.json`` in the folder.

    Return what went wrong, and whether the books are right at the end.
    """
    desk = station.window.desk
    planned = planned_units(desk)
    troubles = play_day(station, clock, folder)
    summary = day_summary(desk, planned)
    (folder / "summary.json").write_text(json.dumps(summary, indent=1), encoding="utf-8")
    return troubles, bool(summary["verify"]["ok"])


def _play(rehearsal: Rehearsal, step: Step) -> None:
    if step.kind in ("receive", "pick", "pack"):
        rehearsal.job(step.kind, step.target, step.codes)
    else:
        rehearsal.truck(step.target, step.kind, step.codes[0] if step.codes else "")
    if step.shows:
        rehearsal.shoot(step.shows)
