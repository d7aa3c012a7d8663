"""What a supervisor decided of an order, and what was before: enough to take it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ORDER, CANCEL, PIN, UNPIN = "order", "cancel", "pin", "unpin"
SUBSTITUTE = "substitute"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision that was not taken back: ``kind`` is ``order cancel pin unpin substitute``.

    ``before`` and ``after`` are the values of the order that it changed (hold, priority, policy,
    max_shipments, allow_substitutes, note); of a pin, ``after`` holds ``line``, ``quantity``
    (each), ``asn`` and ``asn_line``, and ``taken_from`` where staged units were moved from another
    order; of a substitution, ``units`` (each) in all, the ``skus`` and the ``lines`` that stand
    in now.
    """

    id: int
    fact: int
    order: str
    kind: str
    before: Mapping[str, object]
    after: Mapping[str, object]

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the lines that stand in by a substitution."""
        return _texts(self.after.get("lines"))

    @property
    def skus(self) -> tuple[str, ...]:
        """Return the products in whose place a substitution put others."""
        return _texts(self.after.get("skus"))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()
