"""What is right with a scanner, what its profile mends, and what must be set on it.  Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, Final

from app.domain.barcode import GS
from app.domain.doctor_labels import LABELS
from app.domain.doctor_sights import PIECES_WITHIN_MS
from app.domain.layouts import Layout
from app.domain.raw_read import KEYS_END_MS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.doctor_sights import Sight

LINE_ENDS: Final = "\r\n"
LEAST_SILENCE_MS: Final = 30
MOST_SILENCE_MS: Final = 500  # a person waits so long for each code at most
LEAST_SAME_MS: Final = 300
MOST_SAME_MS: Final = 2000


class Verdict(StrEnum):
    """What a finding comes to; ``UNKNOWN`` waits for a label, or cannot be told at all."""

    GOOD = "good"
    FIXED = "fixed"
    MUST = "must"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; ``word`` names its sentence, ``data`` is what it says."""

    word: str
    verdict: Verdict
    data: Mapping[str, object] = field(default_factory=dict)


def findings_of(sights: Sequence[Sight], *, is_typed: bool) -> tuple[Finding, ...]:
    """Return all findings in the order in which they are shown; there is a sight at least."""
    found = (
        Finding("keyboard" if is_typed else "serial", Verdict.GOOD),
        _layout(sights) if is_typed else None,
        _end(sights, is_typed=is_typed),
        _prefix(sights),
        _aim(sights),
        _fnc1(sights),
        _check_digit(sights),
        _long(sights, is_typed=is_typed),
        _once(sights),
        _case(sights),
    )
    return tuple(finding for finding in found if finding is not None)


def prefix_of(sights: Sequence[Sight]) -> bytes | None:
    """Return what stands before every code, b"" for nothing; None where it differs."""
    befores = _befores(sights)
    text = befores.pop()
    try:
        return None if befores else text.encode("latin-1")
    except UnicodeEncodeError:  # a key of no US keyboard
        return None


def stand_in_of(sights: Sequence[Sight]) -> str:
    """Return the text that came in the place of FNC1 and may be taken for it, "" for none."""
    stand_in = next((sight.fnc1 for sight in sights if sight.fnc1 is not None), "")
    return "" if stand_in == GS or _clashes(stand_in, sights) else stand_in


def doubles_of(sights: Sequence[Sight]) -> tuple[float, ...]:
    """Return the ms from end to end of reads that one trigger made two: so a window counts them."""
    return tuple(
        b.ended_ms - a.ended_ms
        for a, b in pairwise(sights)
        if a.label == b.label and 0 <= b.begun_ms - a.ended_ms <= PIECES_WITHIN_MS
    )


def same_code_ms(doubles: Sequence[float]) -> int | None:
    """Return the window that takes such reads for one, with room; None where it would be long."""
    wanted = max((50 + 50 * ceil(double * 1.25 / 50) for double in doubles), default=0)
    return None if wanted > MOST_SAME_MS else max(LEAST_SAME_MS, wanted)


def silence_ms(sights: Sequence[Sight]) -> int | None:
    """Return the silence that ends a code and cuts none; None where there is no such silence."""
    gap = max(sight.gap_ms for sight in sights)
    wanted = max(LEAST_SILENCE_MS, ceil(gap * 1.5))
    pauses = [b.begun_ms - a.ended_ms for a, b in pairwise(sights) if b.begun_ms > a.ended_ms]
    if pauses and min(pauses) <= wanted:
        wanted = ceil((gap + min(pauses)) / 2)
    fits = gap < wanted <= MOST_SILENCE_MS and all(wanted < pause for pause in pauses)
    return wanted if fits else None


def _befores(sights: Sequence[Sight]) -> set[str]:
    """Return what stands before labels, without an FNC1 that is sent in first place too."""
    befores = {sight.before.lstrip(LINE_ENDS) for sight in sights if not sight.fnc1}
    for sight in sights:
        before = sight.before.lstrip(LINE_ENDS)
        if sight.fnc1 and before not in befores:
            befores.add(before.removesuffix(sight.fnc1) if befores else before)
    return befores


def _clashes(stand_in: str, sights: Sequence[Sight]) -> bool:
    """Whether a stand-in is in ordinary codes too, and nothing tells those apart."""
    says_kind = all(sight.aim for sight in sights)
    return not says_kind and any(stand_in in label.code for label in LABELS if GS not in label.code)


def _seen(sights: Sequence[Sight], name: str) -> list[Sight]:
    return [sight for sight in sights if sight.label.name == name]


def _waiting(word: str, name: str) -> Finding:
    return Finding(f"{word}_waits", Verdict.UNKNOWN, {"label": name})


def _layout(sights: Sequence[Sight]) -> Finding:
    if not _seen(sights, "A"):
        return _waiting("layout", "A")
    layout = sights[0].layout
    verdict = Verdict.GOOD if layout is Layout.US else Verdict.FIXED
    return Finding("layout", verdict, {"layout": layout})


def _end(sights: Sequence[Sight], *, is_typed: bool) -> Finding:
    ends = Counter(sight.behind for sight in sights)
    data = {"scans": len(sights), "silence_ms": silence_ms(sights) or 0, "end": ends}
    if all(end and not end.strip(LINE_ENDS) for end in ends):
        return Finding("end_enter", Verdict.GOOD, data)
    if set(ends) == {"\t"}:
        return Finding("end_tab", Verdict.FIXED, data)
    if set(ends) != {""}:
        return Finding("end_differs", Verdict.MUST, data)
    if is_typed:
        return Finding("end_pause", Verdict.FIXED, data)
    word = "end_silence" if silence_ms(sights) else "end_missing"
    return Finding(word, Verdict.FIXED if silence_ms(sights) else Verdict.MUST, data)


def _prefix(sights: Sequence[Sight]) -> Finding | None:
    prefix = prefix_of(sights)
    if prefix is None:
        return Finding("prefix_differs", Verdict.MUST, {"texts": sorted(_befores(sights))})
    data = {"text": prefix.decode("latin-1")}
    return Finding("prefix", Verdict.FIXED, data) if prefix else None


def _aim(sights: Sequence[Sight]) -> Finding:
    aims = [sight.aim for sight in sights]
    if all(aims):
        return Finding("aim", Verdict.GOOD, {"aim": aims[-1]})
    return Finding("aim_partly" if any(aims) else "aim_missing", Verdict.MUST)


def _fnc1(sights: Sequence[Sight]) -> Finding:
    gs1 = _seen(sights, "B")
    if not gs1:
        return _waiting("fnc1", "B")
    came = {sight.fnc1 or "" for sight in gs1}
    data = {"text": next(iter(came))}
    if came == {GS}:
        return Finding("fnc1_kept", Verdict.GOOD, data)
    if "" in came or len(came) > 1:
        return Finding("fnc1_lost", Verdict.MUST, data)
    if not stand_in_of(sights):
        return Finding("fnc1_clashes", Verdict.MUST, data)
    return Finding("fnc1_mapped", Verdict.FIXED, data)


def _check_digit(sights: Sequence[Sight]) -> Finding:
    ean = _seen(sights, "C")
    if not ean:
        return _waiting("check", "C")
    is_whole = all(len(sight.code) == len(sight.label.code) for sight in ean)
    word = "check_sent" if is_whole else "check_missing"
    return Finding(word, Verdict.GOOD if is_whole else Verdict.MUST)


def _long(sights: Sequence[Sight], *, is_typed: bool) -> Finding:
    long = _seen(sights, "D")
    if not long:
        return _waiting("long", "D")
    last = long[-1]
    data = {
        "length": len(last.code),
        "took_ms": round(last.ended_ms - last.begun_ms),
        "gap_ms": round(last.gap_ms),
    }
    if any(sight.is_cut for sight in long):
        return Finding("long_cut", Verdict.MUST, data)
    if is_typed:
        is_slow = any(sight.gap_ms > KEYS_END_MS for sight in sights)
        return Finding("long_slow" if is_slow else "long_whole",
                       Verdict.MUST if is_slow else Verdict.GOOD, data)  # fmt: skip
    if last.gap_ms * 1.5 <= LEAST_SILENCE_MS or last.behind:
        return Finding("long_whole", Verdict.GOOD, data)
    mends = silence_ms(sights) is not None
    return Finding("long_mended" if mends else "long_slow",
                   Verdict.FIXED if mends else Verdict.MUST, data)  # fmt: skip


def _once(sights: Sequence[Sight]) -> Finding:
    doubles = doubles_of(sights)
    if not doubles:
        return Finding("once", Verdict.GOOD)
    window = same_code_ms(doubles)
    data = {"apart_ms": round(max(doubles)), "window_ms": window or 0}
    return Finding("twice" if window else "twice_late",
                   Verdict.FIXED if window else Verdict.MUST, data)  # fmt: skip


def _case(sights: Sequence[Sight]) -> Finding | None:
    """Only where letters came in another case; label C without its check digit is not that."""
    is_other = any(
        (sight.fnc1 is None and not sight.label.code.startswith(sight.code))
        or (sight.fnc1 is not None and sight.code.upper() != sight.code)
        for sight in sights
    )
    return Finding("case", Verdict.MUST) if is_other else None
