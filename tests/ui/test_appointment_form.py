"""The card of an appointment by real keys: what is booked, what is refused, and nothing lost."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.domain.board import INBOUND, OUTBOUND
from app.services.booking import Wish, book
from app.services.doors import DoorChange, change_door
from app.services.setting import change_setting
from app.services.trucks import TruckEvent, tell_truck
from tests.floor import NOW, Floor, inbound, make_floor
from tests.ui.desk_checks import FACES, cut, settle, show, small_targets, texts, unnamed
from ui.decks.dock import DockDeck
from ui.floor_thread import FloorThread
from ui.theme import Look
from ui.views.dock_menu import EDIT, block_choices

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.domain.dock import DockState
    from ui.views.appointment_card import AppointmentCard

HOUR = timedelta(hours=1)
Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def floor(tmp_path: Path) -> Floor:
    """D1 for deliveries, D2 for both; T-1 has D1 from nine, T-2 no appointment; PU-7 has D2."""
    floor = make_floor(tmp_path / "floor.db")
    floor.give(inbound=inbound(*(f"T-{n},1,Acme,LAMP,4,2026-03-04T09:00Z," for n in (1, 2))))
    change_door("D1", DoorChange(direction="in"), floor.desk)
    change_door("D2", DoorChange(direction="both", equipment="leveller"), floor.desk)
    tell_truck("T-1", TruckEvent("move", NOW + HOUR, "D1"), floor.desk)
    book("PU-7", Wish(NOW + HOUR, door="D2"), floor.desk, direction=OUTBOUND)
    return floor


class Desk:
    """Dock in a window, with a person's hands; every key waits until the floor is idle."""

    def __init__(self, qtbot: QtBot, floor: Floor, zone: str = "UTC") -> None:
        self.qtbot, self.floor, self.thread, self.look = qtbot, floor, FloorThread(), Look()
        self.deck = DockDeck(floor.desk, self.thread, self.look, lambda: ZoneInfo(zone))
        self.view = self.deck.view
        show(qtbot, self.view, self.look, (1280, 800))
        with qtbot.waitActive(self.view):
            self.view.activateWindow()
        self.deck.enter()
        self.wait()

    @property
    def card(self) -> AppointmentCard:
        return self.view.card

    @property
    def message(self) -> str:
        return self.card.message.text()

    def wait(self) -> None:
        if not self.thread.is_idle:
            with self.qtbot.waitSignal(self.thread.idle):
                pass
        QApplication.processEvents()

    def has_focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.has_focus(), key, held)
            self.wait()

    def open(self) -> None:
        self.view.board.canvas.setFocus()
        self.press(Key.Key_N)

    def type(self, **fields: str) -> None:
        """Go to each field by Tab and type over what is there."""
        for name, text in fields.items():
            field = self.card.rows.fields[name]
            for _ in self.card.rows.stops():
                if self.has_focus() is field:
                    break
                self.press(Key.Key_Tab)
            assert self.has_focus() is field
            self.press(Key.Key_A, held=Held.ControlModifier)
            if not text.isascii():
                field.setText(text)  # pasted: QTest has no such keys
            elif text:
                QTest.keyClicks(field, text)
            else:
                self.press(Key.Key_Delete)
            self.wait()

    def choose(self, name: str, place: int) -> None:
        self.card.rows.choices[name].parts[place].click()
        self.wait()

    def edit(self, number: str) -> None:
        block = next(one for one in self.view.scene.blocks if one.asn == number)  # type: ignore[union-attr]
        self.view.board.canvas.asked.emit(block, EDIT, "")
        self.wait()

    def typed(self) -> dict[str, str]:
        return {name: field.text() for name, field in self.card.rows.fields.items()}

    def state(self, number: str, direction: str = INBOUND) -> DockState | None:
        desk = self.floor.desk
        with desk.store.read(desk.stamp()) as work:
            visit = work.visits.find(direction, number)
        return visit.state if visit else None


@pytest.fixture
def desk(qtbot: QtBot, floor: Floor) -> Iterator[Desk]:
    desk = Desk(qtbot, floor)
    yield desk
    desk.thread.stop()


DELIVERY, WALK_IN, PICKUP = 0, 1, 2


@pytest.mark.right_input
def test_an_announced_truck_is_booked_by_keys_alone(desk: Desk) -> None:
    desk.open()
    desk.type(number="T-2", start="10:30", door="d1", carrier="Tamar", pallets="20", note="ring")
    desk.press(Key.Key_Return)

    state = desk.state("T-2")
    assert state is not None
    assert (state.door, state.start_at, state.end_at) == (
        "D1",
        NOW + 2.5 * HOUR,
        NOW + 3.5 * HOUR,
    )
    said = state.details
    assert (said.carrier, said.pallets, said.note) == ("Tamar", 20, "ring")
    assert not desk.card.isVisible()
    assert desk.has_focus() is desk.view.board.canvas


@pytest.mark.right_input
def test_what_was_booked_is_taken_back_and_said_again(desk: Desk) -> None:
    desk.open()
    desk.choose("kind", PICKUP)
    desk.type(start="11:00", door="D2")
    desk.press(Key.Key_Return)
    states = [desk.state("PU-8", OUTBOUND)]
    for keys in (Key.Key_Z, Key.Key_Y):
        desk.press(keys, held=Held.ControlModifier)
        states.append(desk.state("PU-8", OUTBOUND))

    assert [state.status for state in states if state] == ["scheduled", "cancelled", "scheduled"]
    assert desk.view.scene is not None
    assert desk.view.scene.undo == "Booked PU-8 for D2 at 11:00"


@pytest.mark.right_input
def test_a_new_pickups_number_is_proposed_and_can_be_changed(desk: Desk) -> None:
    desk.open()
    desk.choose("kind", PICKUP)
    proposed = desk.typed()["number"]
    desk.type(number="X-1", start="12:00")
    desk.press(Key.Key_Return)

    assert proposed == "PU-8"
    assert desk.state("X-1", OUTBOUND) is not None
    assert desk.state("PU-8", OUTBOUND) is None


@pytest.mark.right_input
def test_who_walked_in_is_here_now(desk: Desk) -> None:
    desk.open()
    desk.choose("kind", WALK_IN)
    desk.type(number="W-1", door="D2", needs="Leveller", carrier="Kestrel")
    desk.card.rows.fields["length"].clear()
    desk.choose("stay", 1)
    desk.type(length="20")
    desk.press(Key.Key_Return)

    state = desk.state("W-1")
    assert state is not None
    assert (state.status, state.arrived_at, state.end_at) == (
        "arrived",
        NOW,
        NOW + timedelta(minutes=20),
    )


@pytest.mark.right_input
def test_what_is_only_asked_for_holds_no_door(desk: Desk) -> None:
    desk.open()
    desk.choose("request", 1)
    desk.type(number="R-1", start="09:00", door="D1")
    desk.press(Key.Key_Return)

    state = desk.state("R-1")
    assert state is not None
    assert state.status == "requested"


@pytest.mark.right_input
def test_weeks_are_one_step_back(desk: Desk) -> None:
    desk.open()
    desk.choose("kind", PICKUP)
    desk.type(number="WK", start="15:00", weeks="3")
    desk.press(Key.Key_Return)
    names = [f"WK/2026-03-{day:02}" for day in (4, 11, 18)]
    booked = [desk.state(name, OUTBOUND) for name in names]
    desk.press(Key.Key_Z, held=Held.ControlModifier)
    gone = [desk.state(name, OUTBOUND) for name in names]
    desk.press(Key.Key_Y, held=Held.ControlModifier)
    again = [desk.state(name, OUTBOUND) for name in names]

    assert [state.status if state else "" for state in booked] == ["scheduled"] * 3
    assert [state.status if state else "" for state in gone] == ["cancelled"] * 3
    assert [state.status if state else "" for state in again] == ["scheduled"] * 3


@pytest.mark.right_input
def test_the_suggested_door_is_said_and_taken_by_one_press(desk: Desk) -> None:
    desk.open()
    desk.type(number="T-2", start="09:15", needs="leveller")
    settle(desk.view)

    said = desk.card.rows.advice.text()
    QTest.mouseClick(desk.card.rows.take, Qt.MouseButton.LeftButton)
    desk.wait()

    assert said == "No door is free at 09:15. The first is D2 from 10:00."
    assert {name: desk.typed()[name] for name in ("door", "start")} == {
        "door": "D2",
        "start": "10:00",
    }


@pytest.mark.right_input
def test_how_long_its_load_needs_is_shown(desk: Desk) -> None:
    desk.open()
    desk.type(number="T-2", start="10:00", pallets="25")

    assert desk.card.rows.length_words.text() == "Wed · 1 h 15 min, until 11:15"


@pytest.mark.right_input
def test_edit_says_only_what_was_changed(desk: Desk) -> None:
    desk.edit("T-1")
    desk.type(seal="S-9", door="")
    desk.press(Key.Key_Return)

    state = desk.state("T-1")
    assert state is not None
    assert (state.door, state.start_at, state.details.seal) == ("", NOW + HOUR, "S-9")


@pytest.mark.right_input
def test_a_truck_goes_to_the_yard_at_another_time_in_one_step(desk: Desk) -> None:
    desk.edit("T-1")
    desk.type(start="13:00", door="")
    desk.press(Key.Key_Return)
    state = desk.state("T-1")
    desk.press(Key.Key_Z, held=Held.ControlModifier)
    back = desk.state("T-1")

    assert state is not None
    assert (state.door, state.start_at) == ("", NOW + 5 * HOUR)
    assert back is not None
    assert (back.door, back.start_at) == ("D1", NOW + HOUR)


REFUSED = {
    "door taken": (
        {"number": "T-2", "start": "09:30", "door": "D1"},
        "T-2 cannot be booked so: T-1 has door D1 from Wed 09:00 to Wed 10:00.",
    ),
    "no such door": (
        {"number": "T-2", "start": "10:30", "door": "D9"},
        "T-2 cannot be booked so: there is no door D9.",
    ),
    "lacking equipment": (
        {"number": "T-2", "start": "10:30", "door": "D1", "needs": "lamp"},
        "T-2 cannot be booked so: door D1 has no lamp.",
    ),
    "unknown ASN": ({"number": "T-99", "start": "10:30"}, "There is no inbound shipment T-99."),
    "no number": ({"start": "10:30"}, "Say the truck's number first."),
    "no start": ({"number": "T-2", "start": ""}, "Say when it begins."),
    "no time of day": ({"number": "T-2", "start": "25:00"}, "Start: 25:00 is no time of day."),
    "words for a time": ({"number": "T-2", "start": "soon"}, "Start: soon is no time of day."),
    "no such day": ({"number": "T-2", "day": "2026-02-30"}, "Day: 2026-02-30 is not a day"),
    "a day in words": ({"number": "T-2", "day": "tomorrow"}, "Day: tomorrow is not a day"),
    "letters in pallets": ({"number": "T-2", "pallets": "ten"}, "Pallets: ten is no count."),
    "foreign digits": ({"number": "T-2", "cartons": "٣"}, "Cartons: ٣ is no count."),
    "a part of a unit": ({"number": "T-2", "loose": "1.5"}, "Loose: 1.5 is no count."),
    "less than none": ({"number": "T-2", "pallets": "-1"}, "Pallets: -1 is no count."),
    "too many weeks": ({"number": "T-2", "weeks": "54"}, "Weeks: 54 is no number of weeks"),
    "no weeks": ({"number": "T-2", "weeks": "0"}, "Weeks: 0 is no number of weeks"),
}


@pytest.mark.wrong_input
@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_booked_is_said_on_the_card_and_stays(desk: Desk, name: str) -> None:
    fields, says = REFUSED[name]
    before = desk.state("T-2")
    desk.open()
    desk.type(**fields)
    typed = desk.typed()

    desk.press(Key.Key_Return)

    assert desk.message.startswith(says)
    assert desk.card.isVisible()
    assert desk.typed() == typed
    assert desk.state("T-2") == before
    assert desk.view.scene is not None
    assert desk.view.scene.undo == ""


@pytest.mark.wrong_input
@pytest.mark.parametrize("number", ["T-1", "PU-7", "X" * 101])
def test_a_number_that_no_new_pickup_can_have_is_refused(desk: Desk, number: str) -> None:
    desk.open()
    desk.choose("kind", PICKUP)
    desk.type(number=number, start="12:00")
    before = desk.state("PU-7", OUTBOUND)

    desk.press(Key.Key_Return)

    assert number[:100] in desk.message
    assert desk.typed()["number"] == number
    assert desk.state("PU-7", OUTBOUND) == before


@pytest.mark.wrong_input
def test_a_walk_in_cannot_have_a_pickups_number(desk: Desk) -> None:
    desk.open()
    desk.choose("kind", WALK_IN)
    desk.type(number="PU-7")

    desk.press(Key.Key_Return)

    assert desk.message == "PU-7 is the number of another truck."


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    ("place", "length", "says"),
    [
        (2, "09:00", "T-2 cannot be booked so: its window ends before it starts."),
        (2, "10:00", "T-2 cannot be booked so: its window ends before it starts."),
        (2, "", "Length: … is no time of day."),
        (1, "0", "Length: 0 are no minutes."),
        (1, "1441", "Length: 1441 are no minutes."),
        (1, "an hour", "Length: an hour are no minutes."),
        (1, "", "Length: … are no minutes."),
    ],
)
def test_a_length_that_is_none_is_refused(desk: Desk, place: int, length: str, says: str) -> None:
    desk.open()
    desk.choose("stay", place)
    desk.type(number="T-2", start="10:00", length=length)

    desk.press(Key.Key_Return)

    assert desk.message.startswith(says)
    assert desk.card.isVisible()


@pytest.mark.wrong_input
def test_an_hour_that_the_clock_skips_is_refused(qtbot: QtBot, floor: Floor) -> None:
    change_setting("time_zone", "Europe/Brussels", floor.desk)
    desk = Desk(qtbot, floor, "Europe/Brussels")
    desk.open()
    desk.type(number="T-2", day="2026-03-29", start="02:30")

    desk.press(Key.Key_Return)

    assert desk.message.startswith("Start: 2026-03-29T02:30:00 is not an instant that exists.")
    assert desk.state("T-2").start_at is None  # type: ignore[union-attr]
    desk.thread.stop()


def test_after_a_refusal_the_focus_is_on_what_is_wrong_and_enter_books(desk: Desk) -> None:
    desk.open()
    desk.type(number="T-2", start="10:30", pallets="x")
    desk.press(Key.Key_Return)
    wrong = desk.has_focus()
    desk.type(pallets="2")
    desk.press(Key.Key_Return)

    assert wrong is desk.card.rows.fields["pallets"]
    assert not desk.card.isVisible()


def test_esc_asks_nothing_where_nothing_was_typed(desk: Desk) -> None:
    desk.open()
    desk.choose("kind", PICKUP)

    desk.press(Key.Key_Escape)

    assert not desk.card.isVisible()


@pytest.mark.wrong_input
def test_esc_asks_before_what_was_typed_is_lost_and_enter_is_no_answer(desk: Desk) -> None:
    desk.open()
    desk.type(number="T-2")
    desk.press(Key.Key_Escape)
    asked = desk.message
    desk.press(Key.Key_Return, Key.Key_Escape)

    assert asked == "Leave without booking? What is typed here is lost."
    assert desk.card.isVisible()
    assert desk.typed()["number"] == "T-2"
    assert desk.state("T-2").start_at is None  # type: ignore[union-attr]


def test_leaving_unbooked_is_a_press_of_its_own(desk: Desk) -> None:
    desk.open()
    desk.type(number="T-2")

    desk.press(Key.Key_Escape, Key.Key_Tab, Key.Key_Space)

    assert not desk.card.isVisible()


@pytest.mark.wrong_input
def test_another_form_does_not_take_the_place_of_what_is_typed(desk: Desk) -> None:
    desk.open()
    desk.type(number="T-2")

    desk.edit("T-1")

    assert desk.typed()["number"] == "T-2"


@pytest.mark.wrong_input
def test_enter_twice_books_once(desk: Desk) -> None:
    desk.open()
    desk.choose("kind", PICKUP)
    desk.type(start="12:00")
    field = desk.has_focus()

    for _ in range(2):
        QTest.keyClick(field, Key.Key_Return)
    desk.wait()

    assert desk.message == ""
    assert not desk.card.isVisible()


def test_tab_stays_on_the_card_and_goes_its_way(desk: Desk) -> None:
    desk.open()
    first = desk.has_focus()
    way = []
    for _ in range(40):
        desk.press(Key.Key_Tab)
        way.append(desk.has_focus())
        if way[-1] is first:
            break
    fields = [part.name for part in way if isinstance(part, QLineEdit) and hasattr(part, "name")]

    assert way[-1] is first
    assert all(desk.card.isAncestorOf(part) for part in way)
    assert fields == [
        *("day", "start", "door", "carrier", "trailer", "seal", "phone"),
        *("pallets", "cartons", "loose", "needs", "note", "weeks", "number"),
    ]


def test_up_and_down_change_a_number(desk: Desk) -> None:
    desk.open()
    desk.type(start="10:20", pallets="3")
    desk.press(Key.Key_Up)
    desk.card.rows.fields["start"].setFocus()
    desk.press(Key.Key_Down)

    assert (desk.typed()["pallets"], desk.typed()["start"]) == ("4", "10:00")


@pytest.mark.parametrize(("theme", "families"), FACES)
@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1920, 1080)])
def test_the_card_and_the_head_fit(
    qtbot: QtBot,
    desk: Desk,
    size: tuple[int, int],
    theme: str,
    families: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.theme.FAMILIES", families)
    desk.look.set_theme(theme)
    show(qtbot, desk.view, desk.look, size)
    desk.deck.presenter.choose_day(date(2026, 9, 30))
    desk.wait()
    day = desk.view.day.middle
    desk.open()
    desk.choose("stay", 2)
    desk.type(number="T-2", start="09:15", pallets="30")
    settle(desk.view)

    assert (cut(desk.view), small_targets(desk.view), unnamed(desk.view)) == ([], [], [])
    assert day.width() >= day.sizeHint().width()
    new = desk.view.new
    assert new.isVisible()
    assert desk.view.rect().right() >= new.geometry().right()
    assert desk.card.geometry().right() <= desk.view.width()


def test_a_truck_that_is_here_waits_because_and_then_no_more(desk: Desk) -> None:
    tell_truck("T-1", TruckEvent("at_door", door="D1"), desk.floor.desk)
    desk.floor.clock.instant = NOW + 2 * HOUR
    said = []
    for cause in ("no door free", ""):
        desk.deck.presenter.say_event("T-1", "cause", cause)
        desk.wait()
        block = next(one for one in desk.view.scene.blocks if one.asn == "T-1")  # type: ignore[union-attr]
        said.append((block.cause, block.clock.rpartition(" · ")[2]))

    assert said == [("no door free", "no door free"), ("", "1 h 00 min")]


@pytest.mark.wrong_input
@pytest.mark.parametrize("number", ["T-2", "PU-7"])
def test_who_is_not_here_waits_for_nothing(desk: Desk, number: str) -> None:
    block = next(one for one in desk.view.scene.blocks if one.asn == number)  # type: ignore[union-attr]

    assert "cause" not in [choice.name for choice in block_choices(block)]
    assert "Waits because…" not in texts(desk.view)
