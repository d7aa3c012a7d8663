"""Every floor story told in the window: the same answers as the commands give."""

from __future__ import annotations

import json
import uuid
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from app.domain.scan import Scan
from app.services.importing import import_files
from app.services.setting import change_setting
from app.services.verifying import verify
from tests.floor import Floor, empty_floor
from tests.stories.story import HERE, Line, differences, read_story, warehouse_files
from ui.rehearsal import Rehearsal
from ui.station import Station
from ui.window import Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

STORIES = sorted(HERE.glob("*.story"))
ROOMS = ("receive", "pick", "pack")


class WindowTeller:
    """Plays a story on the screens; ``said`` are the answers in their order."""

    def __init__(self, floor: Floor, station: Station, rehearsal: Rehearsal) -> None:
        self.floor, self.station, self.rehearsal = floor, station, rehearsal
        self.room = ""
        self.said: list[Any] = []
        for name in ROOMS:
            station.window.room(name).presenter.answered.connect(self.said.append)

    def play(self, line: Line) -> list[str]:
        """Play one line; return what is not as told."""
        if line.word == "at":
            self.floor.clock.instant = datetime.fromisoformat(line.rest)
        elif line.word == "set":
            name, _, value = line.rest.partition(" ")
            change_setting(name, value, self.floor.desk)
        elif line.word == "as":
            self.room, number = line.rest.split(maxsplit=1)
            self.station.window.open_job(self.room, number)
            self.rehearsal.settle()
        elif line.word == "scan":
            self.station.window.take(Scan(uuid.uuid4().hex, line.rest))
            self.rehearsal.settle()
        else:
            return differences(self.said[-1], json.loads(line.rest))
        return []


@pytest.fixture
def floor(tmp_path: Path) -> Floor:
    floor = empty_floor(tmp_path / "story.db")
    import_files(warehouse_files(), floor.desk.store, floor.desk.stamp())
    return floor


@pytest.fixture
def station(qapp: QApplication, floor: Floor) -> Iterator[Station]:
    zone = datetime.fromisoformat("2026-01-01T00:00Z").tzinfo
    assert zone is not None
    around = Surroundings(
        zone=lambda: zone,
        play=lambda _sound: None,
        paper=lambda _shipment: "",
        back_up=lambda _path: None,
        site_name="Harbour Road",
        place="",
    )
    station = Station("test", floor.desk, around)
    yield station
    station.close()
    station.window.shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_story_goes_in_the_window_as_told(
    path: Path, floor: Floor, station: Station, tmp_path: Path
) -> None:
    rehearsal = Rehearsal(station, tmp_path)
    teller = WindowTeller(floor, station, rehearsal)

    wrong = [f"line {line.number}{text}" for line in read_story(path) for text in teller.play(line)]

    assert not wrong, "\n".join(wrong)
    assert not rehearsal.troubles
    assert all(check.ok for check in verify(floor.desk))
