"""The status bar: devices, database, station and user, each with its true state.  Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.device import Link, LinkState
from app.domain.tuning import KEYBOARD_NAME
from app.texts import screen
from ui.models.status import Health, StatusItem
from ui.presenters.scale_scene import scale_item

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.weighing import ScaleSight

LINKS = {
    LinkState.CONNECTED: (Health.OK, "link_connected"),
    LinkState.CONNECTING: (Health.CATCH, "link_connecting"),
    LinkState.DISCONNECTED: (Health.BAD, "link_disconnected"),
    LinkState.STOPPED: (Health.CATCH, "link_stopped"),
}
KEYBOARD = KEYBOARD_NAME
WORST_FIRST = (
    LinkState.DISCONNECTED,
    LinkState.CONNECTING,
    LinkState.STOPPED,
    LinkState.CONNECTED,
)


@dataclass(frozen=True, slots=True)
class StationState:
    """What is known of a station's surroundings; ``saved_at`` is the last commit's wall time."""

    station: str
    user: str
    printer: str = ""
    printer_health: Health = Health.OK
    saved_at: str = ""
    trouble: str = ""
    links: Mapping[str, Link] = field(default_factory=dict)
    scale: ScaleSight | None = None


def status_items(state: StationState) -> tuple[StatusItem, ...]:
    """Return the items of the status bar, left to right."""
    return (
        _scanner(state),
        StatusItem(
            "printer",
            "print",
            screen("printer"),
            state.printer or screen("printer_ready"),
            state.printer or screen("printer"),
            state.printer_health,
        ),
        scale_item(state.scale),
        _database(state),
        StatusItem(
            "station",
            "desktop_windows",
            state.station,
            word=state.station,
            health=Health.NONE,
            at_end=True,
        ),
        StatusItem("user", "person", state.user, word=state.user, health=Health.NONE, at_end=True),
    )


def _scanner(state: StationState) -> StatusItem:
    """Show how many are ready; a typing one matters only where there is no other.

    It is "not connected" whenever another program has the keyboard.
    """
    serial = [link.state for device, link in state.links.items() if device != KEYBOARD]
    said = serial or [link.state for link in state.links.values()]
    worst = next((kind for kind in WORST_FIRST if kind in said), LinkState.STOPPED)
    health, word = LINKS[worst]
    ready = sum(link is LinkState.CONNECTED for link in said)
    detail = screen("scanners_ready", ready=ready) if ready else screen(word)
    if ready and health is Health.BAD:
        health = Health.CATCH
    return StatusItem(
        "scanner", "barcode_scanner", screen("scanner"), detail, screen("scanner"), health
    )


def _database(state: StationState) -> StatusItem:
    if state.trouble:
        trouble = screen("database_trouble")
        return StatusItem("database", "database", screen("database"), trouble, trouble, Health.BAD)
    saved = screen("saved_at", time=state.saved_at) if state.saved_at else screen("open")
    return StatusItem("database", "database", screen("database"), saved, screen("saved"))
