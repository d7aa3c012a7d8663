"""Setup shows devices, a test scan as it came, the site's settings; and asks for changes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.desk_checks import FACES, SIZES, cut, settle, show, small_targets, texts, unnamed
from tests.ui.setup_scenes import (
    BROKEN,
    DOCTOR,
    DOCTOR_FIRST,
    READ,
    SETUP,
    SETUP_BROKEN,
    SETUP_FIRST,
)
from ui.components.segments import Segments
from ui.models.setup import SetupScene, Token
from ui.theme import Look
from ui.views.setup_view import SetupView

SCENES = {"read": SETUP, "first": SETUP_FIRST, "broken": SETUP_BROKEN}
LEFT = Qt.MouseButton.LeftButton


def make(
    qtbot: QtBot, scene: SetupScene = SETUP, size: tuple[int, int] = (1280, 800), place: int = 0
) -> SetupView:
    look = Look()
    view = SetupView(look)
    view.show_scene(scene)
    view.bring(place)
    show(qtbot, view, look, size)
    return view


def field(view: SetupView, name: str) -> QLineEdit:
    found = view.form.fields[name]
    assert isinstance(found, QLineEdit)
    return found


def test_a_code_is_shown_as_it_came_with_what_it_means(qtbot: QtBot) -> None:
    shown = texts(make(qtbot))
    assert {"]C1", "09501101530003", "GS", "CR", "Read whole, in 41 ms"} <= shown
    assert {"Product", "Insulated bottle 500 ml, teal", "30 Jun 2027"} <= shown


def test_control_characters_are_in_colour(qtbot: QtBot) -> None:
    view = make(qtbot)
    states = {text: state for *_, text, state in view.test.tokens._placed(600)}
    assert (states["GS"], states["]C1"], states["270630"]) == ("ok", "info", "")


def test_every_device_tells_its_link(qtbot: QtBot) -> None:
    shown = texts(make(qtbot))
    assert {"Pack 1, gun", "connecting", "unplugged, looked for", "stopped"} <= shown


@pytest.mark.parametrize(("theme", "families"), FACES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("name", "place"),
    [("read", 0), ("first", 0), ("broken", 0), ("read", 1), ("read", 2), ("read", 3)],
)
def test_nothing_is_cut_and_every_control_can_be_hit_and_named(
    qtbot: QtBot,
    name: str,
    place: int,
    size: tuple[int, int],
    theme: str,
    families: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.theme.FAMILIES", families)
    look = Look(theme)
    view = SetupView(look)
    view.show_scene(SCENES[name])
    view.doctor.show_doctor(DOCTOR_FIRST if name == "first" else DOCTOR)
    view.bring(place)
    show(qtbot, view, look, size)
    assert (cut(view), small_targets(view), unnamed(view)) == ([], [], [])


@pytest.mark.parametrize("room", [120, 240, 500])
def test_a_long_code_breaks_over_lines_and_is_whole(qtbot: QtBot, room: int) -> None:
    view = make(qtbot)
    code = "0" * 70
    view.test.tokens.show_tokens((Token("]C1", "info"), Token(code)))
    placed = view.test.tokens._placed(room)
    assert "".join(text for *_, text, _state in placed) == f"]C1{code}"
    assert all(left + wide <= room for _line, left, wide, *_ in placed)


def test_before_the_first_scan_it_says_what_to_do(qtbot: QtBot) -> None:
    view = make(qtbot, SETUP_FIRST)
    assert view.test.explained.text().startswith("Whatever you scan is shown as it came")
    assert view.hint.text() == "Plug a scanner in: it shows up here in about a second."


def test_a_code_that_is_wrong_says_so(qtbot: QtBot) -> None:
    view = make(qtbot, SETUP_BROKEN)
    assert {BROKEN.title, BROKEN.about} <= texts(view)
    assert view.test.verdict.state == "bad"


def test_a_test_scan_brings_its_page(qtbot: QtBot) -> None:
    view = make(qtbot, SETUP_FIRST, place=1)
    view.show_scene(replace(SETUP_FIRST, test=READ))
    assert view.pages.currentIndex() == 0


def test_the_same_test_scan_leaves_the_page_alone(qtbot: QtBot) -> None:
    view = make(qtbot, SETUP, place=1)
    view.show_scene(replace(SETUP, place="elsewhere"))
    assert view.pages.currentIndex() == 1


def test_a_section_is_brought_by_keys(qtbot: QtBot) -> None:
    view = make(qtbot)
    QTest.keyClick(view.sections.buttons[2], Qt.Key.Key_Space)
    assert view.pages.currentIndex() == 2


def test_settings_stand_under_their_groups_and_none_runs_past_the_edge(qtbot: QtBot) -> None:
    wide = tuple("a choice of lanes" for _ in range(3))
    rows = [replace(row, group="Lanes") for row in SETUP.settings]
    rows[1] = replace(rows[1], choices=wide, group="Orders")
    view = make(qtbot, replace(SETUP, settings=tuple(rows)), place=2)

    assert {"Lanes", "Orders"} <= texts(view)
    assert view.form.horizontalScrollBar().maximum() == 0


def test_a_doctor_that_found_nothing_yet_leaves_its_room_to_the_test(qtbot: QtBot) -> None:
    view = make(qtbot)
    view.doctor.show_doctor(DOCTOR_FIRST)
    settle(view)
    alone = view.test.height()

    view.doctor.show_doctor(DOCTOR)
    settle(view)

    assert alone > view.test.height()


def test_a_choice_asks_for_its_value(qtbot: QtBot) -> None:
    view = make(qtbot, place=1)
    policy = view.form.fields["default_policy"]
    assert isinstance(policy, Segments)
    with qtbot.waitSignal(view.setting_changed) as changed:
        QTest.mouseClick(policy.parts[1], LEFT)
    assert changed.args == ["default_policy", "all_or_nothing"]


def test_a_text_is_asked_for_when_its_field_is_left(qtbot: QtBot) -> None:
    view = make(qtbot, place=1)
    zone = field(view, "time_zone")
    zone.setText("Europe/Lisbon")
    with qtbot.waitSignal(view.setting_changed) as changed:
        zone.editingFinished.emit()
    assert changed.args == ["time_zone", "Europe/Lisbon"]


def test_a_text_that_did_not_change_asks_for_nothing(qtbot: QtBot) -> None:
    view = make(qtbot, place=1)
    with qtbot.assertNotEmitted(view.setting_changed):
        field(view, "time_zone").editingFinished.emit()


def test_news_does_not_overwrite_what_is_being_typed(qtbot: QtBot) -> None:
    view = make(qtbot, place=1)
    zone = field(view, "time_zone")
    zone.setFocus()
    zone.setText("Europe/Li")
    view.show_scene(replace(SETUP, place="elsewhere"))
    settle(view)
    assert zone.text() == "Europe/Li"


def test_a_policy_is_agreed_with_a_customer_that_was_typed(qtbot: QtBot) -> None:
    view = make(qtbot)
    view.bring(2)
    page = view.policies
    assert not page.choose.isEnabled()
    page.name.setText(" Nook & Sons ")
    page.choose.click()
    with qtbot.waitSignal(view.policy_agreed) as agreed:
        page.sheet.buttons[1].click()

    assert agreed.args == ["Nook & Sons", "all_or_nothing"]
    assert page.name.text() == ""


def test_an_agreement_ends_from_its_row(qtbot: QtBot) -> None:
    view = make(qtbot)
    view.bring(2)
    rows = view.policies.rows
    rows.clicked.emit(rows.model().index(1, 0))
    with qtbot.waitSignal(view.policy_agreed) as agreed:
        view.policies.sheet.buttons[-1].click()

    assert agreed.args == ["Hof Linde", "default"]
