"""Keeps what the status bar shows true: links, the last commit, troubles of the program."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.texts import screen
from ui.presenters.printers_scene import printer_state
from ui.presenters.status import StationState, status_items

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.domain.device import Link
    from app.domain.printing import Queued
    from app.domain.weighing import ScaleSight
    from ui.shell import Shell


class StatusKeeper:
    """One station's state; ``clock`` tells the wall time as it is shown."""

    def __init__(self, shell: Shell, station: str, user: str, clock: Callable[[], str]) -> None:
        self._shell, self._clock = shell, clock
        self._state = StationState(station, user)
        self._show()

    @property
    def links(self) -> Mapping[str, Link]:
        """The scanners' links by device."""
        return self._state.links

    def linked(self, link: Link) -> None:
        """Note a change of a scanner's link."""
        self._state = replace(self._state, links={**self._state.links, link.device: link})
        self._show()

    def scale_seen(self, sight: ScaleSight) -> None:
        """Note what the scale says."""
        self._state = replace(self._state, scale=sight)
        self._show()

    def papers_seen(self, queue: Sequence[Queued]) -> None:
        """Note the papers that wait for a printer."""
        text, health = printer_state(queue, self._state.station)
        self._state = replace(self._state, printer=text, printer_health=health)
        self._show()

    def saved(self) -> None:
        """Note that facts were written just now: whatever was wrong works again."""
        self._state = replace(self._state, saved_at=self._clock(), trouble="")
        self._shell.show_offline("")
        self._show()

    def broke(self) -> None:
        """Say that the program itself failed; what was answered is stored."""
        self._state = replace(self._state, trouble=screen("program_trouble"))
        self._shell.show_offline(screen("program_trouble"))
        self._show()

    def _show(self) -> None:
        self._shell.status.show_items(status_items(self._state))
