"""Every floor story, through the services that command and window call."""

from __future__ import annotations

import json
import uuid
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from app.domain.scan import Scan
from app.services.cluster_picking import ClusterRoom
from app.services.clusters import open_cluster
from app.services.counting import CountingRoom, open_count
from app.services.importing import import_files
from app.services.jobs import take_scan
from app.services.opening import open_receiving
from app.services.packing import PackingRoom, open_packing
from app.services.picking import PickingRoom, open_picking
from app.services.put_back import PutBackRoom, open_put_back
from app.services.receiving import ReceivingRoom
from app.services.setting import change_setting
from app.services.sweeping import SweepingRoom, open_sweep
from app.services.verifying import verify
from tests.floor import Floor, empty_floor
from tests.stories.doing import do
from tests.stories.story import HERE, Line, differences, read_story, warehouse_files

if TYPE_CHECKING:
    from pathlib import Path

STORIES = sorted(HERE.glob("*.story"))
JOBS: dict[str, tuple[Any, Any]] = {
    "receive": (ReceivingRoom, open_receiving),
    "pick": (PickingRoom, open_picking),
    "pack": (PackingRoom, open_packing),
    "cluster": (ClusterRoom, lambda named, desk: open_cluster(named.split(), desk)),
    "putback": (PutBackRoom, open_put_back),
    "count": (CountingRoom, open_count),
    "sweep": (SweepingRoom, open_sweep),
}


class Teller:
    """Plays a story on a floor."""

    def __init__(self, floor: Floor) -> None:
        self.floor = floor
        self.job = ""
        self.number = ""
        self.answer: Any = None

    def play(self, line: Line) -> list[str]:
        """Play one line; return what is not as told."""
        desk = self.floor.desk
        if line.word == "at":
            self.floor.clock.instant = datetime.fromisoformat(line.rest)
        elif line.word == "set":
            name, _, value = line.rest.partition(" ")
            change_setting(name, value, desk)
        elif line.word == "as":
            self.job, self.number = line.rest.split(maxsplit=1)
            self.answer = JOBS[self.job][1](self.number, desk)
            self.number = str(self.answer["number"])
        elif line.word == "scan":
            scan = Scan(uuid.uuid4().hex, line.rest)
            self.answer = take_scan(JOBS[self.job][0](), self.number, scan, desk)
        elif line.word == "do":
            self.answer = do(line.rest, self.floor)
        else:
            return differences(self.answer, json.loads(line.rest))
        return []


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_story_goes_as_told(path: Path, tmp_path: Path) -> None:
    lines = read_story(path)
    floor = empty_floor(tmp_path / "story.db", datetime.fromisoformat(lines[0].rest))
    report = import_files(warehouse_files(), floor.desk.store, floor.desk.stamp())
    assert not report.refused
    teller = Teller(floor)

    wrong = [f"line {line.number}{text}" for line in lines for text in teller.play(line)]

    assert not wrong, "\n".join(wrong)
    assert all(check.ok for check in verify(floor.desk))
