"""Which holds an import releases where cancellations or counts leave less than they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.import_store import Hold


def to_release(holds: Iterable[Hold], units: int) -> list[Hold]:
    """Return holds of ``units`` (each) in sum, or of all there are, that are to be given up.

    Staged units go before picked ones, and the newest first.
    """
    given_up = []
    for hold in sorted(holds, key=lambda hold: (hold.shipment_id is not None, -hold.newest)):
        if units <= 0:
            break
        share = min(units, hold.quantity)
        given_up.append(hold._replace(quantity=share))
        units -= share
    return given_up
