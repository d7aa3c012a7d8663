"""What a supervisor decided of an order, and what was before: enough to take it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ORDER, CANCEL, PIN, UNPIN = "order", "cancel", "pin", "unpin"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision that was not taken back: ``kind`` is ``order cancel pin unpin``.

    ``before`` and ``after`` are the values of the order that it changed (hold, priority, policy,
    max_shipments); of a pin, ``after`` holds ``line``, ``quantity`` (each), ``asn`` and
    ``asn_line``, and ``taken_from`` where staged units were moved from another order.
    """

    id: int
    fact: int
    order: str
    kind: str
    before: Mapping[str, object]
    after: Mapping[str, object]
