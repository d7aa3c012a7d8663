"""Whatever a scanner does to its codes, four scans find it, and the profile reads them whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.barcode import GS, clean
from app.domain.device import DeviceProfile, SameCode, Suffix
from app.domain.doctor import diagnose
from app.domain.doctor_findings import Finding, Verdict
from app.domain.doctor_labels import LABELS
from app.domain.doctor_sights import Stray
from app.domain.layouts import Layout
from app.domain.raw_read import RawRead
from tests.support.scanner_tricks import Gun, decoded

A, B, C, D = LABELS
PLAIN = DeviceProfile(name="gun")
STAND_INS = ("|", "^]", "{GS}", "<GS>", "~", "#", "]")

guns = st.builds(
    Gun,
    is_typed=st.booleans(),
    layout=st.sampled_from(Layout),
    suffix=st.sampled_from([suffix for suffix in Suffix if suffix is not Suffix.LINE_END]),
    prefix=st.sampled_from(["", "#", "P1", "~S", "*"]),
    has_aim=st.booleans(),
    fnc1=st.sampled_from([GS, "", *STAND_INS]),
    again_ms=st.sampled_from([None, 90, 280, 420, 900]),
    key_ms=st.sampled_from([0, 5, 25, 50]),
    pause_ms=st.sampled_from([0, 10, 40, 70]),
)  # fmt: skip


def examined(gun: Gun) -> tuple[DeviceProfile, dict[str, Finding]]:
    found = diagnose(gun.all_reads(LABELS), PLAIN)
    assert (found.seen, found.next_label) == (("A", "B", "C", "D"), None)
    return found.profile, {finding.word: finding for finding in found.findings}


@given(guns)
def test_with_the_profile_found_every_label_is_read_exactly(gun: Gun) -> None:
    if gun.is_typed:
        gun = replace(gun, pause_ms=0)
    profile, findings = examined(gun)

    must = {word for word, finding in findings.items() if finding.verdict is Verdict.MUST}
    if must & {"end_missing", "long_slow"}:  # no silence parts its codes and cuts none
        assert (gun.suffix, gun.is_typed) == (Suffix.NONE, False)
        assert gun.again_ms is not None
        return
    assert must <= {"fnc1_lost", "aim_missing", "twice_late"}
    assert ("fnc1_lost" in must) == (not gun.fnc1)
    for label in LABELS:
        wanted = label.code.replace(GS, GS if gun.fnc1 else "")
        (code,) = decoded(profile, gun.read(label, 0.0)[0])
        assert clean(code) == wanted


@given(guns)
def test_two_reads_of_one_trigger_become_one(gun: Gun) -> None:
    profile, findings = examined(gun)
    same, reads = SameCode(profile.same_code_ms), gun.read(A, 0.0)
    if "twice_late" in findings:  # its window would be longer than a person needs for two units
        assert gun.key_ms >= 25
        return

    repeats = [same.is_repeat("A", read.times_ms[-1]) for read in reads]

    assert repeats == [False, True][: len(reads)]
    assert ("twice" in findings) == (gun.again_ms is not None)


@pytest.mark.parametrize("order", [(D, C, B, A), (B, A, D, C), (A, A, B, C, C, D)])
@pytest.mark.wrong_input
def test_the_labels_may_come_in_any_order(order: tuple[object, ...]) -> None:
    gun = Gun(is_typed=True, layout=Layout.FRENCH, suffix=Suffix.TAB, fnc1="|")

    found = diagnose(gun.all_reads(order), PLAIN)  # type: ignore[arg-type]

    assert found.profile == diagnose(gun.all_reads(LABELS), PLAIN).profile
    assert found.next_label is None


@pytest.mark.wrong_input
@pytest.mark.parametrize(
    "text", ["4006381333931\r\n", "CMD-DONE\r\n", "\x00\xff", "é", "\r\n", " "]
)
def test_a_foreign_code_changes_nothing_and_is_told(text: str) -> None:
    reads = Gun().read(A, 0.0)
    foreign = RawRead("gun", text, (9000.0,) * len(text))

    found = diagnose([*reads, foreign], PLAIN)

    assert found.last == Stray(text)
    assert found.profile == diagnose(reads, PLAIN).profile
    assert (found.seen, found.next_label, found.is_aside) == (("A",), B, True)


@pytest.mark.wrong_input
@pytest.mark.parametrize("part", [slice(0, 20), slice(0, 12), slice(-12, None)])
def test_half_a_scan_is_known_and_the_whole_one_counts_after_it(part: slice) -> None:
    half = RawRead("gun", D.code[part] + "\r", (0.0,) * len(D.code[part] + "\r"))
    found = diagnose([half], PLAIN)
    assert (found.last, found.next_label) == (Stray(half.text, D), A)

    found = diagnose([half, *Gun().read(D, 9000.0)], PLAIN)

    assert found.seen == ("D",)


def test_a_label_out_of_turn_is_taken_and_the_one_that_lacks_is_asked_for() -> None:
    found = diagnose(Gun().read(C, 0.0), PLAIN)

    assert (found.seen, found.next_label, found.is_aside) == (("C",), A, True)


def test_two_reads_of_the_right_label_are_in_turn() -> None:
    assert not diagnose(Gun(again_ms=400).read(A, 0.0), PLAIN).is_aside


def test_a_long_code_in_two_pieces_is_one_with_the_silence_found() -> None:
    gun = Gun(suffix=Suffix.NONE, pause_ms=0)
    (whole,) = gun.read(D, 20_000.0)
    cut = len(whole.text) // 2
    pieces = [
        RawRead("gun", whole.text[:cut], whole.times_ms[:cut]),
        RawRead("gun", whole.text[cut:], tuple(time + 200 for time in whole.times_ms[cut:])),
    ]

    found = diagnose([*gun.all_reads((A, B, C)), *pieces], PLAIN)

    assert found.next_label is None
    assert found.profile.silence_ms == 300
    assert "long_mended" in [finding.word for finding in found.findings]


@pytest.mark.wrong_input
def test_a_long_code_with_an_end_inside_must_be_mended_at_the_scanner() -> None:
    text = f"{D.code[:30]}\r{D.code[30:]}\r"

    found = diagnose([RawRead("gun", text, (0.0,) * len(text))], PLAIN)

    assert ("long_cut", Verdict.MUST) in [(one.word, one.verdict) for one in found.findings]


@pytest.mark.wrong_input
def test_a_check_digit_that_is_not_sent_is_told() -> None:
    text = C.code[:-1] + "\r"

    found = diagnose([RawRead("gun", text, (0.0,) * len(text))], PLAIN)

    assert ("check_missing", Verdict.MUST) in [(one.word, one.verdict) for one in found.findings]


@pytest.mark.wrong_input
@pytest.mark.parametrize("change", [str.upper, str.lower, str.swapcase])
def test_letters_in_another_case_are_told(change: object) -> None:
    text = change(A.code) + "\r"  # type: ignore[operator]

    found = diagnose([RawRead("gun", text, (0.0,) * len(text))], PLAIN)

    assert ("case", Verdict.MUST) in [(one.word, one.verdict) for one in found.findings]


@pytest.mark.wrong_input
def test_a_stand_in_that_ordinary_codes_have_too_is_not_mapped() -> None:
    profile, findings = examined(Gun(fnc1="-", has_aim=False))

    assert findings["fnc1_clashes"].verdict is Verdict.MUST
    assert profile.stand_ins == ()


@pytest.mark.wrong_input
def test_own_letters_for_the_kind_of_code_are_no_prefix() -> None:
    letters = zip("jIdj", LABELS, strict=True)
    texts = [letter + label.code + "\r" for letter, label in letters]
    reads = [RawRead("gun", text, (n * 5e3,) * len(text)) for n, text in enumerate(texts)]

    found = diagnose(reads, PLAIN)

    assert ("prefix_differs", Verdict.MUST) in [(one.word, one.verdict) for one in found.findings]
    assert found.profile.prefix == b""


def test_no_read_is_no_finding() -> None:
    found = diagnose([], PLAIN)

    assert (found.profile, found.findings, found.next_label) == (PLAIN, (), A)


def test_a_key_without_text_can_stand_for_gs() -> None:
    gun = Gun(is_typed=True, fnc1="\x00", has_aim=False)
    profile, _ = examined(gun)

    assert decoded(profile, gun.read(B, 0.0)[0]) == [B.code]


@given(
    st.lists(st.builds(RawRead, st.just("gun"), st.text(max_size=70), st.just(()), st.booleans()))
)
def test_nothing_that_comes_breaks_it(reads: list[RawRead]) -> None:
    timed = [
        replace(read, times_ms=tuple(float(1000 * n + m) for m in range(len(read.text))))
        for n, read in enumerate(reads)
        if read.text
    ]

    diagnose(timed, PLAIN)
