"""Right-to-left text in its order on paper: the implicit part of Unicode Annex 9.

Explicit embeddings, overrides and isolates are not honoured: they are taken out of every text at
entry, since they can make one number look like another.  Mirrored brackets are left to the shaper.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import Final

_NUMBERS: Final = ("EN", "AN")
_STRONG_RTL: Final = ("R", "AL")


def visual_runs(text: str) -> list[tuple[str, bool]]:
    """Cut one line into runs from left to right, each in reading order, with "reads right to left".

    The line's own direction is that of its first letter (rules P2 and P3), else left to right.
    """
    if text.isascii() or not any(
        unicodedata.bidirectional(letter) in (*_STRONG_RTL, "AN") for letter in text
    ):
        return [(text, False)] if text else []
    base = base_level(text)
    levels = _levels(text, base)
    runs: list[tuple[str, int]] = []
    place = 0
    for level, group in groupby(levels):
        size = len(list(group))
        runs.append((text[place : place + size], level))
        place += size
    return [(run, level % 2 == 1) for run, level in _reordered(runs)]


def base_level(text: str) -> int:
    """Return 1 where the first strong letter reads right to left, else 0."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind == "L" or kind in _STRONG_RTL:
            return int(kind != "L")
    return 0


def _levels(text: str, base: int) -> list[int]:
    kinds = _weak([unicodedata.bidirectional(letter) or "L" for letter in text], base)
    kinds = _neutral(kinds, base)
    raised = {("L", 1): 1, ("EN", 1): 1, ("AN", 1): 1, ("R", 0): 1, ("EN", 0): 2, ("AN", 0): 2}
    levels = [base + raised.get((kind, base), 0) for kind in kinds]
    for place in range(len(text) - 1, -1, -1):  # rule L1: blanks at the end keep the line's level
        if not text[place].isspace():
            break
        levels[place] = base
    return levels


def _weak(kinds: list[str], base: int) -> list[str]:
    """Apply rules W1 to W7: marks, numbers, and the signs inside and around numbers."""
    edge = "R" if base else "L"
    previous, strong = edge, edge
    out: list[str] = []
    for kind in kinds:
        now = previous if kind in ("NSM", "BN") else kind
        if now == "EN" and strong == "AL":
            now = "AN"
        if kind in ("L", *_STRONG_RTL):
            strong = kind
        previous = now
        out.append("R" if now == "AL" else now)
    _join_numbers(out)
    strong = edge
    for place, kind in enumerate(out):  # W7
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            out[place] = "L"
    return out


def _join_numbers(kinds: list[str]) -> None:
    """Apply rules W4 to W6 in place."""
    for place in range(1, len(kinds) - 1):
        before, kind, behind = kinds[place - 1 : place + 2]
        if before == behind and (
            (kind == "CS" and before in _NUMBERS) or (kind == "ES" and before == "EN")
        ):
            kinds[place] = before
    place = 0
    for kind, group in groupby(list(kinds)):
        size = len(list(group))
        beside = (kinds[place - 1 : place] or [""])[0], (kinds[place + size : place + size + 1])
        if kind == "ET" and "EN" in (beside[0], *beside[1]):
            kinds[place : place + size] = ["EN"] * size
        elif kind in ("ET", "ES", "CS"):
            kinds[place : place + size] = ["ON"] * size
        place += size


def _neutral(kinds: list[str], base: int) -> list[str]:
    """Apply rules N1 and N2: what stands between two of a kind joins them."""
    edge = "R" if base else "L"
    strong = ["R" if kind in _NUMBERS else kind for kind in kinds]
    out = list(kinds)
    place = 0
    for is_neutral, group in groupby(strong, key=lambda kind: kind not in ("L", "R")):
        size = len(list(group))
        if is_neutral:
            before = strong[place - 1] if place else edge
            behind = strong[place + size] if place + size < len(strong) else edge
            out[place : place + size] = [before if before == behind else edge] * size
        place += size
    return out


def _reordered(runs: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Apply rule L2: from the highest level down, turn every stretch at that level or above."""
    for level in range(max(each for _, each in runs), 0, -1):
        out: list[tuple[str, int]] = []
        for turn, group in groupby(runs, key=lambda run: run[1] >= level):
            stretch = list(group)
            out += stretch[::-1] if turn else stretch
        runs = out
    return runs
