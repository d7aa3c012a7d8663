"""What a scale says: weights in their units, states, and when a weight is stable.  Pure.

Weights are whole milligrams beside the digits that the scale sent; nothing is a float.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from app.domain.device import LinkState

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

# Milligrams in one unit; the pound and its ounce are exact by the agreement of 1959.
MILLIGRAMS: Final[Mapping[str, Decimal]] = {
    "kg": Decimal(1_000_000),
    "g": Decimal(1000),
    "lb": Decimal("453592.37"),
    "oz": Decimal("28349.523125"),
}
BAUD_RATES: Final = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)


class ScaleProtocol(StrEnum):
    """What a scale speaks; ``CONTINUOUS`` is any that sends a weight a line unasked."""

    MT_SICS = "mt-sics"
    TOLEDO_8217 = "toledo-8217"
    NCI = "nci"
    TOLEDO_CONTINUOUS = "toledo-continuous"
    CONTINUOUS = "continuous"


class LoadState(StrEnum):
    """What a frame says of the load.

    ``MOVING`` is a scale that tells no weight while it moves; one that does says so by
    ``is_stable``.  ``COUNT`` is a number of pieces and no weight.
    """

    WEIGHT = "weight"
    ZERO = "zero"
    NEGATIVE = "negative"
    MOVING = "moving"
    OVERLOAD = "overload"
    UNDERLOAD = "underload"
    OUT_OF_RANGE = "out_of_range"
    NOT_LEVEL = "not_level"
    COUNT = "count"
    NOT_EXECUTABLE = "not_executable"
    BAD_COMMAND = "bad_command"
    FAULT = "fault"


WEIGHED: Final = frozenset({LoadState.WEIGHT, LoadState.ZERO, LoadState.NEGATIVE})


class ScaleTrouble(StrEnum):
    """Why a connected scale tells nothing: it does not answer, or in another protocol."""

    NONE = ""
    SILENT = "silent"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame as its protocol means it.

    ``value`` is None where it tells no number, ``unit`` is "" where the wire carries none, and
    ``is_stable`` is None where the protocol says nothing of it.  ``basis`` is gross, net or "".
    """

    state: LoadState
    value: Decimal | None = None
    unit: str = ""
    is_stable: bool | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class ScaleProfile:
    """How one scale is reached: port, protocol, and the unit of a scale that sends none."""

    name: str = "Scale"
    path: str = ""
    protocol: ScaleProtocol = ScaleProtocol.MT_SICS
    unit: str = "kg"
    baud_rate: int = 9600


@dataclass(frozen=True, slots=True)
class ScaleReading:
    """What a scale said last; ``weight_mg`` is None where that is no weight."""

    state: LoadState
    value: Decimal | None
    unit: str
    weight_mg: int | None
    is_stable: bool
    basis: str
    raw: bytes
    at: datetime

    @property
    def is_weight(self) -> bool:
        """Whether this is a stable weight, which may be zero or below it."""
        return self.is_stable and self.weight_mg is not None


@dataclass(frozen=True, slots=True)
class ScaleSight:
    """A scale as it is seen now: its link, its last reading (None: not known), its trouble.

    ``dropped_bytes`` counts what was thrown away just before: half a frame, noise.
    """

    profile: ScaleProfile
    link: LinkState = LinkState.STOPPED
    reading: ScaleReading | None = None
    trouble: ScaleTrouble = ScaleTrouble.NONE
    dropped_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Weighed:
    """What waiting for a stable weight came to.

    ``sight`` is the one that told it, or the last one where none came; ``why_not`` is "" with a
    weight, else why there is none: ``given_up``, a link's state, a trouble, ``waits`` (it has said
    nothing yet), ``unstable``, ``no_weight`` (its unit is none), or a load's state.
    """

    sight: ScaleSight
    why_not: str = ""

    @property
    def weight_mg(self) -> int | None:
        """Return the weight in milligrams, zero and below too, None without one."""
        return None if self.why_not or not self.sight.reading else self.sight.reading.weight_mg


def why_no_weight(sight: ScaleSight) -> str:
    """Return why a scale tells no stable weight now, as ``Weighed`` names it; "" where it does."""
    if sight.link is not LinkState.CONNECTED:
        return str(sight.link)
    reading = sight.reading
    if sight.trouble is not ScaleTrouble.NONE or reading is None:
        return str(sight.trouble) or "waits"
    if reading.state not in WEIGHED:
        return str(reading.state)
    if not reading.is_stable:
        return "unstable"
    return "no_weight" if reading.weight_mg is None else ""


def state_of(value: Decimal) -> LoadState:
    """Name a weight by its sign."""
    if not value:
        return LoadState.ZERO
    return LoadState.NEGATIVE if value < 0 else LoadState.WEIGHT


def to_milligrams(value: Decimal, unit: str) -> int | None:
    """Return a weight in whole milligrams, half to even; None for a unit that is no weight."""
    one = MILLIGRAMS.get(unit.lower())
    return None if one is None else int((value * one).to_integral_value(ROUND_HALF_EVEN))


def to_grams(weight_mg: int) -> int:
    """Return whole grams of milligrams, half up."""
    return (weight_mg + 500) // 1000


class StableRule:
    """Says whether a weight is stable: by the scale's own word, where it gives one.

    Where the protocol has none, it is stable once ``frames`` frames in a row said the same weight
    for ``span_ms``: a load that is still being put down does not stand on one digit so long.
    """

    def __init__(self, frames: int = 3, span_ms: int = 500) -> None:
        """Begin with nothing on the scale."""
        self._frames, self._span_ms = frames, span_ms
        self.forget()

    def forget(self) -> None:
        """Begin again, as after an unplug."""
        self._same: tuple[Decimal | None, str] = (None, "")
        self._count, self._since_ms = 0, 0.0

    def is_stable(self, frame: Frame, at_ms: float) -> bool:
        """Judge the next frame; ``at_ms`` is any clock that only goes on."""
        said = (frame.value, frame.unit)
        if said != self._same or frame.value is None or at_ms < self._since_ms:
            self._same, self._count, self._since_ms = said, 0, at_ms
        self._count += 1
        if frame.is_stable is not None:
            return frame.is_stable
        long_enough = at_ms - self._since_ms >= self._span_ms
        return frame.value is not None and self._count >= self._frames and long_enough


def reading_of(
    frame: Frame, profile: ScaleProfile, raw: bytes, at: datetime, *, is_stable: bool
) -> ScaleReading:
    """Make a reading of a frame; a weight without a unit is in the profile's."""
    is_number = frame.value is not None
    unit = frame.unit or (profile.unit if is_number else "")
    weighed = frame.value if frame.state in WEIGHED else None
    weight_mg = None if weighed is None else to_milligrams(weighed, unit)
    return ScaleReading(frame.state, frame.value, unit, weight_mg, is_stable, frame.basis, raw, at)
