"""Keys of a keyboard wedge apart from a person's, by the times at which they were pressed.  Pure.

A scanner that types is told by speed, length and suffix together: fast rolls of people reach a
scanner's speed for two or three keys.  Times are those of the key events, never of their arrival:
while a program is busy a slow typist's keys pile up and arrive at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from app.domain.barcode import GS, LONGEST_CODE
from app.domain.device import Suffix
from app.domain.layouts import as_typed

if TYPE_CHECKING:
    from app.domain.device import DeviceProfile

Event = TypeVar("Event")

NO_TEXT = "\x00"  # a key without text (F8, Alt+F4) inside a burst: no code contains it

_ENDS = {Suffix.TAB: frozenset("\t"), Suffix.NONE: frozenset[str]()}
_LINE_ENDS = frozenset("\r\n")


@dataclass(frozen=True, slots=True)
class Key:
    """One key that went down or up.

    ``text`` is what it types: a control character where it is one, ``NO_TEXT`` where it types
    nothing or is a shortcut.  ``at_ms`` is the event's own time, from any origin; ``code`` tells
    physical keys apart; ``is_modifier`` is Shift, Ctrl, Alt alone; ``is_repeat`` a key held down.
    """

    text: str
    at_ms: int
    code: int = 0
    is_modifier: bool = False
    is_repeat: bool = False


@dataclass(frozen=True, slots=True)
class Ruling(Generic[Event]):
    """What becomes of a key: first ``give_back`` goes to the window, in order, as typed text.

    Then the key itself goes on to the window, unless ``is_kept``.  ``scan`` is a code's text and
    ``at_ms`` the time of its last key, ``times_ms`` those of all its keys.
    """

    is_kept: bool
    give_back: tuple[Event, ...] = ()
    scan: str | None = None
    at_ms: int = 0
    times_ms: tuple[int, ...] = ()


@dataclass(slots=True)
class _Held(Generic[Event]):
    """Keys that may be a scanner's; ``events`` has their releases too, in order."""

    events: list[Event] = field(default_factory=list)
    text: str = ""
    times_ms: list[int] = field(default_factory=list)
    last_ms: int = 0
    down: set[int] = field(default_factory=set)

    def add(self, key: Key, event: Event) -> None:
        """Hold one more key; past the longest code its text is not needed any more."""
        self.last_ms = key.at_ms
        if len(self.text) <= LONGEST_CODE:
            self.text += key.text
            self.times_ms += [key.at_ms] * len(key.text)
        self.events.append(event)
        self.down.add(key.code)

    def code(self, prefix: str, shortest: int) -> str | None:
        """Return the code that the keys are, None where they are too few or lack the prefix."""
        if len(self.text) < shortest or not self.text.startswith(prefix):
            return None
        return self.text.removeprefix(prefix)


class KeyTiming(Generic[Event]):
    """Holds keys back until they are a code or a person's typing.

    After ``hold_ms`` without a key the window calls ``let_go``.
    """

    def __init__(self, profile: DeviceProfile) -> None:
        """Judge by this device's limits, prefix and suffix."""
        self._gap_ms = profile.keys.gap_ms
        self._shortest = profile.keys.shortest
        self._prefix = as_typed(profile.prefix.decode(profile.encoding, "replace"), profile.layout)
        self._ends = _ENDS.get(profile.suffix, _LINE_ENDS)
        self._held: _Held[Event] = _Held()
        self._swallowed: set[int] = set()
        self._ended_ms: int | None = None

    def retuned(self, profile: DeviceProfile) -> KeyTiming[Event]:
        """Return who judges by another profile; nothing must be held.

        Keys of codes that are still down stay kept when they come up.
        """
        timing: KeyTiming[Event] = KeyTiming(profile)
        timing._swallowed, timing._ended_ms = self._swallowed, self._ended_ms
        return timing

    @property
    def is_holding(self) -> bool:
        """Whether keys are held back now."""
        return bool(self._held.events)

    def wants(self, key: Key) -> bool:
        """Whether this key, about to go down, will be kept: then no shortcut may take it."""
        if key.is_modifier:
            return False
        return self._is_near(key) or _begins_a_code(key) or self._is_second_end(key)

    def press(self, key: Key, event: Event) -> Ruling[Event]:
        """Rule on a key that went down."""
        if key.is_modifier:
            return Ruling(is_kept=False)
        if self._is_second_end(key):
            self._swallowed.add(key.code)
            return Ruling(is_kept=True)
        is_near = self._is_near(key)
        if key.is_repeat and not is_near:
            return self._repeat(key)
        if key.text in self._ends:
            return self._end(key, is_near=is_near)
        before: Ruling[Event] = Ruling(is_kept=True) if is_near else self.let_go()
        if is_near or _begins_a_code(key):
            self._held.add(key, event)
            return before
        return replace(before, is_kept=False)

    def lift(self, key: Key, event: Event) -> Ruling[Event]:
        """Rule on a key that came up: its release goes the way of its press."""
        if key.code in self._held.down:
            self._held.down.discard(key.code)
            self._held.events.append(event)
            return Ruling(is_kept=True)
        if key.code in self._swallowed:
            self._swallowed.discard(key.code)
            return Ruling(is_kept=True)
        return Ruling(is_kept=False)

    def let_go(self) -> Ruling[Event]:
        """Rule on what is held when no more keys came: a code only where silence ends one."""
        if not self._ends and (code := self._held.code(self._prefix, self._shortest)):
            at_ms, times_ms = self._held.last_ms, tuple(self._held.times_ms)
            self._swallow()
            return Ruling(is_kept=True, scan=code, at_ms=at_ms, times_ms=times_ms)
        return Ruling(is_kept=True, give_back=self._take())

    def _end(self, key: Key, *, is_near: bool) -> Ruling[Event]:
        code = self._held.code(self._prefix, self._shortest) if is_near else None
        if code is None:
            return Ruling(is_kept=False, give_back=self._take())
        self._swallow()
        self._swallowed.add(key.code)
        self._ended_ms = key.at_ms
        return Ruling(is_kept=True, scan=code, at_ms=key.at_ms)

    def _repeat(self, key: Key) -> Ruling[Event]:
        is_kept = key.code in self._swallowed
        return Ruling(is_kept=is_kept, give_back=() if is_kept else self._take())

    def _is_near(self, key: Key) -> bool:
        return self.is_holding and 0 <= key.at_ms - self._held.last_ms <= self._gap_ms

    def _is_second_end(self, key: Key) -> bool:
        """Whether this is the LF of a CRLF: one end, and no key for the window."""
        if self._ended_ms is None or self.is_holding or key.text not in self._ends:
            return False
        return 0 <= key.at_ms - self._ended_ms <= self._gap_ms

    def _take(self) -> tuple[Event, ...]:
        events, self._held = tuple(self._held.events), _Held()
        return events

    def _swallow(self) -> None:
        self._swallowed |= self._held.down
        self._held = _Held()


def codes_in(text: str, profile: DeviceProfile) -> tuple[str, ...]:
    """Return the codes that a burst of keys is to this profile, without prefix and end."""
    ends = _ENDS.get(profile.suffix, _LINE_ENDS)
    prefix = as_typed(profile.prefix.decode(profile.encoding, "replace"), profile.layout)
    parts, code = [], ""
    for letter in text:
        if letter in ends:
            parts.append(code)
            code = ""
        else:
            code += letter
    parts += [] if ends else [code]
    return tuple(
        part.removeprefix(prefix)
        for part in parts
        if len(part) >= profile.keys.shortest and part.startswith(prefix)
    )


def _begins_a_code(key: Key) -> bool:
    """Whether a code may begin with this key; a control character alone is a person's.

    A repeat begins none but may go on with one: a system takes a key that a scanner presses twice
    within a millisecond for a key held down.
    """
    if key.is_repeat:
        return False
    return key.text == GS or (key.text >= " " and key.text != "\x7f")
