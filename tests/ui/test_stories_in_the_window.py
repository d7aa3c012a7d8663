"""Every floor story told in the window: the same answers as the commands give."""

from __future__ import annotations

import json
import uuid
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from app.domain.scan import Scan
from app.services.setting import change_setting
from app.services.verifying import verify
from tests.stories.doing import do
from tests.stories.story import HERE, Line, differences, read_story
from ui.rehearsal import Rehearsal

if TYPE_CHECKING:
    from pathlib import Path

    from tests.floor import Floor
    from ui.station import Station


STORIES = sorted(HERE.glob("*.story"))
ROOMS = ("receive", "pick", "pack", "sweep")


class WindowTeller:
    """Plays a story on the screens; ``said`` are the answers in their order."""

    def __init__(self, floor: Floor, station: Station, rehearsal: Rehearsal) -> None:
        self.floor, self.station, self.rehearsal = floor, station, rehearsal
        self.room = ""
        self.said: list[Any] = []
        self.clashes: list[list[str]] = []
        for name in ROOMS:
            presenter = station.window.room(name).presenter
            presenter.answered.connect(self.said.append)
            presenter.scene.connect(self._compare_keys)

    def _compare_keys(self, scene: Any) -> None:
        """Note a screen on which one key would do two things: Qt then does neither."""
        keys = [action.key for action in scene.actions if action.key]
        if len(keys) > len(set(keys)):
            self.clashes.append(keys)

    def play(self, line: Line) -> list[str]:
        """Play one line; return what is not as told."""
        if line.word == "at":
            self.floor.clock.instant = datetime.fromisoformat(line.rest)
        elif line.word == "set":
            name, _, value = line.rest.partition(" ")
            change_setting(name, value, self.floor.desk)
        elif line.word == "as":
            self._open(*line.rest.split(maxsplit=1))
        elif line.word == "scan":
            self.station.window.take(Scan(uuid.uuid4().hex, line.rest))
            self.rehearsal.settle()
        elif line.word == "do":
            self.said.append(do(line.rest, self.floor))
        else:
            return differences(self.said[-1], json.loads(line.rest))
        return []

    def _open(self, job: str, number: str) -> None:
        """Open a job; Pick has put-backs, counts and clusters too."""
        self.room = "pick" if job in ("putback", "count", "cluster") else job
        if job == "cluster":
            self.station.window.bring("pick")
            for code in ("CMD-CLUSTER", *number.split(), "CMD-CLUSTER"):
                self.station.window.take(Scan(uuid.uuid4().hex, code))
                self.rehearsal.settle()
        else:
            self.station.window.open_job(self.room, number)
            self.rehearsal.settle()


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_story_goes_in_the_window_as_told(
    path: Path, told_floor: Floor, told_station: Station, tmp_path: Path
) -> None:
    rehearsal = Rehearsal(told_station, tmp_path)
    teller = WindowTeller(told_floor, told_station, rehearsal)

    wrong = [f"line {line.number}{text}" for line in read_story(path) for text in teller.play(line)]

    assert not wrong, "\n".join(wrong)
    assert teller.clashes == []
    assert not rehearsal.troubles
    assert all(check.ok for check in verify(told_floor.desk))
