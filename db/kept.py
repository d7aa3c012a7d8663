"""What was read once and is not read again while nobody can have changed it.

A unit of work keeps what it reads and forgets what it writes to.  The next work of the same store
goes on with all that where nothing was said in between, by any process, but the one's own scans: a
fact of somebody else, or of another kind than a scan, may have changed anything.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Value = TypeVar("Value")

SCANS = ("_scan", "_open")
"""How the kinds of facts end whose works forget what they write to."""
MOST = 5_000
"""Values kept at most: then all are read again, so that unknown codes cannot fill the memory."""


class Kept:
    """Values by topic and key."""

    def __init__(self) -> None:
        self._values: dict[str, dict[Hashable, Any]] = {}
        self._count = 0
        self._off = False

    def get(self, topic: str, key: Hashable, read: Callable[[], Value]) -> Value:
        """Return the kept value, or read it and keep it."""
        values = self._values.setdefault(topic, {})
        if key in values:
            kept: Value = values[key]
            return kept
        value = read()
        if self._off:
            return value
        if self._count >= MOST:
            self.clear()
            values = self._values.setdefault(topic, {})
        values[key] = value
        self._count += 1
        return value

    def drop(self, *topics: str) -> None:
        """Forget whole topics."""
        for topic in topics:
            self._values.pop(topic, None)

    def drop_key(self, topic: str, key: Hashable) -> None:
        """Forget one value."""
        self._values.get(topic, {}).pop(key, None)

    def clear(self) -> None:
        """Forget everything."""
        self._values.clear()
        self._count = 0

    def stop(self) -> None:
        """Forget everything and keep nothing more."""
        self.clear()
        self._off = True

    @property
    def stopped(self) -> bool:
        """Tell whether nothing is kept any more."""
        return self._off


class LaidBy:
    """What the last work to end kept, with the last fact (a sequence) up to which it is true.

    One work has it at a time: another that begins meanwhile reads everything itself.
    """

    def __init__(self) -> None:
        self._kept = deque[tuple[int, Kept]](maxlen=1)

    def take(self, last: int) -> Kept:
        """Return what is true as of that fact: what was laid by, or nothing."""
        try:
            upto, kept = self._kept.pop()
        except IndexError:
            return Kept()
        return kept if upto == last else Kept()

    def lay_by(self, last: int, kept: Kept) -> None:
        """Lay by what a work has kept whose last fact is durable, or which said none."""
        if not kept.stopped:
            self._kept.append((last, kept))


def is_scan(kind: str) -> bool:
    """Tell whether the work of such a fact forgets what it writes to, and nothing else changes."""
    return kind.endswith(SCANS)
