"""A slip for each carton of a shipment."""

from collections import Counter

import pytest

from app.domain.slip_cartons import Carton, Packed, carton_slips
from app.texts.slips import worded
from tests.hardware.slips import SLIP, Printed, squeezed

FIRST = Carton((Packed("1", 4), Packed("2", 1)), "340123450000000017", 8_000)
SECOND = Carton((Packed("3", 2, serials=("S-1", "S-2")), Packed("4", 6)), "340123450000000024")


def test_the_cartons_together_hold_what_the_shipment_does() -> None:
    slips = carton_slips(SLIP, (FIRST, SECOND))

    units = Counter({line.line: line.shipped_now for slip in slips for line in slip.lines})
    assert units == {line.line: line.shipped_now for line in SLIP.lines}
    assert [slip.to_come for slip in slips] == [SLIP.to_come] * 2


def test_a_carton_prints_its_own_content_its_number_and_its_code() -> None:
    _, second = map(worded, carton_slips(SLIP, (FIRST, SECOND)))

    text = Printed(second).text

    for said in ("Carton2of2", "SSCC340123450000000024", "SerialsS-1,S-2", "Unitsinthiscarton8"):
        assert said in text
    assert squeezed("Kettle") not in text
    assert "12.36" not in text


def test_a_line_may_lie_in_two_cartons() -> None:
    half = Carton((Packed("4", 3),))
    rest = Carton((Packed("1", 4), Packed("2", 1), Packed("3", 2), Packed("4", 3)))

    counts = [slip.lines[-1].shipped_now for slip in carton_slips(SLIP, (half, rest))]

    assert counts == [3, 3]


@pytest.mark.parametrize(
    "cartons",
    [
        (),
        (FIRST,),
        (FIRST, SECOND, SECOND),
        (FIRST, Carton((Packed("3", 2), Packed("4", 5)))),
        (FIRST, SECOND, Carton((Packed("9", 1),))),
        (Carton((Packed("1", 2), Packed("1", 2), Packed("2", 1))), SECOND),
    ],
)
def test_cartons_that_hold_anything_else_are_refused(cartons: tuple[Carton, ...]) -> None:
    with pytest.raises(ValueError, match="carton"):
        carton_slips(SLIP, cartons)
