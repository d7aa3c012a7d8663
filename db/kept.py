"""What was read once and is not read again while nobody can have changed it.

Two of them serve a unit of work: one for its own transaction, which forgets what a write touches,
and one for what stands still from scan to scan (settings, products, places).  The latter goes
from work to work as long as nothing was said in between but scans: any other fact, of any
process, may have changed what stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Value = TypeVar("Value")

QUIET = ("_scan", "_open")
"""How the kinds of facts end that change nothing of what stands still."""
MOST = 20_000
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


class Standing:
    """What stands still, as of the last fact up to which it does."""

    def __init__(self) -> None:
        self._last = -1
        self._things = Kept()

    def at(self, last: int) -> Kept:
        """Return what is known to stand at that fact (a sequence): what was kept, or nothing."""
        if last != self._last or self._things.stopped:
            self._last, self._things = last, Kept()
        return self._things

    def still(self, last: int, things: Kept) -> None:
        """Keep things up to a later fact, which changed none of them."""
        if not things.stopped:
            self._last, self._things = last, things


def is_quiet(kind: str) -> bool:
    """Tell whether a fact of that kind leaves alone what stands still."""
    return kind.endswith(QUIET)
