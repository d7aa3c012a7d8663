"""Finds the test sheet's labels in what a scanner sent, whatever stands around them.  Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from app.domain.barcode import GS
from app.domain.doctor_labels import LABELS, half_of
from app.domain.layouts import Layout, as_scanned
from app.domain.raw_read import RawRead, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.doctor_labels import Label

PIECES_WITHIN_MS: Final = 1500.0  # pieces of one code, or one trigger's reads, lie no further apart
MOST_PIECES: Final = 4
_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z]\Z")


@dataclass(frozen=True, slots=True)
class Sight:
    """One label as it came once.

    ``before`` (without the AIM identifier) and ``behind`` are what stood around it, ``fnc1`` what
    came for the FNC1 inside (None where the label has none), ``code`` what came of the label.
    The times are those of its first and last character with what stood around it, the gap the
    longest between two of them, all in ms.
    ``pieces`` is above 1 where silence cut it, ``is_cut`` where a line end did.
    """

    label: Label
    layout: Layout
    before: str
    aim: str
    code: str
    fnc1: str | None
    behind: str
    begun_ms: float = 0.0
    ended_ms: float = 0.0
    gap_ms: float = 0.0
    pieces: int = 1
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Stray:
    """A read that is none of the labels; ``half_of`` where it is a part of one."""

    text: str
    half_of: Label | None = None


def sights_of(reads: Sequence[RawRead], layout: Layout) -> tuple[Sight | Stray, ...]:
    """Return what each read shows, in order, of a scanner whose keys came out on this layout."""
    found: list[Sight | Stray] = []
    place = 0
    while place < len(reads):
        count, seen = _from(reads[place : place + MOST_PIECES], layout)
        found += seen
        place += count
    return tuple(found)


def _from(reads: Sequence[RawRead], layout: Layout) -> tuple[int, Sequence[Sight | Stray]]:
    """Return how many reads make what comes first, and what that is."""
    for count in range(1, len(reads) + 1):
        if not _are_near(reads[:count]):
            break
        if sights := _sights_in(reads[:count], layout):
            return count, sights
    text = as_scanned(reads[0].text, layout)
    return 1, (Stray(text, half_of(text)),)


def _are_near(pieces: Sequence[RawRead]) -> bool:
    return all(
        0 <= later.times_ms[0] - piece.times_ms[-1] <= PIECES_WITHIN_MS
        for piece, later in pairwise(pieces)
    )


def _sights_in(pieces: Sequence[RawRead], layout: Layout) -> Sequence[Sight]:
    """Return the copies of one label that these reads are together, none for no label."""
    if len(pieces) > 1 and half_of(as_scanned(pieces[0].text, layout)) is None:
        return ()
    whole = pieces[0]
    for piece in pieces[1:]:
        whole = joined(whole, piece)
    if sights := _copies(whole, layout, len(pieces)):
        return sights
    uncut = _without_ends(pieces)
    return () if uncut is None else _copies(uncut, layout, len(pieces), is_cut=True)


def _without_ends(pieces: Sequence[RawRead]) -> RawRead | None:
    """Return the reads as one without the line ends inside; None where there are none."""
    whole = pieces[0]
    for piece in pieces[1:]:
        whole = joined(whole, piece)
    body = whole.text.rstrip("\r\n\t")
    kept = [n for n, letter in enumerate(whole.text) if n >= len(body) or letter not in "\r\n\t"]
    if len(kept) == len(whole.text):
        return None
    text = "".join(whole.text[n] for n in kept)
    return RawRead(whole.device, text, tuple(whole.times_ms[n] for n in kept), whole.is_typed)


def _copies(read: RawRead, layout: Layout, pieces: int, *, is_cut: bool = False) -> list[Sight]:
    """Return the copies of one label in a read; what parts two of them is the end of the first."""
    text = as_scanned(read.text, layout)
    for label in LABELS:
        matches = list(label.pattern.finditer(text))
        if not matches:
            continue
        behind, begin = text[matches[-1].end() :], 0
        found = []
        for match in matches:
            end = min(match.end() + len(behind), len(text))
            sight = _sight(label, layout, text[begin : match.start()], match, behind)
            times = read.times_ms[begin:end]
            gap = max((later - time for time, later in pairwise(times)), default=0.0)
            span = replace(sight, begun_ms=times[0], ended_ms=times[-1], gap_ms=gap)
            found.append(replace(span, pieces=pieces, is_cut=is_cut))
            begin = end
        return found
    return []


def _sight(label: Label, layout: Layout, before: str, match: re.Match[str], behind: str) -> Sight:
    aim = found.group() if (found := _AIM.search(before)) else ""
    fnc1 = match["fnc1"] if GS in label.code else None
    return Sight(label, layout, before.removesuffix(aim), aim, match.group(), fnc1, behind)
