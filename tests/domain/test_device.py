"""Profiles and the same-code window."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.device import DeviceProfile, SameCode


def test_one_trigger_read_twice_is_one_read() -> None:
    same = SameCode(300)

    assert [same.is_repeat("A", at) for at in (0, 100, 350, 640, 940)] == [
        False, True, True, True, False,
    ]  # fmt: skip


def test_another_code_between_ends_the_window() -> None:
    same = SameCode(300)

    assert [same.is_repeat(code, 10.0) for code in ("A", "B", "A", "A")] == [
        False, False, False, True,
    ]  # fmt: skip


def test_a_clock_that_went_back_suppresses_nothing() -> None:
    same = SameCode(300)

    assert [same.is_repeat("A", at) for at in (1000, 10)] == [False, False]


@given(st.lists(st.tuples(st.sampled_from("AB"), st.floats(0, 10_000))))
def test_no_window_lets_every_read_through(reads: list[tuple[str, float]]) -> None:
    same = SameCode(0)

    assert not any(same.is_repeat(code, at) for code, at in reads)


@given(st.binary(), st.sampled_from(["ascii", "latin-1", "utf-8"]))
def test_no_bytes_fail_to_become_text(raw: bytes, encoding: str) -> None:
    text = DeviceProfile(encoding=encoding).text_of(raw)

    assert text.encode().decode() == text  # no half characters: every text can be stored
