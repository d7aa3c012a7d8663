"""Scanners' tunings on each database: by station and device, and what the site says later."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.domain.device import DeviceProfile, KeyLimits, Suffix
from app.domain.feedback import Feedback
from app.domain.layouts import Layout
from app.domain.tuning import device_key, tuned, tuning_of
from app.services.scanners import tune_scanner, tunings_of
from app.services.setting import change_setting

if TYPE_CHECKING:
    from tests.floor import Floor

GUN = DeviceProfile(
    name="Zebra scanner",
    vendor_id=0x05E0,
    product_id=0x1701,
    serial_number="S1",
    suffix=Suffix.TAB,
    prefix=b"\x02~",
    stand_ins=("|", "^]"),
    silence_ms=90,
    same_code_ms=700,
    keys=KeyLimits(50, 4, 90),
    feedback=Feedback.SSI,
    layout=Layout.GERMAN,
)


def test_all_of_a_profile_is_kept_for_its_station_alone(any_floor: Floor) -> None:
    desk = any_floor.desk
    tune_scanner(replace(GUN, suffix=Suffix.CR), desk)
    tune_scanner(GUN, desk)

    kept = tunings_of(desk)

    plain = DeviceProfile(GUN.name, "", GUN.vendor_id, GUN.product_id, GUN.serial_number)
    assert tuned(plain, kept["usb:05e0:1701:S1"]) == GUN
    assert tunings_of(replace(desk, station="Elsewhere")) == {}


def test_the_sites_later_word_counts_at_every_station(any_floor: Floor) -> None:
    desk = any_floor.desk
    tune_scanner(GUN, replace(desk, station="Elsewhere"))

    change_setting("keyboard_layout", "french", desk)

    (kept,) = tunings_of(replace(desk, station="Elsewhere")).values()
    assert kept == {name: v for name, v in tuning_of(GUN).items() if name != "layout"}


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    "kept",
    [
        {"suffix": "semicolon"},
        {"prefix": "Ω"},
        {"prefix": 7},
        {"stand_ins": "|"},
        {"stand_ins": [""]},
        {"silence_ms": -1},
        {"silence_ms": "30"},
        {"same_code_ms": 10**9},
        {"baud_rate": 0},
        {"feedback": "shout"},
        {"layout": "dvorak"},
        {"of_a_newer_version": True},
    ],
)
def test_what_makes_no_sense_leaves_the_profile_as_it_was(kept: dict[str, object]) -> None:
    assert tuned(GUN, kept) == GUN


@pytest.mark.parametrize(
    ("profile", "key"),
    [
        (DeviceProfile(path="/dev/ttyS0"), "path:/dev/ttyS0"),
        (DeviceProfile(vendor_id=1, path="/dev/ttyS0"), "usb:0001:0000:"),
        (DeviceProfile(), "keyboard"),
    ],
)
def test_a_device_is_known_by_its_usb_numbers_else_by_its_path(
    profile: DeviceProfile, key: str
) -> None:
    assert device_key(profile) == key
