"""What can be picked now: whole shipment groups whose every unit is in the building.

Source: the floor's rules, *Pickable*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.domain.plan.pegs import ALONE

if TYPE_CHECKING:
    from app.domain.plan.build import Built
    from app.domain.plan.facts import Flags
    from app.domain.plan.pegs import PegColumns


def pickable_pegs(built: Built, pegs: PegColumns) -> Flags:
    """Tell of each peg of whole orders whether its units can go now.

    A unit that ships alone can where it is in the building.  Else all units of its shipment must
    be there, and for the order's last shipment no line may lack any.
    """
    here, together = pegs.source < 0, pegs.shipment != ALONE
    waits = np.zeros(pegs.place.size, dtype=np.bool_)
    waits[pegs.shipment[together & ~here]] = True
    complete = pegs.early | ~built.shares.short[built.ranked.owner[pegs.place]]
    return np.asarray(here & (~together | (complete & ~waits[pegs.shipment])), dtype=np.bool_)
