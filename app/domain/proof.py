"""What ``verify`` says of one thing that must hold."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold at all times; ``detail`` names what does not, "" where it does."""

    name: str
    ok: bool
    detail: str = ""
