"""A day with ten thousand appointments."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.domain.errors import RefusedError
from app.domain.instants import print_instant
from app.services.booking import Wish, book
from app.services.dock_board import dock_day
from tests.floor import NOW

if TYPE_CHECKING:
    from tests.floor import Floor

HEAD = "asn,line,supplier,sku,quantity,expected_at,door,window_start,window_end"
DOORS, EACH, MINUTES = 100, 100, 9


@pytest.fixture
def busy(floor: Floor) -> Floor:
    rows = [HEAD]
    for door in range(DOORS):
        for turn in range(EACH):
            start = NOW + timedelta(minutes=MINUTES * turn)
            window = [print_instant(at) for at in (start, start + timedelta(minutes=MINUTES))]
            rows.append(
                f"T-{door}-{turn},1,Acme,LAMP,1,{window[0]},D{door},{window[0]},{window[1]}"
            )
    floor.give(inbound="\n".join(rows) + "\n")
    return floor


def test_ten_thousand_appointments_are_shown_and_the_next_is_weighed_against_all(
    busy: Floor,
) -> None:
    full = Wish(NOW, door="D42", minutes=10)
    free = Wish(NOW + timedelta(minutes=MINUTES * EACH), door="D42", minutes=10)

    with pytest.raises(RefusedError) as caught:
        book("P-1", full, busy.desk, direction="outbound")
    done = book("P-1", free, busy.desk, direction="outbound")
    board = dock_day(busy.desk)

    assert "T-42-0 has door D42" in str(caught.value.data["says"])
    assert done["door"] == "D42"
    assert (len(board.slots), len(board.pickups)) == (DOORS * EACH, 1)
    assert all(not slot.conflicts for slot in board.slots)
