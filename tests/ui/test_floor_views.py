"""Receive, Pick and Pack show their scenes whole, at every size and in every theme."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.floor_station import SCENES, SIZES, Station
from tests.ui.look_at import cut_in, nameless, small_targets, texts_of
from ui.components.fit import wrapped
from ui.theme import Look
from ui.tokens import Density, Style


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", SCENES)
def test_no_text_is_cut(station: Station, name: str, size: tuple[int, int]) -> None:
    station.shell.resize(*size)
    station.show(name)
    assert cut_in(station.shell) == []


@pytest.mark.parametrize("name", SCENES)
def test_no_text_is_cut_in_a_wider_font(
    monkeypatch: pytest.MonkeyPatch, station: Station, name: str
) -> None:
    monkeypatch.setattr("ui.theme.FAMILIES", ("DejaVu Sans",))
    station.shell.look.set_zoom(1.0)
    station.show(name)
    assert cut_in(station.shell) == []


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", SCENES)
def test_no_target_is_small(station: Station, name: str, size: tuple[int, int]) -> None:
    station.shell.resize(*size)
    view = station.show(name)
    assert small_targets(view, 72) + small_targets(station.shell.status, 48) == []
    assert small_targets(station.shell.rail, 72) == []


@pytest.mark.parametrize("name", SCENES)
def test_the_window_obeys_its_size(station: Station, name: str) -> None:
    station.shell.resize(1024, 768)
    view = station.show(name)
    assert view.width() + station.shell.rail.width() == 1024
    assert view.row.geometry().bottom() < view.height()


@pytest.mark.parametrize("name", SCENES)
def test_everything_pressable_has_a_name(station: Station, name: str) -> None:
    station.show(name)
    assert nameless(station.shell) == []


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("receive-crossdock", "CROSS-DOCK LANE 3 SO-10427"),
        ("receive-crossdock", "Counted: 1 desk lamp, oak"),
        ("receive-put-away", "PUT AWAY A-01-02"),
        ("receive-split", "LANE 5"),
        ("receive-split", "5 units"),
        ("receive-refused", "NOT COUNTED This barcode is not known here."),
        ("receive-refused", "9 of 19 stay counted."),
        ("receive-nothing", "No truck is here"),
        ("receive-queue", "34 for 12 orders, 5 late"),
        ("pick-instruction", "A-07-03 Cast-iron pan 28 cm CIP-028-BLK 3 still to take"),
        ("pick-instruction", "shipment 3 of 3, the last"),
        ("pick-queue", "2 stay until 25–26 Nov"),
        ("pick-refused", "NOT TAKEN"),
        ("pick-refused", "A-07-03"),
        ("pick-stopped", "STOP This order was cancelled"),
        ("pick-done", "ALL PICKED"),
        ("pack-verify", "1 more"),
        ("pack-verify", "Close: 1 missing"),
        ("pack-verify", "Stays behind: desk lamp × 2"),
        ("pack-verify", "Out of paper"),
        ("pack-shipped", "SHIPPED"),
    ],
)
def test_a_scene_says(station: Station, name: str, sentence: str) -> None:
    station.show(name)
    assert sentence in texts_of(station.shell)


def test_a_long_location_breaks_and_stays_48_pt(station: Station) -> None:
    station.shell.resize(1024, 768)
    station.show("pick-long-location")
    assert "RACK-1204-" in texts_of(station.shell)
    assert "LEVEL-4-BIN-17" in texts_of(station.shell)


@pytest.mark.parametrize("name", SCENES)
@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_a_theme_changes_nothing_but_colour(station: Station, name: str, theme: str) -> None:
    station.show(name)
    before = texts_of(station.shell)
    station.shell.look.set_theme(theme)
    QApplication.processEvents()
    assert texts_of(station.shell) == before


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_needs_no_line(qapp: QApplication, text: str) -> None:
    assert wrapped(Look().font(Style.BODY, Density.FLOOR), text, 100) == []


def test_a_number_is_never_parted_from_what_it_counts(qapp: QApplication) -> None:
    font = Look().font(Style.BODY, Density.FLOOR)

    assert wrapped(font, "Knife, oak\u00a0×\u00a01", 100) == ["Knife,", "oak\u00a0×\u00a01"]
