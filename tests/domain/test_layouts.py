"""What a US scanner's keys come out as on other keyboards, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.device import DeviceProfile
from app.domain.key_timing import Key, KeyTiming
from app.domain.layouts import SELF_TEST, Layout, as_scanned, as_typed, layout_of

PRINTABLE = "".join(map(chr, range(32, 127)))


@given(st.sampled_from(Layout), st.text(PRINTABLE + "\x1d"))
def test_what_comes_out_is_mapped_back_to_the_code(layout: Layout, code: str) -> None:
    assert as_scanned(as_typed(code, layout), layout) == code


@pytest.mark.parametrize(
    ("layout", "typed"),
    [
        (Layout.US, r"[]{}~@#|\aZ"),
        (Layout.UK, '[]{}¬"£~#aZ'),
        (Layout.FRENCH, "^$¨£~23µ*qW"),
        (Layout.FRENCH, "$£~23µ*qW"),
        (Layout.GERMAN, "ü+Ü*°\"§'#aY"),
        (Layout.FRENCH, "$Cà^$¨£~23µ*qW"),
    ],
)
def test_the_self_test_tells_the_keyboard(layout: Layout, typed: str) -> None:
    assert layout_of(typed) is layout


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    "typed", ["", "4006381333931", r"[]{}~@#|\Az", r"[]{}~@#|", "X" + SELF_TEST, SELF_TEST + "X"]
)
def test_anything_else_tells_no_keyboard(typed: str) -> None:
    assert layout_of(typed) is None


@given(st.text())
def test_no_text_fails_and_no_two_keyboards_are_one(text: str) -> None:
    assert layout_of(text) in {None, *Layout}
    assert len({as_typed(SELF_TEST, layout) for layout in Layout}) == len(Layout)


@pytest.mark.parametrize("layout", Layout)
def test_a_prefix_is_known_on_every_keyboard(layout: Layout) -> None:
    profile = DeviceProfile(prefix=b"[z", layout=layout)
    timing: KeyTiming[str] = KeyTiming(profile)
    scans = [
        timing.press(Key(text, place, code=ord(text)), text).scan
        for place, text in enumerate(as_typed("[zLOC-A1", layout) + "\r")
    ]

    assert [profile.text_of_keys(scan) for scan in scans if scan is not None] == ["LOC-A1"]
