"""The pure parts that several screens share: band, marks, status bar, a weighed change, Setup."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.domain.board import Truck
from app.domain.device import Link, LinkState
from app.domain.dock import DockState
from app.domain.measures import Measure
from app.domain.reading import Kind, Reading
from app.domain.scan import Outcome
from app.domain.settings import Settings
from hardware.tones import SOUNDS
from ui import desk_words
from ui.models.band import BandKind
from ui.models.status import Health, StatusItem
from ui.presenters import setting_rows
from ui.presenters import setup_scene as setup
from ui.presenters.bands import IN_WORDS, SOUND, band_of, sound_of
from ui.presenters.change_scene import MOST_ROWS, change_scene
from ui.presenters.marks import promise_mark, truck_mark
from ui.presenters.status import KEYBOARD, StationState, status_items

NOW = datetime(2026, 3, 4, 8, tzinfo=UTC)
SITE = ZoneInfo("Europe/Berlin")
REFUSED = [outcome for outcome in Outcome if outcome is not Outcome.ACCEPTED]


def answer(outcome: Outcome = Outcome.ACCEPTED, **more: Any) -> dict[str, Any]:
    return {"scan": "4006381333931", "outcome": outcome, "message": "First. Second.", **more}


@pytest.mark.parametrize("outcome", REFUSED)
def test_every_refusal_has_words_and_a_sound_of_its_own_kind(outcome: Outcome) -> None:
    band = band_of(answer(outcome, shipment="", over=True))

    assert (band.kind, sound_of(answer(outcome))) == (BandKind.REFUSED, "wrong")
    assert band.outcome.startswith("Refused: ")
    assert band.sentence == "First. Second."


def test_more_than_announced_is_counted_with_a_warning() -> None:
    assert band_of(answer(over=True)).kind is BandKind.CATCH
    assert sound_of(answer(over=True)) == "warning"


def test_an_accepted_scan_says_its_answer_large_and_the_rest_small() -> None:
    band = band_of(answer(), "Scan the next item.")

    assert (band.kind, band.outcome, band.sentence) == (BandKind.ACCEPTED, "First", "Second.")
    assert (band.code, sound_of(answer())) == ("4006381333931", "ok")


def test_a_closed_shipment_sounds_done_and_the_band_says_that_sound() -> None:
    closed = answer(shipment="SH-1")

    assert (sound_of(closed), band_of(closed).sound_words) == ("done", "three rising tones")


def test_every_sound_has_its_tones_and_words_of_its_own() -> None:
    assert set(IN_WORDS) == {*SOUND.values(), "done"} == set(SOUNDS)
    assert len(set(IN_WORDS.values())) == len(IN_WORDS)


@pytest.mark.parametrize(
    ("promised", "state", "word"),
    [
        (None, "idle", "no promise"),
        (NOW - timedelta(microseconds=1), "bad", "Late 1 h"),
        (NOW - timedelta(hours=23, minutes=59), "bad", "Late 23 h"),
        (NOW - timedelta(hours=24), "bad", "Late 1 d"),
        (NOW, "warn", "Due 09:00"),
        (NOW + timedelta(hours=24), "warn", "Due 09:00"),
        (NOW + timedelta(hours=25), "idle", "Due 5 Mar"),
    ],
)
def test_a_promise_is_marked_by_how_far_it_is(
    promised: datetime | None, state: str, word: str
) -> None:
    mark = promise_mark(promised, NOW, SITE)

    assert (mark.state, mark.word) == (state, word)


@pytest.mark.parametrize(
    ("status", "door", "expected", "state", "part"),
    [
        ("scheduled", "", NOW - timedelta(hours=1), "warn", "08:00"),
        ("scheduled", "", NOW + timedelta(hours=1), "idle", "10:00"),
        ("scheduled", "", NOW + timedelta(days=2), "idle", "6 Mar"),
        ("arrived", "D1", NOW - timedelta(hours=1), "info", "yard"),
        ("unloading", "D1", NOW - timedelta(hours=1), "info", "D1"),
        ("at_door", "", NOW, "info", "–"),
    ],
)
def test_a_truck_is_marked_by_where_it_is(
    status: str, door: str, expected: datetime, state: str, part: str
) -> None:
    truck = Truck(1, "T-1", "Acme", "", "", 1, 0, 0, DockState(status, expected, door=door))
    mark = truck_mark(truck, NOW, SITE)

    assert mark.state == state
    assert part in mark.word


def items(**state: Any) -> dict[str, StatusItem]:
    return {item.name: item for item in status_items(StationState("D1", "ann", **state))}


def links(*states: LinkState) -> dict[str, Link]:
    return {f"gun-{n}": Link(f"gun-{n}", state) for n, state in enumerate(states)}


@pytest.mark.parametrize(
    ("states", "health"),
    [
        ((), Health.CATCH),
        ((LinkState.CONNECTED,), Health.OK),
        ((LinkState.CONNECTED, LinkState.CONNECTING), Health.CATCH),
        ((LinkState.CONNECTED, LinkState.DISCONNECTED), Health.CATCH),
        ((LinkState.DISCONNECTED, LinkState.CONNECTING), Health.BAD),
    ],
)
def test_the_worst_scanner_is_told_and_is_bad_where_none_is_ready(
    states: tuple[LinkState, ...], health: Health
) -> None:
    assert items(links=links(*states))["scanner"].health is health


def test_a_typing_scanner_says_nothing_beside_one_on_a_wire() -> None:
    typing = {KEYBOARD: Link(KEYBOARD, LinkState.DISCONNECTED)}

    assert items(links=typing)["scanner"].health is Health.BAD
    assert items(links=typing | links(LinkState.CONNECTED))["scanner"].health is Health.OK


def test_trouble_with_the_database_outranks_what_was_saved() -> None:
    assert items(saved_at="08:00", trouble="disk full")["database"].health is Health.BAD
    assert items(saved_at="08:00")["database"].detail.endswith("08:00")


def test_the_station_and_the_user_claim_no_health() -> None:
    assert [items()[name].health for name in ("station", "user")] == [Health.NONE] * 2


def weighed(gained: int = 0, lost: int = 0, **promises: list[str]) -> dict[str, Any]:
    part = {"order": "SO-1", "line": "1", "sku": "LAMP", "quantity": 3}
    made = {"promises_broken": [], "promises_saved": [], "says": "said", "freed": [], **promises}
    return {"gained": [part] * gained, "lost": [part] * lost, **made}


def test_a_change_shows_gains_before_losses_and_few_of_both() -> None:
    rows = change_scene("Hold", "front_hand", weighed(1, 9)).rows

    assert [row.after for row in rows] == ["+3", *["\u22123"] * (MOST_ROWS - 1)]


def test_a_broken_promise_is_a_warning_that_names_its_orders() -> None:
    scene = change_scene("Hold", "front_hand", weighed(promises_broken=["SO-1", "SO-2"]))

    assert "2 promises" in scene.warning
    assert "SO-1, SO-2" in repr(scene)


def test_a_change_without_effect_warns_of_nothing() -> None:
    scene = change_scene("Hold", "front_hand", weighed())

    assert (scene.rows, scene.warning) == ((), "")


@pytest.mark.parametrize(
    ("raw", "tokens"),
    [
        (b"]C101\x1d10", ["]C1", "01", "GS", "10"]),
        (b"\x1d\x1d", ["GS", "GS"]),
        (b"\x00\xff\x7f", ["00", "ÿ", "7F"]),
        (b"", []),
    ],
)
def test_a_code_is_shown_with_its_unseen_characters(raw: bytes, tokens: list[str]) -> None:
    assert [token.text for token in setup.tokens_of("", raw)] == tokens


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_code_has_its_sentence(kind: Kind) -> None:
    shown = setup.test_scan(Reading("x", kind), "gun", b"x")

    assert shown.state == ("bad" if kind in (Kind.BAD, Kind.UNKNOWN) else "ok")


def test_what_was_not_read_is_left_out() -> None:
    assert setup.facts_of(Reading("x", Kind.UNKNOWN)) == ()
    assert [row.value for row in setup.facts_of(Reading("x", Kind.ITEM, count=0))] == ["0"]


def test_the_weight_in_a_code_is_shown_in_grams() -> None:
    weighed = Reading("x", Kind.ITEM, measures=(Measure("3103", Decimal("12.500"), "kg"),))

    assert [row.value for row in setup.facts_of(weighed)] == ["12500 g"]


def test_every_setting_stands_in_one_group() -> None:
    grouped = [name for names in setting_rows.GROUPS.values() for name in names]

    assert sorted(grouped) == sorted(field.name for field in fields(Settings))


def test_a_setting_stands_with_its_group_and_one_of_no_group_last() -> None:
    given = {"scale_port": "", "site_name": "Quay", "time_zone": "UTC"}
    rows = setting_rows.setting_rows(given)

    assert [(row.name, row.group) for row in rows] == [
        ("site_name", "The site"),
        ("time_zone", "The site"),
        ("scale_port", "Scale"),
    ]


def test_every_choice_of_a_setting_is_worded() -> None:
    choices = {choice for one in setting_rows.CHOICES.values() for choice in one}

    assert choices - set(desk_words.CHOICES) == {"A4", "Letter", "kg", "g", "lb", "oz"}


def test_devices_stand_by_name_with_their_state() -> None:
    two = links(LinkState.DISCONNECTED, LinkState.CONNECTED)
    scene = setup.setup_scene(dict(reversed(two.items())), {"confirm_lane": "on"}, None, "home")

    assert [(row.name, row.state) for row in scene.devices] == [("gun-0", "bad"), ("gun-1", "ok")]
    assert scene.settings[0].choices == ("on", "off")
