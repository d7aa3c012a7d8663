"""A wall screen shows its scene at any size without cutting a word, and is left by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.desk_checks import FACES, cut, runs, settle, texts
from tests.ui.wall_boards import NOW, day, full_day, large_day, named_day
from ui.presenters.wall_scene import WallMoment, blank_scene, wall_scene
from ui.theme import Look
from ui.views.wall_view import WallView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.models.wall import WallScene

ZONE = ZoneInfo("UTC")
SIZES = ((1024, 768), (1280, 800), (1920, 1080), (3840, 2160), (1080, 1920))
AWAY = "The database does not answer; it is tried again. Shown as of 10:40."
BOARDS = {"full": full_day(), "large": large_day(), "named": named_day(), "none": day()}


def scene_of(name: str, trouble: str = "") -> WallScene:
    moment = WallMoment("Harbour Road Distribution", NOW, 0, trouble)
    return wall_scene(BOARDS[name], moment, ZONE)


def shown(
    qtbot: QtBot, scene: WallScene, size: tuple[int, int] = (1920, 1080), look: Look | None = None
) -> WallView:
    view = WallView(look or Look())
    qtbot.addWidget(view)
    view.resize(*size)
    view.show_scene(scene)
    view.show()
    settle(view)
    return view


@pytest.mark.parametrize(("theme", "families"), FACES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", BOARDS)
def test_nothing_is_cut(
    qtbot: QtBot,
    name: str,
    size: tuple[int, int],
    theme: str,
    families: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.theme.FAMILIES", families)

    view = shown(qtbot, scene_of(name), size, Look(theme))

    assert cut(view) == []


def test_every_state_badge_and_order_is_on_the_wall(qtbot: QtBot) -> None:
    seen = texts(shown(qtbot, scene_of("full")))

    assert {"10:42", "Unloading", "58 → 21 orders", "9 late", "Call Kestrel Freight"} <= seen
    assert {"Leveller repair", "until 14:00", "due 11:10", "Start unloading at door 3"} <= seen


@pytest.mark.parametrize("size", SIZES)
def test_no_door_number_is_ever_shortened(qtbot: QtBot, size: tuple[int, int]) -> None:
    view = shown(qtbot, scene_of("named"), size)

    assert not [run.text for run in runs(view) if run.elided and run.text[0] in "DRZ"]


def test_trouble_stands_in_the_head_and_the_last_board_stays(qtbot: QtBot) -> None:
    seen = texts(shown(qtbot, scene_of("full", AWAY)))

    assert {AWAY, "10:42", "Meridian Cold"} <= seen


def test_before_anything_was_read_it_says_that_it_reads(qtbot: QtBot) -> None:
    seen = texts(shown(qtbot, blank_scene(WallMoment("Harbour", NOW), ZONE)))

    assert "Reading the doors and trucks" in seen
    assert "No truck waits to be unloaded." not in seen


def test_where_nothing_was_ever_read_it_says_why(qtbot: QtBot) -> None:
    assert AWAY in texts(shown(qtbot, blank_scene(WallMoment("H", NOW, 0, AWAY), ZONE)))


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F11])
def test_escape_and_f11_leave_it(qtbot: QtBot, key: Qt.Key) -> None:
    view = shown(qtbot, scene_of("full"))

    with qtbot.waitSignal(view.left):
        QTest.keyClick(view, key)

    assert not view.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_A])
def test_no_other_key_leaves_it(qtbot: QtBot, key: Qt.Key) -> None:
    view = shown(qtbot, scene_of("full"))
    QTest.keyClick(view, key)

    assert view.isVisible()


def test_it_has_no_pointer_and_tells_its_doors_to_a_screen_reader(qtbot: QtBot) -> None:
    view = shown(qtbot, scene_of("full"))

    assert view.cursor().shape() is Qt.CursorShape.BlankCursor
    assert "1, Unloading, 57 min, Meridian Cold" in view.rows.accessibleName()
    assert "Call to door 4" in view.side.accessibleName()
