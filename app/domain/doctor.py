"""The scanner doctor: what the test sheet's scans tell of a scanner, and what mends it.  Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.domain.device import Suffix
from app.domain.doctor_findings import (
    LINE_ENDS,
    doubles_of,
    findings_of,
    prefix_of,
    same_code_ms,
    silence_ms,
    stand_in_of,
)
from app.domain.doctor_labels import LABELS
from app.domain.doctor_sights import Sight, Stray, sights_of
from app.domain.layouts import Layout
from app.domain.raw_read import KEYS_END_MS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.device import DeviceProfile
    from app.domain.doctor_findings import Finding
    from app.domain.doctor_labels import Label
    from app.domain.raw_read import RawRead

_MARGIN: Final = 1.5  # a scanner's keys may come so much later another time
_HOLD_MORE_MS: Final = 25


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is known after some scans: ``profile`` reads this scanner right as far as it can.

    ``seen`` are the letters of the labels that came, ``next_label`` is the one to scan now (None
    when all came), ``last`` what the last read was (None before the first), and ``is_aside``
    tells that it was not the label that was asked for.
    """

    profile: DeviceProfile
    findings: tuple[Finding, ...] = ()
    seen: tuple[str, ...] = ()
    next_label: Label | None = LABELS[0]
    last: Sight | Stray | None = None
    is_aside: bool = False

    @property
    def scans(self) -> int:
        """How many of the four labels came."""
        return len(self.seen)


def diagnose(reads: Sequence[RawRead], profile: DeviceProfile) -> Diagnosis:
    """Examine one device's reads in their order; what no read tells stays as in its profile.

    The labels may come in any order and more than once; a foreign code and half a scan change
    nothing.
    """
    is_typed = any(read.is_typed for read in reads)
    layout = _layout(reads, profile) if is_typed else Layout.US
    shown = sights_of(reads, layout)
    sights = tuple(sight for sight in shown if isinstance(sight, Sight))
    seen = {sight.label.name for sight in sights}
    left = [label for label in LABELS if label.name not in seen]
    if not sights:
        return Diagnosis(profile, last=shown[-1] if shown else None, is_aside=bool(shown))
    return Diagnosis(
        _mended(sights, profile, is_typed=is_typed),
        findings_of(sights, is_typed=is_typed),
        tuple(label.name for label in LABELS if label.name in seen),
        left[0] if left else None,
        shown[-1],
        _is_aside(shown),
    )


def _layout(reads: Sequence[RawRead], profile: DeviceProfile) -> Layout:
    """Return the keyboard on which most labels are found: label A on its own one alone."""

    def count(layout: Layout) -> int:
        return sum(isinstance(sight, Sight) for sight in sights_of(reads, layout))

    layouts: tuple[Layout, ...] = (profile.layout, *Layout)
    return max(layouts, key=count)


def _is_aside(shown: Sequence[Sight | Stray]) -> bool:
    """Whether the last read was not the first label that was missing before it."""
    last = shown[-1]
    if isinstance(last, Stray):
        return True
    before = shown[: next(n for n, one in enumerate(shown) if one is last)]
    while before and isinstance(twin := before[-1], Sight) and twin.label == last.label:
        before = before[:-1]  # one trigger that was read twice
    seen = {one.label.name for one in before if isinstance(one, Sight)}
    wanted = next((label for label in LABELS if label.name not in seen), None)
    return wanted is not None and wanted != last.label


def _mended(sights: Sequence[Sight], profile: DeviceProfile, *, is_typed: bool) -> DeviceProfile:
    """Return the profile that reads these sights; what cannot be mended stays as it was."""
    stand_in, prefix = stand_in_of(sights), prefix_of(sights)
    mended = replace(
        profile,
        suffix=_suffix(sights, profile.suffix),
        prefix=prefix or b"",
        stand_ins=(stand_in,) if stand_in else (),
        same_code_ms=max(profile.same_code_ms, same_code_ms(doubles_of(sights)) or 0),
    )
    if not is_typed:
        silence = silence_ms(sights)
        return mended if silence is None else replace(mended, silence_ms=silence)
    gap = max(sight.gap_ms for sight in sights)
    gap_ms = max(profile.keys.gap_ms, min(KEYS_END_MS, round(gap * _MARGIN)))
    hold_ms = max(profile.keys.hold_ms, gap_ms + _HOLD_MORE_MS)
    keys = replace(profile.keys, gap_ms=gap_ms, hold_ms=hold_ms)
    return replace(mended, keys=keys, layout=sights[0].layout)


def _suffix(sights: Sequence[Sight], before: Suffix) -> Suffix:
    ends = {sight.behind for sight in sights}
    if ends == {""}:
        return Suffix.NONE
    if ends == {"\t"}:
        return Suffix.TAB
    is_line_end = all(end and not end.strip(LINE_ENDS) for end in ends)
    return Suffix.LINE_END if is_line_end else before
