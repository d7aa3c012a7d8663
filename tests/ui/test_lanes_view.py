"""Cross-dock's lanes: tiles, the chosen lane, and the ways from there to a pick and a sweep."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.ui.desk_checks import FACES, SIZES, cut, show, small_targets, texts, unnamed
from ui.decks.crossdock import CrossdockDeck
from ui.models.lanes import LaneGroup, LaneOrder, LanePanel, LanesScene, LaneTile
from ui.models.work import Mark
from ui.rehearsal import Rehearsal
from ui.theme import Look
from ui.views.lane_view import LanesView

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.floor import Floor
    from ui.station import Station

OLD, NEW = Mark("bad", "alarm", "Too long: 30 h"), Mark("ok", "check_circle", "Fresh: 2 h")
TILES = tuple(
    LaneTile(f"LANE-{n}", "12 units", "SO-10427, SO-10428 and 5 more", "on hold", OLD, n % 2 == 0)
    if n % 3
    else LaneTile(f"LANE-{n}", "Free")
    for n in range(1, 61)
)
ORDER = LaneOrder(
    "SO-10427", "Hotel Bruno & Sons", "3 units since Wed 4 Mar 06:00", "came on ASN-70421",
    "SO-10427 complete, pick it", NEW, "Pick SO-10427",
)  # fmt: skip
SCENE = LanesScene(
    (
        LaneGroup("Cross-dock lanes", "27 of 40 filled", TILES[:40]),
        LaneGroup("Outbound staging", "13 of 20 filled", TILES[40:]),
    ),
    "40 of 60 lanes filled",
    "500 units for 90 orders, 12 of the lanes too long",
    LanePanel("LANE-1", "12 units", (ORDER,) * 7),
)


@pytest.mark.parametrize("window", SIZES)
@pytest.mark.parametrize(("theme", "families"), FACES)
def test_sixty_lanes_stay_readable(
    qtbot: QtBot,
    window: tuple[int, int],
    theme: str,
    families: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.theme.FAMILIES", families)
    look = Look(theme)
    view = LanesView(look)
    view.show_scene(SCENE)
    show(qtbot, view, look, window)

    assert (cut(view), small_targets(view), unnamed(view)) == ([], [], [])
    assert {"LANE-1", "LANE-3", "Too long: 30 h", "Free"} <= texts(view)


def test_a_tile_says_which_lane_and_the_panel_which_order(qtbot: QtBot) -> None:
    look = Look()
    view = LanesView(look)
    show(qtbot, view, look)
    view.show_scene(SCENE)
    chosen: list[str] = []
    view.selected.connect(chosen.append)
    view.pick_asked.connect(chosen.append)
    view.sweep_asked.connect(chosen.append)

    view.tiles.tiles[1].click()
    view.card.blocks[0].picked.emit("SO-10427")
    view.card.sweep.click()

    assert chosen == ["LANE-2", "SO-10427", "LANE-1"]


def test_what_a_lane_holds_changes_without_making_its_tile_anew(qtbot: QtBot) -> None:
    look = Look()
    view = LanesView(look)
    show(qtbot, view, look)
    view.show_scene(SCENE)
    first = view.tiles.tiles[0]

    view.show_scene(replace(SCENE, panel=None))

    assert view.tiles.tiles[0] is first
    assert not first.isChecked()
    assert not view.card.sweep.isVisible()


def test_a_lane_is_chosen_and_swept_in_the_window(
    told_floor: Floor, told_station: Station, tmp_path: Path
) -> None:
    told_floor.receive("ASN-1", "10400999000024")
    hands, window = Rehearsal(told_station, tmp_path), told_station.window
    hands.show("crossdock")
    deck = window.decks["crossdock"]
    assert isinstance(deck, CrossdockDeck)
    deck.show_lanes()
    hands.settle()
    deck.lanes_view.selected.emit("LANE-1")
    card = deck.lanes_view.card
    assert card.panel is not None
    assert [block.order for block in card.panel.orders] == ["SO-1"]

    card.sweep.click()
    hands.settle()
    for code in ("LANE-1", "0400999000027"):
        hands.scan(code)

    assert window.shell.current().name == "sweep"
    assert window.room("sweep").presenter.number == "LANE-1"
    assert window.shell.band.state.outcome == "Seen: 1 Espresso cup"
    assert not hands.troubles


def test_a_closed_sweep_is_left_for_the_lanes(
    told_floor: Floor, told_station: Station, tmp_path: Path
) -> None:
    told_floor.receive("ASN-1", "10400999000024")
    hands, window = Rehearsal(told_station, tmp_path), told_station.window
    hands.show("sweep")
    for code in ("LANE-1", "LANE-1", "CMD-SHORT", "CMD-CLOSE"):
        hands.scan(code)  # the first one chooses the lane
    room = window.room("sweep").presenter
    assert room.number == "LANE-1"

    room.seen()
    hands.settle()

    assert room.number is None
    assert told_floor.sweep("LANE-1", "LANE-1")["remaining"] == 0
