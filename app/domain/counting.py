"""What a blind count found beside the book: which units came to light, which are gone.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.picking import may_be

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.goods import Trace


def differences(
    lies: Mapping[tuple[int, Trace], int], counted: Mapping[tuple[int, Trace], int]
) -> dict[tuple[int, Trace], int]:
    """Return by product and trace how many units (each, not 0) are to be added or taken.

    What was counted is first matched with the very same lot, day and serial, then with any that
    it may be: a code that says no lot may be of each lot that lies there.
    """
    left, seen = dict(lies), dict(counted)
    for key in seen:
        _match(left, seen, key, key)
    for key in seen:
        for other in sorted(left, key=lambda one: (one[1].lot, one[1].serial)):
            if other[0] == key[0] and may_be(other[1], key[1]):
                _match(left, seen, other, key)
    found = {key: -units for key, units in left.items() if units}
    for key, units in seen.items():
        if units:
            found[key] = found.get(key, 0) + units
    return found


def _match(
    left: dict[tuple[int, Trace], int],
    seen: dict[tuple[int, Trace], int],
    there: tuple[int, Trace],
    key: tuple[int, Trace],
) -> None:
    share = min(left.get(there, 0), seen[key])
    if share:
        left[there] -= share
        seen[key] -= share
