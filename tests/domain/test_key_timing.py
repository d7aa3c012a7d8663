"""A scanner's keys apart from a person's, by their own times."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.device import DeviceProfile, KeyLimits, Suffix
from app.domain.key_timing import NO_TEXT, Key, KeyTiming

SCANNER_MS = (0, 1, 3, 7, 11, 18, 35)
PERSON_MS = (36, 60, 80, 176, 300)


@dataclass
class Window:
    """What the scanner said and what reached the window, as texts in order."""

    timing: KeyTiming[str]
    scans: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)

    def press(self, key: Key) -> None:
        wanted = self.timing.wants(key)
        ruling = self.timing.press(key, key.text)
        self.typed += ruling.give_back
        if ruling.scan is not None:
            self.scans.append(ruling.scan)
        if not ruling.is_kept and not key.is_modifier:
            self.typed.append(key.text)
        assert wanted or not ruling.is_kept or key.is_repeat or key.text in ("\r", "\n", "\t")

    def rest(self) -> None:
        ruling = self.timing.let_go()
        self.typed += ruling.give_back
        self.scans += [ruling.scan] if ruling.scan else []


def window(**profile: object) -> Window:
    return Window(KeyTiming(DeviceProfile(**profile)))  # type: ignore[arg-type]  # a test's short cut


def typed_at(gap_ms: int, texts: Iterable[str], start_ms: int = 10_000) -> Iterator[Key]:
    for place, text in enumerate(texts):
        yield Key(text, start_ms + place * gap_ms, code=ord(text))


@pytest.mark.parametrize("gap_ms", SCANNER_MS)
def test_a_fast_burst_with_its_end_is_a_scan_and_reaches_no_window(gap_ms: int) -> None:
    floor = window()

    for key in typed_at(gap_ms, "]C10109501101530003\x1d10A B\r"):
        floor.press(key)

    assert floor.scans == ["]C10109501101530003\x1d10A B"]
    assert floor.typed == []


@pytest.mark.wrong_input
@pytest.mark.parametrize("gap_ms", PERSON_MS)
def test_a_persons_typing_reaches_the_window_whole(gap_ms: int) -> None:
    floor = window()

    for key in typed_at(gap_ms, "4006381333931\r"):
        floor.press(key)

    assert floor.scans == []
    assert "".join(floor.typed) == "4006381333931\r"


@pytest.mark.wrong_input
@pytest.mark.parametrize("roll", ["er", "the", "12"])
def test_a_fast_roll_of_two_or_three_keys_is_no_scan(roll: str) -> None:
    floor = window()

    for key in typed_at(5, f"{roll}\r"):
        floor.press(key)

    assert floor.scans == []
    assert "".join(floor.typed) == f"{roll}\r"


def test_a_burst_without_its_end_is_let_go_as_typing() -> None:
    floor = window()
    for key in typed_at(2, "pasted"):
        floor.press(key)

    floor.rest()

    assert floor.scans == []
    assert "".join(floor.typed) == "pasted"
    assert not floor.timing.is_holding


def test_typing_during_a_stall_is_not_a_scan_since_events_carry_their_times() -> None:
    floor = window()

    for key in typed_at(203, "12345678\r"):  # all of them arrive at once
        floor.press(key)

    assert floor.scans == []
    assert "".join(floor.typed) == "12345678\r"


def test_a_scan_after_unfinished_typing_is_not_mixed_with_it() -> None:
    floor = window()
    keys = [*typed_at(150, "ab"), *typed_at(3, "4006381\r", start_ms=10_200)]

    for key in keys:
        floor.press(key)

    assert (floor.scans, floor.typed) == (["4006381"], ["a", "b"])


def test_the_second_half_of_a_crlf_is_no_key_for_the_window() -> None:
    floor = window()

    for key in typed_at(2, "4006381\r\n"):
        floor.press(key)

    assert (floor.scans, floor.typed) == (["4006381"], [])


def test_an_enter_of_a_person_after_a_scan_is_not_swallowed() -> None:
    floor = window()
    for key in typed_at(2, "4006381\r"):
        floor.press(key)

    floor.press(Key("\r", 20_000, code=13))

    assert floor.typed == ["\r"]


def test_shift_inside_a_burst_breaks_nothing() -> None:
    floor = window()

    for key in typed_at(4, "aBcDe\r"):
        floor.press(Key("", key.at_ms - 2, code=1, is_modifier=True))
        floor.press(key)

    assert floor.scans == ["aBcDe"]


def test_a_key_held_down_is_never_a_scan() -> None:
    floor = window()
    floor.press(Key("a", 0, code=97))
    for at_ms in range(30, 300, 30):
        floor.press(Key("a", at_ms, code=97, is_repeat=True))
    floor.press(Key("\r", 310, code=13))

    assert floor.scans == []
    assert "".join(floor.typed) == "a" * 10 + "\r"


@pytest.mark.right_input
def test_a_key_pressed_twice_at_once_is_not_taken_for_one_held_down() -> None:
    floor = window()

    for key in typed_at(0, "400111\r"):
        floor.press(Key(key.text, key.at_ms, key.code, is_repeat=key.text in "01"))

    assert (floor.scans, floor.typed) == (["400111"], [])


@pytest.mark.parametrize("control", ["\x01", "\x03", "\x11", "\x16", "\x1b", "\x7f", NO_TEXT])
def test_a_control_character_inside_a_burst_reaches_no_window(control: str) -> None:
    floor = window()

    for key in typed_at(1, f"CODE{control}7\r"):
        floor.press(key)

    assert floor.scans == [f"CODE{control}7"]  # which no code contains: it is refused when read
    assert floor.typed == []


@pytest.mark.wrong_input
@pytest.mark.parametrize("control", ["\x03", "\x1b", "\x08", "\t", NO_TEXT])
def test_a_persons_shortcut_goes_to_the_window_at_once(control: str) -> None:
    floor = window()

    assert not floor.timing.wants(Key(control, 5, code=1))
    floor.press(Key(control, 5, code=1))

    assert floor.typed == [control]


@pytest.mark.parametrize(
    ("profile", "keys", "scan"),
    [
        ({"suffix": Suffix.TAB}, "4006381\t", "4006381"),
        ({"prefix": b"~"}, "~4006381\r", "4006381"),
        ({"keys": KeyLimits(gap_ms=50)}, "4006381\r", "4006381"),
    ],
)
def test_each_device_has_its_own_limits(profile: dict[str, object], keys: str, scan: str) -> None:
    floor = window(**profile)

    for key in typed_at(45 if "keys" in profile else 5, keys):
        floor.press(key)

    assert (floor.scans, floor.typed) == ([scan], [])


def test_a_burst_without_the_devices_prefix_is_not_a_scan() -> None:
    floor = window(prefix=b"~")

    for key in typed_at(5, "4006381\r"):
        floor.press(key)

    assert (floor.scans, "".join(floor.typed)) == ([], "4006381\r")


def test_silence_ends_a_scan_where_the_device_has_no_suffix() -> None:
    floor = window(suffix=Suffix.NONE)
    for key in typed_at(5, "4006381"):
        floor.press(key)

    floor.rest()

    assert (floor.scans, floor.typed) == (["4006381"], [])


def test_releases_go_the_way_of_their_presses() -> None:
    timing: KeyTiming[str] = KeyTiming(DeviceProfile())
    space = Key(" ", 0, code=65)

    assert timing.press(space, "down").is_kept
    assert timing.lift(Key(" ", 20, code=65), "up").is_kept
    assert timing.let_go().give_back == ("down", "up")
    assert not timing.lift(Key(" ", 30, code=65), "again").is_kept


def test_the_release_of_a_swallowed_key_reaches_no_window() -> None:
    timing: KeyTiming[str] = KeyTiming(DeviceProfile())
    for key in typed_at(2, "4006\r"):
        timing.press(key, key.text)

    assert timing.lift(Key("\r", 50, code=13), "up").is_kept
    assert timing.lift(Key("6", 51, code=ord("6")), "up").is_kept
    assert not timing.lift(Key("6", 90, code=ord("6")), "up").is_kept


def test_an_endless_burst_never_fills_the_memory_with_text() -> None:
    floor = window()

    for key in typed_at(1, "A" * 5000 + "\r"):
        floor.press(key)

    assert len(floor.scans[0]) == 513  # one more than the longest code: it is refused when read


@pytest.mark.right_input
@given(
    st.lists(st.tuples(st.sampled_from("ab1]\x1d\r\n\t\x03 "), st.integers(-5, 400)), max_size=60)
)
def test_no_key_is_lost_doubled_or_reordered(presses: list[tuple[str, int]]) -> None:
    floor, at_ms = window(), 1000
    for text, gap_ms in presses:
        at_ms += gap_ms
        floor.press(Key(text, at_ms, code=ord(text)))
    floor.rest()

    sent = "".join(text for text, _ in presses)
    told = "".join(floor.typed)
    remaining = iter(sent)
    assert all(character in remaining for character in told)
    ends = sum(text in "\r\n" for text, _ in presses)
    assert len(sent) - ends <= len(told) + sum(map(len, floor.scans)) <= len(sent)
