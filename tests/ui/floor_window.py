"""The product's own window on a warehouse, told what to do by lines on standard input.

Run as a child on a real X server: ``python -m tests.ui.floor_window DATABASE``.  It says every
answer to a scan as a JSON line.
"""

import json
import os
import sys
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QWidget

import main as program
from app.commands.session import Options
from app.domain.device import DeviceProfile, KeyLimits
from tests.support.x_child import SETTLE_MS
from ui.station import Station
from ui.views.appointment_card import AppointmentCard
from ui.wedge_filter import WedgeFilter


def say(**what: object) -> None:
    print(json.dumps(what), flush=True)  # noqa: T201  # standard output is the child's voice


def focusable(station: Station) -> list[QWidget]:
    """Every part of the window that can have the keyboard's focus now."""
    return [
        widget
        for widget in station.window.shell.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def obey(station: Station, line: str) -> None:
    order, _, rest = line.partition(" ")
    if order == "quit":
        station.app.quit()
    elif order == "focus":
        parts = focusable(station)
        widget = parts[int(rest) % len(parts)]
        widget.setFocus()
        say(focus=int(rest), widget=type(widget).__name__, has=widget.hasFocus())
    elif order == "settle":
        QTimer.singleShot(SETTLE_MS, lambda: say(settled=True))
    elif order == "card":
        (card,) = station.window.shell.findChildren(AppointmentCard)
        texts = {name: field.text() for name, field in card.rows.fields.items()}
        say(card=card.isVisible(), typed=texts)
    elif order == "where":
        say(where=station.window.shell.current().name)


def main(database: str) -> None:
    outfit = program.fit_out(Options(db=database, as_of="2026-03-02T08:40:00Z"))
    station = Station("dockhand", outfit.desk, program._surroundings(outfit, lambda _: None))
    # A longer gap than a device needs: xdotool stumbles where all processors are busy.
    limits = DeviceProfile(name="wedge", keys=KeyLimits(gap_ms=250, hold_ms=500))
    station._sources[:] = [WedgeFilter(limits, station.app, outfit.desk.clock, lambda: uuid4().hex)]
    station.listen()

    def answered(answer: Mapping[str, Any]) -> None:
        say(answer=answer.get("outcome", "opened"), scan=answer.get("scan", answer.get("number")))

    for room in (station.window.room(name).presenter for name in ("receive", "pick", "pack")):
        room.answered.connect(answered)
    station.window.linked.connect(lambda link: say(link=link.state.value))
    listening = QSocketNotifier(0, QSocketNotifier.Type.Read)

    def listen() -> None:
        for line in os.read(0, 65536).decode().splitlines():
            obey(station, line)

    listening.activated.connect(listen)
    station.run()


if __name__ == "__main__":
    main(sys.argv[1])
